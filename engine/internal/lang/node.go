package lang

import (
	"slices"

	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// Op is what a node does.
type Op uint8

// The operations: every rule that loads is made of these and nothing else.
const (
	// Const is Value.
	Const Op = iota
	// And, Or and Not are Kleene's, over Args.
	And
	Or
	Not
	// If is Args[1] where Args[0] is true, Args[2] where it is false, and unknown
	// where it is unknown.
	If
	// AtLeastN is whether Lo or more of Args are true.
	AtLeastN
	// FactIn is whether the number of Fact lies from Lo to Hi: a yes-or-no is 0 or
	// 1, a rung of a scale its index.
	FactIn
	// OneOf is whether the word of Fact, a choice, is one of Set.
	OneOf
	// Member is whether Fact, a set of choices, holds the word with index Lo.
	Member
	// TimeIn is whether From minus To, in seconds, lies from Lo to Hi.
	TimeIn
	// Ground is whether the statutory basis with index N holds.
	Ground
	// Decisive is whether a sign that decides holds at level index N or above.
	Decisive
	// CountIn is whether Counter lies from Lo to Hi.
	CountIn
	// OpenFact is whether Fact is not exactly known, Open whether Args[0] is
	// unknown. They are never unknown themselves.
	OpenFact
	Open
	// Certain is whether Args[0] is certainly true. It is never unknown itself.
	Certain
	// Named is Args[0], the root of the condition that is called Named.
	Named
	// Judged is whether a judgement is recorded, JudgedOtherwise whether it is
	// another level than the one recommended.
	Judged
	JudgedOtherwise
)

// Counter names one of the numbers that are counted between strata.
type Counter uint8

// The counters. Tally and Domains are for level index N.
const (
	Tally Counter = iota
	Domains
	Level
	JudgedLevel
)

// Moment is a point in time that an expression names: a date or time fact, or
// the case's as_of where Fact is nil.
type Moment struct{ Fact *vocabulary.Fact }

// Node is one node of a checked condition. Nodes are immutable once built.
type Node struct {
	Op       Op
	Args     []*Node
	Fact     *vocabulary.Fact
	Value    logic.Truth
	Lo, Hi   int64
	Set      int64
	Counter  Counter
	N        int
	From, To Moment
	// Named is the condition that a bare name stands for.
	Named *NamedCondition
	// Start and End are the node's place in the text that it stands in, in code points.
	// Below a named condition that is another text than above it.
	Start, End int
	in         *Parsed
}

// Text is the text of the node as its author wrote it; empty for one that stands in none.
func (n *Node) Text() string {
	if n.in == nil {
		return ""
	}
	return string(n.in.runes[max(0, n.Start):min(len(n.in.runes), n.End)])
}

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

// Truth evaluates the node by Kleene's rules. It allocates nothing.
func (n *Node) Truth(e *Env) logic.Truth {
	switch n.Op {
	case Const:
		return n.Value
	case And:
		t := logic.True
		for _, a := range n.Args {
			if t = logic.And(t, a.Truth(e)); t == logic.False {
				break
			}
		}
		return t
	case Or:
		t := logic.False
		for _, a := range n.Args {
			if t = logic.Or(t, a.Truth(e)); t == logic.True {
				break
			}
		}
		return t
	case Not:
		return n.Args[0].Truth(e).Not()
	case If:
		switch n.Args[0].Truth(e) {
		case logic.True:
			return n.Args[1].Truth(e)
		case logic.False:
			return n.Args[2].Truth(e)
		default:
			return logic.Unknown
		}
	case AtLeastN:
		var r logic.Range
		for _, a := range n.Args {
			t := a.Truth(e)
			if t == logic.True {
				r.Lo++
			}
			if t != logic.False {
				r.Hi++
			}
		}
		return r.Within(n.Lo, int64(len(n.Args)))
	case Open:
		return logic.Of(n.Args[0].Truth(e) == logic.Unknown)
	case Certain:
		return logic.Of(n.Args[0].Truth(e) == logic.True)
	case Named:
		return n.Args[0].Truth(e)
	default:
		return n.atom(e)
	}
}

// atom evaluates a node that has no parts.
func (n *Node) atom(e *Env) logic.Truth {
	switch n.Op {
	case FactIn:
		return e.Values[n.Fact.Index].Range().Within(n.Lo, n.Hi)
	case OneOf:
		v := e.Values[n.Fact.Index]
		if !v.Known() {
			return logic.Unknown
		}
		return logic.Of(n.Set&(1<<v.Lo) != 0)
	case Member:
		v, bit := e.Values[n.Fact.Index], int64(1)<<n.Lo
		switch {
		case v.Lo&bit != 0:
			return logic.True
		case v.Hi&bit == 0:
			return logic.False
		default:
			return logic.Unknown
		}
	case TimeIn:
		return n.From.at(e).Minus(n.To.at(e)).Within(n.Lo, n.Hi)
	case Ground:
		return e.Grounds[n.N]
	case Decisive:
		return e.Decisive[n.N]
	case CountIn:
		return n.count(e).Within(n.Lo, n.Hi)
	case OpenFact:
		return logic.Of(!e.Values[n.Fact.Index].Known())
	case Judged:
		return logic.Of(e.Judgement.Recorded)
	default: // JudgedOtherwise; the level recommended is the lower end
		if e.Level == logic.Anything() {
			return logic.Unknown // only while explaining
		}
		return logic.Of(e.Judgement.Recorded && int64(e.Judgement.Level) != e.Level.Lo)
	}
}

// count is the number that a CountIn asks about.
func (n *Node) count(e *Env) logic.Range {
	switch n.Counter {
	case Tally:
		return e.Tally[n.N]
	case Domains:
		return e.Domains[n.N]
	case Level:
		return e.Level
	default:
		if !e.Judgement.Recorded {
			return logic.Anything()
		}
		return logic.Exactly(int64(e.Judgement.Level))
	}
}

// at is the moment in Unix seconds, as far as it is known.
func (m Moment) at(e *Env) logic.Range {
	if m.Fact == nil {
		return logic.Exactly(e.AsOf)
	}
	return e.Values[m.Fact.Index].Range()
}

// Facts calls visit for each fact that the node reads by itself, in the order of
// the text, a fact read twice twice.
func (n *Node) Facts(visit func(*vocabulary.Fact)) {
	if n.Fact != nil {
		visit(n.Fact)
	}
	if n.Op == TimeIn {
		for _, m := range []Moment{n.From, n.To} {
			if m.Fact != nil {
				visit(m.Fact)
			}
		}
	}
	for _, a := range n.Args {
		a.Facts(visit)
	}
}

// Walk calls visit for the node and everything below it, and whether the node
// stands as written (+1), negated (-1) or where either is possible (0). What helps a
// condition helps the certainty of it, so what stands in certain(…) stands as written.
func (n *Node) Walk(sign int, visit func(n *Node, sign int)) {
	visit(n, sign)
	for i, a := range n.Args {
		switch {
		case n.Op == Not:
			a.Walk(-sign, visit)
		case n.Op == Open, n.Op == If && i == 0:
			a.Walk(0, visit)
		default:
			a.Walk(sign, visit)
		}
	}
}

// Unresolved calls visit for every node without parts that is unknown and that
// the node's own unknown value comes from. It does nothing where the node is
// known.
func (n *Node) Unresolved(e *Env, visit func(*Node)) {
	if n.Truth(e) != logic.Unknown {
		return
	}
	if len(n.Args) == 0 {
		visit(n)
		return
	}
	for _, a := range n.Args {
		a.Unresolved(e, visit)
	}
}
