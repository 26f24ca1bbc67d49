package expr

import (
	"fmt"
	"math"

	"github.com/expr-lang/expr/ast"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// tree makes one tree of expr's nodes: of a condition's certain truth, or of its certain
// falsehood. No node is in two trees.
type tree struct {
	names *names
	// part gives the names of the results of what has programs of its own.
	part func(*lang.Node) truthNames
	// bits is how many bits the integers of programs have.
	bits int
	err  error
}

// is is whether a condition is certainly true.
func (t *tree) is(n *lang.Node) ast.Node {
	switch n.Op {
	case lang.Const:
		return constant(n.Value == logic.True)
	case lang.And:
		return all(each(n.Args, t.is)...)
	case lang.Or:
		return anyOf(each(n.Args, t.is)...)
	case lang.Not:
		return t.isNot(n.Args[0])
	case lang.If:
		return choose(t.is(n.Args[0]), t.is(n.Args[1]), all(t.isNot(n.Args[0]), t.is(n.Args[2])))
	case lang.AtLeastN:
		return binary(">=", howMany(each(n.Args, t.is)), t.number(n.Lo))
	case lang.FactIn:
		return t.inRange(n)
	case lang.OneOf:
		return all(read(t.fact(n).known), t.oneOf(n))
	case lang.Member:
		return read(t.fact(n).applies[n.Lo])
	case lang.TimeIn:
		return t.timeIn(n)
	case lang.Ground:
		return read(t.names.grounds[n.N].is)
	case lang.Decisive:
		return read(t.names.decisive[n.N].is)
	case lang.CountIn:
		return t.countIn(n)
	case lang.OpenFact:
		return not(read(t.fact(n).known))
	case lang.Open:
		asked := t.part(n.Args[0])
		return not(anyOf(read(asked.is), read(asked.isNot)))
	case lang.Certain:
		return t.is(n.Args[0])
	case lang.Named:
		return read(t.part(n).is)
	case lang.Judged:
		return read(t.names.recorded)
	case lang.JudgedOtherwise:
		return t.judgedOtherwise()
	}
	return constant(false)
}

// isNot is whether a condition is certainly false.
func (t *tree) isNot(n *lang.Node) ast.Node {
	switch n.Op {
	case lang.Const:
		return constant(n.Value == logic.False)
	case lang.And:
		return anyOf(each(n.Args, t.isNot)...)
	case lang.Or:
		return all(each(n.Args, t.isNot)...)
	case lang.Not:
		return t.is(n.Args[0])
	case lang.If:
		return choose(t.is(n.Args[0]), t.isNot(n.Args[1]), all(t.isNot(n.Args[0]), t.isNot(n.Args[2])))
	case lang.AtLeastN:
		// Too few are left once more than all but n of them are false.
		return binary(">", howMany(each(n.Args, t.isNot)), t.number(int64(len(n.Args))-n.Lo))
	case lang.FactIn:
		return t.outOfRange(n)
	case lang.OneOf:
		return all(read(t.fact(n).known), not(t.oneOf(n)))
	case lang.Member:
		return not(read(t.fact(n).may[n.Lo]))
	case lang.TimeIn:
		return t.timeOut(n)
	case lang.Ground:
		return read(t.names.grounds[n.N].isNot)
	case lang.Decisive:
		return read(t.names.decisive[n.N].isNot)
	case lang.CountIn:
		return t.countOut(n)
	case lang.OpenFact:
		return read(t.fact(n).known)
	case lang.Open:
		asked := t.part(n.Args[0])
		return anyOf(read(asked.is), read(asked.isNot))
	case lang.Certain:
		return not(t.is(n.Args[0]))
	case lang.Named:
		return read(t.part(n).isNot)
	case lang.Judged:
		return not(read(t.names.recorded))
	case lang.JudgedOtherwise:
		return not(t.judgedOtherwise())
	}
	return constant(false)
}

// fact are the names of the fact that a node reads.
func (t *tree) fact(n *lang.Node) *factNames { return &t.names.facts[n.Fact.Index] }

// each makes a node of each part.
func each(parts []*lang.Node, of func(*lang.Node) ast.Node) []ast.Node {
	nodes := make([]ast.Node, len(parts))
	for i, p := range parts {
		nodes[i] = of(p)
	}
	return nodes
}

func constant(b bool) ast.Node   { return &ast.BoolNode{Value: b} }
func read(name string) ast.Node  { return &ast.IdentifierNode{Value: name} }
func not(x ast.Node) ast.Node    { return &ast.UnaryNode{Operator: "not", Node: x} }
func all(x ...ast.Node) ast.Node { return joined("and", true, x) }

func anyOf(x ...ast.Node) ast.Node { return joined("or", false, x) }

// joined puts an operator between nodes, or gives what it comes to where there is none.
func joined(operator string, none bool, x []ast.Node) ast.Node {
	if len(x) == 0 {
		return constant(none)
	}
	out := x[0]
	for _, y := range x[1:] {
		out = binary(operator, out, y)
	}
	return out
}

func binary(operator string, left, right ast.Node) ast.Node {
	return &ast.BinaryNode{Operator: operator, Left: left, Right: right}
}

func choose(by, then, otherwise ast.Node) ast.Node {
	return &ast.ConditionalNode{Ternary: true, Cond: by, Exp1: then, Exp2: otherwise}
}

// howMany is how many of some nodes are true.
func howMany(x []ast.Node) ast.Node {
	var sum ast.Node
	for _, y := range x {
		one := choose(y, &ast.IntegerNode{Value: 1}, &ast.IntegerNode{Value: 0})
		if sum == nil {
			sum = one
		} else {
			sum = binary("+", sum, one)
		}
	}
	return sum
}

// number is a number of the policy. One that the integers of programs would wrap is refused.
func (t *tree) number(n int64) ast.Node {
	if t.bits < 64 && n>>(t.bits-1) != n>>63 {
		t.refuse("the number %d has more than %d bits", n, t.bits)
	}
	return &ast.IntegerNode{Value: int(n)}
}

// refuse notes the first thing that programs cannot do.
func (t *tree) refuse(format string, args ...any) {
	if t.err == nil {
		t.err = fmt.Errorf(format, args...)
	}
}

// within is whether what lies from least to most certainly lies from lo to hi. An end of
// which nothing is asked is math.MinInt64 or math.MaxInt64.
func (t *tree) within(least, most func() ast.Node, lo, hi int64) ast.Node {
	var parts []ast.Node
	if lo != math.MinInt64 {
		parts = append(parts, binary(">=", least(), t.number(lo)))
	}
	if hi != math.MaxInt64 {
		parts = append(parts, binary("<=", most(), t.number(hi)))
	}
	return all(parts...)
}

// beyond is whether it certainly does not.
func (t *tree) beyond(least, most func() ast.Node, lo, hi int64) ast.Node {
	var parts []ast.Node
	if lo != math.MinInt64 {
		parts = append(parts, binary("<", most(), t.number(lo)))
	}
	if hi != math.MaxInt64 {
		parts = append(parts, binary(">", least(), t.number(hi)))
	}
	return anyOf(parts...)
}

// variable reads a variable, as often as it is asked.
func variable(name string) func() ast.Node { return func() ast.Node { return read(name) } }

// inRange is whether a fact's number lies in a range.
func (t *tree) inRange(n *lang.Node) ast.Node {
	f := t.fact(n)
	if n.Fact.Kind == vocabulary.YesNo {
		return t.answer(f, n.Lo <= 1 && 1 <= n.Hi, n.Lo <= 0 && 0 <= n.Hi)
	}
	return t.within(variable(f.least), variable(f.most), n.Lo, n.Hi)
}

// outOfRange is whether it lies outside.
func (t *tree) outOfRange(n *lang.Node) ast.Node {
	f := t.fact(n)
	if n.Fact.Kind == vocabulary.YesNo {
		return t.answer(f, n.Lo > 1 || n.Hi < 1, n.Lo > 0 || n.Hi < 0)
	}
	return t.beyond(variable(f.least), variable(f.most), n.Lo, n.Hi)
}

// answer is whether an answer is certainly one of those that are right.
func (t *tree) answer(f *factNames, yes, no bool) ast.Node {
	switch {
	case yes && no:
		return constant(true)
	case yes:
		return all(read(f.known), read(f.value))
	case no:
		return all(read(f.known), not(read(f.value)))
	default:
		return constant(false)
	}
}
