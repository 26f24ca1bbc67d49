package sat

import (
	"fmt"
	"slices"
	"testing"
)

// formula is a list of clauses, for tests to hold the solver to.
type formula [][]Lit

// vars is how many variables the clauses and the assumptions speak of.
func (f formula) vars(assumptions []Lit) int {
	n := 0
	for _, c := range append(slices.Clone(f), assumptions) {
		for _, l := range c {
			n = max(n, l.Var()+1)
		}
	}
	return n
}

// holds reports whether a model makes every clause and every assumption true.
func (f formula) holds(isTrue func(Lit) bool, assumptions []Lit) bool {
	for _, c := range f {
		if !slices.ContainsFunc(c, isTrue) {
			return false
		}
	}
	return !slices.ContainsFunc(assumptions, func(l Lit) bool { return !isTrue(l) })
}

// byForce tries all values of all variables.
func (f formula) byForce(assumptions []Lit) Answer {
	for values := range 1 << f.vars(assumptions) {
		if f.holds(func(l Lit) bool { return values>>l.Var()&1 == 1 != l.Negated() }, assumptions) {
			return Satisfiable
		}
	}
	return Unsatisfiable
}

// solver is a solver for the clauses.
func (f formula) solver() *Solver {
	s := New()
	for _, c := range f {
		s.AddClause(c...)
	}
	return s
}

// failer is what both tests and property tests have.
type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

// plenty is a budget that no question of these tests comes near.
const plenty = 1_000_000

// checkAnswer holds one answer to what is true: a model makes all true, and what is said to
// be to blame cannot hold, nor can it after Shrink, which leaves nothing out that is not needed.
func checkAnswer(t failer, f formula, s *Solver, answer Answer, assumptions []Lit) {
	t.Helper()
	switch answer {
	case GaveUp:
		t.Fatalf("gave up on %v with %v", f, assumptions)
	case Satisfiable:
		if !f.holds(s.True, assumptions) {
			t.Fatalf("the model is none of %v with %v", f, assumptions)
		}
		if len(s.Core()) > 0 {
			t.Fatalf("%v are to blame, but there is a model", s.Core())
		}
	case Unsatisfiable:
		core := s.Core()
		checkCore(t, f, core, assumptions)
		least, minimal, ok := f.solver().Shrink(plenty, core...)
		if !minimal || !ok {
			t.Fatalf("%v could not be made smaller to the end: %v, %v", core, minimal, ok)
		}
		checkCore(t, f, least, core)
		for i := range least {
			without := slices.Delete(slices.Clone(least), i, i+1)
			if f.solver().Solve(plenty, without...) != Satisfiable {
				t.Fatalf("%v of %v is not needed for %v to fail", least[i], least, f)
			}
		}
	}
}

// checkCore fails unless the core is among the assumptions and cannot hold, without repeats.
func checkCore(t failer, f formula, core, assumptions []Lit) {
	t.Helper()
	for i, l := range core {
		if !slices.Contains(assumptions, l) || slices.Contains(core[:i], l) {
			t.Fatalf("the core %v is not part of %v", core, assumptions)
		}
	}
	again := f.solver()
	if got := again.Solve(plenty, core...); got != Unsatisfiable {
		t.Fatalf("with the core %v alone %v is %v", core, f, got)
	}
}

// proof holds what was learnt, in order, and rechecks it without the solver's own propagation.
type proof struct {
	clauses [][]Lit
}

// follows reports whether a clause follows by doing nothing but what clauses force: with
// all its literals false, some clause can no longer hold.
func (p proof) follows(lits []Lit) bool {
	value := map[Lit]bool{}
	for _, l := range lits {
		value[l.Not()] = true
		if value[l] {
			return true
		}
	}
	for again := true; again; {
		again = false
		for _, c := range p.clauses {
			forced, open := none, 0
			for _, l := range c {
				if value[l] {
					open = 2
					break
				}
				if !value[l.Not()] && l != forced {
					forced = l
					open++
				}
			}
			switch open {
			case 0:
				return true
			case 1:
				value[forced], again = true, true
			}
		}
	}
	return false
}

// watchProof has every clause that the solver learns rechecked as it is learnt. The
// clauses of the formula are to be added to the proof as they are added to the solver.
func watchProof(t failer, s *Solver) *proof {
	p := &proof{}
	s.told = func(lits []Lit) {
		t.Helper()
		if !p.follows(lits) {
			t.Fatalf("%v does not follow from what was known", lits)
		}
		p.clauses = append(p.clauses, lits)
	}
	return p
}

// checkRefuted fails unless the core follows as false from what was learnt.
func (p *proof) checkRefuted(t failer, core []Lit) {
	t.Helper()
	opposite := make([]Lit, len(core))
	for i, l := range core {
		opposite[i] = l.Not()
	}
	if !p.follows(opposite) {
		t.Fatalf("that %v cannot hold does not follow from what was learnt", core)
	}
}

// pigeons is that so many pigeons find a hole each. It has no model where there are fewer
// holes, and is hard to refute.
func pigeons(pigeons, holes int) formula {
	var f formula
	in := func(p, h int) Lit { return Positive(p*holes + h) }
	for p := range pigeons {
		var somewhere []Lit
		for h := range holes {
			somewhere = append(somewhere, in(p, h))
			for q := range p {
				f = append(f, []Lit{in(p, h).Not(), in(q, h).Not()})
			}
		}
		f = append(f, somewhere)
	}
	return f
}

// String shows a literal in tests as its number, with a minus before an opposite.
func (l Lit) String() string {
	if l.Negated() {
		return fmt.Sprint("-", l.Var())
	}
	return fmt.Sprint(l.Var())
}

var _ failer = (*testing.T)(nil)
