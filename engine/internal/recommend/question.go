package recommend

import (
	"cmp"
	"slices"
	"strings"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// question is a question and what hangs on it.
type question struct {
	recommendation.Question
	// could are the rules that the answer could decide, as index.rank has them.
	could []int
	// fact is what is asked about; nil where it is a whole domain.
	fact  *vocabulary.Fact
	group group
	// spare is whether the rules only take the answer into account once it is known.
	spare  bool
	follow followUp
	stake  stake
}

// asked is a question as answers show it, with what it could change unless the answer is brief. With alone, the child alone may
// be asked.
func (b *builder) asked(q *question, alone bool) recommendation.Question {
	q.Overtaken = q.Overtaken || q.spare
	if !b.explains() {
		if q.fact != nil {
			q.Who, q.Kinds = q.fact.Who, b.index.kinds[q.fact.Index]
		}
		if alone {
			b.ofChildAlone(q)
		}
		return q.Question
	}
	if q.fact != nil {
		b.words(q)
	}
	if alone {
		b.ofChildAlone(q)
	}
	if t := q.follow.then; t != nil && (q.group == follows || t == q.follow.howFar) {
		q.Why, q.Source = t.Why, cmp.Or(t.Source, strings.Join(b.cite(t.Cite), ", "))
		if t.Ask != "" && t.Fact == q.fact { // not of what has to be known first
			q.Ask, q.Short, q.Discloses = t.Ask, "", q.Discloses || t.Discloses
		}
	}
	if b.options.Brief {
		q.Could = []recommendation.Could{}
		return q.Question
	}
	q.Could = cut(&b.scratch.could, len(q.could), roomForTexts)
	for i, at := range q.could {
		q.Could[i] = b.index.ranked[at]
	}
	return q.Question
}

// distinct puts what answers could change in order, each once.
func distinct(could []int) []int {
	slices.Sort(could)
	return slices.Compact(could)
}

// firstOf are the first so many of what answers could change, each once. Of a whole domain there are hundreds, so they are
// ticked off and not sorted.
func (b *builder) firstOf(could []int, most int) []int {
	for _, at := range could {
		b.listed[at] = true
	}
	out := make([]int, 0, most)
	for at := 0; at < len(b.listed) && len(out) < most; at++ {
		if b.listed[at] {
			out = append(out, at)
		}
	}
	clear(b.listed)
	return out
}

// fewWho is how many of those who could answer for a whole domain are named.
const fewWho = 4

// mostNamed lists those who could answer the most questions about some facts, the most first.
func mostNamed(facts []*vocabulary.Fact) []string {
	type named struct {
		who string
		n   int
	}
	all := make([]named, 0, 32)
	for _, f := range facts {
		for _, w := range f.Who {
			at := slices.IndexFunc(all, func(x named) bool { return x.who == w })
			if at < 0 {
				at, all = len(all), append(all, named{who: w})
			}
			all[at].n++
		}
	}
	slices.SortFunc(all, func(a, b named) int { return cmp.Or(cmp.Compare(b.n, a.n), strings.Compare(a.who, b.who)) })
	out := make([]string, min(fewWho, len(all)))
	for i := range out {
		out[i] = all[i].who
	}
	return out
}

// question asks about one fact, if a rule that is still open waits on it, or another concern leads to it and it is worth a
// question by itself; otherwise it is nil.
func (b *builder) question(f *vocabulary.Fact, by ordering) *question {
	if !b.askable(f) {
		return nil
	}
	q := b.asking(f)
	q.group, q.follow = b.group(f, by), by.followUps[f.Index]
	q.spare = q.group == last && by.unneeded(f)
	q.stake.bears = b.unasked(f)
	switch {
	case b.partlyKnown(f):
		q.follow.then = q.follow.howFar // it is asked how far it goes
		switch {
		case q.follow.howFar != nil && !f.Safety: // its list says how soon
		case b.concern(f) || b.mayBeHarm(f):
			q.follow.extent(by.weights[f.Index], f.Safety)
		case b.c.Origins[f.Index] == casefile.Alleged: // nobody has weighed it yet
			q.follow.extent(max(harmWeight, by.weights[f.Index]), f.Safety)
		}
	case by.waited.has(f) && f.NeverASign:
		q.follow.call(by.gravest, placeOfTelling)
	}
	q.could = b.could.Take(len(by.readers[f.Index])+len(b.index.starts[f.Index])+len(b.policy.Levels), roomForCould)[:0]
	for _, r := range by.readers[f.Index] {
		q.could = append(q.could, b.index.rank[r.Index])
		q.stake.rules++
		q.stake.bears = q.stake.bears || by.bearing[r.Index]
		q.stake.immediate = q.stake.immediate || b.index.immediate[r.Index]
	}
	for _, e := range b.index.starts[f.Index] {
		// A deadline that is due but counts from an assumed start.
		if b.holds(e.Rule) == logic.True {
			q.could = append(q.could, b.index.rank[e.Index])
			q.stake.rules++
		}
	}
	switch {
	case q.stake.rules > 0 && !b.ranks():
	case q.stake.rules > 0:
		b.answers(q, f)
		slices.Sort(q.could)
		b.howFar(q, f, by.gravest)
	case q.follow.weight() == 0, !asksByItself(f), q.follow.howFar != nil && !q.follow.led: // it would change nothing
		return nil
	}
	return q
}

// howFar asks whether a scale goes further than the case says, where the case states a concern, leaves open how far it goes, and
// worse would raise the level. The question stands among those that the concerns lead to, at placeOfWorse of the gravest. Gravest
// is what that concern weighs.
func (b *builder) howFar(q *question, f *vocabulary.Fact, gravest int) {
	if f.Kind != vocabulary.Scale || b.c.Origins[f.Index] != casefile.Stated || !b.concern(f) {
		return
	}
	raises := func(at int) bool {
		c := b.index.ranked[at]
		return c.Kind == term.KindLevel && int64(c.Level) > b.outcome.Level.Lo
	}
	if !slices.ContainsFunc(q.could, raises) {
		return
	}
	q.group = min(q.group, follows)
	q.follow.call(gravest, placeOfWorse)
}

// madeOut reports whether a ground holds that a fact bears on.
func (b *builder) madeOut(f *vocabulary.Fact) bool {
	for n, state := range b.outcome.Grounds {
		if state == logic.True &&
			slices.ContainsFunc(b.index.groundRules[n], func(r *policy.Rule) bool { return b.index.reads[r.Index].has(f) }) {
			return true
		}
	}
	return false
}

// askable reports whether there is anything left to ask about a fact.
func (b *builder) askable(f *vocabulary.Fact) bool {
	return (!b.input.Values[f.Index].Known() || b.unasked(f)) && b.c.Origins[f.Index] != casefile.NotApplicable
}

// asking is the question about a fact, as if nothing hung on it. Only asked puts it in words, because not all are asked.
func (b *builder) asking(f *vocabulary.Fact) *question {
	q := &b.asks.Take(1, roomForQuestions)[0]
	q.fact, q.group, q.stake.level = f, single, b.outcome.Level.Lo
	q.Kind, q.Fact, q.Domain, q.Overtaken = term.AskFact, f.Path, f.Domain, f.Belief && b.madeOut(f)
	return q
}

// words puts the question about a fact in words.
func (b *builder) words(q *question) {
	f := q.fact
	q.Ask, q.Short, q.Discloses, q.AsksFamily = f.Ask, f.Short, f.Discloses, f.AsksFamily
	q.Who, q.Family, q.Kinds = b.scratch.own(f.Who), slices.Clone(b.index.family[f.Index]), b.ownKinds(b.index.kinds[f.Index])
}

// ofChildAlone has nobody but the child asked.
func (b *builder) ofChildAlone(q *question) {
	who := b.policy.Vocabulary.Alone()
	q.Who, q.Family, q.Kinds = slices.Clone(who), nil, b.policy.Vocabulary.KindsOf(who)
}

// asksAlone reports whether the line on sharing says that nobody but the child is asked.
func (b *builder) asksAlone() bool {
	for _, l := range b.policy.Consent {
		if l.Answer == term.AnswerSharing && b.holds(l.Rule) == logic.True {
			return slices.Contains(b.doesToReader(l.Rule), term.DeedAsksAlone)
		}
	}
	return false
}

// ownKinds is a copy of the kinds of those who could answer, for one question; nil if none is of any.
func (b *builder) ownKinds(kinds map[string][]term.Whom) map[string][]term.Whom {
	if kinds == nil {
		return nil
	}
	out := make(map[string][]term.Whom, len(kinds))
	for who, list := range kinds {
		out[who] = take(&b.scratch.kinds, list, roomForTexts)
	}
	return out
}

// compareCould puts level rules first, then the higher level, then by kind and id.
func compareCould(a, c recommendation.Could) int {
	return cmp.Or(order(a.Kind == term.KindLevel, c.Kind == term.KindLevel), cmp.Compare(c.Level, a.Level),
		cmp.Compare(a.Kind, c.Kind), strings.Compare(a.Rule, c.Rule))
}
