package crosscheck

import (
	"fmt"
	"slices"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// difference is the first thing on which two evaluators differ.
type difference struct {
	// rule is nil where it is something else.
	rule *policy.Rule
	on   string
	text string
	// by are who says so; empty for the two evaluators.
	by, say [2]string
}

func says(on string, a, b any) *difference {
	return &difference{on: on, say: [2]string{fmt.Sprint(a), fmt.Sprint(b)}}
}

func ofRule(r *policy.Rule, a, b logic.Truth) *difference {
	d := says(fmt.Sprintf("the rule %s (%s:%d)", r.ID, r.File, r.Start.Line), a, b)
	d.rule, d.text = r, r.Text()
	if r.Unless != nil {
		d.text += "\nunless\n" + r.Unless.When.Text
	}
	return d
}

// outcomes gives the first difference between two outcomes, in the order in which one thing
// follows from another; nil where there is none.
func (e *Evaluator) outcomes(a, b *evaluate.Outcome) *difference {
	p := e.policy
	for _, r := range p.Rules[:p.FindingsEnd] {
		if x, y := a.Rules[r.Index], b.Rules[r.Index]; x != y {
			return ofRule(r, x, y)
		}
	}
	for i, sign := range p.Indicators {
		if a.Counted[i] != b.Counted[i] {
			return says("whether the sign "+sign.ID+" counts", a.Counted[i], b.Counted[i])
		}
	}
	if d := e.findings(a.Grounds, b.Grounds, a.Decisive, b.Decisive, a.Level, b.Level); d != nil {
		return d
	}
	for i, l := range p.Levels {
		if a.Tally[i] != b.Tally[i] {
			return says(fmt.Sprintf("tally(%d)", l.Number), a.Tally[i], b.Tally[i])
		}
		if a.Domains[i] != b.Domains[i] {
			return says(fmt.Sprintf("domains(%d)", l.Number), a.Domains[i], b.Domains[i])
		}
	}
	for _, r := range p.Rules[p.FindingsEnd:] {
		if x, y := a.Truths[r.Index], b.Truths[r.Index]; x != y {
			return ofRule(r, x, y)
		}
	}
	if x, y := paths(a.Split), paths(b.Split); !slices.Equal(x, y) {
		return says("the facts looked at both ways", x, y)
	}
	if x, y := paths(a.Left), paths(b.Left); !slices.Equal(x, y) {
		return says("the facts not looked at both ways", x, y)
	}
	return nil
}

// findings compares what both always have.
func (e *Evaluator) findings(groundsA, groundsB, decisiveA, decisiveB []logic.Truth, levelA, levelB logic.Range) *difference {
	for i, g := range e.policy.Statutes {
		if groundsA[i] != groundsB[i] {
			return says("ground."+g.Name, groundsA[i], groundsB[i])
		}
	}
	for i, l := range e.policy.Levels {
		if decisiveA[i] != decisiveB[i] {
			return says(fmt.Sprintf("decisive(%d)", l.Number), decisiveA[i], decisiveB[i])
		}
	}
	if levelA != levelB {
		return says("the level", levelA, levelB)
	}
	return nil
}

// environments compares what conditions after the level read. Of counts that no rule reads,
// an evaluator may say nothing there.
func (e *Evaluator) environments(a, b *lang.Env) *difference {
	return e.findings(a.Grounds, b.Grounds, a.Decisive, b.Decisive, a.Level, b.Level)
}

// paths are the paths of facts.
func paths(facts []*vocabulary.Fact) []string {
	list := make([]string, len(facts))
	for i, f := range facts {
		list[i] = f.Path
	}
	return list
}

// readsVocabulary is a session that also runs the conditions of the vocabulary.
type readsVocabulary interface {
	CheckVocabulary(differ func(what string, of vocabulary.Condition, theirs, own logic.Truth)) error
}

// vocabulary compares conditions of the vocabulary, which the reader of cases runs.
func (s *session) vocabulary() (*difference, error) {
	var d *difference
	for i, by := range s.by {
		reads, ok := by.(readsVocabulary)
		if !ok {
			continue
		}
		err := reads.CheckVocabulary(func(what string, of vocabulary.Condition, theirs, own logic.Truth) {
			if d == nil {
				d = says(what, theirs, own)
				d.text, d.by = of.String(), [2]string{"the reader of cases", s.Evaluator.by[i].Name()}
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return d, nil
}

// knowsLines is an evaluator that also knows which lines of consent answer.
type knowsLines interface {
	Lines(o *evaluate.Outcome) []*policy.Line
}

// CheckLines compares the lines of consent that an answer gives.
func (e *Evaluator) CheckLines(in evaluate.Input, ids []string) error {
	for _, by := range e.by {
		knows, ok := by.(knowsLines)
		if !ok {
			continue
		}
		o, err := evaluate.Decide(by, in)
		if err != nil {
			return err
		}
		var own []string
		for _, l := range knows.Lines(o) {
			own = append(own, l.ID)
		}
		given := slices.Clone(ids)
		slices.Sort(given)
		slices.Sort(own)
		if !slices.Equal(given, own) {
			d := says("the lines of consent that answer", given, own)
			d.by = [2]string{"the answer", by.Name()}
			return e.disagreement(in, d)
		}
	}
	return nil
}
