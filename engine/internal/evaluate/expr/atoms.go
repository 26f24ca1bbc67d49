package expr

import (
	"math"

	"github.com/expr-lang/expr/ast"

	"windscreen/engine/internal/lang"
)

// oneOf is whether the word of a choice is in the list. Nothing is said of a choice that is
// not known.
func (t *tree) oneOf(n *lang.Node) ast.Node {
	list := &ast.ArrayNode{}
	for i, w := range n.Fact.Words {
		if n.Set&(1<<i) != 0 {
			list.Nodes = append(list.Nodes, &ast.StringNode{Value: w.Name})
		}
	}
	if len(list.Nodes) == 0 {
		return constant(false)
	}
	return binary("in", read(t.fact(n).value), list)
}

// counter are the names of what a node counts.
func (t *tree) counter(n *lang.Node) rangeNames {
	switch n.Counter {
	case lang.Tally:
		return t.names.tally[n.N]
	case lang.Domains:
		return t.names.domains[n.N]
	case lang.Level:
		return t.names.level
	case lang.JudgedLevel:
		return rangeNames{t.names.judgedAs, t.names.judgedAs}
	}
	return rangeNames{}
}

// countIn is whether a count lies in a range. Of a judgement, one must be recorded.
func (t *tree) countIn(n *lang.Node) ast.Node {
	c := t.counter(n)
	return t.ifRecorded(n, t.within(variable(c.least), variable(c.most), n.Lo, n.Hi))
}

// countOut is whether it lies outside.
func (t *tree) countOut(n *lang.Node) ast.Node {
	c := t.counter(n)
	return t.ifRecorded(n, t.beyond(variable(c.least), variable(c.most), n.Lo, n.Hi))
}

func (t *tree) ifRecorded(n *lang.Node, x ast.Node) ast.Node {
	if n.Counter != lang.JudgedLevel {
		return x
	}
	return all(read(t.names.recorded), x)
}

// judgedOtherwise is whether a level is judged that is not the one recommended.
func (t *tree) judgedOtherwise() ast.Node {
	return all(read(t.names.recorded), binary("!=", read(t.names.judgedAs), read(t.names.level.least)))
}

// moment reads the bounds of a point in time, and whether it has them.
type moment struct{ least, most, begins, ends func() ast.Node }

func (t *tree) moment(m lang.Moment) moment {
	if m.Fact == nil {
		yes := func() ast.Node { return constant(true) }
		return moment{variable(t.names.asOf), variable(t.names.asOf), yes, yes}
	}
	f := t.names.facts[m.Fact.Index]
	return moment{variable(f.least), variable(f.most), variable(f.begins), variable(f.ends)}
}

// times are the bounds of the time from one moment, with a length added to it, to another.
// shortest has a value if known, and so has longest.
type times struct{ shortest, shortestKnown, longest, longestKnown func() ast.Node }

func (t *tree) times(n *lang.Node) times {
	if t.bits < 64 {
		t.refuse("times in seconds have more than %d bits", t.bits)
	}
	to, from := t.moment(n.From), t.moment(n.To)
	after := func(m func() ast.Node) ast.Node {
		if n.Length.Years == 0 && n.Length.Days == 0 {
			return m()
		}
		return &ast.CallNode{Callee: read(laterName),
			Arguments: []ast.Node{m(), t.number(int64(n.Length.Years)), t.number(int64(n.Length.Days))}}
	}
	return times{
		shortest:      func() ast.Node { return binary("-", to.least(), after(from.most)) },
		shortestKnown: func() ast.Node { return all(to.begins(), from.ends()) },
		longest:       func() ast.Node { return binary("-", to.most(), after(from.least)) },
		longestKnown:  func() ast.Node { return all(to.ends(), from.begins()) },
	}
}

// timeIn is whether the time between two moments lies in a range.
func (t *tree) timeIn(n *lang.Node) ast.Node {
	x := t.times(n)
	var parts []ast.Node
	if n.Lo != math.MinInt64 {
		parts = append(parts, x.shortestKnown(), binary(">=", x.shortest(), t.number(n.Lo)))
	}
	if n.Hi != math.MaxInt64 {
		parts = append(parts, x.longestKnown(), binary("<=", x.longest(), t.number(n.Hi)))
	}
	return all(parts...)
}

// timeOut is whether it lies outside.
func (t *tree) timeOut(n *lang.Node) ast.Node {
	x := t.times(n)
	var parts []ast.Node
	if n.Lo != math.MinInt64 {
		parts = append(parts, all(x.longestKnown(), binary("<", x.longest(), t.number(n.Lo))))
	}
	if n.Hi != math.MaxInt64 {
		parts = append(parts, all(x.shortestKnown(), binary(">", x.shortest(), t.number(n.Hi))))
	}
	return anyOf(parts...)
}
