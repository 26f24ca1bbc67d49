package engine

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/draw"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
	"windscreen/rules"
)

// byEvaluator are the shipped rules under each evaluator, opened once for all tests.
var byEvaluator = map[Evaluator]func() (*Engine, error){
	Plan: sync.OnceValues(func() (*Engine, error) { return Open(rules.FS) }),
	CEL:  sync.OnceValues(func() (*Engine, error) { return Open(rules.FS, With(CEL)) }),
}

// loaded are the shipped rules. All tests have the same.
func loaded(t testing.TB, by Evaluator) *Engine {
	t.Helper()
	e, err := byEvaluator[by]()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// policiesOf are all policies of an engine.
func policiesOf(t testing.TB, e *Engine) []*Policy {
	t.Helper()
	var out []*Policy
	for _, id := range e.IDs() {
		p, err := e.Policy(id)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, p)
	}
	return out
}

// texts draws cases in JSON, from thin to complete.
func texts(t testing.TB, p *Policy, n int) [][]byte {
	t.Helper()
	r := rand.New(rand.NewPCG(5, 6))
	out := make([][]byte, n)
	for i := range out {
		var err error
		if out[i], err = draw.Text(r, p.unit.Policy, []int{5, 20, 60, 100}[i%4], i%2 == 0, p.unit.Maker.London); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// sameVerdict compares what verdicts say.
var sameVerdict = cmp.Options{cmpopts.IgnoreUnexported(Verdict{}), cmpopts.EquateEmpty()}

// said is what a recommendation says of the same, with consent and escalations in
// any order.
func said(r *recommendation.Recommendation) *Verdict {
	v := &Verdict{Decision: Decision{Recommended: r.Level.Recommended, AtMost: r.Level.AtMost}}
	for _, g := range r.Grounds {
		if g.State == term.Holds {
			v.Grounds = append(v.Grounds, g.Name)
		} else {
			v.PossibleGrounds = append(v.PossibleGrounds, g.Name)
		}
	}
	for _, l := range r.Consent.Why {
		v.Consent = append(v.Consent, l.ID)
	}
	for _, l := range slices.Concat(r.Consent.Answered, r.Consent.From, r.Consent.Record, r.Consent.Refused, r.Consent.Copy) {
		v.Consent = append(v.Consent, l.ID)
	}
	for _, e := range r.Escalations {
		if e.State == term.NowDue {
			v.Escalations = append(v.Escalations, e.ID)
		} else {
			v.PossibleEscalations = append(v.PossibleEscalations, e.ID)
		}
	}
	return v
}

func TestAVerdictSaysWhatTheRecommendationSays(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	verdictsAgree(t, func(p *Policy) [][]byte { return texts(t, p, 24) }, func(e *Engine, c *Case, id string) (*Verdict, error) {
		r, err := e.Evaluate(c, Under(id))
		if err != nil {
			return nil, err
		}
		return said(r), nil
	})
}

// verdictsAgree compares the verdicts on some cases under each policy, however they are made, with
// what the answer to each case says.
func verdictsAgree(t *testing.T, cases func(p *Policy) [][]byte, answer func(e *Engine, c *Case, id string) (*Verdict, error)) {
	t.Helper()
	e, ref := loaded(t, Plan), loaded(t, CEL)
	inAnyOrder := cmp.Options{sameVerdict, cmpopts.SortSlices(strings.Compare)}
	for _, p := range policiesOf(t, e) {
		slow, err := ref.Policy(p.ID())
		if err != nil {
			t.Fatal(err)
		}
		var fromCase, fromJSON, fromReference Verdict
		for _, data := range cases(p) {
			c, err := e.ReadCase("case.json", data)
			if err != nil {
				t.Fatal(err)
			}
			want, err := answer(e, c, p.ID())
			if err != nil {
				t.Fatal(err)
			}
			err = errors.Join(p.Verdict(c, &fromCase), p.VerdictJSON(data, &fromJSON), slow.VerdictJSON(data, &fromReference))
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, &fromCase, inAnyOrder); d != "" {
				t.Fatalf("%s: the answer (-) and the verdict (+) differ on %s:\n%s", p.ID(), data, d)
			}
			for name, v := range map[string]*Verdict{"JSON": &fromJSON, "the reference": &fromReference} {
				if d := cmp.Diff(&fromCase, v, sameVerdict); d != "" {
					t.Fatalf("%s: the case (-) and %s (+) differ on %s:\n%s", p.ID(), name, data, d)
				}
			}
		}
	}
}

// TestAVerdictFromJSONTreatsTheCaseAsReadCaseDoes is about what stands around the
// facts: the policy named, the judgement, and what is wrong.
func TestAVerdictFromJSONTreatsTheCaseAsReadCaseDoes(t *testing.T) {
	e := loaded(t, Plan)
	for _, text := range []string{
		`{"as_of":"2020-03-02T14:10"}`,
		`{"as_of":"2020-03-02T14:10","policy":"bexley-2020"}`,
		`{"as_of":"2020-03-02T14:10","policy":"bexley"}`,
		`{"as_of":"1990-03-02T14:10","policy":"bexley"}`,
		`{"as_of":"2020-03-02T14:10","policy":"essex-2017"}`,
		`{"as_of":"2020-03-02T14:10","policy":"england"}`,
		`{"as_of":"2020-03-02T14:10","policy":"nowhere"}`,
		`{"as_of":"2020-03-02T14:10","judgement":{"level":4,"by":"team manager","reason":"made up"}}`,
		`{"as_of":"2020-03-02T14:10","judgement":{"level":9,"by":"team manager","reason":"made up"}}`,
		`{"as_of":"2020-03-02T14:10","policy":"bexley","judgement":{"level":9,"by":"team manager","reason":"made up"}}`,
		`{"as_of":"2020-03-02T14:10","policy":"essex-2017","judgement":{"level":9,"by":"team manager","reason":"made up"}}`,
		`{"as_of":"2020-03-02T14:10","home":{"domestic_abuse":"dreadful"}}`,
		`{"as_of":"2020-03-02T14:10","home":{"domestic_abuse":"\u0073erious"}}`,
		`{`, ``, `as_of: 2020-03-02T14:10`,
	} {
		for _, p := range policiesOf(t, e) {
			var want, got Verdict
			c, wantErr := e.ReadCase("case.json", []byte(text))
			if wantErr == nil {
				wantErr = p.Verdict(c, &want)
			}
			err := p.VerdictJSON([]byte(text), &got)
			if fmt.Sprint(err) != fmt.Sprint(wantErr) {
				t.Fatalf("%s under %s: the error is %v, and should be %v", text, p.ID(), err, wantErr)
			}
			if d := cmp.Diff(want, got, sameVerdict); err == nil && d != "" {
				t.Fatalf("%s under %s (-case +JSON):\n%s", text, p.ID(), d)
			}
		}
	}
}

func TestOfAForeignCaseThereIsNoVerdict(t *testing.T) {
	e := loaded(t, Plan)
	other, err := Open(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	c, err := other.ReadCase("case.json", []byte(`{"as_of":"2020-03-02T14:10"}`))
	if err != nil {
		t.Fatal(err)
	}
	for c, want := range map[*Case]error{c: errForeign, nil: errNoCase} {
		if err := policiesOf(t, e)[0].Verdict(c, new(Verdict)); !errors.Is(err, want) {
			t.Errorf("the error is %v", err)
		}
	}
}

func TestAVerdictAllocatesNothing(t *testing.T) {
	p := policiesOf(t, loaded(t, Plan))[0]
	data := texts(t, p, 32)
	var v Verdict
	next := 0
	decide := func() {
		if err := p.VerdictJSON(data[next%len(data)], &v); err != nil {
			t.Fatal(err)
		}
		next++
	}
	for range data {
		decide() // its lists grow to what they need
	}
	if n := testing.AllocsPerRun(100, decide); n != 0 {
		t.Errorf("a verdict from JSON allocates %v times", n)
	}
}

func TestVerdictsOfManyAreThoseOfEach(t *testing.T) {
	for evaluator, n := range map[Evaluator]int{Plan: 150, CEL: 65} { // CEL takes long
		p := policiesOf(t, loaded(t, evaluator))[0]
		data := texts(t, p, n)
		data[7] = []byte(`{"as_of": 1}`)
		data[64] = []byte(`{"as_of":"2020-03-02T14:10","judgement":{"level":9,"by":"x","reason":"made up"}}`)
		data[9] = []byte(`{"as_of":"2020-03-02T14:10","home":{"domestic_abuse":"\u0073erious"}}`) // for the strict reader
		unread := errors.New("unread")
		answered := make([]atomic.Int32, len(data))
		err := p.VerdictsJSON(t.Context(), len(data), func(i int, room []byte) ([]byte, error) {
			if i == 11 {
				return room, unread
			}
			return append(room, data[i]...), nil
		}, func(i int, v *Verdict, err error) {
			answered[i].Add(1)
			var want Verdict
			var failure *diagnostic.Failure
			switch wantErr := p.VerdictJSON(data[i], &want); {
			case i == 11:
				if !errors.Is(err, unread) || v != nil {
					t.Errorf("an error of read is lost: %v", err)
				}
			case fmt.Sprint(wantErr) != fmt.Sprint(err), err != nil && (v != nil || !errors.As(err, &failure)):
				t.Errorf("%s, case %d: the error is %v, and alone %v", evaluator, i, err, wantErr)
			case err == nil:
				if d := cmp.Diff(&want, v, sameVerdict); d != "" {
					t.Errorf("%s, case %d (-alone +among many):\n%s", evaluator, i, d)
				}
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		for i := range answered {
			if n := answered[i].Load(); n != 1 {
				t.Errorf("%s: case %d is answered %d times", evaluator, i, n)
			}
		}
	}
}

// TestOnePolicyGivesVerdictsToManyGoroutines is of use under the race detector.
func TestOnePolicyGivesVerdictsToManyGoroutines(t *testing.T) {
	p := policiesOf(t, loaded(t, Plan))[0]
	data := texts(t, p, 16)
	want := make([]Verdict, len(data))
	for i := range data {
		if err := p.VerdictJSON(data[i], &want[i]); err != nil {
			t.Fatal(err)
		}
	}
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			var v Verdict
			for i := range data {
				if err := p.VerdictJSON(data[i], &v); err != nil {
					t.Error(err)
				} else if d := cmp.Diff(want[i], v, sameVerdict); d != "" {
					t.Error(d)
				}
			}
		})
	}
	wait.Wait()
}
