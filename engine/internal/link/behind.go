package link

import (
	"fmt"
	"maps"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/room"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// later notes what an action or a step says under after.
func (k *linker) later(f *source.File, r *policy.Rule, e rulefile.Doing) {
	if len(e.After) > 0 {
		k.afters = append(k.afters, excluding{r, f, e.After})
	}
}

// behind finds the rules that stand before others on a page, once all are known. Whatever stands behind a rule
// that was replaced stands behind the one that takes its place, and behind all behind which that stands.
func (k *linker) behind() {
	before := map[*policy.Rule][]leaving{}
	for x := range room.While(&k.Room, k.afters) {
		for _, id := range x.ids {
			if !id.IsSet() {
				continue
			}
			fault := func(code diagnostic.Code, message, remedy string) { k.At(x.file, id.Node, code, message, remedy) }
			named := k.ids[id.Value]
			if named == nil {
				fault(diagnostic.UnknownName, fmt.Sprintf("there is no rule called %s", id.Value),
					source.DidYouMean(id.Value, slices.Sorted(maps.Keys(k.ids))))
				continue
			}
			switch other := k.standIn(named); {
			case other == x.rule:
				fault(diagnostic.Conflict, "a rule cannot stand behind itself", "take it out")
			case other.Kind != term.KindEscalation && other.Kind != term.KindPathway:
				fault(diagnostic.Misplaced, fmt.Sprintf("%s is %s, and only escalations and steps have an order", other.ID, k.sort(other)),
					"take it out")
			case slices.ContainsFunc(before[x.rule], func(l leaving) bool { return l.to == other }):
				fault(diagnostic.DuplicateID, fmt.Sprintf("%s is named twice", other.ID), "name it once")
			default:
				before[x.rule] = append(before[x.rule], leaving{other, x.file, id.Node})
			}
		}
	}
	k.circles(k.afters, before, oneBehindAnother)
	for _, x := range k.afters {
		all := map[*policy.Rule]bool{}
		reach(before, x.rule, all)
		x.rule.After = nil
		for r := range all {
			x.rule.After = append(x.rule.After, r.ID)
		}
		slices.Sort(x.rule.After)
	}
}

// reach collects the rules that stand before one, directly or through others.
func reach(before map[*policy.Rule][]leaving, r *policy.Rule, all map[*policy.Rule]bool) {
	for _, l := range before[r] {
		if !all[l.to] {
			all[l.to] = true
			reach(before, l.to, all)
		}
	}
}

// oneBehindAnother says that rules stand behind one another in a circle.
var oneBehindAnother = circleWords{
	does: "stands behind", two: "%s and %s each stand behind the other", more: "rules stand behind one another in a circle",
	remedy: "keep it in the rule that is done later, and take it out of the other",
}
