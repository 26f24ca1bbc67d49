package link

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/room"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// Texts are conditions that were parsed, by their text: those of shared policies, which are bound again in every
// policy that builds on them. It is safe for concurrent use.
type Texts struct{ byText sync.Map }

// text is the text of a condition as it was read; parsed is nil where it has faults.
type text struct {
	parsed *lang.Parsed
	faults []lang.Fault
}

// parse reads the text of a condition, each text once. Of the shipped conditions of one policy every eighth has the
// text of another. What only a council's policy says is forgotten with the policy.
func (k *linker) parse(n *yaml.Node) (*lang.Parsed, []lang.Fault) {
	own, ok := k.texts[n.Value]
	if known, shared := k.tools.Texts.byText.Load(n.Value); !ok && shared {
		own, ok = known.(text)
	}
	if !ok {
		own.parsed, own.faults = k.tools.Parser.Parse(n.Value)
		if k.part.Shared() {
			k.tools.Texts.byText.Store(n.Value, own)
		} else {
			k.texts[n.Value] = own
		}
	}
	k.Unparsed = k.Unparsed || own.parsed == nil
	return own.parsed, own.faults
}

// textFaults reports the faults of a condition at their places.
func (k *linker) textFaults(f *source.File, n *yaml.Node, faults []lang.Fault) {
	textFaults(k.Report, f, n, faults)
}

// textFaults reports faults in a text at their places, which take some time to find: a text without faults is not searched.
func textFaults(report func(diagnostic.Diagnostic), f *source.File, n *yaml.Node, faults []lang.Fault) {
	if len(faults) == 0 {
		return
	}
	snippet := f.Snippet(n)
	for _, x := range faults {
		report(f.Diagnostic(x.Code, snippet.Position(x.Start), snippet.Position(x.End), x.Message, x.Remedy))
	}
}

// uses notes that a rule uses the parameters and named conditions of a text.
func (k *linker) uses(p *lang.Parsed) {
	for _, name := range p.Names() {
		k.Read[name] = true
		if e := k.named[name]; e != nil && !e.used {
			e.used = true
			k.Used[e.key.Node] = true
			if e.parsed != nil {
				k.uses(e.parsed)
			}
		}
	}
}

// namedEntry is a named condition as a file has it.
type namedEntry struct {
	part   *ruleroot.Draft
	file   *source.File
	key    shape.Text
	entry  rulefile.ConditionEntry
	parsed *lang.Parsed
	// used is whether a rule of the policy in hand uses it, by itself or by way of others.
	used bool
}

// namedConditions reads the named conditions of the policy and of those that it builds on,
// each after those that it uses.
func (k *linker) namedConditions() {
	for _, part := range k.Parts {
		k.part = part
		for _, f := range part.Rules {
			for e := range room.While(&k.Room, f.Shape.Conditions.Entries) {
				k.nameCondition(part, f.File, e.Key, e.Value)
			}
		}
	}
	k.scope.Conditions = map[string]*lang.NamedCondition{}
	for name := range room.While(&k.Room, slices.Sorted(maps.Keys(k.named))) {
		k.linkCondition(name, &path{at: map[string]int{}})
	}
	slices.SortFunc(k.p.Conditions, func(a, b *lang.NamedCondition) int { return strings.Compare(a.Name, b.Name) })
}

// nameCondition takes in one named condition, unless its name is taken.
func (k *linker) nameCondition(part *ruleroot.Draft, f *source.File, key shape.Text, e rulefile.ConditionEntry) {
	name := key.Value
	_, isParameter := k.p.Parameters[name]
	clash := func(code diagnostic.Code, message, remedy string) { k.At(f, key.Node, code, message, remedy) }
	switch first := k.named[name]; {
	case !namePattern().MatchString(name):
		k.Report(badName(f, key))
	case slices.Contains(reserved, name) || k.p.Vocabulary.Domain(name) != nil:
		clash(diagnostic.NameClash, fmt.Sprintf("a condition cannot be called %s, which means something else in conditions", name),
			"choose another name")
	case isParameter:
		clash(diagnostic.NameClash, fmt.Sprintf("there is also a parameter called %s", name), "choose another name for one of the two")
	case first != nil:
		at := first.file.At(first.key.Node, "", "", "")
		clash(diagnostic.DuplicateID, fmt.Sprintf("the condition %s is already at %s:%d", name, at.File, at.Start.Line),
			"keep one, or choose another name")
		return
	}
	entry := &namedEntry{part: part, file: f, key: key, entry: e}
	if n := e.When.Node; n != nil {
		var faults []lang.Fault
		entry.parsed, faults = k.parse(n)
		k.textFaults(f, n, faults)
	}
	k.named[name] = entry
}

// path are the named conditions on the way to one, and where each is on it.
type path struct {
	names []string
	at    map[string]int
}

// linkCondition links one named condition, and before it those that it uses. via are those
// on the way to it. It links nothing once there is no room for what is wrong.
func (k *linker) linkCondition(name string, via *path) {
	if _, done := k.scope.Conditions[name]; done || k.Room.Full() {
		return
	}
	e := k.named[name]
	if at, again := via.at[name]; again {
		k.circle(e, append(via.names[at:len(via.names):len(via.names)], name))
		return
	}
	if e.parsed == nil {
		k.scope.Conditions[name] = lang.Broken(name)
		return
	}
	via.at[name], via.names = len(via.names), append(via.names, name)
	for _, used := range e.parsed.Names() {
		if k.named[used] != nil {
			k.linkCondition(used, via)
		}
	}
	delete(via.at, name)
	via.names = via.names[:len(via.names)-1]
	if k.scope.Conditions[name] != nil || k.Room.Full() {
		return // it is in a circle, or what it uses may not be linked
	}
	scope := k.scope
	scope.Stratum = lang.WithJudgement
	c, faults := k.bind(e.part, "the condition "+name, e.parsed, &scope)
	if c == nil {
		k.textFaults(e.file, e.entry.When.Node, faults)
		k.scope.Conditions[name] = lang.Broken(name)
		return
	}
	n := lang.Name(name, e.entry.Title.Value, c)
	k.scope.Conditions[name] = n
	k.p.Conditions = append(k.p.Conditions, n)
	k.p.Places[name] = policy.Place{Origin: e.part.ID, File: e.file.Name, Start: place(e.file, e.key.Node)}
	k.citations(policy.Citation{Policy: e.part.ID, Kind: term.CitingCondition, ID: name}, e.file, e.entry.Cite)
}

// mostOfCircle is how many conditions of a circle are listed.
const mostOfCircle = 8

// circle reports named conditions that use one another; the last is the first again.
func (k *linker) circle(e *namedEntry, names []string) {
	var uses []string
	for i := range min(len(names)-1, mostOfCircle) {
		uses = append(uses, fmt.Sprintf("%s uses %s", names[i], names[i+1]))
	}
	if more := len(names) - 1 - len(uses); more > 0 {
		uses = append(uses, fmt.Sprintf("and so on through %d more", more))
	}
	k.At(e.file, e.key.Node, diagnostic.Circular, "named conditions use one another in a circle: "+strings.Join(uses, ", "),
		"remove one of these uses")
	for _, n := range names {
		k.scope.Conditions[n] = lang.Broken(n)
	}
}
