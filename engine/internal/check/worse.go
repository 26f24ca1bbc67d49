package check

import (
	"fmt"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/link"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// worse warns of rules by which a graded fact's getting worse could lower the
// level: an indicator, ground or level that is helped by a lower rung, and a level
// that is helped by fewer findings. A rule that means it says so with lowers.
func worse(l *link.Linked) diagnostic.List {
	if !document(l.Draft) {
		return nil
	}
	context := map[*policy.Rule]bool{}
	for _, i := range l.Policy.Indicators {
		context[i.Rule] = i.Strength == term.StrengthContext
	}
	var list diagnostic.List
	for _, r := range l.Policy.Rules[:l.Policy.FindingsEnd] {
		if context[r] {
			continue // it never counts
		}
		for _, why := range lowering(r) {
			at, _ := l.Condition(r)
			list = append(list, warning(l.SourceFile(r.File).Diagnostic(diagnostic.WorseLowers, at[0], at[1],
				why+", so the level could fall when something gets worse",
				"count upwards (atLeast, >=); if the document means it, declare it with lowers: and the clause")))
		}
	}
	return list
}

// lowering says how a rule up to the level is helped by what is less serious.
func lowering(r *policy.Rule) []string {
	var why []string
	warned := map[*vocabulary.Fact]bool{}
	r.When.Root.Walk(1, func(n *lang.Node, sign int) {
		if n.Op == lang.FactIn {
			up := n.Lo > 0 && n.Hi >= int64(len(n.Fact.Words))-1
			down := n.Lo <= 0
			if n.Fact.Kind != vocabulary.Scale || up && sign > 0 || down && sign < 0 || declared(r, n.Fact) || warned[n.Fact] {
				return
			}
			warned[n.Fact] = true
			why = append(why, fmt.Sprintf("%s holds if %s is less serious, but not if it is more serious", r.ID, n.Fact.Path))
		}
		if len(r.Lowers) > 0 || !n.HelpedByLess(sign) {
			return
		}
		if n.Op == lang.CountIn {
			why = append(why, r.ID+" depends on having fewer signs")
		} else {
			why = append(why, r.ID+" depends on a finding not holding")
		}
	})
	return why
}

// declared reports whether a rule declares the fact under lowers.
func declared(r *policy.Rule, f *vocabulary.Fact) bool {
	return slices.Contains(r.Lowers, f)
}
