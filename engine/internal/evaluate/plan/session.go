package plan

import (
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// Found gives what conditions after the level read, except for counts that no rule reads.
// It never fails.
func (s *State) Found(look evaluate.Look) (*lang.Env, error) {
	p, env := s.plan, &s.env[look]
	env.AsOf, env.Judgement = s.asOf, s.judgement
	s.upTo(look)
	level := s.number[p.level]
	if look == evaluate.Kleene {
		level = s.kleeneLevel()
	}
	env.Level = p.levelRange(level)
	at := func(x settling) logic.Truth {
		if look == evaluate.Kleene {
			return truths[s.node[x.kleene]&3]
		}
		return truths[s.node[x.settled]&3]
	}
	for i, x := range p.grounds {
		env.Grounds[i] = at(x)
	}
	for i, x := range p.decisive {
		env.Decisive[i] = at(x)
	}
	for i := range p.counts {
		x := &p.counts[i]
		n := s.number[x.settled]
		if look == evaluate.Kleene {
			n = s.number[x.kleene]
		}
		by := env.Tally
		if x.domains {
			by = env.Domains
		}
		by[x.level] = n.wide()
	}
	return env, nil
}

// upTo works out the findings.
func (s *State) upTo(look evaluate.Look) {
	if look == evaluate.Kleene {
		s.find()
	} else {
		s.settle()
	}
}

// Rule gives the truth of a rule up to the level. It never fails.
func (s *State) Rule(r *policy.Rule, look evaluate.Look) (logic.Truth, error) {
	s.upTo(look)
	i := s.plan.rules[r.Index]
	if look == evaluate.Kleene {
		return truths[s.node[i]&3], nil
	}
	return truths[s.joined(i)&3], nil
}

// Outcome gives the whole result, to keep. It never fails.
func (s *State) Outcome() (*evaluate.Outcome, error) {
	p := s.plan
	s.conclude()
	o := &evaluate.Outcome{Findings: *evaluate.NewFindings(p.policy), Truths: make([]logic.Truth, len(p.rules))}
	changed := s.number[p.level] != s.kleeneLevel()
	for i, node := range p.rules[:p.policy.FindingsEnd] {
		v := s.joined(node)
		changed = changed || v != s.node[node]
		o.Rules[i] = truths[v&3]
	}
	copy(o.Truths, o.Rules)
	for i, node := range p.rules[p.policy.FindingsEnd:] {
		o.Truths[p.policy.FindingsEnd+i] = truths[s.node[node]&3]
	}
	for i, node := range p.counted {
		o.Counted[i] = truths[s.joined(node)&3]
	}
	for i, x := range p.grounds {
		o.Grounds[i] = truths[s.node[x.settled]&3]
	}
	for i, x := range p.decisive {
		o.Decisive[i] = truths[s.node[x.settled]&3]
	}
	for i := range p.levels {
		o.Tally[i], o.Domains[i] = s.joinedCount(p.tallyMembers[i]).wide(), s.joinedCount(p.domainsMembers[i]).wide()
	}
	o.Level = p.levelRange(s.number[p.level])
	if changed {
		o.Split = s.split()
	}
	for _, i := range s.cells.left {
		o.Left = append(o.Left, p.policy.Vocabulary.Facts[i])
	}
	evaluate.InOrder(o.Left)
	return o, nil
}

// joinedCount is what a count settles at, whether or not a rule reads it.
func (s *State) joinedCount(members []uint32) number {
	if !s.cells.on {
		return s.count(members)
	}
	var n laneSum
	s.cells.sum(&n, members)
	return n.joined(s.plan.digits)
}

// split lists the facts looked at both ways.
func (s *State) split() []*vocabulary.Fact {
	var facts []*vocabulary.Fact
	for _, x := range s.cells.chosen {
		facts = append(facts, s.plan.policy.Vocabulary.Facts[x.reader.fact])
	}
	return evaluate.InOrder(facts)
}
