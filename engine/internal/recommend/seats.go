package recommend

import (
	"slices"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/vocabulary"
)

// firstSeats is how many questions the first screen has room for. What stands among them decides what a caller is asked.
const firstSeats = 5

// seat puts the questions that are asked first in order. No two of them ask the same in other words. If it is open whether
// the child is in danger now, the first asks about that: in the words of a concern, such as who is with the child
// tonight, if stated concerns lead to such a question, and otherwise in general. The general question comes right after
// the first ones if one of them asks about danger in the words of a concern, or if nothing that may be harm is stated.
func (b *builder) seat(list []*question, by ordering) {
	at := slices.IndexFunc(list, func(q *question) bool { return q.fact.Danger })
	if at < 0 {
		first, rest := apart(list, firstSeats)
		copy(list, slices.Concat(first, rest))
		return
	}
	general := list[at : at+1]
	others := slices.Concat(list[:at], list[at+1:])
	first, rest := apart(others, firstSeats)
	safety := slices.IndexFunc(first, func(q *question) bool { return q.fact.Safety && q.follow.soon })
	switch {
	case safety >= 0 && !b.asksInGeneral(general[0].fact, by):
		first = slices.Concat(first[safety:safety+1], first[:safety], first[safety+1:], general)
	case b.dangerIsReal(general[0].fact, by):
		first, rest = apart(others, firstSeats-1)
		first = slices.Concat(general, first)
	default:
		first = slices.Concat(first, general)
	}
	copy(list, slices.Concat(first, rest))
}

// apart are the first n questions of which no two are on one topic, and then the others. Of a topic, the question that goes
// furthest takes the place of the one that comes first.
func apart(list []*question, n int) (first, others []*question) {
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
	for _, q := range list {
		if !slices.Contains(first, q) {
			others = append(others, q)
		}
	}
	return first, others
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
	return origin.Stands() || origin == casefile.SaidUnknown || b.unasked(danger) || by.followUps[danger.Index].weight() > 0
}

// dangerIsReal reports whether immediate danger is a real question: something that is or may be harm is stated or alleged,
// no concern is stated at all, so that nobody knows what the matter is, or something leads to the question.
func (b *builder) dangerIsReal(danger *vocabulary.Fact, by ordering) bool {
	if b.asksInGeneral(danger, by) {
		return true
	}
	found, grave := false, b.grave()
	for _, f := range b.policy.Vocabulary.Facts {
		alleged := b.c.Origins[f.Index] == casefile.Alleged
		switch {
		case f.AboutTheCase || !b.concern(f) && !alleged:
		case alleged, grave[f.Index] >= harmWeight:
			return true
		case !f.Background:
			found = true
		}
	}
	return !found
}
