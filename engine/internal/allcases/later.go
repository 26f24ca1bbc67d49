package allcases

import (
	"math"

	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/lang"
)

// after works out the rules after the level, which read what findings are settled at.
func (c *Cases) after() {
	for _, r := range c.Policy.Rules[c.Policy.FindingsEnd:] {
		c.Rules = append(c.Rules, c.rule(r, c.view, c.Settled))
	}
}

// Settled is what a condition after the level asks of the findings.
func (c *Cases) Settled(n *lang.Node) Truth {
	if n.Op == lang.Ground {
		return c.Grounds[n.N]
	}
	if n.Op == lang.Decisive {
		return c.Decisive[n.N]
	}
	if n.Op == lang.JudgedOtherwise {
		return c.judgedOtherwise()
	}
	switch n.Counter {
	case lang.Level:
		return c.withinBounds(n.Lo, n.Hi, c.levelFrom)
	case lang.JudgedLevel:
		return c.judgedWithin(n.Lo, n.Hi)
	case lang.Tally, lang.Domains:
	}
	return c.withinBounds(n.Lo, n.Hi, func(number int64) Truth {
		from := *n
		from.Lo, from.Hi = number, math.MaxInt64
		return c.settling.finding(c.ofFindings(c.found, &from), func(f *findings) Truth { return c.ofFindings(f, &from) })
	})
}

// withinBounds is whether a number lies from lo to hi; from is whether it is at least another.
func (c *Cases) withinBounds(lo, hi int64, from func(int64) Truth) Truth {
	low, beyond := from(lo), constant(false)
	if hi < math.MaxInt64 {
		beyond = from(hi + 1)
	}
	return Truth{c.And(low.Is, beyond.May.Not()), c.And(low.May, beyond.Is.Not())}
}

// levelFrom is whether the level is at least one with a number.
func (c *Cases) levelFrom(number int64) Truth {
	for i, l := range c.Policy.Levels {
		if int64(l.Number) >= number {
			return c.LevelFrom[i]
		}
	}
	return constant(false)
}

// judgedWithin is whether the level that a case judges lies between two numbers; it is open where it judges none.
func (c *Cases) judgedWithin(lo, hi int64) Truth {
	var in []formula.Ref
	for i, l := range c.Policy.Levels {
		if int64(l.Number) >= lo && int64(l.Number) <= hi {
			in = append(in, c.judged[i])
		}
	}
	return Truth{c.Or(in...), c.Or(c.Or(in...), c.Or(c.judged...).Not())}
}

// judgedOtherwise is whether a case judges another level than the one recommended.
func (c *Cases) judgedOtherwise() Truth {
	var ways []formula.Ref
	for i := range c.Policy.Levels {
		recommended := c.LevelFrom[i].Is
		if i+1 < len(c.Policy.Levels) {
			recommended = c.And(recommended, c.LevelFrom[i+1].Is.Not())
		}
		ways = append(ways, c.And(c.judged[i], recommended.Not()))
	}
	r := c.Or(ways...)
	return Truth{r, r}
}
