package plan

import (
	"encoding/binary"
	"slices"

	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// op is what a node does.
type op uint8

const (
	// leaf is filled in from outside the graph.
	leaf op = iota
	and
	or
	not
	// choose is args[1] where args[0] holds, args[2] where it does not, and unknown
	// where that is.
	choose
	// isOpen is whether args[0] is unknown.
	isOpen
	// isCertain is whether args[0] is true.
	isCertain
	// sum is how many of args hold, a number.
	sum
	// within is whether the number args[0] lies from lo to hi.
	within
	// given is a number that is filled in from outside the graph.
	given
)

// leafKind is where the value of a leaf comes from.
type leafKind uint8

const (
	never leafKind = iota
	always
	unsure
	// inRange, oneOf and member test one fact, and share its slot; inexact is whether
	// the fact is not exactly known.
	inRange
	oneOf
	member
	inexact
	// between is the time from one moment to a length after another.
	between
	// inForce is whether as_of lies from lo to before hi.
	inForce
	judged
	judgedLevel
	judgedOtherwise
	// ground, decisive, tally, domains and level are what findings settle at.
	ground
	decisive
	tally
	domains
	level
)

// constants are the leaves that are constant.
var constants = [...]leafKind{logic.False: never, logic.Unknown: unsure, logic.True: always}

// source says where the value of a leaf comes from. A moment is a fact's index, or
// asOf.
type source struct {
	kind          leafKind
	fact, to, n   int
	length        vocabulary.Length
	lo, hi, words int64
}

const asOf = -1

// vertex is a node while the graph grows.
type vertex struct {
	op     op
	args   []int
	lo, hi int32
	source source
}

// growing is a graph that is being built. A vertex that is asked for twice is made once.
type growing struct {
	vertices []vertex
	known    map[string]int
	key      []byte // room for the key of a vertex
}

// The vertices that are constant.
const (
	vertexNo = iota
	vertexYes
)

func newGrowing() *growing {
	g := &growing{known: map[string]int{}}
	g.leaf(source{kind: never})
	g.leaf(source{kind: always})
	return g
}

// add returns the vertex that is like v.
func (g *growing) add(v vertex) int {
	g.key = v.appendKey(g.key[:0])
	i, ok := g.known[string(g.key)]
	if !ok {
		i = len(g.vertices)
		g.vertices, g.known[string(g.key)] = append(g.vertices, v), i
	}
	return i
}

// appendKey appends a key that only vertices like v have.
func (v *vertex) appendKey(key []byte) []byte {
	s := &v.source
	key = append(key, byte(v.op), byte(s.kind))
	for _, n := range [...]int64{int64(v.lo), int64(v.hi), int64(s.fact), int64(s.to), int64(s.n), int64(s.length.Years),
		int64(s.length.Days), s.lo, s.hi, s.words} {
		key = binary.AppendVarint(key, n)
	}
	for _, a := range v.args {
		key = binary.AppendVarint(key, int64(a))
	}
	return key
}

func (g *growing) leaf(s source) int { return g.add(vertex{op: leaf, source: s}) }

// all is "and", any is "or". They leave out constants and repeats, and one vertex alone
// is itself.
func (g *growing) all(args ...int) int { return g.gate(and, args, vertexYes, vertexNo) }
func (g *growing) any(args ...int) int { return g.gate(or, args, vertexNo, vertexYes) }

// gate leaves out args that change nothing. Where one of them decides the outcome, it is
// that one.
func (g *growing) gate(o op, args []int, idle, decides int) int {
	if slices.Contains(args, decides) {
		return decides
	}
	args = slices.DeleteFunc(slices.Clone(args), func(a int) bool { return a == idle })
	slices.Sort(args)
	switch args = slices.Compact(args); len(args) {
	case 0:
		return idle
	case 1:
		return args[0]
	}
	for len(args) > widest {
		var groups []int
		for group := range slices.Chunk(args, widest) {
			if len(group) == 1 {
				groups = append(groups, group[0])
				continue
			}
			groups = append(groups, g.add(vertex{op: o, args: group}))
		}
		args = groups
	}
	return g.add(vertex{op: o, args: args})
}

// widest is how many args a gate has at most, so that following a change of one of them
// costs little.
const widest = 8

func (g *growing) not(a int) int {
	switch v := g.vertices[a]; {
	case a == vertexNo:
		return vertexYes
	case a == vertexYes:
		return vertexNo
	case v.op == not:
		return v.args[0]
	default:
		return g.add(vertex{op: not, args: []int{a}})
	}
}

func (g *growing) choose(by, then, otherwise int) int {
	switch by {
	case vertexYes:
		return then
	case vertexNo:
		return otherwise
	default:
		return g.add(vertex{op: choose, args: []int{by, then, otherwise}})
	}
}

func (g *growing) open(a int) int {
	if g.twoValued(a) {
		return vertexNo
	}
	return g.add(vertex{op: isOpen, args: []int{a}})
}

func (g *growing) certain(a int) int {
	if g.twoValued(a) {
		return a
	}
	return g.add(vertex{op: isCertain, args: []int{a}})
}

// twoValued reports whether a vertex is known never to be unknown.
func (g *growing) twoValued(a int) bool {
	return a == vertexNo || a == vertexYes || g.vertices[a].op == isOpen || g.vertices[a].op == isCertain
}

// sum is how many of args hold.
func (g *growing) sum(args []int) int {
	args = slices.DeleteFunc(slices.Clone(args), func(a int) bool { return a == vertexNo })
	slices.Sort(args)
	return g.add(vertex{op: sum, args: args})
}

// within is whether a number lies from lo to hi.
func (g *growing) within(n int, lo, hi int32) int {
	if v := g.vertices[n]; v.op == sum && len(v.args) == 0 {
		return constant(number{}.within(lo, hi) == yes)
	}
	return g.add(vertex{op: within, args: []int{n}, lo: lo, hi: hi})
}

func constant(b bool) int {
	if b {
		return vertexYes
	}
	return vertexNo
}

// atLeast is whether k or more of args hold.
func (g *growing) atLeast(k int, args []int) int {
	args = slices.DeleteFunc(slices.Clone(args), func(a int) bool {
		if a == vertexYes {
			k--
		}
		return a == vertexYes || a == vertexNo
	})
	switch {
	case k <= 0:
		return vertexYes
	case k > len(args):
		return vertexNo
	case k == 1:
		return g.any(args...)
	case k == len(args):
		return g.all(args...)
	default:
		return g.within(g.sum(args), int32(k), int32(len(args)))
	}
}
