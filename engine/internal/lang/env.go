package lang

import (
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

// Like makes e like another environment, whose findings stay as they are when those of e are
// forgotten. It uses the room that e has, and returns e.
func (e *Env) Like(o *Env) *Env {
	was := *e
	if was.Grounds == nil && was.Tally == nil { // room for all of it at once
		truths, ranges := make([]logic.Truth, len(o.Grounds)+len(o.Decisive)), make([]logic.Range, len(o.Tally)+len(o.Domains))
		was.Grounds, was.Decisive = truths[:0:len(o.Grounds)], truths[len(o.Grounds):]
		was.Tally, was.Domains = ranges[:0:len(o.Tally)], ranges[len(o.Tally):]
	}
	*e = *o
	e.Grounds, e.Decisive = append(was.Grounds[:0], o.Grounds...), append(was.Decisive[:0], o.Decisive...)
	e.Tally, e.Domains = append(was.Tally[:0], o.Tally...), append(was.Domains[:0], o.Domains...)
	return e
}

// Forget makes the finding that a node asks for unknown, and returns how to undo
// that. Nodes that ask for no finding change nothing.
func (e *Env) Forget(n *Node) (restore func()) {
	switch {
	case n.Op == Ground:
		return put(&e.Grounds[n.N], logic.Unknown)
	case n.Op == Decisive:
		return put(&e.Decisive[n.N], logic.Unknown)
	case n.Op == CountIn && n.Counter == Tally:
		return put(&e.Tally[n.N], logic.Anything())
	case n.Op == CountIn && n.Counter == Domains:
		return put(&e.Domains[n.N], logic.Anything())
	case n.Op == CountIn && n.Counter == Level, n.Op == JudgedOtherwise:
		return put(&e.Level, logic.Anything())
	}
	return func() {}
}

// put puts a value in a place, and returns how to put back what was there.
func put[T any](at *T, v T) (restore func()) {
	was := *at
	*at = v
	return func() { *at = was }
}
