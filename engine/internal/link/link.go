// Package link puts a policy together from its own files and those of the policies that
// it builds on: it checks every condition against what it may read, every citation
// against the registers and every name against what it names, and reports all that is
// wrong in one run.
//
// What a policy as a whole must have is checked afterwards, by package check.
package link

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/calendar"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/room"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// Tools are what linking any policy of a root takes. They are safe for concurrent use.
type Tools struct {
	Parser     *lang.Parser
	Days       *calendar.Calendar
	Vocabulary *vocabulary.Vocabulary
	// VocabularyFiles are the files that the vocabulary was read from.
	VocabularyFiles []policy.File
	// Shared gives a policy that others build on, or nil; SharedIDs are the ids of all.
	Shared    func(id string) *ruleroot.Draft
	SharedIDs []string
	// Texts are the conditions of shared policies, each parsed once.
	Texts *Texts
}

// Linked is a policy that was put together, and what checks of it need besides.
type Linked struct {
	Policy *policy.Policy
	// Draft is the policy's own files; Parts are the drafts that its rules are from, in the
	// order in which their rules stand: those built on first.
	Draft *ruleroot.Draft
	Parts []*ruleroot.Draft
	// Read are the parameters that a condition reads.
	Read map[string]bool
	// Used are the named conditions that a rule uses, by where they stand, and Unparsed is
	// whether some condition could not be parsed, so that it may use others.
	Used     map[*yaml.Node]bool
	Unparsed bool
	// conditions are where the condition of each rule stands.
	conditions map[*policy.Rule]placed
	// Cited is what cites each clause.
	Cited map[ClauseKey][]policy.Citation
	// Room holds what is wrong, the faults of the files left out.
	Room room.Room
}

// Report adds a fault.
func (l *Linked) Report(d diagnostic.Diagnostic) { l.Room.Add(d) }

// At adds a fault at a text of a file, or of the file as a whole where there is no text.
func (l *Linked) At(f *source.File, n *yaml.Node, code diagnostic.Code, message, remedy string) {
	l.Report(f.At(n, code, message, remedy))
}

// SourceFile finds a file of rules by name; policy.yaml where there is none.
func (l *Linked) SourceFile(name string) *source.File {
	for _, part := range l.Parts {
		for _, f := range part.Rules {
			if f.File.Name == name {
				return f.File
			}
		}
	}
	return l.Draft.File
}

// linker puts one policy together.
type linker struct {
	*Linked
	tools  Tools
	london *time.Location
	p      *policy.Policy
	// part is the draft whose rules are being read.
	part *ruleroot.Draft
	// named are the named conditions as files have them; unlesses are where the unless of
	// each rule stands.
	named    map[string]*namedEntry
	unlesses map[*policy.Rule]placed
	// overrides are the parameters of policies built on that the policy sets anew.
	overrides map[string]override
	// registersPartial is whether clauses may stand where nothing could be read, so that none
	// is known to be missing.
	registersPartial bool
	// scope is what names mean; its stratum is that of the kind of rule being linked.
	scope lang.Scope
	// statutes, domains and concepts give the index of each name, levels that of each
	// number.
	statutes, domains, concepts map[string]int
	levels                      map[int]int
	// all are the rules in the order in which they were read, ids are where each stands.
	all []*policy.Rule
	ids map[string]*policy.Rule
	// replaced are the rules that another stands in for.
	replaced map[string]bool
	// aheads are the consent lines that say before which other they stand.
	aheads []ahead
	// excludes are what rules say under excludes.
	excludes []excluding
	// afters are what rules say under after.
	afters []excluding
	// answered is the first line of each answer of the consent position, by policy.
	answered map[answered]*policy.Line
	// texts are the conditions that were parsed and that no shared policy has, by their text.
	texts map[string]text
}

// Link makes a policy of a draft. The policy means nothing where the faults of the result,
// or of the drafts that it was made from, are errors.
func Link(tools Tools, d *ruleroot.Draft) *Linked {
	k := &linker{
		tools:  tools,
		london: tools.Days.London(),
		Linked: &Linked{
			Draft:      d,
			Read:       map[string]bool{},
			Used:       map[*yaml.Node]bool{},
			conditions: map[*policy.Rule]placed{},
			Cited:      map[ClauseKey][]policy.Citation{},
		},
		statutes: map[string]int{},
		domains:  map[string]int{},
		concepts: map[string]int{},
		levels:   map[int]int{},
		ids:      map[string]*policy.Rule{},
		replaced: map[string]bool{},
		answered: map[answered]*policy.Line{},
		named:    map[string]*namedEntry{},
		unlesses: map[*policy.Rule]placed{},
		texts:    map[string]text{},

		overrides: map[string]override{},
	}
	k.p = &policy.Policy{
		ID: d.ID, Title: d.Policy.Title.Value, Publisher: d.Policy.Publisher.Value, Edition: d.Policy.Edition.Value,
		From: d.Policy.InForce.From.Value, To: d.Policy.InForce.To.Value, Council: d.Council, Vocabulary: tools.Vocabulary,
		Parameters: map[string]lang.Constant{}, Choices: map[string]policy.Choice{}, Places: map[string]policy.Place{},
		Contacts: map[string]*policy.Contact{}, Clauses: map[string]policy.Clause{},
	}
	k.Policy = k.p
	k.Parts = k.buildsOn()
	k.registers()
	k.parameters()
	k.contacts()
	k.clock()
	k.names()
	k.scope = k.newScope()
	k.namedConditions()
	for _, part := range k.Parts {
		k.part = part
		for _, f := range part.Rules {
			for _, kind := range kindsInOrder {
				k.scope.Stratum = kind.stratum
				kind.read(k, part, f)
			}
		}
	}
	k.unlessMisplaced()
	k.replace()
	k.before()
	k.passes()
	k.exclude()
	k.behind()
	k.local()
	k.inPlaceOfReason()
	k.forFamily()
	k.inSocialCare()
	k.order()
	k.national()
	k.invariants()
	k.checklist()
	k.files()
	return k.Linked
}

// Unlinked stands for a policy that cannot be linked, because it is not known what it builds
// on. It holds the policy's own files alone.
func Unlinked(d *ruleroot.Draft) *Linked {
	return &Linked{Policy: &policy.Policy{ID: d.ID, Council: d.Council}, Draft: d}
}

// buildsOn lists the policies built on and then the policy itself.
func (k *linker) buildsOn() []*ruleroot.Draft {
	var parts []*ruleroot.Draft
	for _, b := range k.Draft.Policy.BuildsOn {
		if k.Draft.Shared() {
			k.At(k.Draft.File, b.Node, diagnostic.Misplaced, "a shared policy cannot build on another policy",
				"name both in the policies that need them")
			continue
		}
		other := k.tools.Shared(b.Value)
		switch {
		case other == nil:
			remedy := source.DidYouMean(b.Value, k.tools.SharedIDs)
			if remedy == "" {
				remedy = "the shared policies are " + strings.Join(k.tools.SharedIDs, ", ") +
					"; a council's policy cannot build on another council's"
			}
			k.At(k.Draft.File, b.Node, diagnostic.UnknownPolicy, fmt.Sprintf("there is no shared policy called %s", b.Value), remedy)
		case slices.Contains(parts, other):
			k.At(k.Draft.File, b.Node, diagnostic.DuplicateID, fmt.Sprintf("%s is named twice", b.Value), "name it once")
		default:
			parts = append(parts, other)
		}
	}
	return append(parts, k.Draft)
}

// newScope is what names in conditions mean, once all are known.
func (k *linker) newScope() lang.Scope {
	scope := lang.Scope{Vocabulary: k.tools.Vocabulary, Parameters: maps.Clone(k.p.Parameters), Levels: slices.Sorted(maps.Keys(k.levels))}
	for _, s := range k.p.Statutes {
		scope.Grounds = append(scope.Grounds, s.Name)
	}
	return scope
}

// files lists what was read for this policy.
func (k *linker) files() {
	k.p.Files = append(k.p.Files, k.tools.VocabularyFiles...)
	for _, part := range k.Parts {
		k.p.Files = append(k.p.Files, part.Files...)
	}
	slices.SortFunc(k.p.Files, func(a, b policy.File) int { return strings.Compare(a.Name, b.Name) })
	k.p.FilesSHA256 = policy.HashOf(k.p.Files)
}
