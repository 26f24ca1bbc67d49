package differ

import (
	"windscreen/engine/internal/allcases"
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/sat"
)

// forEach is how many conflicts the solver may run into when it is asked about one way after another: for each way at first,
// and then for those that are left.
var forEach = [...]int{500, budget}

// forAll is how many it may run into for all ways together.
const forAll = 4_000

// sifting asks about one way after another in which two versions can differ. All are asked of one solver: they have much
// in common, and what it learns of one helps with the others.
type sifting struct {
	*formula.Clauses
	// answer is whether there is a case for one of the ways.
	answer sat.Answer
}

func newSifting(c *allcases.Cases) *sifting {
	return &sifting{Clauses: c.NewClauses(), answer: sat.Unsatisfiable}
}

// sift leaves out the ways that are ruled out. If one that is not is enough, it stops at the first.
func (s *sifting) sift(ways []formula.Ref, one bool) []formula.Ref {
	var possible []formula.Ref
	for _, each := range forEach {
		var left []formula.Ref
		for _, r := range ways {
			switch s.ask(r, each) {
			case sat.Satisfiable:
				s.answer, possible = sat.Satisfiable, append(possible, r)
				if one {
					return possible
				}
			case sat.GaveUp:
				left = append(left, r)
			case sat.Unsatisfiable:
			}
		}
		ways = left
	}
	if len(ways) > 0 && s.answer == sat.Unsatisfiable {
		s.answer = sat.GaveUp
	}
	return append(possible, ways...)
}

// ask asks about one way.
func (s *sifting) ask(way formula.Ref, each int) sat.Answer {
	if each = min(each, forAll-s.Solver.Conflicts()); each <= 0 {
		return sat.GaveUp
	}
	return s.Solver.Solve(each, s.Literal(way))
}
