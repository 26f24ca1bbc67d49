package allcases

import (
	"encoding/json"
	"fmt"

	"windscreen/engine/facts"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/sat"
	"windscreen/engine/internal/vocabulary"
)

// Ran is a case that was read and evaluated.
type Ran struct {
	File    *facts.Case
	Case    *casefile.Case
	Outcome *evaluate.Outcome
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

// Run reads a case and evaluates it. The Case of one that is refused is nil.
func (c *Cases) Run(file *facts.Case, by evaluate.Evaluator) (*Ran, error) {
	return run(file, c.Policy.Vocabulary, by)
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
