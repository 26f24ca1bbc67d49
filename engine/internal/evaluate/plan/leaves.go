package plan

import (
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
)

// leaves are those that stand in no slot.
type leaves struct {
	unsure []uint32
	// spans are tests of the time between two moments, forces whether as_of lies in a
	// time, judgements tests of the level judged.
	spans, forces, judgements []other
	judged                    []other
	judgedOtherwise           []uint32
	// facts are, by Fact.Index, what else but its slot reads a fact.
	facts []others
}

// other is a leaf that stands in no slot.
type other struct {
	node uint32
	source
}

// others are the leaves of a fact.
type others struct {
	slot int // in Plan.slots, or -1
	// bothWays is whether rules may read the fact both ways.
	bothWays bool
	inexact  []uint32
	spans    []int // in leaves.spans
}

// refer takes in a leaf.
func (l *leaves) refer(s source, node uint32) {
	switch x := (other{node, s}); s.kind {
	case unsure:
		l.unsure = append(l.unsure, node)
	case between:
		l.spans = append(l.spans, x)
	case inForce:
		l.forces = append(l.forces, x)
	case judged:
		l.judged = append(l.judged, x)
	case judgedLevel:
		l.judgements = append(l.judgements, x)
	case judgedOtherwise:
		l.judgedOtherwise = append(l.judgedOtherwise, node)
	case inexact:
		l.facts[s.fact].inexact = append(l.facts[s.fact].inexact, node)
	case inRange, oneOf, member:
		// These stand in slots.
	case never, always, ground, decisive, tally, domains, level:
		// These read nothing of a case.
	}
}

// isOpen reports whether open(…) of a fact is so.
func (p *Plan) isOpen(fact int, v value) bool { return p.policy.Vocabulary.Facts[fact].Open(v) }

// span makes a test of the time between two moments.
func (p *Plan) span(t *other, values []value, at int64) uint8 {
	moment := func(fact int) logic.Range {
		if fact == asOf {
			return logic.Exactly(at)
		}
		return values[fact].Range()
	}
	from, to := moment(t.fact), moment(t.to)
	if from == logic.Anything() || to == logic.Anything() {
		return bitsOf[logic.Anything().Within(t.lo, t.hi)]
	}
	// The calendar is asked only if a few days more or less could decide.
	truth := from.Minus(t.length.About(to)).Within(t.lo, t.hi)
	if truth == logic.Unknown {
		truth = from.Minus(t.length.After(to, p.policy.Vocabulary.London)).Within(t.lo, t.hi)
	}
	return bitsOf[truth]
}

// judgement makes the test of the level judged; one not recorded could be any.
func (t *other) judgement(j lang.Judgement) uint8 {
	if !j.Recorded {
		return open
	}
	return of(int64(j.Level) >= t.lo && int64(j.Level) <= t.hi)
}
