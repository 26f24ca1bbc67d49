package lang

import (
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// Stratum says what a condition may read: each kind of rule reads only what was
// settled before it.
type Stratum uint8

// The strata, earliest first.
const (
	// FactsOnly is for indicators and grounds.
	FactsOnly Stratum = iota
	// Counted is for level criteria: facts, grounds and counts.
	Counted
	// Levelled is for consent and services: all that, the level, and what is open.
	Levelled
	// WithJudgement is for escalations, the pathway and cautions: all that, and the
	// judgement recorded.
	WithJudgement
)

// Constant is the value of a parameter.
type Constant struct {
	Kind ConstantKind
	Int  int64
	Bool bool
	Word string
}

// ConstantKind is the type of a parameter.
type ConstantKind uint8

// The types that a parameter can have.
const (
	WholeConstant ConstantKind = iota
	YesNoConstant
	WordConstant
)

// Scope is what the names in a condition mean.
type Scope struct {
	Vocabulary *vocabulary.Vocabulary
	Parameters map[string]Constant
	// Conditions are the named conditions.
	Conditions map[string]*NamedCondition
	// Grounds are the names that may follow "ground.", Levels the policy's level
	// numbers, both in ascending order.
	Grounds []string
	Levels  []int
	Stratum Stratum
	// NeverASign is true where facts may be read that are never a sign of need, whatever
	// the stratum: the condition decides nothing about need.
	NeverASign bool
}

// Fault is one thing wrong with a condition. Start and End count code points of
// its text.
type Fault struct {
	Start, End      int
	Code            diagnostic.Code
	Message, Remedy string
}

// Condition is a checked condition.
type Condition struct {
	// Text is the condition as its author wrote it.
	Text string
	Root *Node
	// asks is what it reads from the latest stratum.
	asks asked
}

// Always is the condition that holds whatever the case.
func Always() *Condition { return &Condition{Root: &Node{Op: Const, Value: logic.True}} }
