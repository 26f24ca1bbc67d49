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
	said := b.c.Origins[f.Index] == casefile.SaidUnknown || b.c.Origins[f.Index].Stands() && len(b.c.From[f.Index]) == 0
	if f.Danger || said || b.applies(f) != logic.Unknown {
		return nil
	}
	var out []*vocabulary.Fact
	f.Applies.Facts(func(g *vocabulary.Fact) {
		if b.input.Values[g.Index].Known() || b.c.Origins[g.Index] == casefile.NotApplicable {
			return
		}
		further := b.gates(g)
		if len(further) == 0 {
			further = []*vocabulary.Fact{g}
		}
		for _, x := range further {
			if !slices.Contains(out, x) {
				out = append(out, x)
			}
		}
	})
	return out
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
// hangs on that one hangs on the gate as well.
func (q *question) standFor(later question) {
	q.Could = append(q.Could, later.Could...)
	q.stake = q.stake.through(later.stake)
	q.group = min(q.group, later.group)
}

// throughGates puts in place of each question that may not apply the questions that decide
// that.
func (b *builder) throughGates(all []question) []question {
	at := map[*vocabulary.Fact]int{}
	var out, later []question
	for _, q := range all {
		if len(b.gates(q.fact)) > 0 {
			later = append(later, q)
			continue
		}
		at[q.fact] = len(out)
		out = append(out, q)
	}
	for _, q := range later {
		for _, g := range b.gates(q.fact) {
			i, ok := at[g]
			if !ok {
				i = len(out)
				at[g] = i
				out = append(out, b.asking(g))
			}
			out[i].standFor(q)
		}
	}
	if len(later) > 0 {
		for i := range out {
			out[i].Could = distinct(out[i].Could)
		}
	}
	return out
}
