// Package formula holds true-or-false formulas over variables, as one graph in which equal parts are
// one node, and turns the part that a question is about into clauses for a solver.
//
// # The idea
//
// A formula is a [Ref]: a node of a [Graph], or its negation. There are two kinds of node, variables
// and conjunctions; everything else is made of those and of negation, which costs nothing. A
// conjunction is looked up before it is made: its parts are put in order, each once, and if there is
// such a node already, that one is given back. So two formulas that were built alike are the same Ref,
// and equality is then a comparison of numbers, with no solver asked.
//
// What is not in the cone of a question, that is below it in the graph, never reaches the solver.
// A variable can be given a formula that has to hold wherever the variable plays a part ([Graph.Require]),
// such as that a lower bound is not above the upper one; it is added with the variable, and not before.
//
// Whole numbers are order-encoded: a variable for "at least 3", another for "at least 4". How many of
// some formulas hold is counted the same way ([Graph.Count]).
package formula

import (
	"encoding/binary"
	"slices"
)

// Ref is a formula: twice the number of a node, and one more for its negation.
type Ref int32

// The two constants. They are node 0 and its negation, in every graph.
const (
	False Ref = 0
	True  Ref = 1
)

// Of is the constant for a truth.
func Of(b bool) Ref {
	if b {
		return True
	}
	return False
}

// Not is the negation.
func (r Ref) Not() Ref { return r ^ 1 }

// Constant reports whether the formula is True or False whatever its variables are.
func (r Ref) Constant() bool { return r.node() == 0 }

// node is the number of the node, and negated whether the formula is its negation.
func (r Ref) node() int     { return int(r >> 1) }
func (r Ref) negated() bool { return r&1 == 1 }

// Graph is a set of formulas that share their parts. It serves one goroutine.
type Graph struct {
	// parts are, by node, those of a conjunction; nil of a variable and of node 0. The parts of a node
	// have lower numbers than the node.
	parts [][]Ref
	// known are the conjunctions by their parts.
	known map[string]Ref
	// required is, by node of a variable, what has to hold with it.
	required map[int][]Ref
	// counts are what was counted, by the limit and the list.
	counts map[string][]Ref
	// counted are the keys of counts in the order in which they were made, with how many nodes there were.
	counted []counted
	key     []byte
}

// counted is the key of a count, and how many nodes the graph had before it.
type counted struct {
	key   string
	nodes int
}

// NewGraph makes a graph that holds the two constants.
func NewGraph() *Graph {
	return &Graph{parts: make([][]Ref, 1), known: map[string]Ref{}, required: map[int][]Ref{}, counts: map[string][]Ref{}}
}

// Nodes is how many nodes the graph has, variables and the constants included.
func (g *Graph) Nodes() int { return len(g.parts) }

// Forget takes back all nodes that were made since the graph had so many, for questions whose formulas nobody asks
// about again. No Ref of one may be used after that, and nothing may be required with one.
func (g *Graph) Forget(nodes int) {
	for n := nodes; n < len(g.parts); n++ {
		if g.parts[n] != nil {
			delete(g.known, string(appendRefs(nil, g.parts[n])))
		}
		delete(g.required, n)
	}
	for len(g.counted) > 0 && g.counted[len(g.counted)-1].nodes >= nodes {
		delete(g.counts, g.counted[len(g.counted)-1].key)
		g.counted = g.counted[:len(g.counted)-1]
	}
	g.parts = g.parts[:nodes]
}

// Variable makes a new variable.
func (g *Graph) Variable() Ref {
	g.parts = append(g.parts, nil)
	return Ref(len(g.parts)-1) << 1
}

// Require demands that a formula holds wherever the variable plays a part in a question.
func (g *Graph) Require(variable, holds Ref) {
	if holds != True {
		g.required[variable.node()] = append(g.required[variable.node()], holds)
	}
}

// And holds if all parts do. With no parts it is True.
func (g *Graph) And(parts ...Ref) Ref {
	list := make([]Ref, 0, len(parts))
	for _, r := range parts {
		if r == False {
			return False
		}
		if r != True {
			list = append(list, r)
		}
	}
	slices.Sort(list)
	list = slices.Compact(list)
	for i := 1; i < len(list); i++ {
		if list[i] == list[i-1].Not() { // a formula and its negation stand side by side
			return False
		}
	}
	switch len(list) {
	case 0:
		return True
	case 1:
		return list[0]
	}
	return g.conjunction(list)
}

// conjunction is the node with these parts.
func (g *Graph) conjunction(list []Ref) Ref {
	g.key = appendRefs(g.key[:0], list)
	if r, ok := g.known[string(g.key)]; ok {
		return r
	}
	g.parts = append(g.parts, list)
	r := Ref(len(g.parts)-1) << 1
	g.known[string(g.key)] = r
	return r
}

// Or holds if a part does. With no parts it is False.
func (g *Graph) Or(parts ...Ref) Ref {
	list := make([]Ref, len(parts))
	for i, r := range parts {
		list[i] = r.Not()
	}
	return g.And(list...).Not()
}

// If is then where by holds, and otherwise other.
func (g *Graph) If(by, then, other Ref) Ref {
	switch {
	case by == True || then == other:
		return then
	case by == False:
		return other
	}
	return g.And(g.Or(by.Not(), then), g.Or(by, other))
}

// Implies holds unless a does and b does not.
func (g *Graph) Implies(a, b Ref) Ref { return g.Or(a.Not(), b) }

// Same holds if both do or neither does.
func (g *Graph) Same(a, b Ref) Ref { return g.And(g.Implies(a, b), g.Implies(b, a)) }

// appendRefs appends a list to a key.
func appendRefs(key []byte, list []Ref) []byte {
	for _, r := range list {
		key = binary.LittleEndian.AppendUint32(key, uint32(r))
	}
	return key
}

// Variables are the variables in the cone of a formula, in the order in which they were made.
func (g *Graph) Variables(r Ref) []Ref {
	seen := map[int]bool{r.node(): true}
	stack := []int{r.node()}
	var list []Ref
	for len(stack) > 0 {
		n := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if n > 0 && g.parts[n] == nil {
			list = append(list, Ref(n)<<1)
		}
		for _, part := range g.parts[n] {
			if !seen[part.node()] {
				seen[part.node()] = true
				stack = append(stack, part.node())
			}
		}
	}
	slices.Sort(list)
	return list
}
