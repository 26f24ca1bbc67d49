package sat

import (
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestTheAnswersOfTheDocComment(t *testing.T) {
	s := New()
	rain, umbrella := s.NewVar(), s.NewVar()
	s.AddClause(rain.Not(), umbrella)
	if got := s.Solve(1000, rain, umbrella.Not()); got != Unsatisfiable {
		t.Fatalf("rain without an umbrella is %v", got)
	}
	core := s.Core()
	slices.Sort(core)
	if want := []Lit{rain, umbrella.Not()}; !slices.Equal(core, want) {
		t.Errorf("to blame are %v, not %v", core, want)
	}
	if got := s.Solve(1000, rain); got != Satisfiable || !s.True(umbrella) || s.True(umbrella.Not()) {
		t.Errorf("rain is %v, umbrella %v", got, s.True(umbrella))
	}
}

func TestEdgesOfTheInterface(t *testing.T) {
	s := New()
	if got := s.Solve(0); got != Satisfiable {
		t.Errorf("without clauses it is %v", got)
	}
	if s.True(Positive(7)) || s.True(Positive(7).Not()) {
		t.Error("a variable that is not there has a value")
	}
	a := Positive(3)
	if got := s.Solve(1, a, a, a.Not(), a); got != Unsatisfiable {
		t.Errorf("a variable and its opposite are %v", got)
	}
	if core := s.Core(); len(core) != 2 {
		t.Errorf("to blame are %v", core)
	}
	if s.Vars() != 4 {
		t.Errorf("there are %d variables", s.Vars())
	}
	s.AddClause(a, a.Not(), Positive(5))
	s.AddClause(a, a)
	if got := s.Solve(1); got != Satisfiable || !s.True(a) {
		t.Errorf("with the clause a it is %v, and a is %v", got, s.True(a))
	}
	s.AddClause()
	if got := s.Solve(1, a); got != Unsatisfiable || len(s.Core()) != 0 {
		t.Errorf("with an empty clause it is %v, and %v is to blame", got, s.Core())
	}
	if s.True(a) {
		t.Error("there is a model after unsatisfiable")
	}
}

func TestAModelSaysNoMoreThanItMust(t *testing.T) {
	s := New()
	for range 50 {
		s.NewVar()
	}
	s.AddClause(Positive(10), Positive(20))
	s.Solve(plenty, Positive(5), Positive(6), Positive(7))
	// What an earlier model said does not stay.
	if got := s.Solve(plenty); got != Satisfiable {
		t.Fatal(got)
	}
	said := 0
	for v := range s.Vars() {
		if s.True(Positive(v)) {
			said++
		}
	}
	if said != 1 {
		t.Errorf("%d variables are true; one is enough", said)
	}
}

func TestTheBudgetEndsAQuestionAndAskingAgainGoesOn(t *testing.T) {
	s := pigeons(8, 7).solver()
	if got := s.Solve(50); got != GaveUp {
		t.Fatalf("after 50 conflicts it is %v", got)
	}
	if s.Conflicts() != 50 {
		t.Errorf("the budget of 50 came to %d conflicts", s.Conflicts())
	}
	if s.True(Positive(0)) || s.True(Positive(0).Not()) || len(s.Core()) > 0 {
		t.Error("something is said after giving up")
	}
	if _, _, ok := pigeons(8, 7).solver().Shrink(50); ok {
		t.Error("what was given up was shrunk")
	}
	answer := GaveUp
	for n := 0; answer == GaveUp; n++ {
		if n > 10_000 {
			t.Fatal("going on does not end")
		}
		answer = s.Solve(100)
	}
	if answer != Unsatisfiable {
		t.Errorf("eight pigeons in seven holes are %v", answer)
	}
}

func TestShrinkSaysWhereItsBudgetEnded(t *testing.T) {
	// Each clause of the pigeons holds only with a selector, which is assumed.
	f := pigeons(7, 6)
	n := f.vars(nil)
	var selectors []Lit
	for i := range f {
		selectors = append(selectors, Positive(n+i))
		f[i] = append(f[i], Positive(n+i).Not())
	}
	s := f.solver()
	for s.Solve(1000, selectors...) == GaveUp {
	}
	core, minimal, ok := s.Shrink(1, selectors...)
	if !ok {
		t.Fatal("the clauses learnt so far do not decide it within one conflict")
	}
	checkCore(t, f, core, selectors)
	if minimal {
		t.Error("one conflict a question is enough to know that each clause is needed")
	}
}

func TestTheSameCallsGiveTheSameModels(t *testing.T) {
	f := randomFormula(rand.New(rand.NewPCG(1, 2)), 150, 600)
	one, two := f.solver(), f.solver()
	if a, b := one.Solve(plenty), two.Solve(plenty); a != b || !slices.Equal(one.model, two.model) {
		t.Errorf("%v and %v, with models %v and %v", a, b, one.model, two.model)
	}
}

func TestHardFormulasAreRefutedWithAProof(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	formulas := []formula{pigeons(6, 5), pigeons(4, 4)}
	for range 12 {
		formulas = append(formulas, randomFormula(r, 50, 215))
	}
	refuted, dropped := 0, false
	for _, f := range formulas {
		s := New()
		s.keep = 20 // So that clauses are dropped in formulas as small as these.
		p := watchProof(t, s)
		for _, c := range f {
			s.AddClause(c...)
			p.clauses = append(p.clauses, c)
		}
		answer := s.Solve(plenty)
		checkAnswer(t, f, s, answer, nil)
		dropped = dropped || s.keep > 20
		if answer == Unsatisfiable {
			refuted++
			p.checkRefuted(t, nil)
		}
	}
	if refuted < 3 || refuted == len(formulas) || !dropped {
		t.Errorf("%d of %d formulas refuted, clauses dropped: %v; nothing was tried", refuted, len(formulas), dropped)
	}
}

func TestQuestionsOneAfterAnotherAgreeWithTryingEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lit := rapid.Custom(func(t *rapid.T) Lit {
			l := Positive(rapid.IntRange(0, 8).Draw(t, "variable"))
			if rapid.Bool().Draw(t, "opposite") {
				return l.Not()
			}
			return l
		})
		steps := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) step {
			return step{
				clauses:     rapid.SliceOfN(rapid.SliceOfN(lit, 1, 4), 0, 12).Draw(t, "clauses"),
				assumptions: rapid.SliceOfN(lit, 0, 4).Draw(t, "assumptions"),
			}
		}), 1, 6).Draw(t, "steps")
		checkSteps(t, steps)
	})
}

// step is a question: clauses to add to those before, and what to assume.
type step struct {
	clauses     formula
	assumptions []Lit
}

// checkSteps puts questions one after another to one solver and holds each answer, and
// everything that was learnt, to the truth. It returns the answers.
func checkSteps(t failer, steps []step) []Answer {
	s := New()
	s.keep = 4
	p := watchProof(t, s)
	var f formula
	var answers []Answer
	for _, step := range steps {
		f = append(f, step.clauses...)
		for _, c := range step.clauses {
			s.AddClause(c...)
			p.clauses = append(p.clauses, c)
		}
		answer := s.Solve(plenty, step.assumptions...)
		if want := f.byForce(step.assumptions); answer != want {
			t.Fatalf("%v with %v is %v, not %v", f, step.assumptions, want, answer)
		}
		checkAnswer(t, f, s, answer, step.assumptions)
		if answer == Unsatisfiable {
			p.checkRefuted(t, s.Core())
		}
		answers = append(answers, answer)
	}
	return answers
}

// FuzzSolve reads bytes as questions, one after another. Below 200 a byte is a literal; the
// others end a clause, or end a question and turn its last clause into assumptions.
func FuzzSolve(f *testing.F) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 20 {
		seed := make([]byte, 120)
		for i := range seed {
			seed[i] = byte(r.IntN(256))
		}
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		checkSteps(t, readSteps(data[:min(len(data), 200)]))
	})
}

// readSteps is how FuzzSolve reads bytes.
func readSteps(data []byte) []step {
	var steps []step
	var now step
	var lits []Lit
	for _, b := range data {
		switch {
		case b < 200:
			lits = append(lits, Lit(b%20))
		case b < 240:
			now.clauses = append(now.clauses, lits)
			lits = nil
		default:
			now.assumptions = lits
			steps = append(steps, now)
			now, lits = step{}, nil
		}
	}
	return append(steps, now)
}

// TestTheSeedsOfTheFuzzTestHaveBothAnswers makes sure that FuzzSolve tries something.
func TestTheSeedsOfTheFuzzTestHaveBothAnswers(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	count := map[Answer]int{}
	for range 300 {
		data := make([]byte, 150)
		for i := range data {
			data[i] = byte(r.IntN(256))
		}
		for _, a := range checkSteps(t, readSteps(data)) {
			count[a]++
		}
	}
	if count[Satisfiable] < 100 || count[Unsatisfiable] < 100 {
		t.Errorf("the answers are one-sided: %v", count)
	}
}

// randomFormula has clauses of three literals.
func randomFormula(r *rand.Rand, vars, clauses int) formula {
	f := make(formula, clauses)
	for i := range f {
		for range 3 {
			l := Positive(r.IntN(vars))
			if r.IntN(2) == 1 {
				l = l.Not()
			}
			f[i] = append(f[i], l)
		}
	}
	return f
}

func BenchmarkRandom200(b *testing.B) {
	f := randomFormula(rand.New(rand.NewPCG(9, 10)), 200, 852)
	for b.Loop() {
		f.solver().Solve(plenty)
	}
}
