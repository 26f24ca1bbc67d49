package allcases_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"windscreen/engine/internal/allcases"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/shippedroot"
	"windscreen/engine/internal/vocabulary"
)

// TestTheFormulasAgreeWithThePlan reads random cases, from thin ones to full ones, and holds every rule,
// ground and bound of the level against what the plan says, both by Kleene's rules and after looking both ways.
func TestTheFormulasAgreeWithThePlan(t *testing.T) {
	cases := 600
	if testing.Short() {
		cases = 100
	}
	for _, p := range shippedroot.Policies(t) {
		t.Run(p.ID, func(t *testing.T) {
			t.Parallel()
			all := describe(t, p, allcases.Options{AsOf: draw.AsOf})
			reader := casefile.NewReader(p.Vocabulary)
			by := plan.New(p)
			r := rand.New(rand.NewPCG(1, 2))
			read := 0
			for range cases {
				text := drawn(t, r, p)
				c, _ := reader.Read("case", text)
				if c == nil {
					continue // what was added contradicts the rest
				}
				read++
				if !agree(t, all, by, c) {
					t.Fatalf("in the case %s", text)
				}
			}
			if read < cases/2 {
				t.Errorf("only %d of %d cases were read", read, cases)
			}
		})
	}
}

// TestADateAheadSettlesOnlyWhatNothingIsSaidOf has a birth that is expected, and something else said of whether the child is born.
func TestADateAheadSettlesOnlyWhatNothingIsSaidOf(t *testing.T) {
	for _, p := range shippedroot.Policies(t) {
		all, reader := describe(t, p, allcases.Options{AsOf: draw.AsOf}), casefile.NewReader(p.Vocabulary)
		for _, said := range []string{"", `, "unborn": {"alleged": "yes"}`, `, "unborn": "unknown"`, `, "unborn": "yes"`} {
			text := fmt.Sprintf(`{"as_of": %q, "child": {"expected_on": %q%s}}`, draw.AsOf.Format(time.RFC3339),
				draw.AsOf.AddDate(0, 0, 7).Format(time.DateOnly), said)
			c, list := reader.Read("case", []byte(text))
			if c == nil {
				t.Fatalf("%s: %s", text, list)
			}
			if !agree(t, all, evaluate.Tree(p), c) {
				t.Errorf("%s, in the case %s", p.ID, text)
			}
		}
	}
}

// TestEveryWayIsLookedAtUnderTheShippedPolicies fails once rules read so many facts both ways that an answer can be a bound.
// Then see whether a rule can do without.
func TestEveryWayIsLookedAtUnderTheShippedPolicies(t *testing.T) {
	for _, p := range shippedroot.Policies(t) {
		if all := describe(t, p, allcases.Options{AsOf: draw.AsOf}); !all.Whole() {
			t.Errorf("%s: there are more ways for facts to turn out than are looked at, so that a level can be a bound", p.ID)
		}
	}
}

// drawn is the text of a random case. It also says of some facts that they are unknown or alleged, gives dates of
// birth, and goes through areas.
func drawn(t *testing.T, r *rand.Rand, p *policy.Policy) []byte {
	t.Helper()
	shares := []int{0, 1, 3, 10, 40, 90}
	text, err := draw.Text(r, p, shares[r.IntN(len(shares))], r.IntN(2) == 0, p.Vocabulary.London)
	if err != nil {
		t.Fatal(err)
	}
	var c map[string]any
	if err := json.Unmarshal(text, &c); err != nil {
		t.Fatal(err)
	}
	say := func(f *vocabulary.Fact, what any) {
		domain, ok := c[f.Domain].(map[string]any)
		if !ok {
			domain = map[string]any{}
			c[f.Domain] = domain
		}
		domain[f.Name] = what
	}
	evidence, _ := c["evidence"].(map[string]any) // none, if there is none
	share := []int{2, 10}[r.IntN(2)]
	for _, f := range p.Vocabulary.Facts {
		if _, said := evidence[f.Path]; said || r.IntN(100) >= share {
			continue
		}
		switch {
		case f.Dated():
			at := draw.AsOf.AddDate(-r.IntN(28), 0, -r.IntN(400))
			if f.MayBeAhead && r.IntN(2) == 0 {
				at = draw.AsOf.AddDate(0, 0, 1+r.IntN(200))
			}
			say(f, at.Format([]string{"2006-01-02", "2006-01-02", "2006", "2006-01"}[r.IntN(2+2*btoi(f.Kind == vocabulary.Date))]))
		case f.Kind == vocabulary.YesNo && r.IntN(2) == 0:
			say(f, map[string]any{"alleged": "yes"})
		case r.IntN(2) == 0:
			say(f, "unknown")
		}
	}
	switch r.IntN(4) {
	case 0:
		c["explored"] = "all"
	case 1:
		list := []string{}
		for _, d := range p.Vocabulary.Domains {
			if r.IntN(2) == 0 {
				list = append(list, d.Name)
			}
		}
		c["explored"] = list
	}
	text, err = json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func describe(t testing.TB, p *policy.Policy, o allcases.Options) *allcases.Cases {
	t.Helper()
	all, err := allcases.New(p, o)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// agree holds the formulas against an evaluator for one case.
func agree(t *testing.T, all *allcases.Cases, e evaluate.Evaluator, c *casefile.Case) bool {
	t.Helper()
	in := evaluate.Input{Values: c.Values, AsOf: c.AsOf.Unix()}
	if c.Judgement != nil {
		in.Judgement = lang.Judgement{Recorded: true, Level: c.Judgement.Level}
	}
	s := e.Start(in)
	defer s.End()
	o, err := s.Outcome()
	if err != nil {
		t.Fatal(err)
	}
	v := all.Under(all.Assign(c))
	fine := true
	hold := func(what string, x allcases.Truth, want logic.Truth) {
		if got := truth(v, x); got != want {
			t.Errorf("%s: the formulas say %v, %s %v", what, got, e.Name(), want)
			fine = false
		}
	}
	for _, r := range all.Policy.Rules {
		hold(r.ID, all.Rules[r.Index], o.Truths[r.Index])
	}
	for _, r := range all.Policy.Rules[:all.Policy.FindingsEnd] {
		kleene, err := s.Rule(r, evaluate.Kleene)
		if err != nil {
			t.Fatal(err)
		}
		hold(r.ID+" by Kleene's rules", all.Kleene[r.Index], kleene)
	}
	for i, x := range all.Grounds {
		hold("ground."+all.Policy.Statutes[i].Name, x, o.Grounds[i])
	}
	for i, x := range all.Decisive {
		hold("decisive", x, o.Decisive[i])
	}
	for i, x := range all.LevelFrom {
		hold("the level from "+all.Policy.Levels[i].ID, x, o.Level.Within(int64(all.Policy.Levels[i].Number), 1000))
	}
	if broken := all.Broken(v); len(broken) > 0 {
		t.Errorf("%d things that every case keeps do not hold", len(broken))
		fine = false
	}
	return fine
}

// truth is what a condition comes to.
func truth(v formula.Valuation, x allcases.Truth) logic.Truth {
	switch {
	case v.Of(x.Is):
		return logic.True
	case v.Of(x.May):
		return logic.Unknown
	}
	return logic.False
}
