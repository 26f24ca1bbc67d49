package recommend

import (
	"slices"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// mostFollowUps is from which place on in a list of follow-up questions the place no longer counts, and soonest how many
// of the list are asked soon.
const (
	mostFollowUps = 10
	soonest       = 2
)

// The places in the list of a concern at which questions count that no list places: how far the concern itself goes, if
// it is only partly known; the same, if worse would raise the level; what advice on telling the family waits on, which is late
// because until then nobody is told, and that is safe; and what else there is of which the case names some.
const (
	placeOfExtent  = 5
	placeOfWorse   = 8
	placeOfTelling = 6
	placeOfMore    = 8
)

// followUp is how much the concerns that a case states call for asking about a fact.
type followUp struct {
	// most is how much the concern calls for it that calls most, and others is the sum of what all others do. Both are 0
	// if no concern leads to the fact.
	most, others int
	// general is how much the list for any concern calls for it, and comes after all that a concern calls for.
	general int
	// soon is true if it is among the first things to ask because of a concern that is as grave as any that the case states.
	soon bool
	// then is what the gravest of these concerns says of the fact, and gravity how grave that concern is.
	then    *vocabulary.ThenAsk
	gravity int
	// led is true if another concern leads to it.
	led bool
	// howFar is the entry in the list of the fact itself that asks how far the concern goes; nil if there is none.
	howFar *vocabulary.ThenAsk
}

// call notes that a concern of some weight has the fact at a place in its list: the graver the concern, and the earlier
// the place, the more it calls for it.
func (x *followUp) call(weight, place int) {
	n := weight * max(1, mostFollowUps-place)
	x.most, x.others = max(x.most, n), x.others+min(x.most, n)
}

// extent notes that a concern is only partly known: it is asked how far it goes, and at once if that is about safety.
func (x *followUp) extent(weight int, safety bool) {
	if safety {
		x.call(weight, 0)
		x.soon = true
		return
	}
	x.call(weight, placeOfExtent)
}

// weight is what the concerns call for together. The one that calls most counts double, and all others together no more than
// it counts once: what many lists name somewhere is less urgent than what one names first.
func (x *followUp) weight() int {
	if x.most == 0 {
		return x.general
	}
	return mostFollowUps + 2*x.most + min(x.others, x.most)
}

// followUps are, by Fact.Index, what the concerns that the case states lead to; weights are those of weights.
func (b *builder) followUps(weights []int) []followUp {
	out := make([]followUp, len(b.policy.Vocabulary.Facts))
	all, gravest := b.leading(weights)
	for _, c := range all {
		for place, t := range c.asks {
			x := &out[t.Fact.Index]
			if b.onlyMore(t) {
				place = max(place, placeOfMore)
			}
			if t.HowFar(c.fact) {
				if b.partlyKnown(c.fact) { // otherwise it is known, or nobody knows whether there is anything of the kind
					x.call(c.weight, place)
					x.howFar = t
				}
				continue
			}
			x.call(c.weight, place)
			x.led = true
			x.soon = x.soon || place < soonest && c.weight >= gravest
			if c.weight > x.gravity {
				x.then, x.gravity = t, c.weight
			}
		}
	}
	if b.statesConcern() { // otherwise nobody knows yet what the matter is
		b.anyConcern(out)
	}
	return out
}

// anyConcern adds what is asked of any concern. Where the case states a part of a list, the rest is asked about last, in the
// fact's own words.
func (b *builder) anyConcern(out []followUp) {
	for place := range b.policy.Vocabulary.ThenAsk {
		t := &b.policy.Vocabulary.ThenAsk[place]
		x := &out[t.Fact.Index]
		if b.c.Origins[t.Fact.Index] == casefile.Stated {
			x.general = 1
			continue
		}
		x.general = max(1, mostFollowUps-place)
		if x.then == nil {
			x.then = t
		}
	}
}

// statesConcern reports whether the case states or alleges something that may show need.
func (b *builder) statesConcern() bool {
	return slices.ContainsFunc(b.policy.Vocabulary.Facts, func(f *vocabulary.Fact) bool {
		return !f.AboutTheCase && (b.c.Origins[f.Index] == casefile.Alleged || !f.Background && b.concern(f))
	})
}

// lead is a concern that the case states: what to ask next because of it, and what it weighs.
type lead struct {
	fact   *vocabulary.Fact
	asks   []*vocabulary.ThenAsk
	weight int
}

// leading are the concerns that lead to anything, and what the gravest of them weighs.
func (b *builder) leading(weights []int) (all []lead, gravest int) {
	for _, f := range b.policy.Vocabulary.Facts {
		if asks := b.follows(f); len(asks) > 0 {
			weight := b.leads(f, asks, weights)
			all, gravest = append(all, lead{f, asks, weight}), max(gravest, weight)
		}
	}
	return all, gravest
}

// onlyMore reports whether the case answers a follow-up question already, so that it could only bring more of the same, such
// as who else may have harmed a child. A question with words of its own asks for something else.
func (b *builder) onlyMore(t *vocabulary.ThenAsk) bool {
	return t.Ask == "" && t.Fact.Kind == vocabulary.Choices && b.c.Origins[t.Fact.Index] == casefile.Stated
}

// leads is what a concern weighs that leads to others: where it is only suspected, what the suspicion weighs; and no less
// than harm if the first thing to ask is whether danger is near, as when a girl may soon be taken abroad.
func (b *builder) leads(f *vocabulary.Fact, asks []*vocabulary.ThenAsk, weights []int) int {
	if f.Suspicion != nil && b.input.Values[f.Suspicion.Index].Lo == 1 {
		return max(weights[f.Index], weights[f.Suspicion.Index])
	}
	if asks[0].Fact.Safety && asks[0].Fact.Domain == harmDomain {
		return max(weights[f.Index], harmWeight)
	}
	return weights[f.Index]
}

// follows is what to ask next because of a fact, if the case states a concern by it.
func (b *builder) follows(f *vocabulary.Fact) []*vocabulary.ThenAsk {
	v := b.input.Values[f.Index]
	origin := b.c.Origins[f.Index]
	switch {
	case origin == casefile.Alleged, f.Suspicion != nil && b.input.Values[f.Suspicion.Index].Lo == 1:
		return b.notOut(f.FollowsIfFeared(v))
	case origin == casefile.Stated, origin == casefile.Derived:
		return b.notOut(f.Follows(v))
	}
	return nil
}

// notOut takes out what is certainly not asked of this child.
func (b *builder) notOut(asks []*vocabulary.ThenAsk) []*vocabulary.ThenAsk {
	return slices.DeleteFunc(asks, func(t *vocabulary.ThenAsk) bool {
		return t.When != nil && t.When.Truth(b.input.Values, b.input.AsOf) == logic.False
	})
}
