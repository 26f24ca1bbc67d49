// Package evaluate runs a policy's rules over what is known of a case, stratum by
// stratum: indicators, grounds, counts and the level, then what follows from them.
//
// Counting, the level's range, and looking at both sides of what is unknown have
// one implementation here, whichever evaluator gives the truth of conditions.
package evaluate

import (
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// Input is what is known of a case.
type Input struct {
	// Values are by Fact.Index.
	Values []vocabulary.Value
	// AsOf is the case's moment in Unix seconds.
	AsOf      int64
	Judgement lang.Judgement
}

// Evaluator evaluates the rules of one policy. It is immutable and safe for
// concurrent use; buffers belong to the caller. An error is a fault of the engine,
// never of the case.
type Evaluator interface {
	// Name is what people call the evaluator.
	Name() string
	// Find fills in the findings, by Kleene's rules alone.
	Find(in Input, f *Findings) error
	// After fills in the truths of the rules after the level, by Rule.Index, from
	// findings that may know more than Find alone.
	After(in Input, f *Findings, truths []logic.Truth) error
}

// Findings are the results up to the level.
type Findings struct {
	// Rules are the truths of the rules up to the level, by Rule.Index.
	Rules []logic.Truth
	// Counted is, by indicator, whether it counts towards a quorum.
	Counted []logic.Truth
	// Grounds are by statute.
	Grounds []logic.Truth
	// Decisive, Tally and Domains are by level index.
	Decisive       []logic.Truth
	Tally, Domains []logic.Range
	// Level runs from the level recommended to the highest not ruled out.
	Level logic.Range
}

// NewFindings makes room for the findings of a policy.
func NewFindings(p *policy.Policy) *Findings {
	return &Findings{
		Rules:    make([]logic.Truth, p.FindingsEnd),
		Counted:  make([]logic.Truth, len(p.Indicators)),
		Grounds:  make([]logic.Truth, len(p.Statutes)),
		Decisive: make([]logic.Truth, len(p.Levels)),
		Tally:    make([]logic.Range, len(p.Levels)),
		Domains:  make([]logic.Range, len(p.Levels)),
	}
}

// Environment is what conditions after the level read.
func (f *Findings) Environment(in Input) *lang.Env {
	return &lang.Env{
		Values: in.Values, AsOf: in.AsOf, Judgement: in.Judgement,
		Grounds: f.Grounds, Decisive: f.Decisive, Tally: f.Tally, Domains: f.Domains, Level: f.Level,
	}
}

// Outcome is the whole result.
type Outcome struct {
	Findings
	// Truths are those of all rules, by Rule.Index.
	Truths []logic.Truth
	// Split are the facts that were looked at both ways, where that told more than
	// Kleene's rules.
	Split []*vocabulary.Fact
}

// Decide evaluates every rule of the policy.
func Decide(p *policy.Policy, e Evaluator, in Input) (*Outcome, error) {
	o, err := Find(p, e, in)
	if err != nil {
		return nil, err
	}
	o.Truths = make([]logic.Truth, len(p.Rules))
	copy(o.Truths, o.Rules)
	return o, e.After(in, &o.Findings, o.Truths)
}

// Find evaluates the rules up to the level, and looks at both sides of unknown
// facts where that can tell more.
func Find(p *policy.Policy, e Evaluator, in Input) (*Outcome, error) {
	o := &Outcome{Findings: *NewFindings(p)}
	if err := e.Find(in, &o.Findings); err != nil {
		return nil, err
	}
	return o, o.split(p, e, in)
}
