package allcases

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"windscreen/engine/facts"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/sat"
	"windscreen/engine/internal/vocabulary"
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
	// FewerThan leaves out cases that state so many things or more; 0 leaves out none. Plain leaves out
	// cases that say something unlikely.
	FewerThan int
	Plain     bool
	// Budget is how many conflicts each question to the solver may run into, and Total how many all of them may; 0 is any
	// number.
	Budget, Total int
	// Guess is that Holds does not mean that the case is confirmed. Only a few cases are then tried.
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
	// Stated is how many things the case states. Smallest is whether it was shown that no such case, among
	// those that say nothing unlikely if this one does not, states fewer.
	Stated   int
	Smallest bool
	// Unlikely is whether each such case says something unlikely: that something is so that cannot apply to
	// the child, or one of the vocabulary's notes.
	Unlikely bool
}

// Ran is a case that was read and evaluated.
type Ran struct {
	File    *facts.Case
	Case    *casefile.Case
	Outcome *evaluate.Outcome
}

// attempts bounds how often a case that cannot be written, or is not confirmed, is put aside for another.
const attempts = 40

// guesses is attempts where the question is a guess.
const guesses = 2

// Find answers a question. An error is a fault of this package, or of the evaluator.
func (c *Cases) Find(q Question) (*Found, error) { return (&search{Cases: c, Question: q}).find() }

// find answers the question.
func (s *search) find() (*Found, error) {
	if s.Holds == formula.False {
		return &Found{Answer: sat.Unsatisfiable}, nil
	}
	nodes := s.Nodes()
	defer s.Forget(nodes)
	s.clauses = s.NewClauses()
	s.holds = s.clauses.Literal(s.Holds)
	s.inPlay()
	if s.Question.FewerThan > 0 {
		s.clauses.Demand(s.AtLeast(s.Question.FewerThan, s.stated).Not())
	}
	found := &Found{}
	if answer := s.solve(s.plain...); answer != sat.Satisfiable {
		if found.Answer = answer; !s.Question.Plain {
			found.Answer = s.solve()
		}
		if found.Answer != sat.Satisfiable {
			if found.Answer == sat.GaveUp {
				found.Why = s.why()
			}
			return found, nil
		}
		found.Unlikely, s.plain = answer == sat.Unsatisfiable, nil
	}
	tries := attempts
	if s.Guess {
		tries = guesses
	}
	for range tries {
		s.fewer()
		confirmed, err := s.write(found)
		if err != nil || confirmed {
			return found, err
		}
		s.aside()
		if found.Answer = s.solve(s.plain...); found.Answer != sat.Satisfiable {
			break
		}
	}
	return &Found{Answer: sat.GaveUp, Why: s.why()}, nil
}

// search is one question on its way to an answer.
type search struct {
	*Cases
	Question
	// old is the older of two policies; nil where the question is about one.
	old     *older
	clauses *formula.Clauses
	holds   sat.Lit
	// stated are, for each thing in play that a case can state, whether it does, plain is that it says nothing
	// unlikely.
	stated []formula.Ref
	plain  []sat.Lit
	// model is the model in hand, by variable of the solver.
	model []bool
	// skipped is whether a case was put aside, so that nothing can be said of all of them any more.
	skipped, smallest bool
	// exhausted is whether the solver gave up on the last question.
	exhausted bool
}

// solve asks for a case with assumptions, and keeps the model.
func (s *search) solve(assumptions ...sat.Lit) sat.Answer {
	budget := s.Budget
	if s.Total > 0 {
		budget = min(budget, s.Total-s.clauses.Solver.Conflicts())
	}
	if s.exhausted = budget <= 0; s.exhausted {
		return sat.GaveUp
	}
	answer := s.clauses.Solver.Solve(budget, append([]sat.Lit{s.holds}, assumptions...)...)
	if answer == sat.Satisfiable {
		s.model = make([]bool, s.clauses.Solver.Vars())
		for i := range s.model {
			s.model[i] = s.clauses.Solver.True(sat.Positive(i))
		}
	}
	s.exhausted = answer == sat.GaveUp
	if answer == sat.Unsatisfiable && s.skipped {
		return sat.GaveUp
	}
	return answer
}

// why says why a question was given up.
func (s *search) why() string {
	if s.exhausted {
		return fmt.Sprintf("the solver ran into %d conflicts", s.clauses.Solver.Conflicts())
	}
	return "the cases that were tried could not be written as a file, or were not confirmed"
}

// inPlay collects the facts that play a part, and what makes a case of them likely.
func (s *search) inPlay() {
	in, judged := s.playing(s.clauses.Variables())
	if s.old != nil {
		more, too := s.old.playing(s.clauses.Variables())
		s.old.together(in, more)
		s.stated, judged = s.old.onlyTheirs(more), judged || too
		s.plain = append(s.plain, s.old.plain(s.clauses, more)...)
	}
	for _, f := range s.facts() {
		if in[f.Index] {
			s.stated = append(s.stated, s.Cases.stated(f))
		}
	}
	s.plain = append(s.plain, s.Cases.plain(s.clauses, in)...)
	if judged {
		s.stated = append(s.stated, s.Or(s.judged...))
	}
	for _, r := range s.stated {
		s.clauses.Literal(r)
	}
}

// playing are, by Fact.Index, the facts that some variables are about, and whether one is about the judgement.
func (c *Cases) playing(variables []formula.Ref) (in []bool, judged bool) {
	in = make([]bool, len(c.facts()))
	for _, r := range variables {
		v, ok := c.variables[r]
		if !ok {
			continue
		}
		judged = judged || v.about == judgedAt
		if v.fact != nil {
			in[v.fact.Index] = true
		}
		if v.about == certainly || v.about == impossible {
			c.spans[v.at].node.Facts(func(f *vocabulary.Fact) { in[f.Index] = true })
		}
	}
	return in, judged
}

// plain is what holds of a case that says nothing unlikely of the facts that play a part.
func (c *Cases) plain(clauses *formula.Clauses, in []bool) []sat.Lit {
	var list []sat.Lit
	for _, l := range c.likely {
		if !slices.ContainsFunc(l.facts, func(f *vocabulary.Fact) bool { return !in[f.Index] }) {
			list = append(list, clauses.Literal(l.Ref))
		}
	}
	return list
}

// fewer looks for cases that state less, until there is none. First it leaves out one thing after another; then
// it asks for any case that states fewer.
func (s *search) fewer() {
	s.smallest = false
	left := slices.Clone(s.plain)
	for _, r := range s.stated {
		if !s.says(r) {
			left = append(left, s.clauses.Literal(r.Not()))
		}
	}
	for _, r := range s.stated {
		without := s.clauses.Literal(r.Not())
		if s.says(r) && s.solve(append(left[:len(left):len(left)], without)...) == sat.Satisfiable {
			left = append(left, without)
		}
	}
	for {
		n := s.count()
		if n == 0 {
			s.smallest = true
			return
		}
		under := s.clauses.Literal(s.AtLeast(n, s.stated).Not())
		if answer := s.solve(append(s.plain[:len(s.plain):len(s.plain)], under)...); answer != sat.Satisfiable {
			s.smallest = answer == sat.Unsatisfiable
			return
		}
	}
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

// write writes the model in hand as a case, reads it and runs it, and reports whether it is confirmed.
func (s *search) write(found *Found) (confirmed bool, err error) {
	in := map[formula.Ref]bool{}
	for _, r := range s.clauses.Variables() {
		in[r] = s.says(r)
	}
	holds := s.Lazily(func(r formula.Ref) bool { return in[r] })
	says := s.saying(holds)
	if s.old != nil {
		s.old.say(holds)
	}
	if !s.dates(says, holds) {
		return false, nil
	}
	confirmed, err = s.run(says, found)
	if err != nil || !confirmed {
		return false, err
	}
	found.Answer, found.Stated, found.Smallest = sat.Satisfiable, s.count(), s.smallest
	return true, s.exactly(says, found)
}

// exactly makes what the case knows in part exact, where it then still is what was asked for: a case is easier to
// read if it says “chronic” than if it says “at least chronic”.
func (s *search) exactly(says saying, found *Found) error {
	before := slices.Clone(says.values)
	var inPart []*vocabulary.Fact
	for _, f := range s.facts() {
		v := before[f.Index]
		if f.Kind != vocabulary.Scale && f.Kind != vocabulary.Whole || v.Known() || f.IsUnknown(v) {
			continue
		}
		inPart = append(inPart, f)
		says.values[f.Index] = exact(f, v)
	}
	if len(inPart) == 0 {
		return nil
	}
	if confirmed, err := s.run(says, found); err != nil || confirmed || len(inPart) == 1 {
		return err // mostly all of it can be made exact
	}
	copy(says.values, before)
	for _, f := range inPart {
		says.values[f.Index] = exact(f, before[f.Index])
		confirmed, err := s.run(says, found)
		if err != nil {
			return err
		}
		if !confirmed {
			says.values[f.Index] = before[f.Index]
		}
	}
	return nil
}

// exact is the exact value that stands for one that is known in part: its lower bound, or its upper one if nothing is
// said of the lower.
func exact(f *vocabulary.Fact, v vocabulary.Value) vocabulary.Value {
	if v.Lo == f.Unknown().Lo {
		return vocabulary.Exactly(v.Hi)
	}
	return vocabulary.Exactly(v.Lo)
}

// run reads and runs a case. Where it is confirmed, it is what was found.
func (s *search) run(says saying, found *Found) (confirmed bool, err error) {
	ran, err := run(s.file(says), s.Policy.Vocabulary, s.By)
	if err != nil || ran.Case == nil {
		return false, err // what is said of dates may contradict the rest
	}
	var old *Ran
	if s.old != nil {
		if old, err = run(s.old.file(ran.File), s.old.Policy.Vocabulary, s.old.by); err != nil || old.Case == nil {
			return false, err
		}
		confirmed = s.old.confirm(old, ran)
	} else {
		confirmed = s.Confirm(ran.Case, ran.Outcome)
	}
	if !confirmed {
		if !s.Guess && s.Under(s.assigned(ran, old)).Of(s.Holds) && !s.unsettled() {
			text, _ := json.Marshal(ran.File)
			return false, fmt.Errorf("%w: %s", ErrUnconfirmed, text)
		}
		return false, nil
	}
	found.File, found.Case, found.Outcome, found.Old = ran.File, ran.Case, ran.Outcome, old
	return true, nil
}

// run reads a case and evaluates it. One that is refused is nil in the answer.
func run(file *facts.Case, v *vocabulary.Vocabulary, by evaluate.Evaluator) (*Ran, error) {
	text, err := json.Marshal(file)
	if err != nil {
		return nil, fmt.Errorf("write a case: %w", err)
	}
	read, _ := casefile.NewReader(v).Read("case", text)
	if read == nil {
		return &Ran{File: file}, nil
	}
	o, err := evaluate.Decide(by, recommend.Input(read))
	if err != nil {
		return nil, fmt.Errorf("run a case: %w", err)
	}
	return &Ran{file, read, o}, nil
}

// assigned are the values of the variables by a case that was read.
func (s *search) assigned(ran, old *Ran) func(formula.Ref) bool {
	own := s.Assign(ran.Case)
	if old == nil {
		return own
	}
	theirs := s.old.Assign(old.Case)
	return func(r formula.Ref) bool {
		if _, ok := s.variables[r]; ok {
			return own(r)
		}
		return theirs(r)
	}
}

// unsettled reports whether the question is about what looking both ways may or may not tell.
func (s *search) unsettled() bool {
	for _, r := range s.clauses.Variables() {
		if s.variables[r].about == settled || s.old != nil && s.old.variables[r].about == settled {
			return true
		}
	}
	return false
}

// aside puts the model in hand aside: no other one says all that it says.
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
