package lang

import (
	"slices"

	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// Judgement is the judgement that a case records, as conditions read it.
type Judgement struct {
	Recorded bool
	Level    int
}

// Env is all that a condition can read. Slices by level index follow
// Scope.Levels, those by ground index Scope.Grounds.
type Env struct {
	Values []vocabulary.Value
	// AsOf is the case's moment in Unix seconds.
	AsOf      int64
	Grounds   []logic.Truth
	Decisive  []logic.Truth
	Tally     []logic.Range
	Domains   []logic.Range
	Level     logic.Range
	Judgement Judgement
}

// Clone returns an environment whose findings can be forgotten without touching e.
func (e *Env) Clone() *Env {
	c := *e
	c.Grounds, c.Decisive = slices.Clone(e.Grounds), slices.Clone(e.Decisive)
	c.Tally, c.Domains = slices.Clone(e.Tally), slices.Clone(e.Domains)
	return &c
}

// Forget makes the finding that a node asks for unknown, and returns how to undo
// that. Nodes that ask for no finding change nothing.
func (e *Env) Forget(n *Node) (restore func()) {
	was := *e.Clone()
	switch {
	case n.Op == Ground:
		e.Grounds[n.N] = logic.Unknown
	case n.Op == Decisive:
		e.Decisive[n.N] = logic.Unknown
	case n.Op == CountIn && n.Counter == Tally:
		e.Tally[n.N] = logic.Anything()
	case n.Op == CountIn && n.Counter == Domains:
		e.Domains[n.N] = logic.Anything()
	case n.Op == CountIn && n.Counter == Level, n.Op == JudgedOtherwise:
		e.Level = logic.Anything()
	}
	return func() { *e = was }
}
