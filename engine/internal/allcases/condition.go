package allcases

import (
	"math"

	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// condition is a condition as formulas. View gives what is known of facts, found what the condition asks of
// earlier strata; it is nil for a condition that asks nothing of them.
func (c *Cases) condition(n *lang.Node, view func(*vocabulary.Fact) value, found func(*lang.Node) Truth) Truth {
	sub := func(i int) Truth { return c.condition(n.Args[i], view, found) }
	switch n.Op {
	case lang.Const:
		return Truth{formula.Of(n.Value == logic.True), formula.Of(n.Value != logic.False)}
	case lang.And, lang.Or, lang.AtLeastN:
		return c.several(n, view, found)
	case lang.Not:
		return sub(0).Not()
	case lang.If:
		return c.ifElse(sub(0), sub(1), sub(2))
	case lang.Open:
		of := sub(0)
		open := c.And(of.May, of.Is.Not())
		return Truth{open, open}
	case lang.Certain:
		is := sub(0).Is
		return Truth{is, is}
	case lang.Named:
		if says, ok := c.words[n.Named.Name]; ok && n.Args[0].Op == lang.Const {
			return Truth{says, says}
		}
		return sub(0)
	case lang.Judged:
		recorded := c.Or(c.judged...)
		return Truth{recorded, recorded}
	case lang.FactIn, lang.OneOf, lang.Member, lang.TimeIn, lang.OpenFact:
		return c.ask(n, view)
	case lang.Ground, lang.Decisive, lang.CountIn, lang.JudgedOtherwise:
		if found != nil {
			return found(n)
		}
	}
	return Truth{formula.False, formula.True}
}

// several is a condition of several parts that are counted.
func (c *Cases) several(n *lang.Node, view func(*vocabulary.Fact) value, found func(*lang.Node) Truth) Truth {
	is, may := make([]formula.Ref, len(n.Args)), make([]formula.Ref, len(n.Args))
	for i, a := range n.Args {
		t := c.condition(a, view, found)
		is[i], may[i] = t.Is, t.May
	}
	if n.Op == lang.And {
		return Truth{c.And(is...), c.And(may...)}
	}
	if n.Op == lang.Or {
		return Truth{c.Or(is...), c.Or(may...)}
	}
	at := int(min(n.Lo, int64(len(n.Args)+1)))
	return Truth{c.AtLeast(at, is), c.AtLeast(at, may)}
}

// ifElse is the one where by is so, the other where it is not, and open where that is open.
func (c *Cases) ifElse(by, then, other Truth) Truth {
	yes, no := by.Is, by.May.Not()
	return Truth{
		Is:  c.Or(c.And(yes, then.Is), c.And(no, other.Is)),
		May: c.And(c.Or(yes.Not(), then.May), c.Or(no.Not(), other.May)),
	}
}

// counted is whether a count lies from lo to hi; is and may are the members.
func (c *Cases) counted(is, may []formula.Ref, lo, hi int64) Truth {
	from := func(members []formula.Ref, n int64) formula.Ref {
		if n > int64(len(members)) {
			return formula.False
		}
		return c.AtLeast(int(n), members)
	}
	if hi == math.MaxInt64 {
		return Truth{from(is, lo), from(may, lo)}
	}
	return Truth{
		Is:  c.And(from(is, lo), from(may, hi+1).Not()),
		May: c.And(from(may, lo), from(is, hi+1).Not()),
	}
}
