package plan_test

import (
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/shippedroot"
	"windscreen/engine/term"
)

// decided is a verdict by ids.
type decided struct {
	Level                          logic.Range
	Grounds                        []logic.Truth
	Consent, Escalations, Possible []string
}

// verdictOf is the verdict that an outcome comes to.
func verdictOf(p *policy.Policy, o *evaluate.Outcome) decided {
	d := decided{Level: o.Level, Grounds: o.Grounds}
	answered := map[term.Answer]bool{}
	for _, l := range p.Consent {
		if o.Truths[l.Index] == logic.True && !(l.Answer.Single() && answered[l.Answer]) {
			answered[l.Answer] = true
			d.Consent = append(d.Consent, l.ID)
		}
	}
	for _, e := range p.Escalations {
		switch o.Truths[e.Index] {
		case logic.True:
			d.Escalations = append(d.Escalations, e.ID)
		case logic.Unknown:
			d.Possible = append(d.Possible, e.ID)
		case logic.False:
		}
	}
	return d
}

// said is a verdict of the plan.
func said(v *plan.Verdict) decided {
	d := decided{Level: v.Level, Grounds: v.Grounds}
	for _, l := range v.Consent {
		d.Consent = append(d.Consent, l.ID)
	}
	for _, e := range v.Escalations {
		d.Escalations = append(d.Escalations, e.ID)
	}
	for _, e := range v.Possible {
		d.Possible = append(d.Possible, e.ID)
	}
	return d
}

// TestTheVerdictFollowsWhatIsLearnt draws a walk on which facts become known and
// unknown, and holds each verdict against the tree.
func TestTheVerdictFollowsWhatIsLearnt(t *testing.T) {
	overPolicies(t, func(t *rapid.T, p *policy.Policy, e *plan.Plan) {
		in := evaluatetest.Knowledge(t, p, 50)
		s := e.NewState()
		var v plan.Verdict
		s.Verdict(in, &v)
		for range rapid.IntRange(1, 8).Draw(t, "steps") {
			f := rapid.SampledFrom(p.Vocabulary.Facts).Draw(t, "fact")
			in.Values[f.Index] = f.Unknown()
			if rapid.Bool().Draw(t, "known") {
				in.Values[f.Index] = evaluatetest.Learn(t, f, f.Unknown())
			}
			s.Know(f, in.Values[f.Index])
			s.Decided(&v)
			o, err := evaluate.Decide(evaluate.Tree(p), in)
			if err != nil {
				t.Fatalf("%v", err)
			}
			if d := cmp.Diff(verdictOf(p, o), said(&v)); d != "" {
				t.Fatalf("the verdict is not what the tree comes to:\n%s", d)
			}
		}
	})
}

func TestTheVerdictAllocatesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	for _, p := range shippedroot.Policies(t) {
		e := plan.New(p)
		for _, share := range []int{0, 20, 60, 100} {
			s, b := e.NewState(), e.NewBatch()
			var v plan.Verdict
			verdicts := make([]plan.Verdict, plan.Lanes)
			cases := drawCases(p, share, plan.Lanes)
			next := 0
			decide := func() {
				in := cases[next%len(cases)]
				s.Verdict(in, &v)
				f := p.Vocabulary.Facts[next%len(p.Vocabulary.Facts)]
				s.Know(f, cases[(next+1)%len(cases)].Values[f.Index])
				s.Decided(&v)
				next++
			}
			for range cases {
				decide() // the verdict's lists grow to what they need
			}
			if n := testing.AllocsPerRun(200, decide); n != 0 {
				t.Errorf("%s, %d in a hundred known: a verdict allocates %v times", p.ID, share, n)
			}
			if n := testing.AllocsPerRun(20, func() { b.Load(cases); b.Verdicts(verdicts) }); n != 0 {
				t.Errorf("%s, %d in a hundred known: a batch allocates %v times", p.ID, share, n)
			}
		}
	}
}

// TestOnePlanServesManyGoroutines is of use under the race detector.
func TestOnePlanServesManyGoroutines(t *testing.T) {
	for _, p := range shippedroot.Policies(t) {
		e := plan.New(p)
		cases := drawCases(p, 30, 16)
		want := make([]*evaluate.Outcome, len(cases))
		for i, in := range cases {
			var err error
			if want[i], err = evaluate.Decide(evaluate.Tree(p), in); err != nil {
				t.Fatal(err)
			}
		}
		var wait sync.WaitGroup
		for range 8 {
			wait.Go(func() {
				s, b := e.NewState(), e.NewBatch()
				var v plan.Verdict
				b.Load(cases)
				for i, in := range cases {
					o, err := evaluate.Decide(e, in)
					if err != nil {
						t.Error(err)
						return
					}
					s.Verdict(in, &v)
					if d := cmp.Diff(want[i], o, same); d != "" {
						t.Errorf("%s", d)
					}
					if d := cmp.Diff(verdictOf(p, want[i]), said(&v)); d != "" || b.Level(i) != want[i].Level {
						t.Errorf("the batch has level %v, and the verdict differs:\n%s", b.Level(i), d)
					}
				}
			})
		}
		wait.Wait()
	}
}
