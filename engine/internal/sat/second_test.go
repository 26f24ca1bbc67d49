package sat

import (
	"math/rand/v2"
	"testing"

	gopher "github.com/crillab/gophersat/solver"
)

// TestASecondSolverComesToTheSame asks about formulas too large to try everything. The other
// solver is given each as a new one, without assumptions, which it does not always get right.
func TestASecondSolverComesToTheSame(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	count := map[Answer]int{}
	for range 300 {
		vars := 40 + r.IntN(40)
		f := randomFormula(r, vars, vars*(38+r.IntN(10))/10)
		var assumptions []Lit
		for v := range r.IntN(4) {
			assumptions = append(assumptions, Positive(v))
		}
		s := f.solver()
		answer := s.Solve(plenty, assumptions...)
		checkAnswer(t, f, s, answer, assumptions)
		if want := bySecond(f, assumptions); answer != want {
			t.Fatalf("%v with %v is %v, and by the second solver %v", f, assumptions, answer, want)
		}
		count[answer]++
	}
	if count[Satisfiable] < 50 || count[Unsatisfiable] < 50 {
		t.Errorf("the answers are one-sided: %v", count)
	}
}

// bySecond is what the other solver comes to.
func bySecond(f formula, assumptions []Lit) Answer {
	var clauses [][]int
	for _, c := range f {
		lits := plain(c)
		if lits != nil {
			clauses = append(clauses, lits)
		}
	}
	for _, l := range assumptions {
		clauses = append(clauses, plain([]Lit{l}))
	}
	switch gopher.New(gopher.ParseSlice(clauses)).Solve() {
	case gopher.Sat:
		return Satisfiable
	case gopher.Unsat:
		return Unsatisfiable
	case gopher.Indet, gopher.Unit, gopher.Many:
	}
	return GaveUp
}

// plain is a clause as the other solver reads it, each literal once. A clause that always
// holds is nil: it cannot read those.
func plain(c []Lit) []int {
	seen := map[Lit]bool{}
	var lits []int
	for _, l := range c {
		switch {
		case seen[l.Not()]:
			return nil
		case seen[l]:
		case l.Negated():
			lits = append(lits, -l.Var()-1)
		default:
			lits = append(lits, l.Var()+1)
		}
		seen[l] = true
	}
	return lits
}
