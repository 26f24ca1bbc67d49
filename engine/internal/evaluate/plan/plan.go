// Package plan evaluates all rules of a policy as one graph, and is the evaluator
// that answers by default. It gives the same results as the cel-go reference,
// the explanation included; tests compare the two.
//
// # The graph
//
// A policy's checked conditions are taken apart into nodes, and equal parts become
// one node: a test of a fact that twenty rules make is made once, and so is a named
// condition. Counting, the signs that count only beside others, grounds and the days
// on which rules are in force are nodes as well, so that the whole way from facts to
// the level is one graph. Its leaves are tests of facts; above them stand and, or,
// not, if, open, certain, sums of how many conditions hold, and tests of such sums.
//
// A node's value is false, unknown or true in two bits: the lower is set where it
// may be true, the upper where it is. Kleene's "and" and "or" are then the bitwise
// ones. A sum is a range. A scale is the index of its rung, and what is known of a
// fact picks the values of all tests of it from a table.
//
// Nodes are numbered so that each stands after those that it reads, and kept in
// flat arrays. Those up to the level come first; the rules after it read what the
// findings settle at, which is a second set of leaves.
//
// # Four ways through it
//
//   - State.Load evaluates one case from nothing, node after node (pass.go).
//   - State.Know changes one fact, and only what reads it is worked out again, in the
//     order of the nodes (change.go).
//   - Looking at each way that unknown facts can turn out takes at most 64 cells; each
//     is a bit of a word, and one way through the nodes above those facts evaluates all
//     cells at once (cells.go, lanes.go).
//   - Bulk evaluates 64 cases at a time by the same lanes (bulk.go).
package plan

import (
	"sync"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// Plan is a policy's rules as one graph. It is immutable and safe for concurrent
// use.
type Plan struct {
	policy *policy.Policy
	graph
	slots  []slot
	tables tables
	// fillings are the slots that are filled in alike, wider the indexes of the others.
	fillings []filling
	wider    []int
	// columns are the tests of all facts as a batch reads them.
	columns []column
	// All nodes before gatesFrom, a multiple of 64, are leaves.
	gatesFrom uint32
	leaves
	// rules are the nodes of rules by Rule.Index, counted those of whether indicators
	// count.
	rules, counted []uint32
	// grounds and decisive are the nodes of findings, by Kleene's rules and settled;
	// found is both.
	grounds, decisive, found []settling
	// counts are the tallies and domains that rules read; members are, by level, what
	// each counts.
	counts                       []counting
	tallyMembers, domainsMembers [][]uint32
	// levelNode is the node, and level the number, of the level that is settled on, as an
	// index of levels.
	levelNode, level uint32
	// levels are the nodes of level criteria.
	levels []uint32
	// consent and escalations are the nodes of those rules, answers which single answer
	// each line of consent gives; see singleAnswer.
	consent, escalations []uint32
	answers              []int
	// bears is what a change of a node bears on.
	bears []bearing
	// fewer is whether a criterion is helped by fewer findings.
	fewer []bool
	// readers are the facts that rules may read both ways. beside are the nodes that
	// looking both ways reads but does not work out.
	readers []reader
	beside  []uint32
	// unknown is nothing known, by Fact.Index.
	unknown []vocabulary.Value
	// idle are states that no session uses.
	idle sync.Pool
}

// bearing is what a change of a node affects, other than the nodes that read it.
type bearing uint8

const (
	// inVerdict: a verdict tells of the node.
	inVerdict bearing = 1 << iota
	// onChoice: which facts are looked at both ways depends on whether it is open.
	onChoice
)

// settling is a finding by Kleene's rules, and the leaf that later rules read.
type settling struct{ kleene, settled uint32 }

// counting is a count that rules read: the sum by Kleene's rules, the node that later
// rules read, and the number of each.
type counting struct {
	domains         bool
	level           int
	sum, node       uint32
	kleene, settled uint32
}

// New makes the plan of a policy.
func New(p *policy.Policy) *Plan {
	c := compile(p)
	return c.flatten()
}

// Name is what people call the evaluator.
func (p *Plan) Name() string { return "plan" }

// Start begins to evaluate a case.
func (p *Plan) Start(in evaluate.Input) evaluate.Session {
	s, ok := p.idle.Get().(*State)
	if !ok {
		s = p.NewState()
	}
	s.Load(in)
	return s
}

// End gives the state back, for another case to be evaluated in.
func (s *State) End() { s.plan.idle.Put(s) }
