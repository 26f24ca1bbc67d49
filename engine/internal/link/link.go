package link

import (
	"fmt"
	"slices"
	"strings"
	"windscreen/engine/internal/policy"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/calendar"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// linker puts one policy together from its own files and those of the policies it
// builds on.
type linker struct {
	*loader
	draft *draft
	// parts are the drafts in the order in which their rules stand: those built on
	// first.
	parts []*draft
	p     *policy.Policy
	// scope is what names mean; its stratum is set rule by rule.
	scope lang.Scope
	// statutes, domains and concepts give the index of each name.
	statutes, domains, concepts map[string]int
	levels                      map[int]int
	// used are the parameters that a condition read.
	used map[string]bool
	// ids are where each rule stands, to find the same id twice.
	ids map[string]*policy.Rule
	// conditions are where the condition of each rule stands.
	conditions map[*policy.Rule][2]diagnostic.Position
	// named are the named conditions as files have them; unlesses are where the unless of
	// each rule stands.
	named    map[string]*namedEntry
	unlesses map[*policy.Rule]placed
	// replaced are the rules that another stands in for.
	replaced map[string]bool
}

// link makes a policy of a draft; nil where it is too broken to go on.
func (l *loader) link(d *draft, voc *vocabulary.Vocabulary) *policy.Policy {
	k := &linker{loader: l, draft: d, p: &policy.Policy{
		ID: d.policy.ID.Value, Title: d.policy.Title.Value, Publisher: d.policy.Publisher.Value, Edition: d.policy.Edition.Value,
		From: d.policy.InForce.From.Value, To: d.policy.InForce.To.Value, Family: d.policy.Family.Value, Vocabulary: voc,
		Parameters: map[string]policy.Parameter{}, Contacts: map[string]*policy.Contact{}, Clauses: map[string]policy.Clause{},
	}, statutes: map[string]int{}, domains: map[string]int{}, concepts: map[string]int{}, levels: map[int]int{},
		used: map[string]bool{}, ids: map[string]*policy.Rule{}, replaced: map[string]bool{},
		conditions: map[*policy.Rule][2]diagnostic.Position{}, named: map[string]*namedEntry{}, unlesses: map[*policy.Rule]placed{}}
	if d.policy.ID.Value != "" && d.policy.ID.Value != d.folder {
		k.at(d.file, d.policy.ID.Node, diagnostic.BadName, fmt.Sprintf("the policy %s stands in the folder %s", d.policy.ID.Value, d.folder), "give the folder and the policy one name")
	}
	k.parts = k.buildsOn()
	k.listed()
	k.span(k.draft.file, k.draft.policy.InForce)
	k.registers()
	k.parameters()
	k.contacts()
	k.clock()
	k.names()
	k.scope = lang.Scope{Vocabulary: voc, Parameters: map[string]lang.Constant{}, Levels: levelNumbers(k.levels)}
	for name, c := range k.p.Parameters {
		k.scope.Parameters[name] = c.Constant
	}
	for _, s := range k.p.Statutes {
		k.scope.Grounds = append(k.scope.Grounds, s.Name)
	}
	k.namedConditions()
	for _, part := range k.parts {
		for _, f := range part.rules {
			k.rules(part, f)
		}
	}
	k.unlessMisplaced()
	k.replace()
	k.order()
	k.checklist()
	k.wholeness()
	k.files()
	return k.p
}

// buildsOn lists the policies built on and then the policy itself.
func (k *linker) buildsOn() []*draft {
	var parts []*draft
	for _, b := range k.draft.policy.BuildsOn {
		if k.draft.policy.Shared {
			k.at(k.draft.file, b.Node, diagnostic.Misplaced, "a shared policy builds on no other", "name both in the policies that need them")
			continue
		}
		other := k.drafts[b.Value]
		switch {
		case other == nil:
			k.at(k.draft.file, b.Node, diagnostic.UnknownPolicy, fmt.Sprintf("there is no policy called %s", b.Value), source.DidYouMean(b.Value, sortedKeys(k.drafts)))
		case !other.policy.Shared:
			k.at(k.draft.file, b.Node, diagnostic.UnknownPolicy, fmt.Sprintf("%s is not shared: one partnership's document is not built on another's", b.Value), "put what both need into a shared policy")
		case slices.Contains(parts, other):
			k.at(k.draft.file, b.Node, diagnostic.DuplicateID, fmt.Sprintf("%s is named twice", b.Value), "name it once")
		default:
			parts = append(parts, other)
		}
	}
	return append(parts, k.draft)
}

// contacts reads whom to call, from each policy.yaml and from the files of rules.
func (k *linker) contacts() {
	for _, part := range k.parts {
		k.contactsOf(part, part.file, part.policy.Contacts)
		for _, f := range part.rules {
			k.contactsOf(part, f.file, f.shape.Contacts)
		}
	}
}

// contactsOf reads the contacts of one file.
func (k *linker) contactsOf(part *draft, f *source.File, contacts shape.Map[rulefile.ContactEntry]) {
	for _, e := range contacts.Entries {
		if _, ok := k.p.Contacts[e.Key.Value]; ok {
			k.at(f, e.Key.Node, diagnostic.DuplicateID, fmt.Sprintf("two contacts are called %s", e.Key.Value), "give each its own name")
		}
		c := e.Value
		k.p.Contacts[e.Key.Value] = &policy.Contact{ID: e.Key.Value, Name: c.Name.Value, Phone: c.Phone.Value, OutOfHours: c.OutOfHours.Value,
			Email: c.Email.Value, Hours: c.Hours.Value, AsPrinted: c.AsPrinted.Value,
			Cite: k.citations(policy.Citation{Policy: part.folder, Kind: policy.CitedByContact, ID: e.Key.Value}, f, c.Cite)}
	}
}

// contact finds a contact by name; empty means none.
func (k *linker) contact(f *source.File, t shape.Text) *policy.Contact {
	if t.Value == "" {
		return nil
	}
	c := k.p.Contacts[t.Value]
	if c == nil {
		k.at(f, t.Node, diagnostic.UnknownName, fmt.Sprintf("there is no contact called %s", t.Value), source.DidYouMean(t.Value, sortedKeys(k.p.Contacts)))
	}
	return c
}

// names collects statutes, domains, concepts and levels, all in ascending order,
// so that where a rule stands changes nothing.
func (k *linker) names() {
	concepts := map[string]bool{}
	for _, part := range k.parts {
		for _, e := range part.policy.Domains.Entries {
			if slices.ContainsFunc(k.p.Domains, func(n policy.Named) bool { return n.Name == e.Key.Value }) {
				k.at(part.file, e.Key.Node, diagnostic.DuplicateID, fmt.Sprintf("two domains are called %s", e.Key.Value), "keep one")
				continue
			}
			k.p.Domains = append(k.p.Domains, policy.Named{Name: e.Key.Value, Title: e.Value.Value})
		}
		for _, f := range part.rules {
			for _, s := range f.shape.Statutes {
				if slices.ContainsFunc(k.p.Statutes, func(o policy.Statute) bool { return o.Name == s.Name.Value }) {
					k.at(f.file, s.Name.Node, diagnostic.DuplicateID, fmt.Sprintf("two statutory bases are called %s", s.Name.Value), "keep one")
					continue
				}
				if s.Name.Value != "" && !namePattern.MatchString(s.Name.Value) {
					k.badName(f.file, s.Name)
				}
				k.p.Statutes = append(k.p.Statutes, policy.Statute{Name: s.Name.Value, Section: s.Section.Value, Limb: s.Limb.Value, Title: s.Title.Value})
			}
			for _, i := range f.shape.Indicators {
				concepts[i.Concept.Value] = true
			}
			for _, v := range f.shape.Levels {
				if part.policy.Shared {
					k.at(f.file, v.ID.Node, diagnostic.Misplaced, "a shared policy has no levels: they are local", "move it to the policies that have it")
				}
				if _, ok := k.levels[v.Level]; ok {
					k.at(f.file, v.ID.Node, diagnostic.DuplicateID, fmt.Sprintf("level %d is given twice", v.Level), "keep one; write its alternatives with ||")
				}
				k.levels[v.Level] = 0
			}
		}
	}
	slices.SortFunc(k.p.Domains, func(a, b policy.Named) int { return strings.Compare(a.Name, b.Name) })
	slices.SortFunc(k.p.Statutes, func(a, b policy.Statute) int { return strings.Compare(a.Name, b.Name) })
	k.p.Concepts = sortedKeys(concepts)
	for i, d := range k.p.Domains {
		k.domains[d.Name] = i
	}
	for i, s := range k.p.Statutes {
		k.statutes[s.Name] = i
	}
	for i, c := range k.p.Concepts {
		k.concepts[c] = i
	}
	for i, n := range levelNumbers(k.levels) {
		k.levels[n] = i
	}
}

// levelNumbers lists the levels in ascending order.
func levelNumbers(levels map[int]int) []int {
	var numbers []int
	for n := range levels {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	return numbers
}

// clockOf is the draft that says how working days are counted: the policy's own or,
// where it says nothing, that of a policy built on; nil where none does.
func (k *linker) clockOf() *draft {
	for _, part := range slices.Backward(k.parts) {
		if part.policy.Clock != nil {
			return part
		}
	}
	return nil
}

// clock reads how working days are counted. A policy without a clock may count
// hours only, for which any clock will do.
func (k *linker) clock() {
	rules := calendar.Rules{DayEnds: endOfDay}
	part := k.clockOf()
	if part != nil {
		c := part.policy.Clock
		b, ok := c.CountStartDay.Value.Bool()
		if !ok {
			k.at(part.file, c.CountStartDay.Value.Node, diagnostic.WrongType, "count_start_day is true or false", "")
		}
		rules = calendar.Rules{CountStartDay: b, CutOff: k.timeOfDay(part.file, c.CutOff.Value, true), DayEnds: k.timeOfDay(part.file, c.DayEnds.Value, false)}
		for name, p := range map[string]rulefile.Parameter{"count_start_day": c.CountStartDay, "cut_off": c.CutOff, "day_ends": c.DayEnds} {
			k.citations(policy.Citation{Policy: part.folder, Kind: policy.CitedByClock, ID: name}, part.file, p.Cite)
		}
	}
	clock, err := k.days.Clock(rules)
	if err != nil && part != nil && !rules.DayEnds.IsZero() {
		k.at(part.file, part.policy.Clock.DayEnds.Value.Node, diagnostic.Conflict, err.Error(), "")
	}
	k.p.Clock = clock
}

// endOfDay is the end of a working day where none is needed.
var endOfDay, _ = calendar.ParseTimeOfDay("17:00")

// listed holds the files of a policy against those that policy.yaml names.
func (k *linker) listed() {
	named := map[string]bool{}
	for _, f := range k.draft.policy.Files {
		name := k.draft.folder + "/" + f.Value
		if named[name] {
			k.at(k.draft.file, f.Node, diagnostic.DuplicateID, fmt.Sprintf("%s is named twice", f.Value), "name it once")
		}
		named[name] = true
		if !slices.ContainsFunc(k.draft.files, func(o policy.File) bool { return o.Name == name }) {
			k.draft.partial = true
			k.at(k.draft.file, f.Node, diagnostic.MissingFile, fmt.Sprintf("there is no file %s", name), "put it back, or take it out of files:")
		}
	}
	for _, f := range k.draft.files {
		if !named[f.Name] && f.Name != k.draft.folder+"/policy.yaml" && len(named) > 0 {
			k.at(k.draft.file, k.draft.policy.ID.Node, diagnostic.MissingFile, fmt.Sprintf("%s is not in files:", f.Name), "name it there, so that its loss would be noticed")
		}
	}
}

// timeOfDay reads HH:MM, or none where that is allowed.
func (k *linker) timeOfDay(f *source.File, v shape.Any, noneAllowed bool) calendar.TimeOfDay {
	if v.Node == nil || noneAllowed && v.Node.Value == "none" {
		return calendar.TimeOfDay{}
	}
	t, err := calendar.ParseTimeOfDay(v.Node.Value)
	if err != nil {
		k.at(f, v.Node, diagnostic.UnreadableDate, fmt.Sprintf("%q is not a time of day", v.Node.Value), `write for example "17:00"`)
	}
	return t
}

// files lists what was read for this policy.
func (k *linker) files() {
	k.p.Files = append(k.p.Files, k.vocabFiles...)
	for _, part := range k.parts {
		k.p.Files = append(k.p.Files, part.files...)
	}
	slices.SortFunc(k.p.Files, func(a, b policy.File) int { return strings.Compare(a.Name, b.Name) })
}

// sortedKeys lists the keys of a map in ascending order.
func sortedKeys[T any](m map[string]T) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
