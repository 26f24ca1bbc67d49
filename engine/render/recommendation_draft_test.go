package render

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/recommendation"
)

func TestFactsThatNobodyMentionedAreCountedWhereThereAreMany(t *testing.T) {
	facts := func(silent int) []recommendation.Fact {
		list := []recommendation.Fact{{Fact: "a.stated", Title: "Stated", Says: "so"}}
		for i := range silent {
			list = append(list,
				recommendation.Fact{Fact: fmt.Sprintf("b.silent_%d", i), Title: fmt.Sprintf("Silent %d", i), Says: "no", Explored: true})
		}
		return list
	}
	few := []string{"Stated: so", "Silent 0: no (gone through, nothing said of it)", "Silent 1: no (gone through, nothing said of it)",
		"Silent 2: no (gone through, nothing said of it)"}
	for _, test := range []struct {
		name   string
		silent int
		rules  bool
		want   []string
	}{
		{"a few are told one by one", 3, false, few},
		{"many are counted", 4, false, []string{"Stated: so", "4 things were gone through, and nothing was said of them."}},
		{"with the rules, all are told", 4, true, append(few, "Silent 3: no (gone through, nothing said of it)")},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := &draft{r: &recommendation.Recommendation{}, rules: test.rules, facts: map[string]bool{}, contacts: map[string]bool{}}
			var got []string
			for _, it := range d.because(facts(test.silent)) {
				got = append(got, it.text)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
