package recommend

import (
	"slices"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/vocabulary"
)

// firstSeats is how many questions the first screen has room for, and unlike is among how many questions no two are on one
// topic.
const (
	firstSeats = 5
	unlike     = 10
)

// seat puts the questions that are asked first in order: no two of them ask the same in other words, and danger comes where
// withDanger puts it.
func (b *builder) seat(list []*question, by ordering) {
	others := slices.Clone(list)
	var danger *question
	if at := slices.IndexFunc(others, func(q *question) bool { return q.fact.Danger }); at >= 0 {
		danger = others[at]
		others = slices.Delete(others, at, at+1)
	}
	others = apart(others, unlike)
	if danger != nil {
		others = b.withDanger(danger, others, by)
	}
	copy(list, others)
}

// withDanger puts the question whether the child is in danger now among others. If the gravest concern leads soon to a question
// about safety in its own words, such as who is with the child tonight, or a concern that weighs as much as harm leads to one
// at all, and that is among the first ones, it is asked first, and the general one right after them. The general one is first
// if danger is a real question otherwise. If it is not, because nothing that is stated may be harm, it comes right after the
// first ones as well: it is never left out.
func (b *builder) withDanger(danger *question, others []*question, by ordering) []*question {
	seats := min(firstSeats, len(others))
	safety := slices.IndexFunc(others[:seats], func(q *question) bool {
		return q.fact.Safety && (q.follow.soon || q.follow.gravity >= harmWeight)
	})
	switch {
	case safety >= 0 && !b.asksInGeneral(danger.fact, by):
		first := others[safety]
		others = slices.Insert(slices.Delete(others, safety, safety+1), 0, first)
	case b.dangerIsReal(danger.fact, by):
		return slices.Insert(others, 0, danger)
	}
	return slices.Insert(others, seats, danger)
}

// apart puts the first n questions of which no two are on one topic before all others. Of a topic, the question that goes
// furthest takes the place of the one that comes first.
func apart(list []*question, n int) []*question {
	first := make([]*question, 0, len(list))
	topics := map[string]bool{}
	for _, q := range list {
		topic := q.fact.Topic
		switch {
		case len(first) == n:
		case topic == "":
			first = append(first, q)
		case !topics[topic]:
			topics[topic] = true
			first = append(first, furthest(list, q))
		}
	}
	some := first
	for _, q := range list {
		if !slices.Contains(some, q) {
			first = append(first, q)
		}
	}
	return first
}

// furthest is the question of the same topic that applies only because of what is known of another of that topic: the exact
// words of a child of whom it is known that they spoke. If there is none, it is q.
func furthest(list []*question, q *question) *question {
	for _, x := range list {
		if x.fact.Topic != q.fact.Topic || x.fact.Applies == nil {
			continue
		}
		further := false
		x.fact.Applies.Facts(func(f *vocabulary.Fact) { further = further || f.Topic == q.fact.Topic })
		if further {
			return x
		}
	}
	return q
}

// asksInGeneral reports whether the question about immediate danger is asked as it stands, because the case says something
// of it, because only silence rules it out, or because something stated leads to it.
func (b *builder) asksInGeneral(danger *vocabulary.Fact, by ordering) bool {
	origin := b.c.Origins[danger.Index]
	return origin.Stands() || origin == casefile.SaidUnknown || b.unasked(danger) || by.followUps[danger.Index].most > 0
}

// dangerIsReal reports whether immediate danger is a real question: something is alleged, or is or may be harm and makes a sign as
// grave as harm; no concern is stated at all, so that nobody knows what the matter is; or something leads to the question. A young
// carer who shops and cooks is not asked first whether she is in danger.
func (b *builder) dangerIsReal(danger *vocabulary.Fact, by ordering) bool {
	if b.asksInGeneral(danger, by) {
		return true
	}
	gravity := b.gravity()
	harm := slices.ContainsFunc(b.policy.Vocabulary.Facts, func(f *vocabulary.Fact) bool {
		grave := gravity[f.Index]+leastWeight >= harmWeight
		return !f.AboutTheCase && (b.c.Origins[f.Index] == casefile.Alleged || grave && b.mayBeHarm(f))
	})
	return harm || !b.statesConcern()
}
