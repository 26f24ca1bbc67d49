package allcases

import (
	"fmt"

	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/sat"
)

// solve is ask, but that there is no case is not said once a case was put aside.
func (s *search) solve(assumptions ...sat.Lit) sat.Answer {
	answer := s.ask(assumptions...)
	if answer == sat.Unsatisfiable && s.skipped {
		return sat.GaveUp
	}
	return answer
}

// ask asks for a case with assumptions, and keeps the model.
func (s *search) ask(assumptions ...sat.Lit) sat.Answer {
	budget := s.Budget
	if s.Total > 0 {
		budget = min(budget, s.Total-s.clauses.Solver.Conflicts())
	}
	if s.exhausted = budget <= 0; s.exhausted {
		return sat.GaveUp
	}
	answer := s.clauses.Solver.Solve(budget, assumptions...)
	if answer == sat.Satisfiable {
		s.model = make([]bool, s.clauses.Solver.Vars())
		for i := range s.model {
			s.model[i] = s.clauses.Solver.True(sat.Positive(i))
		}
	}
	s.exhausted = answer == sat.GaveUp
	return answer
}

// why says why a question was given up.
func (s *search) why() string {
	if s.exhausted {
		return fmt.Sprintf("the solver ran into %d conflicts", s.clauses.Solver.Conflicts())
	}
	return "the cases that were tried could not be written as a file, or were not confirmed"
}

// says is whether a formula that plays a part holds in the model in hand.
func (s *search) says(r formula.Ref) bool {
	l := s.clauses.Literal(r)
	return s.model[l.Var()] != l.Negated()
}

// count is how much the model in hand states.
func (s *search) count() int {
	n := 0
	for _, r := range s.stated {
		if s.says(r) {
			n++
		}
	}
	return n
}
