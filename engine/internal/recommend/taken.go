package recommend

import (
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/recommendation"
)

// Changed returns a maker like m for a changed policy, which has its rules at the same places and shares those that were not
// changed, the vocabulary and the clauses. What m knows of these is taken over, which leaves about a third of the work.
func (m *Maker) Changed(p *policy.Policy, e evaluate.Evaluator) *Maker {
	return &Maker{Policy: p, Evaluator: e, London: m.London, version: m.version, index: newIndex(p, m)}
}

// read works out what the condition of rule i reads and asks.
func (x *index) read(i int, p *policy.Policy) {
	root := p.Rules[i].When.Root
	x.reads[i] = newFactSet(p.Vocabulary)
	root.Facts(x.reads[i].add)
	x.asksKnown[i], x.named[i], x.asksFindings[i] = root.AsksKnown(), namedIn(root), root.AsksFindings()
	root.Walk(1, func(n *lang.Node, _ int) {
		x.asksLevel[i] = x.asksLevel[i] || n.Op == lang.JudgedOtherwise || n.Op == lang.CountIn && n.Counter == lang.Level
		x.asksWithin[i] = x.asksWithin[i] || (n.Op == lang.Certain || n.Op == lang.Open) && n.Args[0].AsksKnown()
	})
	if i < p.FindingsEnd {
		x.bothWays[i] = evaluate.ReadsBothWays(p.Rules[i])
	}
}

// takeOver takes it over for a rule that is the same.
func (x *index) takeOver(i int, o *index) {
	x.reads[i], x.asksKnown[i], x.named[i], x.asksFindings[i] = o.reads[i], o.asksKnown[i], o.named[i], o.asksFindings[i]
	x.asksLevel[i], x.asksWithin[i], x.bothWays[i] = o.asksLevel[i], o.asksWithin[i], o.bothWays[i]
}

// ofVocabulary works out what rests on the vocabulary and the clauses alone.
func (x *index) ofVocabulary(p *policy.Policy) {
	x.conflicts, x.clauseAt, x.census = conflicts(p.Vocabulary), map[string]int{}, newCensus(p.Vocabulary)
	for _, f := range p.Vocabulary.Facts {
		x.unknown = append(x.unknown, f.Unknown())
		x.family, x.kinds = append(x.family, p.Vocabulary.OfFamily(f.Who)), append(x.kinds, p.Vocabulary.KindsOf(f.Who))
	}
	for id, c := range p.Clauses {
		x.clauseAt[id] = len(x.clauses)
		x.clauseIDs = append(x.clauseIDs, id)
		x.clauses = append(x.clauses, recommendation.Clause{Document: c.Document, Section: c.Section, Page: c.Page, Says: c.Says,
			Verified: c.Verified, Status: c.Status})
	}
}

// takeOverVocabulary takes it over for a policy with the same.
func (x *index) takeOverVocabulary(o *index) {
	x.conflicts, x.unknown, x.family, x.kinds, x.census = o.conflicts, o.unknown, o.family, o.kinds, o.census
	x.clauses, x.clauseIDs, x.clauseAt = o.clauses, o.clauseIDs, o.clauseAt
}
