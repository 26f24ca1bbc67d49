package scenariofile

import (
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
)

// maxRuns bounds how many cases one file may make, matrices included. Every policy counts
// once: how many there are is not the file's doing.
const maxRuns = 10_000

// planned is what one scenario runs and under which policies, known before any policy is
// loaded: a case is read under its own policy and no other.
type planned struct {
	*Scenario
	// number is its place in the file.
	number int
	children
	axes []axis
	// every is where the scenario says that it is run under every policy; nil where it does
	// not. Then policies are the ids of the policies of its combinations, in order: empty
	// where there is none.
	every    *yaml.Node
	policies []string
	// judged is the name of the policy that the expectations are held against where the
	// matrix makes no combinations.
	judged string
	// readable is whether there are cases to read.
	readable bool
}

// plan plans the scenarios of the file, and reports what is wrong with them whatever the
// policy.
func (p *reading) plan() {
	cases := 0
	for i := range p.shape.Scenarios {
		if p.full() {
			break
		}
		s := p.scenario(i, &p.shape.Scenarios[i])
		p.plans = append(p.plans, s)
		if !s.readable {
			continue
		}
		before := cases
		if cases += s.cases(); cases > maxRuns {
			s.readable = false
			if before <= maxRuns {
				p.fault(s.Here.Node, diagnostic.TooLarge, fmt.Sprintf("the file makes more than %d cases", maxRuns),
					"split the file, or leave out values that make no difference to the rules")
			}
			continue
		}
		p.editions(s)
		p.tally(s)
	}
	p.unused()
}

// tally adds what a scenario runs to what the file runs.
func (p *reading) tally(s *planned) {
	if s.every != nil {
		p.everywhere += s.cases()
	}
	for _, id := range s.policies {
		if id != "" {
			p.runs[id] += s.count()
		}
	}
}

// scenario plans one scenario.
func (p *reading) scenario(number int, s *Scenario) *planned {
	p.empties(s)
	layers, complete := p.layers(s)
	of := childrenOf(layers)
	axes, sound := p.axes(s, of)
	out := &planned{Scenario: s, number: number, children: of, axes: axes, every: p.everyPolicy(s, layers)}
	if complete {
		p.expectsOf(s, of)
	}
	switch {
	case !sound || combinations(axes) == 0:
		out.axes, out.every, out.judged = nil, nil, value(p.policy(s, p.named(layers)))
	case out.every == nil:
		for i := range combinations(axes) {
			out.policies = append(out.policies, value(p.policy(s, p.namedBy(out, i))))
		}
	}
	switch {
	case !complete: // without a part of it the case would lack more than is wrong
	case len(layers) == 0 && !s.Matrix.IsSet():
		if !p.broken {
			p.fault(s.Here.Node, diagnostic.MissingKey, "the scenario has no case",
				"write case: with what is known, or use: with the name of a shared case")
		}
	default:
		out.readable = sound
	}
	return out
}

// namedBy is where the policy of one combination is named: in the matrix, or else where the
// scenario names it.
func (p *reading) namedBy(s *planned, number int) *yaml.Node {
	i := slices.IndexFunc(s.axes, axis.ofPolicy)
	if i < 0 {
		return p.named(s.layers)
	}
	return combination(s.axes, number)[i].Node
}

// editions chooses the editions of the councils that a scenario names, by the days of its
// cases. Cases without a policy are read as well: they may have other faults.
func (p *reading) editions(s *planned) {
	for i, name := range s.policies {
		if p.isPolicy(name) {
			continue
		}
		if p.full() {
			return
		}
		s.policies[i] = ""
		f, faults := p.Reader.FamilyOf(p.variant(s.axes, i).over(s.layers))
		p.add(faults)
		if f != nil && name != "" {
			s.policies[i] = p.edition(p.namedBy(s, i), f.Children[0].Case)
		}
	}
}

// variants is how many combinations the scenario makes; every policy counts once.
func (s *planned) variants() int {
	if s.every != nil {
		return combinations(s.axes)
	}
	return len(s.policies)
}

// cases is how many cases the scenario makes: in each combination one for each child.
func (s *planned) cases() int { return s.variants() * s.count() }

// concerns reports whether a policy has to be loaded for the scenario.
func (s *planned) concerns(id string) bool {
	return s.every != nil || s.judged == id || slices.Contains(s.policies, id)
}
