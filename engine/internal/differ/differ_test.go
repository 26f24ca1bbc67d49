package differ_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/differ"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/mutate"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/sat"
	"windscreen/engine/internal/shippedroot"
	"windscreen/engine/internal/testroot"
	"windscreen/engine/term"
)

// oneIn is how many changes of the shipped rules stand for one that is tried. Each run begins at a place of its own.
const oneIn = 600

// some are some changes of a shipped policy.
func some(t *testing.T, id string) (*policy.Policy, []*mutate.Change) {
	t.Helper()
	root := shippedroot.Rules(t)
	parser, err := lang.NewParser()
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(root.Policies, func(p *policy.Policy) bool { return p.ID == id })
	if i < 0 {
		t.Fatalf("there is no policy %s", id)
	}
	return root.Policies[i], mutate.Of(parser, root.Policies[i])
}

// evaluated is a case and what comes of it.
type evaluated struct {
	evaluate.Input
	*evaluate.Outcome
}

// cases are random cases, from thin ones to full ones, and what comes of them.
func cases(t *testing.T, p *policy.Policy, n int) []evaluated {
	t.Helper()
	by := plan.New(p)
	r := rand.New(rand.NewPCG(1, 2))
	reader := casefile.NewReader(p.Vocabulary)
	var out []evaluated
	for range n {
		text, err := draw.Text(r, p, []int{1, 3, 10, 40, 90}[r.IntN(5)], true, p.Vocabulary.London)
		if err != nil {
			t.Fatal(err)
		}
		if c, _ := reader.Read("case", text); c != nil {
			in := evaluate.Input{Values: c.Values, AsOf: c.AsOf.Unix()}
			out = append(out, evaluated{in, outcome(t, by, in)})
		}
	}
	return out
}

func outcome(t *testing.T, by evaluate.Evaluator, in evaluate.Input) *evaluate.Outcome {
	t.Helper()
	o, err := evaluate.Decide(by, in)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// same reports whether two outcomes are the same, as far as is compared.
func same(p, q *policy.Policy, a, b *evaluate.Outcome) bool {
	lines := func(p *policy.Policy, o *evaluate.Outcome) []string {
		met := map[term.Answer]bool{}
		var ids []string
		for _, l := range p.Consent {
			if o.Truths[l.Index] == logic.True && !met[l.Answer] {
				met[l.Answer] = l.Answer.Single()
				ids = append(ids, l.ID)
			}
		}
		slices.Sort(ids)
		return ids
	}
	return a.Level == b.Level && slices.Equal(a.Grounds, b.Grounds) && slices.Equal(a.Truths, b.Truths) &&
		slices.Equal(lines(p, a), lines(q, b))
}

// TestWhatIsDecidedOfChangesAgreesWithThePlan holds what is decided of changes against random cases, and every case that is
// found against the plan, which knows nothing of formulas.
func TestWhatIsDecidedOfChangesAgreesWithThePlan(t *testing.T) {
	for _, id := range []string{"bexley-2020", "essex-2017"} {
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			p, changes := some(t, id)
			drawn := cases(t, p, 60)
			by := differ.New(p, plan.New(p))
			alike, told := 0, 0
			each := oneIn
			if testing.Short() { // which is for the race detector
				each *= 10
			}
			for i := int(testroot.Seed(t) % uint64(each)); i < len(changes); i += each {
				changed, err := changes[i].Apply()
				if err != nil {
					t.Fatal(err)
				}
				version := differ.Version{Policy: changed.Policy, Rules: changed.Rules}
				answer, _, err := by.Alike(version)
				if err != nil {
					t.Fatalf("%s, %s: %v", changes[i].ID, changes[i].Says(), err)
				}
				after := plan.New(changed.Policy)
				differs := slices.ContainsFunc(drawn, func(x evaluated) bool {
					return !same(p, changed.Policy, x.Outcome, outcome(t, after, x.Input))
				})
				switch {
				case differs && answer == sat.Unsatisfiable:
					t.Errorf("%s, %s: it is said to make no difference, and a case tells", changes[i].ID, changes[i].Says())
				case answer == sat.Unsatisfiable:
					alike++
				case answer == sat.Satisfiable:
					if check(t, by, version, after, changes[i]) {
						told++
					}
				}
			}
			t.Logf("%d make no difference, %d are told by a case", alike, told)
			if told == 0 {
				t.Error("no change is told by a case")
			}
		})
	}
}

// check looks for the smallest case that tells, and runs it.
func check(t *testing.T, by *differ.Policy, v differ.Version, after evaluate.Evaluator, c *mutate.Change) bool {
	t.Helper()
	found, err := by.Smallest(v)
	if err != nil {
		t.Fatalf("%s, %s: %v", c.ID, c.Says(), err)
	}
	if found.Answer != sat.Satisfiable {
		t.Logf("%s, %s: %v, %s", c.ID, c.Says(), found.Answer, found.Why)
		return false
	}
	if found.Differences[0].What == differ.Says {
		return true
	}
	in := evaluate.Input{Values: found.Case.Values, AsOf: found.Case.AsOf.Unix()}
	if j := found.Case.Judgement; j != nil {
		in.Judgement = lang.Judgement{Recorded: true, Level: j.Level}
	}
	if same(v.Policy, v.Policy, found.Outcome, outcome(t, after, in)) && found.Differences[0].What != differ.Answer {
		t.Errorf("%s, %s: the case that is to tell comes out the same", c.ID, c.Says())
	}
	return true
}
