package recommend

import (
	"cmp"
	"errors"
	"slices"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
)

// without is what the rules come to if nothing is known of a fact.
func (b *builder) without(f *vocabulary.Fact) *evaluate.Outcome {
	b.session.Know(f, b.index.unknown[f.Index])
	o, err := b.session.Outcome()
	b.session.Know(f, b.input.Values[f.Index])
	if err != nil {
		b.err = errors.Join(b.err, err)
		return b.outcome
	}
	return o
}

// presumed lists the facts that are presumed, with a sentence that says so, and that the answer
// rests on: without them some rule comes out otherwise, or another fact may apply after all.
func (b *builder) presumed() []recommendation.Fact {
	out := []recommendation.Fact{}
	for _, f := range b.policy.Vocabulary.Facts {
		if said, ok := b.c.Said[f.Index]; ok && said.Hi < f.Unknown().Hi {
			x := *b.fact(f) // a bound that the case states is not what it is taken to be
			x.Decides = true
			out = append(out, x)
			continue
		}
		if b.c.Origins[f.Index] != casefile.Presumed || f.PresumedSays == "" {
			continue
		}
		o := b.without(f)
		if o.Level != b.outcome.Level || !slices.Equal(o.Truths, b.outcome.Truths) || b.limitedBy(f) {
			x := *b.fact(f)
			x.Decides = b.restsOn(o)
			out = append(out, x)
		}
	}
	return out
}

// restsOn reports whether the level, or a rule that holds, comes out otherwise without something: o is what the rules come
// to then.
func (b *builder) restsOn(o *evaluate.Outcome) bool {
	return o.Level != b.outcome.Level || slices.ContainsFunc(b.policy.Rules, func(r *policy.Rule) bool {
		return b.holds(r) == logic.True && o.Truths[r.Index] != logic.True
	})
}

// limitedBy reports whether another fact does not apply because of what is known of this one.
func (b *builder) limitedBy(f *vocabulary.Fact) bool {
	values := slices.Clone(b.input.Values)
	values[f.Index] = b.index.unknown[f.Index]
	return slices.ContainsFunc(b.policy.Vocabulary.Limited, func(other *vocabulary.Fact) bool {
		return b.c.Origins[other.Index] == casefile.NotApplicable && other.Applies.Truth(values, b.input.AsOf) != logic.False
	})
}

// takenAsAbsent lists what nobody spoke of and is easily missed: immediate danger first, if it
// was ruled out by going through everything, and then harms that hide. What was gone through
// by name has been asked about.
func (b *builder) takenAsAbsent() []string {
	var danger, hidden []*vocabulary.Fact
	for _, f := range b.policy.Vocabulary.Facts {
		switch by := b.c.Gone(f); {
		case b.c.Origins[f.Index] != casefile.Explored || by == casefile.GoneByName:
		case f.Danger:
			danger = append(danger, f)
		case f.Hidden:
			hidden = append(hidden, f)
		}
	}
	place := func(f *vocabulary.Fact) int {
		if i := slices.Index(b.policy.Vocabulary.GravestFirst, f); i >= 0 {
			return i
		}
		return len(b.policy.Vocabulary.GravestFirst)
	}
	slices.SortStableFunc(hidden, func(f, g *vocabulary.Fact) int { return cmp.Compare(place(f), place(g)) })
	return b.paths(append(danger, hidden...))
}

// unasked reports whether a fact is immediate danger that was ruled out only because
// everything was gone through. It stays a question until somebody asks it by name.
func (b *builder) unasked(f *vocabulary.Fact) bool {
	return f.Danger && b.c.Origins[f.Index] == casefile.Explored && b.c.Gone(f) == casefile.GoneWithAll
}

// reopen adds, for each fact that is unasked, the rules that would be open without it.
func (b *builder) reopen(x *couldDecide) {
	for _, f := range b.policy.Vocabulary.Facts {
		if !b.unasked(f) || b.wanted != nil && !b.wanted.has(f) {
			continue
		}
		o := b.without(f)
		for _, r := range b.policy.Rules {
			if b.index.reads[r.Index].has(f) && o.Truths[r.Index] == logic.Unknown && !b.off(r) && !b.index.context[r.Index] {
				x.read(f, r, true)
			}
		}
	}
}
