package plan

import (
	"math"
	"slices"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// compiler grows the graph of one policy.
type compiler struct {
	policy *policy.Policy
	*growing
	// rules are by Rule.Index, counted by indicator, grounds by statute, decisive by
	// level.
	rules, counted, grounds, decisive []int
	// tally and domains are, by level, the members of each count.
	tally, domains [][]int
	// counts are the sums that rules read.
	counts map[source]int
	// named are the vertices of named conditions, for the strata in hand.
	named map[*lang.NamedCondition]int
}

// compile grows the graph, stratum by stratum.
func compile(p *policy.Policy) *compiler {
	c := &compiler{policy: p, growing: newGrowing(), rules: make([]int, len(p.Rules)), counts: map[source]int{},
		named: map[*lang.NamedCondition]int{}}
	for _, i := range p.Indicators {
		c.rule(i.Rule, c.finding)
	}
	for _, g := range p.Grounds {
		c.rule(g.Rule, c.finding)
	}
	c.ground()
	c.count()
	for _, l := range p.Levels {
		c.rule(l.Rule, c.finding)
	}
	clear(c.named) // rules after the level read what findings settle at
	for _, r := range p.Rules[p.FindingsEnd:] {
		c.rule(r, c.settled)
	}
	return c
}

// rule grows one rule. found grows what its condition asks of earlier strata.
func (c *compiler) rule(r *policy.Rule, found func(*lang.Node) int) {
	force := vertexYes
	if r.From > math.MinInt64 || r.To < math.MaxInt64 {
		force = c.leaf(source{kind: inForce, lo: r.From, hi: r.To})
	}
	c.rules[r.Index] = c.all(force, c.node(r.When.Root, found))
}

// node grows a condition.
func (c *compiler) node(n *lang.Node, found func(*lang.Node) int) int {
	switch n.Op {
	case lang.Const:
		return c.leaf(source{kind: constants[n.Value]})
	case lang.And:
		return c.all(c.parts(n, found)...)
	case lang.Or:
		return c.any(c.parts(n, found)...)
	case lang.Not:
		return c.not(c.node(n.Args[0], found))
	case lang.If:
		parts := c.parts(n, found)
		return c.choose(parts[0], parts[1], parts[2])
	case lang.AtLeastN:
		return c.atLeast(int(n.Lo), c.parts(n, found))
	case lang.Open:
		return c.open(c.node(n.Args[0], found))
	case lang.Certain:
		return c.certain(c.node(n.Args[0], found))
	case lang.Named:
		return c.once(n, found)
	case lang.FactIn:
		// Bounds beyond the fact's own say no more than those.
		all := n.Fact.Unknown()
		return c.leaf(source{kind: inRange, fact: n.Fact.Index, lo: max(n.Lo, all.Lo), hi: min(n.Hi, all.Hi)})
	case lang.OneOf:
		return c.leaf(source{kind: oneOf, fact: n.Fact.Index, words: n.Set})
	case lang.Member:
		return c.leaf(source{kind: member, fact: n.Fact.Index, lo: n.Lo})
	case lang.OpenFact:
		return c.leaf(source{kind: inexact, fact: n.Fact.Index})
	case lang.TimeIn:
		return c.leaf(source{kind: between, fact: moment(n.From.Fact), to: moment(n.To.Fact), length: n.Length, lo: n.Lo, hi: n.Hi})
	case lang.Judged:
		return c.leaf(source{kind: judged})
	case lang.JudgedOtherwise:
		return c.leaf(source{kind: judgedOtherwise})
	case lang.Ground, lang.Decisive, lang.CountIn:
	}
	return found(n)
}

// parts grows the parts of a condition.
func (c *compiler) parts(n *lang.Node, found func(*lang.Node) int) []int {
	parts := make([]int, len(n.Args))
	for i, a := range n.Args {
		parts[i] = c.node(a, found)
	}
	return parts
}

// once grows a named condition where it is first used.
func (c *compiler) once(n *lang.Node, found func(*lang.Node) int) int {
	i, ok := c.named[n.Named]
	if !ok {
		i = c.node(n.Args[0], found)
		c.named[n.Named] = i
	}
	return i
}

// moment is a fact's index, or asOf.
func moment(f *vocabulary.Fact) int {
	if f == nil {
		return asOf
	}
	return f.Index
}

// finding grows what a level criterion asks of indicators and grounds.
func (c *compiler) finding(n *lang.Node) int {
	if n.Op == lang.Ground {
		return c.grounds[n.N]
	}
	if n.Op == lang.Decisive {
		return c.decisive[n.N]
	}
	_, kleene := c.counter(n)
	return c.within(kleene, narrow(n.Lo), narrow(n.Hi))
}

// settled grows what a rule after the level asks of the findings.
func (c *compiler) settled(n *lang.Node) int {
	if n.Op == lang.Ground {
		return c.leaf(source{kind: ground, n: n.N})
	}
	if n.Op == lang.Decisive {
		return c.leaf(source{kind: decisive, n: n.N})
	}
	switch n.Counter {
	case lang.JudgedLevel:
		return c.leaf(source{kind: judgedLevel, lo: n.Lo, hi: n.Hi})
	case lang.Level:
		lo, hi := c.indexes(n.Lo, n.Hi)
		return c.within(c.given(source{kind: level}), lo, hi)
	case lang.Tally, lang.Domains:
	}
	s, _ := c.counter(n)
	return c.within(c.given(s), narrow(n.Lo), narrow(n.Hi))
}

// given is a number that is filled in once findings are settled.
func (c *compiler) given(s source) int { return c.add(vertex{op: given, source: s}) }

// counter is the count that a node asks about, and its sum by Kleene's rules.
func (c *compiler) counter(n *lang.Node) (source, int) {
	s, members := source{kind: tally, n: n.N}, c.tally
	if n.Counter == lang.Domains {
		s.kind, members = domains, c.domains
	}
	if _, ok := c.counts[s]; !ok {
		c.counts[s] = c.sum(members[n.N])
	}
	return s, c.counts[s]
}

// indexes turns bounds that are numbers of levels into bounds that are indexes.
func (c *compiler) indexes(lo, hi int64) (int32, int32) {
	first, last := int32(0), int32(-1)
	for _, l := range c.policy.Levels {
		if int64(l.Number) < lo {
			first++
		}
		if int64(l.Number) <= hi {
			last++
		}
	}
	return first, last
}

// ground grows the grounds from the rules by which they hold.
func (c *compiler) ground() {
	by := make([][]int, len(c.policy.Statutes))
	for _, i := range c.policy.Indicators {
		if i.Ground >= 0 {
			by[i.Ground] = append(by[i.Ground], c.rules[i.Index])
		}
	}
	for _, g := range c.policy.Grounds {
		by[g.Statute] = append(by[g.Statute], c.rules[g.Index])
	}
	for _, rules := range by {
		c.grounds = append(c.grounds, c.any(rules...))
	}
}

// count grows what counts, the tallies, the domains and what decides. A sign counts
// at its own level and at every level below.
func (c *compiler) count() {
	p := c.policy
	levels := len(p.Levels)
	c.counted, c.decisive = make([]int, len(p.Indicators)), make([]int, levels)
	c.tally, c.domains = make([][]int, levels), make([][]int, levels)
	// firm is, by concept, whether a sign that decides or counts holds at the level or
	// above.
	firm, concepts, areas := make([]int, len(p.Concepts)), make([]int, len(p.Concepts)), make([]int, len(p.Domains))
	decides := vertexNo
	for l := levels - 1; l >= 0; l-- {
		for _, i := range p.Indicators {
			if i.Level == l && i.Strength.Counts() {
				firm[i.Concept] = c.any(firm[i.Concept], c.rules[i.Index])
			}
		}
		halves := halving{}
		conceptsHere, areasHere, decidesHere := make([][]int, len(concepts)), make([][]int, len(areas)), []int{decides}
		for n, i := range p.Indicators {
			if i.Level != l || i.Strength == term.StrengthContext {
				continue
			}
			t := c.rules[i.Index]
			if i.Strength == term.StrengthModifies {
				t = c.all(t, c.others(firm, i.Concept, halves))
			}
			c.counted[n] = t
			conceptsHere[i.Concept] = append(conceptsHere[i.Concept], t)
			areasHere[i.Domain] = append(areasHere[i.Domain], t)
			if i.Strength == term.StrengthDecides {
				decidesHere = append(decidesHere, t)
			}
		}
		for at, list := range conceptsHere {
			concepts[at] = c.any(append(list, concepts[at])...)
		}
		for at, list := range areasHere {
			areas[at] = c.any(append(list, areas[at])...)
		}
		decides = c.any(decidesHere...)
		c.decisive[l], c.tally[l], c.domains[l] = decides, slices.Clone(concepts), slices.Clone(areas)
	}
}

// halving keeps the vertices for parts of one list, by their bounds. Without it, asking
// for the others of each member would go through the whole list each time.
type halving map[[2]int]int

// others is whether any of a list holds, leaving one out. It halves the list again and
// again until it reaches that one, so that most of the work is shared with the others of
// other members.
func (c *compiler) others(list []int, but int, known halving) int {
	outside := vertexNo
	for from, to := 0, len(list); to-from > 1; {
		half := from + (to-from)/2
		if but < half {
			outside, to = c.any(outside, c.anyOf(list, half, to, known)), half
		} else {
			outside, from = c.any(outside, c.anyOf(list, from, half, known)), half
		}
	}
	return outside
}

// anyOf is whether any of a part of a list holds, by halves.
func (c *compiler) anyOf(list []int, from, to int, known halving) int {
	if to-from == 1 {
		return list[from]
	}
	bounds := [2]int{from, to}
	if v, ok := known[bounds]; ok {
		return v
	}
	half := from + (to-from)/2
	v := c.any(c.anyOf(list, from, half, known), c.anyOf(list, half, to, known))
	known[bounds] = v
	return v
}
