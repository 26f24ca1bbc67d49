package scenariofile

import (
	"slices"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/shape"
	"windscreen/engine/scenario"
)

// cases is how many cases the file runs under one policy; none where it is at fault.
func (p *reading) cases(id string) int {
	if p.faulty() {
		return 0
	}
	return p.runs[id] + p.everywhere
}

// allCases is how many cases the file runs where there are so many policies.
func (p *reading) allCases(policies int) int {
	if p.faulty() {
		return 0
	}
	n := policies * p.everywhere
	for _, runs := range p.runs {
		n += runs
	}
	return n
}

// faulty reports whether the file is at fault, so that none of it is run.
func (p *reading) faulty() bool { return p.faults.List().HasErrors() }

// under makes ready what the file runs under one policy.
func (p *reading) under(of *pass) []*run {
	var ready []*run
	for _, s := range p.plans {
		if p.full() {
			break
		}
		if s.concerns(of.id) {
			ready = append(ready, p.ready(s, of)...)
		}
	}
	return ready
}

// ready makes ready what one scenario runs under one policy.
func (p *reading) ready(s *planned, of *pass) []*run {
	maker := p.maker(of)
	var checks []check
	if maker != nil {
		checks = p.expectations(s, maker.Policy)
	}
	if !s.readable {
		return nil
	}
	start, _ := p.file.Span(s.Here.Node)
	from := shape.Strings(s.From)
	axes, first := s.axes, 0
	if s.every != nil {
		axes, first = slices.Insert(slices.Clone(axes), 0, policyAxis(s.every, of.id)), of.number*combinations(axes)
	}
	var ready []*run
	for i := range s.variants() {
		if s.every == nil && s.policies[i] != of.id {
			continue
		}
		if p.full() {
			return ready
		}
		v := p.variant(axes, i)
		f, faults := p.Reader.FamilyOf(v.over(s.layers))
		p.add(faults)
		if f == nil || maker == nil {
			continue
		}
		// What is no policy is the council whose edition this is.
		if name := value(p.namedBy(s, i)); s.every == nil && name != of.id {
			for _, child := range f.Children {
				child.Case.Policy, child.Case.Council = of.id, name
			}
		}
		if !p.accepted(maker, f) {
			continue
		}
		ready = append(ready, &run{
			scenario: s.number, variant: first + i,
			result: scenario.Result{File: p.file.Name, Start: start, Name: s.Name.Value + v.suffix, Policy: of.id,
				From: from, Failures: []scenario.Failure{}},
			maker: maker, reader: p.Reader, children: f.Children, checks: checks,
		})
	}
	return ready
}

// accepted holds a case against what only its policy can tell is wrong.
func (p *reading) accepted(maker *recommend.Maker, f *casefile.Family) bool {
	ok := true
	for _, child := range f.Children {
		_, list := recommend.Own(maker.Policy, child.Case)
		p.add(list)
		ok = ok && !list.HasErrors()
	}
	return ok
}
