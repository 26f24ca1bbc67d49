package lang

import (
	"windscreen/engine/internal/arena"
	"windscreen/engine/internal/logic"
)

// Leaver works out what is left of conditions, in room that it uses again. The zero value is ready for use, by one goroutine.
type Leaver struct {
	nodes arena.Arena[Node]
	args  arena.Arena[*Node]
}

// Room is taken so many nodes at a time.
const roomLeft = 256

// Reset takes back all that Left gave, which must not be used any more.
func (l *Leaver) Reset() {
	l.nodes.Reset()
	l.args.Reset()
}

// node is a new node.
func (l *Leaver) node(op Op, args []*Node) *Node {
	n := &l.nodes.Take(1, roomLeft)[0]
	n.Op, n.Args = op, args
	return n
}

// Left is what is left of a condition once what is known was put in: parts that are settled are gone, and tests of a number
// of which bounds are known ask no more than those leave open. Two conditions of which the same is left come out the
// same, whatever else becomes known; that is told where they stand alike. A part that asks what is known is settled only where
// nothing can change that. It lasts until Reset.
func (l *Leaver) Left(n *Node, e *Env) *Node {
	switch n.Op {
	case Named:
		return l.Left(n.Args[0], e)
	case Not:
		return l.not(n, e)
	case And, Or, AtLeastN:
		return l.of(n, e)
	case Certain, Open, If:
		return l.parts(n, e)
	case OpenFact:
		if e.Values[n.Fact.Index].Known() {
			return settledAs[logic.False]
		}
	case FactIn, OneOf, Member, TimeIn, Ground, Decisive, CountIn, Judged, JudgedOtherwise:
		if t := n.Truth(e); t != logic.Unknown {
			return settledAs[t]
		}
		if n.Op == FactIn {
			v := e.Values[n.Fact.Index]
			if v.Lo > n.Lo || v.Hi < n.Hi {
				in := l.node(FactIn, nil)
				in.Fact, in.Lo, in.Hi = n.Fact, max(n.Lo, v.Lo), min(n.Hi, v.Hi)
				return in
			}
		}
	case Const:
	}
	return n
}

// settledAs are the conditions of which nothing is left, by truth.
var settledAs = [...]*Node{
	logic.False:   {Op: Const, Value: logic.False},
	logic.Unknown: {Op: Const, Value: logic.Unknown},
	logic.True:    {Op: Const, Value: logic.True},
}

// parts is a node of what is left of its parts; settled where that is settled.
func (l *Leaver) parts(n *Node, e *Env) *Node {
	out := l.node(n.Op, l.args.Take(len(n.Args), roomLeft))
	for i, a := range n.Args {
		out.Args[i] = l.Left(a, e)
	}
	first := out.Args[0]
	if first.Op != Const || first.Value == logic.Unknown {
		return out
	}
	switch {
	case n.Op == Open:
		return settledAs[logic.False]
	case n.Op == If && first.Value == logic.True:
		return out.Args[1]
	case n.Op == If:
		return out.Args[2]
	}
	return first
}

// not is the negation of what is left.
func (l *Leaver) not(n *Node, e *Env) *Node {
	of := l.Left(n.Args[0], e)
	switch {
	case of.Op == Const:
		return settledAs[of.Value.Not()]
	case of.Op == Not:
		return of.Args[0]
	}
	args := l.args.Take(1, roomLeft)
	args[0] = of
	return l.node(Not, args)
}

// of is what is left of several parts that are counted.
func (l *Leaver) of(n *Node, e *Env) *Node {
	need := n.Lo
	if n.Op == And {
		need = int64(len(n.Args))
	}
	if n.Op == Or {
		need = 1
	}
	args := l.args.Take(len(n.Args), roomLeft)[:0]
	for _, a := range n.Args {
		switch of := l.Left(a, e); {
		case of.Op != Const || of.Value == logic.Unknown:
			args = append(args, of)
		case of.Value == logic.True:
			need--
		}
	}
	switch {
	case need <= 0:
		return settledAs[logic.True]
	case need > int64(len(args)):
		return settledAs[logic.False]
	case len(args) == 1:
		return args[0]
	case need == int64(len(args)):
		return l.node(And, args)
	case need == 1:
		return l.node(Or, args)
	}
	n = l.node(AtLeastN, args)
	n.Lo = need
	return n
}
