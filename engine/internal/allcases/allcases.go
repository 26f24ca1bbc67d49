// Package allcases describes every case at once: what a case can be, and what a policy makes of it, as
// formulas over what may be known. A question such as “can section 47 hold while agreement is required?”
// is then decided for all cases by a solver, and its answer is a case file that anyone can run.
//
// # What a case can be
//
// Of every fact there are a few variables for what a case says of it (said.go). Of a scale, a number, a
// date, or a yes or no they are bounds: “at least this”, “less than that”. Of a choice there is one for
// each word, of a set of choices two: it applies, it does not. All of them false means that nothing is
// said, so that a solver that prefers false finds cases that say little.
//
// From what a case says follows what is taken to be so (supply.go): what is presumed, what holds of those
// to whom a fact does not apply, an age by a date of birth. A case that the vocabulary refuses is ruled out
// (cannot.go). What silence means once an area was gone through is left out, because a case can state it
// as well and then comes to the same.
//
// Where rules tell no more than some values of a number or a date apart, these are all that is told apart
// here: the values at which some condition comes out otherwise are the cuts (cuts.go). A case's moment is
// fixed, so that what lies before it, or two weeks after it, is a cut like any other. Moments lists those
// that have to be looked at.
//
// # What a policy makes of it
//
// A condition is two formulas, whether it is certainly so and whether it may be so (condition.go). Its
// negation swaps and negates them, and it is open where it may be so and is not certainly so. Findings are
// made of those stratum by stratum as package evaluate does (findings.go), and then looked at both ways
// (bothways.go). Tests hold all of it against the plan, on random cases of every policy.
//
// # A case that comes of it
//
// Find asks for a case in which a formula holds (find.go, solve.go), and then for ever smaller ones (fewer.go),
// among the facts that play a part (playing.go). A case is written as a case file (write.go), read as any other
// is, and given to an evaluator (confirm.go). What that does not confirm is never handed out.
//
// # Two policies
//
// NewPair describes all cases of two policies over the same variables (pair.go), so that a solver can look for a case
// that they answer differently.
package allcases

import (
	"time"

	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// Truth is a condition: whether it certainly holds, and whether it may.
type Truth struct{ Is, May formula.Ref }

// constant is a condition that is always so, or never.
func constant(b bool) Truth { return Truth{formula.Of(b), formula.Of(b)} }

// Not is the negation.
func (t Truth) Not() Truth { return Truth{t.May.Not(), t.Is.Not()} }

// Options are what all cases have in common.
type Options struct {
	// AsOf is the moment of the cases.
	AsOf time.Time
	// Anything leaves out what the reading of a case adds: nothing is supplied and nothing refused.
	// Evaluators are tested with such cases.
	Anything bool
	// Also are conditions that will be asked about and that are no rule's.
	Also []*lang.Node
}

// Cases are all cases of a policy as at a moment. They serve one goroutine.
type Cases struct {
	*formula.Graph
	Policy *policy.Policy
	asOf   time.Time
	// sharing is how these cases share variables with those of another policy; nil where they stand alone.
	sharing *sharing
	// cuts are, by Fact.Index, the values from which on a number counts as another.
	cuts [][]int64
	// said is what a case says, taken what is taken to be so, by Fact.Index.
	said  []said
	taken []value
	// variables say what each variable is about.
	variables map[formula.Ref]variable
	// likely is what holds of a case that says nothing unlikely.
	likely []likely
	// spans are the conditions on the time between two dates of a case.
	spans []span
	// judged are, by level, whether a case judges the child to be at it.
	judged []formula.Ref
	// Rules are the rules by Rule.Index, as an answer has them: after looking both ways.
	Rules []Truth
	// Kleene are those up to the level by Kleene's rules alone.
	Kleene []Truth
	// Grounds are by statute and Decisive by level, as rules after the level read them.
	Grounds, Decisive []Truth
	// LevelFrom are, by level, whether the level is at least this one: certainly where that is the level
	// recommended or a lower one, possibly where it is not ruled out.
	LevelFrom []Truth
	// words are what an answer says, by name: see policy.Words.
	words map[string]formula.Ref
	// found are the findings by Kleene's rules, settling what is known after looking both ways.
	found    *findings
	settling settling
	// missing is a value that is asked about and is no cut: a fault of this package.
	missing error
}

// New describes all cases of a policy. An error is a fault of this package.
func New(p *policy.Policy, o Options) (*Cases, error) {
	c := begin(formula.NewGraph(), p, o)
	c.cut(o.Also)
	c.describe(o)
	return c, c.missing
}

// begin begins to describe all cases of a policy, as formulas of a graph.
func begin(g *formula.Graph, p *policy.Policy, o Options) *Cases {
	return &Cases{Graph: g, Policy: p, asOf: o.AsOf.In(p.Vocabulary.London), variables: map[formula.Ref]variable{}}
}

// describe goes on once the cuts are known.
func (c *Cases) describe(o Options) {
	c.say()
	if o.Anything {
		for i := range c.said {
			c.taken = append(c.taken, c.said[i].value)
		}
	} else {
		c.supply()
		c.cannot()
		c.likelihood()
	}
	c.judge()
	c.find()
	c.after()
	c.answer()
}

// facts are all facts that a case can state.
func (c *Cases) facts() []*vocabulary.Fact { return c.Policy.Vocabulary.Facts }

// AsOf is the moment of the cases.
func (c *Cases) AsOf() time.Time { return c.asOf }

// at is the moment of the cases in Unix seconds.
func (c *Cases) at() int64 { return c.asOf.Unix() }
