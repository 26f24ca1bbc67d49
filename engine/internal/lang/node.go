package lang

import (
	"math"
	"time"

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
	// TimeIn is whether From, minus the moment that lies Length after To, lies from Lo to
	// Hi, in seconds.
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
	Length   vocabulary.Length
	London   *time.Location // for Length
	// Named is the condition that a bare name stands for.
	Named *NamedCondition
	// Start and End are the place of the node in its own text, in code points. The nodes
	// below a named condition stand in the text of that condition.
	Start, End int
	in         *Parsed
}

// Text is the text of the node as its author wrote it. It is empty for a node that does
// not come from a text.
func (n *Node) Text() string {
	if n.in == nil {
		return ""
	}
	from, to := max(0, n.Start), min(len(n.in.runes), n.End)
	if len(n.in.text) == len(n.in.runes) { // nearly every text: a part of it, and no copy
		return n.in.text[from:to]
	}
	return string(n.in.runes[from:to])
}

// Facts calls visit for each fact that the node reads, in the order of the text. A fact
// that is read twice is visited twice.
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

// AsksFindings reports whether the node, or anything below it, asks of what was found: of a ground, of what decides or
// is counted, or of a level.
func (n *Node) AsksFindings() bool {
	asks := false
	n.Walk(1, func(n *Node, _ int) {
		asks = asks || n.Op == Ground || n.Op == Decisive || n.Op == CountIn || n.Op == JudgedOtherwise
	})
	return asks
}

// HelpedByLess reports whether the node, by itself, is helped by a finding that does not
// hold, or by fewer signs. Sign is as Walk gives it.
func (n *Node) HelpedByLess(sign int) bool {
	if n.Op == Ground || n.Op == Decisive {
		return sign <= 0
	}
	if n.Op == CountIn {
		more := n.Lo > 0 && n.Hi == math.MaxInt64
		return sign == 0 || more != (sign > 0)
	}
	return false
}
