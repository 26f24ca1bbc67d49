package link

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/room"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// kind is how rules of one kind are linked. Each stands in a file of its own.
type kind struct {
	// stratum is what a condition may read.
	stratum lang.Stratum
	// read links the rules of this kind in one file.
	read func(k *linker, part *ruleroot.Draft, f ruleroot.RulesFile)
	// list is where the policy holds them.
	list func(k *linker) rules
}

// kinds are all kinds of rule.
var kinds = map[term.Kind]kind{
	term.KindIndicator:  indicators,
	term.KindGround:     grounds,
	term.KindLevel:      levels,
	term.KindConsent:    consent,
	term.KindEscalation: escalations,
	term.KindPathway:    pathway,
	term.KindService:    services,
	term.KindCaution:    cautions,
}

// kindsInOrder goes through them in the order in which they may read one another.
func kindsInOrder(yield func(term.Kind, kind) bool) {
	for _, of := range term.TableOf[term.Kind]().Values() {
		if !yield(of, kinds[of]) {
			return
		}
	}
}

// rules are the rules of one kind in a policy.
type rules interface {
	// keep drops every rule but those wanted, and puts the rest in order.
	keep(wanted func(*policy.Rule) bool)
	// each calls visit for each rule, in order.
	each(visit func(*policy.Rule))
}

// listOf is a list of rules of a type.
type listOf[T interface{ Base() *policy.Rule }] struct {
	rules *[]T
	order func(a, b T) int
}

func (l listOf[T]) keep(wanted func(*policy.Rule) bool) {
	*l.rules = slices.DeleteFunc(*l.rules, func(x T) bool { return !wanted(x.Base()) })
	slices.SortStableFunc(*l.rules, l.order)
}

func (l listOf[T]) each(visit func(*policy.Rule)) {
	for _, x := range *l.rules {
		visit(x.Base())
	}
}

// inOrderOfID is a list whose rules stand in the order of their ids.
func inOrderOfID[T interface{ Base() *policy.Rule }](rules *[]T) rules {
	return listOf[T]{rules, func(a, b T) int { return strings.Compare(a.Base().ID, b.Base().ID) }}
}

// order puts the rules of each kind in order and numbers them, those that were replaced
// left out, so that where a rule stands changes nothing.
func (k *linker) order() {
	for of, kind := range kindsInOrder {
		list := kind.list(k)
		list.keep(func(r *policy.Rule) bool { return !k.replaced[r.ID] })
		list.each(func(r *policy.Rule) {
			r.Index = len(k.p.Rules)
			k.p.Rules = append(k.p.Rules, r)
		})
		if of == term.KindLevel {
			k.p.FindingsEnd = len(k.p.Rules)
		}
	}
}

// replace finds the rules that others stand in for. A consent line takes the place of the
// one that it replaces.
func (k *linker) replace() {
	for r := range room.While(&k.Room, k.all) {
		if r.Replaces == "" {
			continue
		}
		fault := func(code diagnostic.Code, message, remedy string) {
			k.Report(k.SourceFile(r.File).Diagnostic(code, r.Start, r.Start, message, remedy))
		}
		switch old := k.ids[r.Replaces]; {
		case old == nil || old.Origin == r.Origin:
			fault(diagnostic.ReplacesNothing,
				fmt.Sprintf("%s replaces %s, which is in no policy that this one builds on", r.ID, r.Replaces),
				source.DidYouMean(r.Replaces, k.replaceable(r)))
		case old.Kind != r.Kind:
			fault(diagnostic.ReplacesNothing, fmt.Sprintf("%s and %s are rules of different kinds", r.ID, old.ID),
				"replace a rule with one of the same kind")
		case k.about(old) != k.about(r):
			fault(diagnostic.ReplacesNothing, fmt.Sprintf("%s is %s, and %s is %s", old.ID, k.about(old), r.ID, k.about(r)),
				"replace a rule with one about the same thing")
		case k.replaced[old.ID]:
			fault(diagnostic.DuplicateID, fmt.Sprintf("another rule already replaces %s", old.ID), "keep one of the two")
		case r.From > old.From || r.To < old.To:
			fault(diagnostic.Misplaced, fmt.Sprintf("on some days %s would be in force and %s, which replaces it, would not", old.ID, r.ID),
				"take out in_force, so that something always stands in its place")
		case never(r):
			fault(diagnostic.Misplaced, fmt.Sprintf("%s never holds, so nothing would stand in place of %s", r.ID, old.ID),
				"write the condition on which it holds, or take out the rule")
		default:
			k.replaced[old.ID] = true
			k.takePlace(r, old)
		}
	}
}

// never reports whether a rule holds for no case by what is written: a condition that is false, or
// an unless that is true.
func never(r *policy.Rule) bool {
	is := func(c *lang.Condition, text string) bool { return strings.TrimSpace(c.Text) == text }
	return is(r.When, "false") || r.Unless != nil && is(r.Unless.When, "true")
}

// about is what a rule answers, where a kind has rules that answer different questions: one of
// them can never stand in for another. It is empty for the other kinds.
func (k *linker) about(r *policy.Rule) string {
	switch r.Kind {
	case term.KindConsent:
		return "a line of " + string(entry(k.p.Consent, r).Answer)
	case term.KindGround:
		if i := entry(k.p.Grounds, r).Statute; i < len(k.p.Statutes) {
			return "a ground of " + k.p.Statutes[i].Name
		}
	case term.KindPathway:
		return "a step of " + string(entry(k.p.Pathway, r).Part)
	case term.KindIndicator, term.KindLevel, term.KindEscalation, term.KindService, term.KindCaution:
	}
	return ""
}

// entry is a rule with all that its kind adds, in the list of its kind.
func entry[T interface{ Base() *policy.Rule }](list []T, r *policy.Rule) T {
	return list[slices.IndexFunc(list, func(x T) bool { return x.Base() == r })]
}

// replaceable lists the rules of the policies built on that r could replace.
func (k *linker) replaceable(r *policy.Rule) []string {
	var ids []string
	for _, id := range slices.Sorted(maps.Keys(k.ids)) {
		if o := k.ids[id]; o.Origin != r.Origin && o.Kind == r.Kind && k.about(o) == k.about(r) {
			ids = append(ids, id)
		}
	}
	return ids
}
