package recommend

import (
	"math"
	"slices"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// feeds is what the findings of a policy rest on, worked out once.
type feeds struct {
	policy *policy.Policy
	// readers are, by Fact.Index, the indicators and grounds that read a fact.
	readers [][]int
	// unsettled is whether a rule may hold with nothing known, by Rule.Index.
	unsettled []bool
	// grounds are the rules of each ground; decides and signs are, by level index, the indicators
	// that decide, and those that count or decide, at that level or above.
	grounds        [][]*policy.Rule
	decides, signs [][]*policy.Indicator
	// readings are what each indicator and ground asks of numbers and words, by Rule.Index.
	readings [][]reading
	// both are the facts that the rules behind a finding, taken together, read both ways. ofRule are those
	// that one indicator or ground reads both ways, by Rule.Index, and ofAll those that any rules do.
	both   map[finding]bothWays
	ofRule map[int]bothWays
	ofAll  bothWays
}

// bothWays are facts read both ways.
type bothWays struct {
	set  factSet
	list []*vocabulary.Fact
}

// reading is one test that a rule makes of a fact.
type reading struct {
	fact *vocabulary.Fact
	test evaluate.Test
	way  evaluate.Way
}

func newFeeds(p *policy.Policy, grounds [][]*policy.Rule) *feeds {
	x := &feeds{
		policy: p, readers: make([][]int, len(p.Vocabulary.Facts)), grounds: grounds,
		both: map[finding]bothWays{}, ofRule: map[int]bothWays{},
		decides: make([][]*policy.Indicator, len(p.Levels)), signs: p.Signs(),
		readings: make([][]reading, p.FindingsEnd), unsettled: make([]bool, p.FindingsEnd),
	}
	nothing := lang.Env{}
	for _, f := range p.Vocabulary.Facts {
		nothing.Values = append(nothing.Values, f.Unknown())
	}
	for i, r := range p.Rules[:p.FindingsEnd] {
		if r.Kind == term.KindLevel {
			continue
		}
		x.unsettled[i] = r.When.Root.Truth(&nothing) == logic.True || r.Always
		r.When.Root.Walk(1, func(n *lang.Node, _ int) {
			x.unsettled[i] = x.unsettled[i] || n.Op == lang.TimeIn && n.From.Fact == nil && n.To.Fact == nil
		})
		evaluate.Readings(r, func(f *vocabulary.Fact, t evaluate.Test, w evaluate.Way) {
			x.readings[i] = append(x.readings[i], reading{f, t, w})
		})
		r.When.Root.Facts(func(f *vocabulary.Fact) {
			if list := x.readers[f.Index]; len(list) == 0 || list[len(list)-1] != i {
				x.readers[f.Index] = append(list, i)
			}
		})
		if evaluate.ReadsBothWays(r) {
			x.ofRule[i] = x.readBothWays([]*policy.Rule{r})
		}
	}
	for level, signs := range x.signs {
		for _, i := range signs {
			if i.Strength == term.StrengthDecides {
				x.decides[level] = append(x.decides[level], i)
			}
		}
	}
	x.ofAll = x.readBothWays(p.Rules[:p.FindingsEnd])
	for n := range p.Statutes {
		x.note(&lang.Node{Op: lang.Ground, N: n})
	}
	for n, l := range p.Levels {
		x.note(&lang.Node{Op: lang.Decisive, N: n})
		x.note(&lang.Node{Op: lang.CountIn, Counter: lang.Tally, N: n})
		x.note(&lang.Node{Op: lang.CountIn, Counter: lang.Domains, N: n})
		x.note(noLower(int64(l.Number)))
	}
	return x
}

// noLower is the condition that the level recommended is no lower than this.
func noLower(at int64) *lang.Node {
	return &lang.Node{Op: lang.CountIn, Counter: lang.Level, Lo: at, Hi: math.MaxInt64}
}

// key names what a node finds; a level is named by its number.
func key(n *lang.Node) finding {
	if n.Op == lang.CountIn && n.Counter == lang.Level {
		return finding{n.Op, n.Counter, int(n.Lo)}
	}
	return finding{n.Op, n.Counter, n.N}
}

// note works out which facts are read both ways behind a finding.
func (x *feeds) note(n *lang.Node) { x.both[key(n)] = x.readBothWays(x.behind(n)) }

// behind lists the indicators and grounds that a condition up to the level, or on the level, rests on.
func (x *feeds) behind(n *lang.Node) []*policy.Rule {
	var rules []*policy.Rule
	n.Walk(1, func(n *lang.Node, _ int) {
		switch {
		case n.Op == lang.Ground:
			rules = append(rules, x.grounds[n.N]...)
		case n.Op == lang.Decisive:
			for _, i := range x.decides[n.N] {
				rules = append(rules, i.Rule)
			}
		case n.Op == lang.CountIn && n.Counter <= lang.Domains:
			for _, i := range x.signs[n.N] {
				rules = append(rules, i.Rule)
			}
		case n.Op == lang.CountIn && n.Counter == lang.Level:
			for _, l := range x.policy.Levels {
				if int64(l.Number) >= n.Lo {
					rules = append(rules, x.behind(l.When.Root)...)
					rules = append(rules, l.Rule)
				}
			}
		}
	})
	return rules
}

// readBothWays are the facts that some rules, taken together, read both ways.
func (x *feeds) readBothWays(rules []*policy.Rule) bothWays {
	type use struct {
		test    evaluate.Test
		way     evaluate.Way
		read    bool
		several bool
	}
	uses := make([]use, len(x.policy.Vocabulary.Facts))
	out := newFactSet(x.policy.Vocabulary)
	see := func(f *vocabulary.Fact, t evaluate.Test, w evaluate.Way) {
		u := &uses[f.Index]
		u.several = u.several || u.read && u.test != t
		u.test, u.read = t, true
		if u.way |= w; u.way.Both(u.several) {
			out.add(f)
		}
	}
	for _, r := range rules {
		if r.Kind == term.KindLevel {
			evaluate.Readings(r, see)
			continue
		}
		for _, t := range x.readings[r.Index] {
			see(t.fact, t.test, t.way)
		}
	}
	return bothWays{out, out.list(x.policy.Vocabulary)}
}

// bothWays are the facts that the rules behind a conclusion read both ways. For a condition that joins
// findings they are the facts that any rules read both ways.
func (x *feeds) bothWays(c conclusion) bothWays {
	if c.rule != nil {
		if both, ok := x.ofRule[c.rule.Index]; ok {
			return both
		}
		return bothWays{set: newFactSet(x.policy.Vocabulary)}
	}
	if both, ok := x.both[key(c.node)]; ok {
		return both
	}
	return x.ofAll
}

// provable reports whether a conclusion can be tried by looking only at what holds: whether it is made
// of findings that are the better for more, joined by and and or.
func (x *feeds) provable(n *lang.Node) bool {
	switch n.Op {
	case lang.And, lang.Or, lang.Named:
		return !slices.ContainsFunc(n.Args, func(a *lang.Node) bool { return !x.provable(a) })
	case lang.Ground, lang.Decisive:
		return true
	case lang.CountIn:
		noLevel := func(l *policy.Level) bool { return !x.provable(l.When.Root) }
		return n.Counter == lang.JudgedLevel || n.Hi == math.MaxInt64 && n.Lo > 0 &&
			(n.Counter != lang.Level || !slices.ContainsFunc(x.policy.Levels, noLevel))
	case lang.Const, lang.Not, lang.If, lang.AtLeastN, lang.FactIn, lang.OneOf, lang.Member, lang.TimeIn, lang.OpenFact, lang.Open,
		lang.Certain, lang.Judged, lang.JudgedOtherwise:
	}
	return !readsFindings(n)
}
