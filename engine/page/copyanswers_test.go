package page

import (
	"testing"

	"windscreen/engine/family"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

func TestACopySaysOfTheAnswersOnlyWhatIsSoForEachChild(t *testing.T) {
	line := func(says, child string) family.LineOf {
		var l family.LineOf
		l.Children, l.Outcome = []string{child}, term.OutcomeGiven
		if says != "" {
			l.Rule.ForFamily = &recommendation.ForFamily{Says: says}
		}
		return l
	}
	const given = "You agreed. You can take that back at any time"
	for name, x := range map[string]struct {
		lines []family.LineOf
		want  string
	}{
		"both in part":               {[]family.LineOf{line("Part.", "a"), line("Part.", "b")}, "Part."},
		"one in part":                {[]family.LineOf{line("Part.", "a"), line("", "b")}, ""},
		"one in part, one not asked": {[]family.LineOf{line("Part.", "b")}, ""},
		"both agreed":                {[]family.LineOf{line("", "a"), line("", "b")}, given},
	} {
		m := &making{f: family.Page{Lines: x.lines}}
		if got := m.answeredForFamily(family.Of{Children: []string{"a", "b"}}, term.AgreementRequired); got != x.want {
			t.Errorf("%s: %q, not %q", name, got, x.want)
		}
	}
}
