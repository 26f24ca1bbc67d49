// Package sat decides whether a formula of yes-or-no variables can come true, by
// conflict-driven clause learning.
//
// A formula is a list of clauses, and all of them have to hold. A clause is a list of
// literals, and one of them has to be true. A literal is a variable or its opposite.
//
//	s := sat.New()
//	rain, umbrella := s.NewVar(), s.NewVar()
//	s.AddClause(rain.Not(), umbrella) // if it rains, there is an umbrella
//	s.Solve(1000, rain, umbrella.Not()) // Unsatisfiable; Core says: these two together
//
// The solver guesses a variable, follows what each clause then forces (propagate.go) and
// guesses on. Where a clause can no longer hold, it works out which guesses were to blame
// and learns a clause that forbids them together (learn.go). That clause takes it back as
// far as it says something new. It guesses variables first that were in conflicts lately
// (order.go), starts afresh now and then, and keeps what it learnt (search.go).
//
// A question may add assumptions, which hold for that question alone. Between questions
// clauses can be added. Every question has a budget, and an answer that was not reached
// within it is GaveUp, never one of the other two.
//
// A variable that nothing speaks for is false in a model. An encoding in which false
// means "nothing known" so gets models that say little.
//
// The same calls always give the same answers and models. A Solver is for one goroutine.
package sat

import "slices"

// Lit is a literal: a variable or its opposite. NewVar gives the variable itself, and the
// variables are numbered from 0 in the order in which they were made.
type Lit uint32

// none is the literal that is none.
const none = ^Lit(0)

// Positive is the variable with a number, as a literal.
func Positive(variable int) Lit { return Lit(variable) << 1 }

// Not is the opposite literal.
func (l Lit) Not() Lit { return l ^ 1 }

// Negated reports whether the literal is the opposite of its variable.
func (l Lit) Negated() bool { return l&1 == 1 }

// Var is the number of the literal's variable.
func (l Lit) Var() int { return int(l >> 1) }

// Answer is what came of a question.
type Answer uint8

// The three answers. GaveUp says nothing about the formula.
const (
	GaveUp Answer = iota
	Satisfiable
	Unsatisfiable
)

// String is the answer in words.
func (a Answer) String() string {
	switch a {
	case Satisfiable:
		return "satisfiable"
	case Unsatisfiable:
		return "unsatisfiable"
	case GaveUp:
	}
	return "gave up"
}

// Solver holds a formula and what was learnt about it. New makes one.
type Solver struct {
	// learnt are the clauses that were learnt and are kept.
	learnt []*clause
	// watches are, for each literal, the clauses to look at when it becomes false.
	watches [][]watch
	// truth is, for each literal, whether it is true now.
	truth []truth
	// level and reason are, for each variable that has a value, the number of guesses
	// that it rests on and the clause that forced it, which is nil for a guess.
	level  []int32
	reason []*clause
	// phase is, for each variable, the value to guess: false, or what it had last.
	phase []bool
	// mark is, for each variable, how learning sees it; marked are those with a mark.
	mark   []mark
	marked []int
	// trail are the true literals in the order in which they became true, guesses says
	// where on it each guess stands, and followed is how much of it was propagated.
	trail    []Lit
	guesses  []int
	followed int

	order order
	// clauseStep is what a clause gains by being in a conflict. It grows, so that
	// recent conflicts count for more.
	clauseStep float64
	// keep is how many learnt clauses there may be before the least useful are dropped.
	keep int
	// refuted says that the formula has no model, whatever is assumed.
	refuted   bool
	conflicts int

	model []bool
	core  []Lit

	// told is called with every clause that is learnt. Tests recheck them.
	told func(lits []Lit)
}

// truth is what is known of a literal at some point of the search.
type truth int8

const (
	isFalse truth = iota - 1
	isOpen
	isTrue
)

// New is a solver without variables or clauses: everything is satisfiable.
func New() *Solver {
	return &Solver{clauseStep: 1, keep: firstKeep, order: order{step: 1}}
}

// NewVar makes a variable and gives the literal that is the variable itself.
func (s *Solver) NewVar() Lit {
	v := len(s.level)
	s.watches = append(s.watches, nil, nil)
	s.truth = append(s.truth, isOpen, isOpen)
	s.level = append(s.level, 0)
	s.reason = append(s.reason, nil)
	s.phase = append(s.phase, false)
	s.mark = append(s.mark, unmarked)
	s.order.add(v)
	return Positive(v)
}

// Vars is how many variables there are.
func (s *Solver) Vars() int { return len(s.level) }

// AddClause demands that at least one of the literals is true. A clause without literals
// cannot hold. Literals may be repeated, and a literal may stand beside its opposite. A
// variable that was not made yet is made, with all those before it.
func (s *Solver) AddClause(lits ...Lit) {
	s.makeVars(lits)
	lits = slices.Clone(lits)
	slices.Sort(lits)
	lits = slices.Compact(lits)
	for i, l := range lits {
		if s.truth[l] == isTrue || i > 0 && lits[i-1] == l.Not() {
			return // It holds whatever happens.
		}
	}
	lits = slices.DeleteFunc(lits, func(l Lit) bool { return s.truth[l] == isFalse })
	switch len(lits) {
	case 0:
		s.refuted = true
	case 1:
		s.set(lits[0], nil)
	default:
		s.watch(&clause{lits: lits})
	}
}

// AddDistinct is AddClause for literals of variables that were made already, of which no two are of one variable. It
// spares looking for such.
func (s *Solver) AddDistinct(lits ...Lit) {
	for _, l := range lits {
		if s.truth[l] != isOpen {
			s.AddClause(lits...)
			return
		}
	}
	if len(lits) < 2 {
		s.AddClause(lits...)
		return
	}
	s.watch(&clause{lits: slices.Clone(lits)})
}

// makeVars makes the variables of the literals that are not there yet.
func (s *Solver) makeVars(lits []Lit) {
	for _, l := range lits {
		for l.Var() >= s.Vars() {
			s.NewVar()
		}
	}
}

// True reports whether the literal is true in the model. There is a model if the last
// question was answered with Satisfiable; otherwise nothing is true.
func (s *Solver) True(l Lit) bool {
	return l.Var() < len(s.model) && s.model[l.Var()] != l.Negated()
}

// Core are those of the assumptions that cannot hold together with the clauses, if the last
// question was answered with Unsatisfiable. It is empty where the clauses alone cannot hold.
// It need not be the smallest, nor is each literal of it needed: see Shrink.
func (s *Solver) Core() []Lit { return slices.Clone(s.core) }

// Conflicts is how many conflicts all questions together ran into, which is what budgets
// are counted in.
func (s *Solver) Conflicts() int { return s.conflicts }
