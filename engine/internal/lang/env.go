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

// Finding is a finding in an environment: Truth of a ground and of signs that decide, Count of a count and of the level.
type Finding struct {
	Truth logic.Truth
	Count logic.Range
}

// Unfound is a finding of which nothing is known.
var Unfound = Finding{logic.Unknown, logic.Anything()}

// Put puts a value in place of the finding that a node asks for, and returns what was there. Nodes that ask for no finding
// change nothing.
func (e *Env) Put(n *Node, f Finding) (was Finding) {
	switch {
	case n.Op == Ground:
		was.Truth, e.Grounds[n.N] = e.Grounds[n.N], f.Truth
	case n.Op == Decisive:
		was.Truth, e.Decisive[n.N] = e.Decisive[n.N], f.Truth
	case n.Op == CountIn && n.Counter == Tally:
		was.Count, e.Tally[n.N] = e.Tally[n.N], f.Count
	case n.Op == CountIn && n.Counter == Domains:
		was.Count, e.Domains[n.N] = e.Domains[n.N], f.Count
	case n.Op == CountIn && n.Counter == Level, n.Op == JudgedOtherwise:
		was.Count, e.Level = e.Level, f.Count
	}
	return was
}
