package check

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/link"
	"windscreen/engine/internal/policy"
)

// lost warns of actions and steps that a higher level, or a ground, rules out as soon as it is possible. An answer has only
// those that certainly hold, so the step would vanish while more may be known, which is when it matters most. What stands in
// certain(…) or open(…) asks for what is known, and is meant.
func lost(l *link.Linked) diagnostic.List {
	var rules []*policy.Rule
	for _, e := range l.Policy.Escalations {
		rules = append(rules, e.Rule)
	}
	for _, s := range l.Policy.Pathway {
		rules = append(rules, s.Rule)
	}
	var list diagnostic.List
	for _, r := range rules {
		if r.Origin != l.Draft.ID || r.Always {
			continue
		}
		for _, x := range ruledOut(l.Policy, r.When.Root, 1) {
			at, _ := l.Condition(r)
			list = append(list, warning(l.SourceFile(r.File).Diagnostic(diagnostic.LostWhileOpen, at[0], at[1],
				fmt.Sprintf("%s is left out of the answer while %s is possible", r.ID, x.possible),
				fmt.Sprintf("write %s in place of %s", x.instead, x.written))))
		}
	}
	return list
}

// excluded is a part of a condition that something graver rules out.
type excluded struct{ written, possible, instead string }

// ruledOut are the parts of a condition that a higher level or a ground rules out, each once. Parts of named conditions of
// other policies are left out, because they cannot be corrected here. Sign says whether the part stands as written.
func ruledOut(p *policy.Policy, n *lang.Node, sign int) []excluded {
	switch n.Op {
	case lang.Certain, lang.Open:
		return nil
	case lang.Not:
		return ruledOut(p, n.Args[0], -sign)
	case lang.Named:
		if p.Places[n.Named.Name].Origin != p.ID {
			return nil
		}
	case lang.Ground:
		if sign < 0 {
			return []excluded{{n.Text(), n.Text(), "certain(" + n.Text() + ")"}}
		}
	case lang.CountIn:
		if n.Counter == lang.Level {
			return levelRulesOut(p, n, sign)
		}
	case lang.Const, lang.And, lang.Or, lang.If, lang.AtLeastN, lang.FactIn, lang.OneOf, lang.Member, lang.TimeIn, lang.Decisive,
		lang.OpenFact, lang.Judged, lang.JudgedOtherwise:
	}
	var list []excluded
	for i, a := range n.Args {
		if n.Op == lang.If && i == 0 {
			continue // either way round it may be the better one
		}
		for _, x := range ruledOut(p, a, sign) {
			if !slices.Contains(list, x) {
				list = append(list, x)
			}
		}
	}
	return list
}

// levelRulesOut is a comparison of the level, where a higher level rules it out.
func levelRulesOut(p *policy.Policy, n *lang.Node, sign int) []excluded {
	lowest, highest := int64(0), int64(math.MaxInt64) // a policy that others build on has no levels of its own
	if len(p.Levels) > 0 {
		lowest, highest = int64(p.Levels[0].Number), int64(p.Levels[len(p.Levels)-1].Number)
	}
	switch {
	case sign > 0 && n.Hi < highest:
		above := fmt.Sprintf("level >= %d", n.Hi+1)
		instead := "!certain(" + above + ")"
		if n.Lo > lowest {
			instead = fmt.Sprintf("level >= %d && %s", n.Lo, instead)
		}
		return []excluded{{line(n.Text()), above, instead}}
	case sign < 0 && n.Lo > lowest && n.Hi >= highest:
		return []excluded{{line(n.Text()), line(n.Text()), "certain(" + line(n.Text()) + ")"}}
	}
	return nil
}

// line is a text in one line.
func line(text string) string { return strings.Join(strings.Fields(text), " ") }
