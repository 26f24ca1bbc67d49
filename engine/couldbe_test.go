package engine_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"windscreen/engine"
	"windscreen/engine/term"
)

// TestWhatMoreIsKnownBringsIsAmongWhatCouldBe: whatever single fact a thin case learns, each single answer about consent
// is the one given before or among those that it could be.
func TestWhatMoreIsKnownBringsIsAmongWhatCouldBe(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	e := shipped(t)
	bases := map[string]string{
		"harm suspected": "harm: {significant_harm: suspected}",
		"an age alone":   "child: {age: 14}",
		"a need":         "needs: {extent: several}",
	}
	for _, name := range []string{"bexley-2020", "essex-2017"} {
		p, err := e.Policy(name)
		if err != nil {
			t.Fatal(err)
		}
		for what, base := range bases {
			head := "as_of: 2020-03-02T14:10\npolicy: " + name + "\n"
			r := answer(t, e, head+base)
			allowed := map[term.Answer]map[string]bool{}
			values := map[string]string{} // of each line that gives a single answer, by id
			for a, l := range r.Consent.Why {
				allowed[a] = map[string]bool{r.Consent.Value(a): true}
				values[l.ID] = r.Consent.Value(a)
			}
			for _, c := range r.Consent.CouldBe {
				if c.Answer.Single() {
					allowed[c.Answer][c.Value] = true
				}
			}
			for _, s := range statements(t) {
				if strings.HasPrefix(base, s[:strings.Index(s, ":")]) {
					continue
				}
				c, err := e.ReadCase("case.yaml", []byte(head+base+"\n"+s))
				if err != nil {
					continue
				}
				var v engine.Verdict
				if err := p.Verdict(c, &v); err != nil {
					t.Fatal(err)
				}
				if !slices.ContainsFunc(v.Consent, func(id string) bool { _, known := values[id]; return !known }) {
					continue
				}
				more, err := e.Evaluate(c)
				if err != nil {
					t.Fatal(err)
				}
				for _, id := range v.Consent {
					values[id] = ""
				}
				for a, l := range more.Consent.Why {
					values[l.ID] = more.Consent.Value(a)
					if got := more.Consent.Value(a); !allowed[a][got] {
						t.Errorf("%s, %s: %s brings %s %q, which is not among %v",
							name, what, s, a, got, slices.Sorted(maps.Keys(allowed[a])))
					}
				}
			}
		}
	}
}
