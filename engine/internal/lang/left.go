package lang

import "windscreen/engine/internal/logic"

// Left is what is left of a condition once what is known was put in: parts that are settled are gone, and tests of a number
// of which bounds are known ask no more than those leave open. Two conditions of which the same is left come out the
// same, whatever else becomes known; that is told where they stand alike. A part that asks what is known is settled only where
// nothing can change that.
func (n *Node) Left(e *Env) *Node {
	switch n.Op {
	case Named:
		return n.Args[0].Left(e)
	case Not:
		return n.leftNot(e)
	case And, Or, AtLeastN:
		return n.leftOf(e)
	case Certain, Open, If:
		return n.leftArgs(e)
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
				return &Node{Op: FactIn, Fact: n.Fact, Lo: max(n.Lo, v.Lo), Hi: min(n.Hi, v.Hi)}
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

// leftArgs is a node of what is left of its parts; settled where that is settled.
func (n *Node) leftArgs(e *Env) *Node {
	out := &Node{Op: n.Op, Args: make([]*Node, len(n.Args))}
	for i, a := range n.Args {
		out.Args[i] = a.Left(e)
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

// leftNot is the negation of what is left.
func (n *Node) leftNot(e *Env) *Node {
	of := n.Args[0].Left(e)
	switch {
	case of.Op == Const:
		return settledAs[of.Value.Not()]
	case of.Op == Not:
		return of.Args[0]
	}
	return &Node{Op: Not, Args: []*Node{of}}
}

// leftOf is what is left of several parts that are counted.
func (n *Node) leftOf(e *Env) *Node {
	need := n.Lo
	if n.Op == And {
		need = int64(len(n.Args))
	}
	if n.Op == Or {
		need = 1
	}
	args := make([]*Node, 0, len(n.Args))
	for _, a := range n.Args {
		switch of := a.Left(e); {
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
		return &Node{Op: And, Args: args}
	case need == 1:
		return &Node{Op: Or, Args: args}
	}
	return &Node{Op: AtLeastN, Lo: need, Args: args}
}
