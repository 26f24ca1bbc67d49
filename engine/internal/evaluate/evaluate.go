// Package evaluate runs a policy's rules over what is known of a case, stratum by
// stratum: indicators, grounds, counts and the level, then what follows from them.
//
// Counting, the level's range, and looking at both sides of what is unknown have
// one implementation here, whichever evaluator gives the truth of conditions.
package evaluate

import (
	"fmt"

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
// concurrent use.
type Evaluator interface {
	// Name is what people call the evaluator.
	Name() string
	// Start begins to evaluate a case. It keeps nothing of the input.
	Start(in Input) Session
}

// Refused is a rule that an evaluator cannot compile, although it was checked. That is a fault
// of the engine.
type Refused struct {
	Rule *policy.Rule
	// By is the evaluator's name.
	By  string
	Err error
}

// Error names the rule and says what the evaluator says.
func (r *Refused) Error() string {
	return fmt.Sprintf("rule %s: %s refuses it: %v", r.Rule.ID, r.By, r.Err)
}

// Unwrap is what the evaluator says.
func (r *Refused) Unwrap() error { return r.Err }

// Checker is an evaluator that also checks what is made of its outcomes.
type Checker interface {
	Evaluator
	// CheckLines gives an error unless the lines of consent with these ids, in any order, are
	// those that answer a case.
	CheckLines(in Input, ids []string) error
}

// Session is one case under evaluation. More can be learnt about it, and anything
// forgotten again. It serves one goroutine. An error is a fault of the engine, never of
// the case.
//
// Explanations use it to ask what would follow if something were not known, or were
// otherwise. They are cheap where a session works out again only what depends on the fact
// that changed.
type Session interface {
	// Know says what is known of a fact from now on.
	Know(f *vocabulary.Fact, v vocabulary.Value)
	// Found gives what conditions after the level read: facts and findings. Counts
	// that no rule reads may be missing. It holds until the next Know.
	Found(look Look) (*lang.Env, error)
	// Rule gives the truth of a rule up to the level.
	Rule(r *policy.Rule, look Look) (logic.Truth, error)
	// Outcome gives the whole result, from looking both ways.
	Outcome() (*Outcome, error)
	// End gives the session's room back for another case. Nothing of the session may be used
	// after it, except its outcomes.
	End()
}

// Look is how findings are worked out.
type Look uint8

const (
	// Kleene leaves open whatever Kleene's rules leave open.
	Kleene Look = iota
	// BothWays also looks at each way in which some facts can turn out. It never tells
	// less.
	BothWays
)

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
	// Left are the facts that rules read both ways and that were not looked at, as there would
	// have been too many ways. If there are any, the level may be higher than it says, and the
	// highest level lower.
	Left []*vocabulary.Fact
}

// Decide evaluates every rule of the policy, and looks at both sides of unknown
// facts where that can tell more.
func Decide(e Evaluator, in Input) (*Outcome, error) {
	s := e.Start(in)
	defer s.End()
	return s.Outcome()
}
