package plan

import (
	"math/bits"
	"slices"
)

// flattener numbers the vertices of a compiled policy.
type flattener struct {
	*compiler
	plan *Plan
	// at is the node of each vertex; before is whether a rule up to the level reads the
	// vertex.
	at     []uint32
	before []bool
}

// flatten makes the plan of what was grown.
func (c *compiler) flatten() *Plan {
	f := &flattener{compiler: c, plan: &Plan{policy: c.policy}}
	f.settlingLeaves()
	f.at, f.before = make([]uint32, len(c.vertices)), make([]bool, len(c.vertices))
	f.markBefore()
	p := f.plan
	p.unknown = unknownOf(c.policy)
	f.place(vertexNo)
	f.place(vertexYes)
	f.placeSlots()
	p.columns = columnsOf(p.slots)
	f.placeWhere(func(i int) bool {
		v := c.vertices[i]
		return v.op == leaf && v.source.kind < ground && f.at[i] == 0 && i > vertexNo
	})
	p.gatesFrom = uint32(len(p.op)) / 64 * 64
	p.findings = f.placeGates(true)
	f.align(64)
	p.findingsEnd = uint32(len(p.op))
	f.placeWhere(func(i int) bool {
		v := c.vertices[i]
		return v.op == given || v.op == leaf && v.source.kind >= ground
	})
	p.later = f.placeGates(false)
	f.align(64)
	p.nodes = uint32(len(p.op))
	f.close()
	f.refer()
	f.readers()
	return p
}

// settlingLeaves makes the leaves for all findings that later rules could read.
func (f *flattener) settlingLeaves() {
	for n := range f.grounds {
		f.leaf(source{kind: ground, n: n})
	}
	for n := range f.decisive {
		f.leaf(source{kind: decisive, n: n})
	}
	for n := range f.policy.Levels {
		for _, k := range []leafKind{tally, domains} {
			if s := (source{kind: k, n: n}); f.counts[s] != 0 {
				f.given(s)
			}
		}
	}
	f.given(source{kind: level})
}

// markBefore marks what the way up to the level reads.
func (f *flattener) markBefore() {
	var mark func(i int)
	mark = func(i int) {
		if f.before[i] {
			return
		}
		f.before[i] = true
		for _, a := range f.vertices[i].args {
			mark(a)
		}
	}
	ruled := [][]int{f.rules[:f.policy.FindingsEnd], f.counted, f.grounds, f.decisive}
	for _, list := range slices.Concat(ruled, f.tally, f.domains) {
		for _, i := range list {
			mark(i)
		}
	}
	for _, i := range f.counts {
		mark(i)
	}
}

// place gives a vertex the next node.
func (f *flattener) place(i int) {
	f.at[i] = uint32(len(f.plan.op))
	f.node(f.vertices[i].op, f.vertices[i].lo, f.vertices[i].hi)
}

// node appends a node whose args are filled in at the end.
func (f *flattener) node(o op, lo, hi int32) {
	p := f.plan
	p.op, p.lo, p.hi = append(p.op, o), append(p.lo, lo), append(p.hi, hi)
}

// align appends idle leaves up to a multiple of n.
func (f *flattener) align(n int) {
	for len(f.plan.op)%n != 0 {
		f.node(leaf, 0, 0)
	}
}

func (f *flattener) placeWhere(which func(i int) bool) {
	for i := range f.vertices {
		if which(i) {
			f.place(i)
		}
	}
}

// placeGates places the gates up to the level, or those after it, in as few and long runs
// as it can. A gate is ready once all that it reads is placed. Each time, it takes the
// kind with the most ready gates, and places those and all of the kind that become ready
// meanwhile.
func (f *flattener) placeGates(before bool) []run {
	waiting := map[int]int{}
	readers := map[int][]int{}
	ready := make([][]int, kinds)
	for i := range f.vertices {
		v := &f.vertices[i]
		if v.op == leaf || v.op == given || f.before[i] != before {
			continue
		}
		for _, a := range v.args {
			if w := f.vertices[a].op; w != leaf && w != given && f.before[a] == before {
				waiting[i]++
				readers[a] = append(readers[a], i)
			}
		}
		if waiting[i] == 0 {
			ready[v.kind()] = append(ready[v.kind()], i)
		}
	}
	var runs []run
	for {
		next := kind(0)
		for k := range ready {
			if len(ready[k]) > len(ready[next]) {
				next = kind(k)
			}
		}
		if len(ready[next]) == 0 {
			return runs
		}
		r := run{kind: next, from: uint32(len(f.plan.op))}
		for n := 0; n < len(ready[next]); n++ {
			i := ready[next][n]
			f.place(i)
			for _, reader := range readers[i] {
				if waiting[reader]--; waiting[reader] == 0 {
					k := f.vertices[reader].kind()
					ready[k] = append(ready[k], reader)
				}
			}
		}
		ready[next] = nil
		r.to = uint32(len(f.plan.op))
		runs = append(runs, r)
	}
}

// close fills in what nodes read and what reads them.
func (f *flattener) close() {
	p := f.plan
	vertexAt := make([]int, p.nodes)
	for i := range vertexAt {
		vertexAt[i] = -1
	}
	for i, at := range f.at {
		vertexAt[at] = i
	}
	fan := make([][]uint32, p.nodes)
	p.number = make([]uint32, p.nodes)
	for at, i := range vertexAt {
		p.first = append(p.first, uint32(len(p.args)))
		if i < 0 {
			continue
		}
		v := f.vertices[i]
		for _, a := range v.args {
			p.args = append(p.args, f.at[a])
			fan[f.at[a]] = append(fan[f.at[a]], uint32(at))
		}
		if v.op == sum || v.op == given {
			p.number[at] = uint32(p.numbers)
			p.numbers++
			p.digits = max(p.digits, bits.Len(uint(len(v.args))), bits.Len(uint(len(f.policy.Levels))))
		}
		if v.op == within {
			p.number[at] = p.number[f.at[v.args[0]]]
		}
	}
	// A count that no rule reads is worked out when asked for, and can be as great.
	p.digits = max(p.digits, bits.Len(uint(len(f.policy.Concepts))), bits.Len(uint(len(f.policy.Domains))))
	p.first = append(p.first, uint32(len(p.args)))
	for _, runs := range [][]run{p.findings, p.later} {
		for i := range runs {
			p.readBy(&runs[i])
		}
	}
	for _, list := range fan {
		p.fanFirst = append(p.fanFirst, uint32(len(p.fan)))
		p.fan = append(p.fan, list...)
	}
	p.fanFirst = append(p.fanFirst, uint32(len(p.fan)))
}

// readBy notes what the nodes of a run read.
func (g *graph) readBy(r *run) {
	r.first = uint32(len(g.reads))
	width, idle := r.kind.width(), uint32(vertexNo)
	if r.kind < orTwo {
		idle = vertexYes
	}
	for i := r.from; width > 0 && i < r.to; i++ {
		args := g.argsOf(i)
		g.reads = append(g.reads, args...)
		for range width - len(args) {
			g.reads = append(g.reads, idle)
		}
	}
}

// refer notes where rules and findings stand.
func (f *flattener) refer() {
	p := f.plan
	p.rules, p.counted = f.nodesOf(f.rules), f.nodesOf(f.counted)
	for n, i := range f.grounds {
		p.grounds = append(p.grounds, settling{f.at[i], f.at[f.leaf(source{kind: ground, n: n})]})
	}
	for n, i := range f.decisive {
		p.decisive = append(p.decisive, settling{f.at[i], f.at[f.leaf(source{kind: decisive, n: n})]})
	}
	p.found = slices.Concat(p.grounds, p.decisive)
	for n := range f.policy.Levels {
		p.tallyMembers, p.domainsMembers = append(p.tallyMembers, f.nodesOf(f.tally[n])), append(p.domainsMembers, f.nodesOf(f.domains[n]))
		for _, s := range []source{{kind: tally, n: n}, {kind: domains, n: n}} {
			if i, ok := f.counts[s]; ok {
				node := f.at[f.given(s)]
				p.counts = append(p.counts, counting{domains: s.kind == domains, level: n, node: node,
					sum: f.at[i], kleene: p.number[f.at[i]], settled: p.number[node]})
			}
		}
	}
	p.levelNode = f.at[f.given(source{kind: level})]
	p.level = p.number[p.levelNode]
	for _, l := range f.policy.Levels {
		p.levels = append(p.levels, p.rules[l.Index])
	}
	for _, l := range f.policy.Consent {
		p.consent, p.answers = append(p.consent, p.rules[l.Index]), append(p.answers, singleAnswer(l.Answer))
	}
	for _, e := range f.policy.Escalations {
		p.escalations = append(p.escalations, p.rules[e.Index])
	}
	p.bears = make([]bearing, p.nodes)
	p.bears[p.levelNode] |= inVerdict
	for _, node := range slices.Concat(p.consent, p.escalations) {
		p.bears[node] |= inVerdict
	}
	for _, x := range p.grounds {
		p.bears[x.settled] |= inVerdict
	}
	p.facts = make([]others, len(p.unknown))
	for i := range p.facts {
		p.facts[i].slot = -1
	}
	for i, s := range p.slots {
		p.facts[s.fact].slot = i
	}
	for i, v := range f.vertices {
		if v.op == leaf {
			p.leaves.refer(v.source, f.at[i])
		}
	}
	for i, x := range p.spans {
		for _, fact := range []int{x.fact, x.to} {
			if fact != asOf {
				p.facts[fact].spans = append(p.facts[fact].spans, i)
			}
		}
	}
}

func (f *flattener) nodesOf(vertices []int) []uint32 {
	nodes := make([]uint32, len(vertices))
	for n, i := range vertices {
		nodes[n] = f.at[i]
	}
	return nodes
}
