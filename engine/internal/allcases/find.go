package allcases

import (
	"errors"

	"windscreen/engine/facts"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/sat"
)

// ErrUnconfirmed is a case in which the formulas say that something holds, and the evaluator does not. That is a
// fault of this package, never of the rules.
var ErrUnconfirmed = errors.New("an evaluator does not confirm what the formulas say of a case")

// Question asks for a case.
type Question struct {
	// Holds is what holds of the case.
	Holds formula.Ref
	// Confirm looks at what the evaluator makes of the case: whether it is as Holds says.
	Confirm func(*casefile.Case, *evaluate.Outcome) bool
	// By is the evaluator.
	By evaluate.Evaluator
	// FewerThan leaves out cases that state so many things or more, and those that say something unlikely: one that states
	// so many and says nothing unlikely is in hand. It is 0 where none is.
	FewerThan int
	// Budget is how many conflicts each question to the solver may run into, and Total how many all of them may; 0 is any
	// number.
	Budget, Total int
	// Guess is true if Confirm may refuse a case although Holds holds of it. Only a few cases are then tried.
	Guess bool
}

// Found is what came of a question.
type Found struct {
	// Answer is Unsatisfiable if there is no such case, whatever it says. It is GaveUp if that was not
	// settled; Why says why.
	Answer sat.Answer
	Why    string
	// File is the case, Case what was read of it, and Outcome what the evaluator made of it.
	File    *facts.Case
	Case    *casefile.Case
	Outcome *evaluate.Outcome
	// Old is the same by the older of two policies; nil where the question is about one.
	Old *Ran
	// Stated is how many things the case states. Smallest is whether it was proved that no such case states fewer; if this
	// case says nothing unlikely, only such cases are compared.
	Stated   int
	Smallest bool
	// Unlikely is whether every such case says something unlikely: it states a fact that cannot apply to the child, or
	// brings one of the vocabulary's notes.
	Unlikely bool
}

// attempts is how many cases are tried at most: one that cannot be written, or is not confirmed, is put aside for another.
const attempts = 40

// guesses is attempts where the question is a guess.
const guesses = 2

// Find answers a question. An error is a fault of this package, or of the evaluator.
func (c *Cases) Find(q Question) (*Found, error) { return (&search{Cases: c, Question: q}).find() }

// search is one question on its way to an answer.
type search struct {
	*Cases
	Question
	// old is the older of two policies; nil where the question is about one.
	old     *older
	clauses *formula.Clauses
	// stated are, for each thing in play that a case can state, whether it does, plain is that it says nothing
	// unlikely.
	stated []formula.Ref
	plain  []sat.Lit
	// model is the current model, by variable of the solver.
	model []bool
	// skipped is whether a case was put aside; the search then no longer covers every case.
	skipped, smallest bool
	// exhausted is whether the solver gave up on the last question.
	exhausted bool
}

// find answers the question.
func (s *search) find() (*Found, error) {
	if s.Holds == formula.False {
		return &Found{Answer: sat.Unsatisfiable}, nil
	}
	nodes := s.Nodes()
	defer s.Forget(nodes)
	s.clauses = s.NewClauses()
	s.clauses.Demand(s.Holds)
	s.inPlay()
	found := &Found{}
	if s.FewerThan == 0 {
		answer := s.solve(s.plain...)
		if answer != sat.Satisfiable {
			if found.Answer = s.solve(); found.Answer != sat.Satisfiable {
				return s.without(found.Answer), nil
			}
			found.Unlikely, s.plain = answer == sat.Unsatisfiable, nil
		}
	}
	for _, l := range s.plain {
		s.clauses.Solver.AddClause(l)
	}
	tries := attempts
	if s.Guess {
		tries = guesses
	}
	for range tries {
		answer := s.least()
		switch {
		case answer == sat.Unsatisfiable, answer == sat.GaveUp && s.FewerThan > 0:
			return s.without(answer), nil
		case answer == sat.GaveUp:
			s.fewer()
		}
		confirmed, err := s.write(found)
		if err != nil || confirmed {
			return found, err
		}
		s.aside()
		if found.Answer = s.solve(); found.Answer != sat.Satisfiable {
			break
		}
	}
	return s.without(sat.GaveUp), nil
}

// without is what came of a question without a case.
func (s *search) without(answer sat.Answer) *Found {
	found := &Found{Answer: answer}
	if answer == sat.GaveUp {
		found.Why = s.why()
	}
	return found
}

// aside excludes the current model, and every model that says all that it says.
func (s *search) aside() {
	s.skipped = true
	var clause []sat.Lit
	for _, r := range s.clauses.Variables() {
		if s.says(r) {
			clause = append(clause, s.clauses.Literal(r.Not()))
		}
	}
	s.clauses.Solver.AddClause(clause...)
}
