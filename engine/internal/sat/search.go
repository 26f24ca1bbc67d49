package sat

import "math/bits"

// round is how many conflicts the shortest stretch between two fresh starts has.
const round = 100

// Solve asks whether all clauses can hold together with the assumptions. Afterwards True
// gives the model, or Core the assumptions to blame.
//
// It gives up after as many conflicts as budget says, and after the first in any case if
// budget is less. What it had learnt by then is kept: asking again goes on from there. What
// it guesses first does not depend on earlier models.
func (s *Solver) Solve(budget int, assumptions ...Lit) Answer {
	s.makeVars(assumptions)
	s.model, s.core = nil, nil
	clear(s.phase)
	for n := 1; ; n++ {
		stretch := max(1, min(budget, round*luby(n)))
		answer := s.search(stretch, assumptions)
		s.backtrack(0)
		budget -= stretch
		if answer != GaveUp || budget <= 0 {
			return answer
		}
	}
}

// search guesses and learns until there is an answer or there were so many conflicts. It
// leaves the values of its last guesses to the caller to take back.
func (s *Solver) search(conflicts int, assumptions []Lit) Answer {
	for !s.refuted {
		if conflict := s.propagate(); conflict != nil {
			s.conflicts++
			if len(s.guesses) == 0 {
				s.refuted = true
				break
			}
			lits, level := s.analyse(conflict)
			s.backtrack(level)
			s.take(lits)
			s.order.age()
			s.clauseStep /= clauseDecay
			if conflicts--; conflicts == 0 {
				return GaveUp
			}
			s.forget()
			continue
		}
		guess, failed := s.assume(assumptions)
		if failed {
			s.core = s.blame(guess)
			return Unsatisfiable
		}
		if guess == none {
			guess = s.pick()
		}
		if guess == none {
			s.keepModel()
			return Satisfiable
		}
		s.guesses = append(s.guesses, len(s.trail))
		s.set(guess, nil)
	}
	return Unsatisfiable
}

// assume gives the next assumption that is still open, or none if all are true; and
// with failed one that is false. Each has a level of its own, be it an empty one.
func (s *Solver) assume(assumptions []Lit) (next Lit, failed bool) {
	for len(s.guesses) < len(assumptions) {
		next := assumptions[len(s.guesses)]
		switch s.truth[next] {
		case isOpen:
			return next, false
		case isFalse:
			return next, true
		case isTrue:
			s.guesses = append(s.guesses, len(s.trail))
		}
	}
	return none, false
}

// pick gives the next literal to guess, or none if every variable has a value.
func (s *Solver) pick() Lit {
	for {
		v, ok := s.order.next()
		if !ok {
			return none
		}
		l := Positive(v)
		if s.truth[l] != isOpen {
			continue
		}
		if s.phase[v] {
			return l
		}
		return l.Not()
	}
}

// keepModel keeps the values that every variable has now.
func (s *Solver) keepModel() {
	s.model = make([]bool, s.Vars())
	for v := range s.model {
		s.model[v] = s.truth[Positive(v)] == isTrue
	}
}

// luby is the nth entry of the sequence 1 1 2 1 1 2 4 1 1 2 1 1 2 4 8 …, from n = 1.
func luby(n int) int {
	for {
		k := bits.Len(uint(n))
		if n == 1<<k-1 {
			return 1 << (k - 1)
		}
		n -= 1<<(k-1) - 1
	}
}
