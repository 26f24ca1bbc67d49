// Package decide finds the smallest sets of answers that decide something: which answers, by
// themselves or together, make a condition true, or false, on what is known of a case.
//
// It works upwards from the tests of facts. The answers that make "a or b" true are those of a
// and those of b; those of "a and b" are each of a with each of b; what is counted takes as many
// as are missing. A set holds up to three answers. Of two sets only the smaller, or the one that
// asks for less, is kept.
//
// Every single answer that decides something by Kleene's rules is there, with the exceptions named
// below. Of sets of two and three there are too many, so some are left out: the best so many are
// kept and, for every other fact, the best set of two in which it stands. The best come first: the
// fewest answers, then facts of which something is known or said, then facts in areas of which something
// is known, then the order of the vocabulary.
//
// Left out are answers about dates and times, what takes four or more signs, and, where a
// condition asks whether a fact is known at all, facts other than a yes or no, a scale or a choice.
// Where a condition asks what is certain, or open, an answer may undo what another brings about; so
// whoever shows a set runs the rules with its answers first.
package decide

import (
	"cmp"

	"windscreen/engine/internal/vocabulary"
)

// Most is how many answers a set holds at most.
const Most = 3

// Answer is an answer to the question about a fact: all that is then known of it.
type Answer struct {
	// Fact is the Index of the fact.
	Fact int
	vocabulary.Value
	// Gate is true if the answer decides nothing itself, and only whether another of the set is
	// asked for.
	Gate bool
}

// ID is the place of an answer among those of a Work.
type ID int32

// Set is one to three answers about different facts, in vocabulary order. The empty set stands for
// what is decided already.
type Set struct {
	ids [Most]ID
	n   int32
	// key puts sets in order, the best first.
	key uint64
}

// Answers are the answers of the set, which Work.Answer gives.
func (s *Set) Answers() []ID { return s.ids[:s.n] }

// Len is how many there are.
func (s *Set) Len() int { return int(s.n) }

// Same reports whether two sets of one Work hold the same answers.
func (s *Set) Same(t *Set) bool { return s.ids == t.ids && s.n == t.n }

// Without is the set without one of its answers, by its place.
func (s *Set) Without(at int) Set {
	out := Set{}
	for i, id := range s.Answers() {
		if i != at {
			out.ids[out.n] = id
			out.n++
		}
	}
	return out
}

// Answer is one answer of a set.
func (w *Work) Answer(id ID) *Answer { return &w.answers[id] }

// Single is the set of one answer.
func (w *Work) Single(f *vocabulary.Fact, v vocabulary.Value) Set {
	s := Set{n: 1}
	s.ids[0] = w.id(Answer{Fact: f.Index, Value: v})
	w.rate(&s)
	return s
}

// id is the place of an answer.
func (w *Work) id(a Answer) ID {
	for _, id := range w.ofFact[a.Fact] {
		if w.answers[id] == a {
			return id
		}
	}
	id := ID(len(w.answers))
	w.answers = append(w.answers, a)
	w.ofFact[a.Fact] = append(w.ofFact[a.Fact], id)
	return id
}

// rate works out the place of a set among others.
func (w *Work) rate(s *Set) {
	key, weight := uint64(s.n)<<56, uint64(0)
	for i, id := range s.Answers() {
		f := w.answers[id].Fact
		weight += uint64(w.known.Weights[f])
		key |= uint64(f+1) << (32 - 16*i)
	}
	s.key = key | weight<<48
}

// facts are the facts of a set, in one number.
func (s *Set) facts() uint64 { return s.key & (1<<48 - 1) }

// compare puts the better set first.
func (w *Work) compare(s, t *Set) int {
	if c := cmp.Compare(s.key, t.key); c != 0 || s.ids == t.ids {
		return c
	}
	gates := 0
	for i := range s.n {
		a, b := &w.answers[s.ids[i]], &w.answers[t.ids[i]]
		if c := cmp.Or(cmp.Compare(a.Lo, b.Lo), cmp.Compare(b.Hi, a.Hi)); c != 0 {
			return c
		}
		if a.Gate {
			gates--
		}
		if b.Gate {
			gates++
		}
	}
	return gates
}

// covers reports whether whatever t answers, s answers too: s is as small, and asks no more.
func (w *Work) covers(s, t *Set) bool {
	at := 0
	for _, id := range s.Answers() {
		a := &w.answers[id]
		for at < int(t.n) && w.answers[t.ids[at]].Fact < a.Fact {
			at++
		}
		if at == int(t.n) || id != t.ids[at] && !w.facts[a.Fact].Covers(a.Value, w.answers[t.ids[at]].Value) {
			return false
		}
	}
	return true
}

// merge puts two sets together. It is not ok if they contradict each other, or come to too many.
func (w *Work) merge(s, t *Set) (out Set, ok bool) {
	i, j := 0, 0
	for i < int(s.n) || j < int(t.n) {
		if out.n == Most {
			return out, false
		}
		next := &out.ids[out.n]
		out.n++
		switch {
		case j == int(t.n):
			*next = s.ids[i]
			i++
			continue
		case i == int(s.n):
			*next = t.ids[j]
			j++
			continue
		}
		switch a, b := &w.answers[s.ids[i]], &w.answers[t.ids[j]]; {
		case a.Fact < b.Fact:
			*next = s.ids[i]
			i++
		case b.Fact < a.Fact:
			*next = t.ids[j]
			j++
		default:
			if *next = s.ids[i]; s.ids[i] != t.ids[j] {
				v, ok := both(w.facts[a.Fact], a.Value, b.Value)
				if !ok {
					return out, false
				}
				*next = w.id(Answer{Fact: a.Fact, Value: v, Gate: a.Gate && b.Gate})
			}
			i, j = i+1, j+1
		}
	}
	return out, true
}

// both is what is known of a fact by two answers; it is not ok if they contradict each other.
func both(f *vocabulary.Fact, a, b vocabulary.Value) (vocabulary.Value, bool) {
	if f.Kind == vocabulary.Choices {
		v := vocabulary.Value{Lo: a.Lo | b.Lo, Hi: a.Hi & b.Hi}
		return v, v.Lo&^v.Hi == 0
	}
	v := vocabulary.Value{Lo: max(a.Lo, b.Lo), Hi: min(a.Hi, b.Hi)}
	return v, v.Lo <= v.Hi
}
