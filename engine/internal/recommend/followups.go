package recommend

import (
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/vocabulary"
)

// mostFollowUps is from which place on in a list of follow-up questions the place no longer counts.
const mostFollowUps = 8

// followUp is how much the concerns that a case states call for asking about a fact.
type followUp struct {
	// weight is the sum over the concerns that lead to the fact: the graver the concern, and the earlier the fact
	// stands among what to ask then, the more. It is 0 if no concern leads to the fact.
	weight int
	// then is what the gravest of these concerns says of the fact, and gravity how grave that concern is.
	then    *vocabulary.ThenAsk
	gravity int
}

// followUps are, by Fact.Index, what the concerns that the case states lead to.
func (b *builder) followUps() []followUp {
	out := make([]followUp, len(b.policy.Vocabulary.Facts))
	gravity := b.gravity()
	for _, f := range b.policy.Vocabulary.Facts {
		if len(f.ThenAsk) == 0 {
			continue
		}
		for at, t := range b.follows(f) {
			x, g := &out[t.Fact.Index], gravity[f.Index]+1
			x.weight += g * max(1, mostFollowUps-at)
			if g > x.gravity {
				x.then, x.gravity = t, g
			}
		}
	}
	return out
}

// follows is what to ask next because of a fact, if the case states a concern by it.
func (b *builder) follows(f *vocabulary.Fact) []*vocabulary.ThenAsk {
	v := b.input.Values[f.Index]
	origin := b.c.Origins[f.Index]
	switch {
	case origin == casefile.Alleged, f.Suspicion != nil && b.input.Values[f.Suspicion.Index].Lo == 1:
		return f.FollowsIfFeared(v)
	case origin == casefile.Stated, origin == casefile.Derived:
		return f.Follows(v)
	}
	return nil
}
