package recommend

import (
	"slices"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// gates are the facts to ask about in place of one of which it is open whether it applies:
// those that decide that and are open, each replaced by its own gates. Immediate danger, and
// what the case itself says something of, is asked about itself.
func (b *builder) gates(f *vocabulary.Fact) []*vocabulary.Fact {
	if !b.gated(f) {
		return nil
	}
	var out []*vocabulary.Fact
	f.Applies.Facts(func(g *vocabulary.Fact) {
		if b.input.Values[g.Index].Known() || b.c.Origins[g.Index] == casefile.NotApplicable {
			return
		}
		further := b.gates(g)
		if len(further) == 0 && !slices.Contains(out, g) {
			out = append(out, g)
		}
		for _, x := range further {
			if !slices.Contains(out, x) {
				out = append(out, x)
			}
		}
	})
	return out
}

// gated reports whether it is asked first whether a fact applies.
func (b *builder) gated(f *vocabulary.Fact) bool {
	said := b.c.Origins[f.Index] == casefile.SaidUnknown || b.c.Origins[f.Index].Stands() && len(b.c.From[f.Index]) == 0
	return !f.Danger && !said && b.applies(f) == logic.Unknown
}

// applies is whether a fact applies.
func (b *builder) applies(f *vocabulary.Fact) logic.Truth {
	if f.Applies == nil {
		return logic.True
	}
	return f.Applies.Truth(b.input.Values, b.input.AsOf)
}

// closesWithDomain reports whether going through its domain would settle a fact that the case
// says nothing of.
func (b *builder) closesWithDomain(f *vocabulary.Fact, found bool) bool {
	suspected := f.Suspicion != nil && (b.input.Values[f.Suspicion.Index].Lo == 1 || b.c.Origins[f.Suspicion.Index] == casefile.Alleged)
	return b.c.Origins[f.Index] == casefile.NotStated && !suspected && casefile.Closes(f, casefile.GoneWithDomain, found) &&
		(b.applies(f) == logic.True || f.Otherwise == nil || *f.Otherwise == *f.Nothing)
}

// standFor makes the question about a gate stand for the question that is asked later. What
// hangs on that one hangs on the gate as well, but nothing waits on whether something applies: for most children it does
// not. A concern that leads to that one leads to the gate only if it alone decides: one of several is far from what was said.
func (q *question) standFor(later *question, alone bool) {
	q.could = append(q.could, later.could...)
	q.stake = q.stake.through(later.stake)
	if !alone || later.follow.most == 0 && later.follow.general > 0 { // what is asked of any concern lifts no gate
		return
	}
	q.group = min(q.group, max(later.group, follows))
	if later.follow.weight() > q.follow.weight() {
		q.follow = later.follow
	}
}

// pointsTo reports whether something that the case says leads to a fact or leaves open how far it goes, or whether the case says
// that the fact is unknown.
func (b *builder) pointsTo(f *vocabulary.Fact, followUps []followUp) bool {
	return followUps[f.Index].most > 0 || b.partlyKnown(f) || b.c.Origins[f.Index] == casefile.SaidUnknown
}

// throughGates puts in place of each question that may not apply the questions that decide
// that. Where one of several would do, such as that a child was abandoned, or seeks asylum alone, most are far from most cases:
// one to which nothing in the case points is asked in its own place, and not in that of the question behind it.
func (b *builder) throughGates(all []*question, followUps []followUp) []*question {
	at := make([]*question, len(b.policy.Vocabulary.Facts))
	var out, later []*question
	var gates [][]*vocabulary.Fact
	for _, q := range all {
		if g := b.gates(q.fact); len(g) > 0 {
			later, gates = append(later, q), append(gates, g)
			continue
		}
		at[q.fact.Index] = q
		out = append(out, q)
	}
	for i, q := range later {
		for _, g := range gates[i] {
			if at[g.Index] == nil {
				at[g.Index] = b.asking(g)
				at[g.Index].spare = true
				out = append(out, at[g.Index])
			}
			if len(gates[i]) > 1 && !b.pointsTo(g, followUps) {
				at[g.Index].could = append(at[g.Index].could, q.could...)
				continue
			}
			at[g.Index].standFor(q, len(gates[i]) == 1)
		}
	}
	if len(later) > 0 {
		for _, q := range out {
			q.could = distinct(q.could)
		}
	}
	return out
}
