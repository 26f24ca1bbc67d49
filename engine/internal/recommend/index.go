package recommend

import (
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// index is what explanations ask of a policy again and again, worked out once.
// Slices are by Rule.Index.
type index struct {
	// reads are the facts that a rule's condition reads by itself.
	reads []factSet
	// bothWays is whether a rule up to the level reads a fact both ways.
	bothWays []bool
	// could is the rule as something that an answer could decide.
	could []recommendation.Could
	// context is whether a rule is a sign that never counts; immediate whether it
	// calls for an immediate action.
	context, immediate []bool
	// levelReads are the facts that rules up to the level read.
	levelReads factSet
	// groundRules are, by statute, the rules by which it can hold.
	groundRules [][]*policy.Rule
	// ways are the values of facts that rules tell apart.
	ways evaluate.Ways
	// unknown is nothing known, by Fact.Index.
	unknown []vocabulary.Value
}

// newIndex works it out.
func newIndex(p *policy.Policy) *index {
	x := &index{
		reads: make([]factSet, len(p.Rules)), bothWays: make([]bool, len(p.Rules)), could: make([]recommendation.Could, len(p.Rules)),
		context: make([]bool, len(p.Rules)), immediate: make([]bool, len(p.Rules)),
		levelReads: newFactSet(p.Vocabulary), groundRules: make([][]*policy.Rule, len(p.Statutes)), ways: evaluate.NewWays(p),
	}
	for i, r := range p.Rules {
		x.reads[i] = newFactSet(p.Vocabulary)
		r.When.Root.Facts(x.reads[i].add)
		x.could[i] = recommendation.Could{Kind: r.Kind, Rule: r.ID, Title: r.Title}
		if i < p.FindingsEnd {
			x.bothWays[i] = evaluate.ReadsBothWays(r)
			x.levelReads.addAll(x.reads[i])
		}
	}
	for _, g := range p.Grounds {
		s := p.Statutes[g.Statute]
		x.could[g.Index].Ground, x.could[g.Index].Title = s.Section, s.Title
		x.groundRules[g.Statute] = append(x.groundRules[g.Statute], g.Rule)
	}
	for _, i := range p.Indicators {
		x.could[i.Index].Level = p.Levels[i.Level].Number
		x.context[i.Index] = i.Strength == term.StrengthContext
		if i.Ground >= 0 {
			x.groundRules[i.Ground] = append(x.groundRules[i.Ground], i.Rule)
		}
	}
	for _, l := range p.Levels {
		x.could[l.Index].Level = l.Number
	}
	for _, e := range p.Escalations {
		x.immediate[e.Index] = e.Immediate
	}
	for _, f := range p.Vocabulary.Facts {
		x.unknown = append(x.unknown, f.Unknown())
	}
	return x
}
