package allcases

import (
	"reflect"
	"slices"

	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// Pair is all cases of two policies, over the same variables: two revisions of one, two editions, or two councils.
// Where both say the same in the same words, the formulas are the same Ref. It serves one goroutine.
type Pair struct {
	Old, Now *Cases
}

// sharing is how the cases of one policy share variables with those of the other. The policies may have other
// vocabularies: facts are matched by path, and rungs and words by name. A nil one shares nothing.
type sharing struct {
	other *Cases
	// match are, by Fact.Index, the facts of the other vocabulary; nil where there is none.
	match []*vocabulary.Fact
	// known are the variables of the other by what they are about; nil while the other has none.
	known map[variable]formula.Ref
	// levels are the numbers of the levels that both policies have.
	levels map[int]bool
}

// NewPair describes all cases of two policies as at one moment. An error is a fault of this package.
func NewPair(old, now *policy.Policy, o Options) (*Pair, error) {
	g := formula.NewGraph()
	p := &Pair{Old: begin(g, old, o), Now: begin(g, now, o)}
	p.Old.sharing, p.Now.sharing = newSharing(old, p.Now), newSharing(now, p.Old)
	for _, c := range []*Cases{p.Old, p.Now} {
		c.cut(o.Also)
	}
	p.Old.cutAs(p.Now)
	p.Now.cutAs(p.Old)
	p.Old.describe(o)
	p.Now.sharing.known = map[variable]formula.Ref{}
	for r, v := range p.Old.variables {
		p.Now.sharing.known[v] = r
	}
	p.Now.describe(o)
	if p.Old.missing != nil {
		return nil, p.Old.missing
	}
	return p, p.Now.missing
}

// newSharing matches what a policy and another have in common.
func newSharing(p *policy.Policy, other *Cases) *sharing {
	b := &sharing{other: other, levels: map[int]bool{}}
	for _, f := range p.Vocabulary.Facts {
		b.match = append(b.match, vocabulary.Counterpart(f, other.Policy.Vocabulary))
	}
	for _, l := range p.Levels {
		b.levels[l.Number] = slices.ContainsFunc(other.Policy.Levels, func(o *policy.Level) bool { return o.Number == l.Number })
	}
	return b
}

// cutAs adds the cuts of the other policy: what one of the two tells apart is told apart in both.
func (c *Cases) cutAs(other *Cases) {
	for _, f := range c.facts() {
		m := c.sharing.match[f.Index]
		if m == nil || f.Kind == vocabulary.Scale || f.Kind == vocabulary.YesNo {
			continue
		}
		for _, at := range other.cuts[m.Index] {
			c.cutAt(f, at)
		}
		slices.Sort(c.cuts[f.Index])
		c.cuts[f.Index] = slices.Compact(c.cuts[f.Index])
	}
}

// variable is the variable of the other policy that is about the same.
func (b *sharing) variable(c *Cases, v variable) (formula.Ref, bool) {
	if b == nil || b.known == nil || v.about == settled {
		return 0, false
	}
	same, ok := b.same(c, v)
	if !ok {
		return 0, false
	}
	r, ok := b.known[same]
	return r, ok
}

// same is what a variable is about in the words of the other policy.
func (b *sharing) same(c *Cases, v variable) (variable, bool) {
	switch v.about {
	case judgedAt:
		v.at = slices.IndexFunc(b.other.Policy.Levels, func(l *policy.Level) bool { return l.Number == c.Policy.Levels[v.at].Number })
		return v, v.at >= 0
	case certainly, impossible:
		v.at = slices.IndexFunc(b.other.spans, func(s span) bool { return b.sameSpan(s.node, c.spans[v.at].node) })
		return v, v.at >= 0
	case atLeast, below, exactly, something, word, applies, not, saidUnknown, isAlleged, isSilent, settled:
	}
	f, m := v.fact, b.match[v.fact.Index]
	if m == nil {
		return v, false
	}
	v.fact = m
	switch v.about {
	case word, applies, not:
		v.at = m.Word(f.Words[v.at].Name)
	case atLeast, below:
		at := c.cuts[f.Index][v.at]
		if f.Kind == vocabulary.Scale {
			at = int64(m.Word(f.Words[at].Name))
		}
		i, found := slices.BinarySearch(b.other.cuts[m.Index], at)
		if !found {
			i = -1
		}
		v.at = i
	case exactly, something, saidUnknown, isAlleged, isSilent, certainly, impossible, judgedAt, settled:
	}
	return v, v.at >= 0
}

// sameSpan is whether two conditions on the time between two dates are the same; own is this policy's.
func (b *sharing) sameSpan(theirs, own *lang.Node) bool {
	return b.match[own.From.Fact.Index] == theirs.From.Fact && b.match[own.To.Fact.Index] == theirs.To.Fact &&
		own.Length == theirs.Length && own.Lo == theirs.Lo && own.Hi == theirs.Hi
}

// sameSilence is whether silence means the same of a fact in both vocabularies.
func (b *sharing) sameSilence(f *vocabulary.Fact) bool {
	m := b.match[f.Index]
	if m == nil {
		return true
	}
	return m.Nothing != nil && reflect.DeepEqual(f.Plain(*f.Nothing, nil), m.Plain(*m.Nothing, nil))
}

// settles takes over from the other policy what looking both ways tells, where both have the same findings, and
// reports whether it did. That is right where all ways are looked at, whatever rules read: then only the findings
// matter. Where the evaluator may not look at all of them, what it looks at depends on the rules themselves, and
// nothing is taken over.
func (b *sharing) settles(c *Cases) bool {
	if b == nil || b.known == nil {
		return false
	}
	o := b.other
	if len(o.settling.cells) == 0 || o.settling.exact != formula.True || !c.found.same(o.found) || !c.sameWays(o) {
		return false
	}
	c.Rules, c.Grounds, c.Decisive, c.LevelFrom = slices.Clone(o.Rules[:len(c.found.rules)]), o.Grounds, o.Decisive, o.LevelFrom
	c.Kleene, c.settling = c.found.rules, settling{Cases: c, facts: c.twoWays(), cells: o.settling.cells, exact: o.settling.exact}
	return true
}

// same is whether two findings are made of the same formulas.
func (f *findings) same(g *findings) bool {
	return slices.Equal(f.rules, g.rules) && slices.Equal(f.counted, g.counted) && slices.Equal(f.grounds, g.grounds) &&
		slices.Equal(f.decisive, g.decisive) && slices.Equal(f.atLeast, g.atLeast) &&
		slices.EqualFunc(f.tally, g.tally, slices.Equal[[]Truth]) && slices.EqualFunc(f.domains, g.domains, slices.Equal[[]Truth])
}

// sameWays is whether rules can read the same facts both ways as those of the other policy, in the same ways.
func (c *Cases) sameWays(o *Cases) bool {
	if c.Policy.Vocabulary != o.Policy.Vocabulary && !slices.EqualFunc(c.facts(), o.facts(), func(f, g *vocabulary.Fact) bool {
		return c.sharing.match[f.Index] == g && slices.Equal(f.WordNames(), g.WordNames())
	}) {
		return false
	}
	for _, r := range c.Policy.Rules[:c.Policy.FindingsEnd] {
		if !lang.SameIn(r.When.Root, o.Policy.Rules[r.Index].When.Root, func(f *vocabulary.Fact) *vocabulary.Fact {
			return c.sharing.match[f.Index]
		}) {
			return false
		}
	}
	return true
}
