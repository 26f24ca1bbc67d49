package recommend

import (
	"cmp"
	"errors"
	"slices"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
)

// stake is how much an answer could change, as far as questions are ranked by it.
type stake struct {
	// bears is whether the answer could still change the level, a ground, an action or the consent position,
	// by itself or with others.
	bears bool
	// telling is whether the answer alone could make out a ground or bring the highest
	// level. A whole domain nearly always could, so it is never set for one.
	telling bool
	// immediate is whether an immediate action hangs on it.
	immediate bool
	// level is the highest level that the answer alone could bring.
	level int64
	// grounds is how many grounds the answer alone could make out; of a whole domain,
	// each of its answers by itself, added up.
	grounds int
	// concern is whether the fact's domain holds a concern that the case states.
	concern bool
	// rules is how many open rules read the fact.
	rules int
}

// compare puts the greater stake first.
func (s stake) compare(t stake) int {
	return cmp.Or(
		order(s.bears, t.bears),
		order(s.telling, t.telling),
		order(s.immediate, t.immediate),
		cmp.Compare(t.level, s.level),
		cmp.Compare(t.grounds, s.grounds),
		order(s.concern, t.concern),
		cmp.Compare(t.rules, s.rules),
	)
}

// both is the stake of asking two things together.
func (s stake) both(t stake) stake {
	return stake{
		bears:     s.bears || t.bears,
		immediate: s.immediate || t.immediate,
		level:     max(s.level, t.level),
		grounds:   s.grounds + t.grounds,
		rules:     s.rules + t.rules,
	}
}

// through is the stake of asking what decides whether something else is asked.
func (s stake) through(t stake) stake {
	both := s.both(t)
	both.telling, both.concern, both.grounds = s.telling || t.telling, s.concern || t.concern, max(s.grounds, t.grounds)
	return both
}

// answers tries each answer that the rules tell apart, and notes the highest level and the
// most grounds that one answer alone brings. This only ranks questions and decides nothing,
// so Kleene's rules are enough.
func (b *builder) answers(q *question, f *vocabulary.Fact) {
	base := b.outcome.Level.Lo
	q.stake.level = base
	var ways []vocabulary.Value
	if b.index.levelReads.has(f) { // otherwise no answer changes what is found
		ways = b.ways(f)
	}
	for _, v := range ways {
		b.session.Know(f, v)
		found, err := b.session.Found(evaluate.Kleene)
		if err != nil {
			b.err = errors.Join(b.err, err)
			break
		}
		q.stake.level = max(q.stake.level, found.Level.Lo)
		var made []string
		for i, g := range found.Grounds {
			if g == logic.True && b.outcome.Grounds[i] != logic.True {
				made = append(made, b.policy.Statutes[i].Name)
			}
		}
		q.stake.grounds = max(q.stake.grounds, len(made))
		if found.Level.Lo > base || len(made) > 0 {
			q.Changes = append(q.Changes, recommendation.Change{Value: f.Plain(v, b.london), Says: f.Says(v, b.london),
				Level: int(found.Level.Lo), Grounds: made})
		}
	}
	b.session.Know(f, b.input.Values[f.Index])
	highest := int64(b.policy.Levels[len(b.policy.Levels)-1].Number)
	q.stake.telling = q.stake.grounds > 0 || q.stake.level > base && q.stake.level == highest
	for _, l := range b.policy.Levels {
		brings := int64(l.Number) > base && int64(l.Number) <= q.stake.level
		if at := b.index.rank[l.Index]; brings && !slices.Contains(q.could, at) {
			q.could = append(q.could, at)
		}
	}
}

// ways are the answers that rules tell apart; for times and sets of choices, which
// have too many, none.
func (b *builder) ways(f *vocabulary.Fact) []vocabulary.Value {
	switch f.Kind {
	case vocabulary.YesNo, vocabulary.Scale, vocabulary.Choice, vocabulary.Whole:
		v := b.input.Values[f.Index]
		if b.unasked(f) {
			v = b.index.unknown[f.Index]
		}
		return b.index.ways.Of(f, v)
	case vocabulary.Choices, vocabulary.Date, vocabulary.Time:
	}
	return nil
}
