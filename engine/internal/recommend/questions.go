package recommend

import (
	"cmp"
	"slices"
	"strings"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// mostCould is how many things that a whole domain could change are listed, the most
// important first. The question about a single fact lists them all.
const mostCould = 10

// group is which questions a question stands among: the order in which somebody with experience asks.
type group uint8

// The groups, in the order in which they are asked.
const (
	// danger is immediate danger.
	danger group = iota
	// waits is what an action that is due waits on; what makes a duty, if it is the one thing that is open; and what is
	// behind an "unless".
	waits
	// notKnown is what the case says is not known, and what was gone through and silence does not settle, because
	// something was found.
	notKnown
	// follows is what the concerns that the case states lead to, how far those go that are only partly known, and what
	// advice on telling the family waits on.
	follows
	// single is any other fact; whole domains that nobody has gone through come before it.
	single
	// last is what is less urgent than anything else.
	last
)

// questions lists what to find out, in the order of the groups. In each group, what the concerns call for most comes first,
// then the most telling.
func (b *builder) questions() []recommendation.Question {
	if b.options.NoQuestions {
		return []recommendation.Question{}
	}
	by := ordering{couldDecide: b.couldDecide(), weights: b.weights()}
	by.followUps = b.followUps(by.weights)
	for _, w := range by.weights {
		by.gravest = max(by.gravest, w)
	}
	by.waited = b.waitedFor(&by.couldDecide, by.followUps)
	all, domains := b.open(by)
	facts := b.throughGates(all, by.followUps)
	rest := len(facts)
	if b.ranks() {
		slices.SortFunc(domains, compareQuestions)
		slices.SortFunc(facts, compareQuestions)
		if at := slices.IndexFunc(facts, func(q *question) bool { return q.group >= single }); at >= 0 {
			rest = at
		}
		b.seat(facts[:rest], by)
	}
	out, alone := make([]recommendation.Question, 0, len(facts)+len(domains)), b.asksAlone()
	for _, q := range slices.Concat(facts[:rest], domains, facts[rest:]) {
		out = append(out, b.asked(q, alone))
	}
	return out
}

// ordering is what questions are put in order by.
type ordering struct {
	couldDecide
	// waited are the facts that something waits on.
	waited factSet
	// weights and followUps are, by Fact.Index, how much what the case states weighs, and what stated concerns lead to.
	weights   []int
	followUps []followUp
	// gravest is the most that anything weighs.
	gravest int
}

// compareQuestions puts what is asked first first.
func compareQuestions(a, b *question) int {
	return cmp.Or(cmp.Compare(a.group, b.group), cmp.Compare(b.follow.weight(), a.follow.weight()), a.stake.compare(b.stake),
		strings.Compare(a.Domain, b.Domain), strings.Compare(a.Fact, b.Fact))
}

// open lists the questions about single facts, and about the whole domains that silence would
// settle some of them in.
func (b *builder) open(by ordering) (facts, domains []*question) {
	concerns, found := b.concerns(), b.c.Found(b.policy.Vocabulary)
	for _, d := range b.policy.Vocabulary.Domains {
		whole := &b.asks.Take(1, roomForQuestions)[0]
		whole.Kind, whole.Domain, whole.Title, whole.Ask = term.AskDomain, d.Name, d.Title, d.Ask
		closes, could := false, b.inDomain[:0]
		asked := make([]*vocabulary.Fact, 0, len(d.Facts))
		for _, f := range d.Facts {
			if b.wanted != nil && !b.wanted.has(f) {
				continue
			}
			q := b.question(f, by)
			if q == nil {
				continue
			}
			q.stake.concern = concerns[d.Name]
			facts = append(facts, q)
			whole.stake = whole.stake.both(q.stake)
			asked = append(asked, f)
			could = append(could, q.could...)
			closes = closes || q.stake.rules > 0 && b.closesWithDomain(f, found)
		}
		if closes && b.explains() {
			whole.Who = mostNamed(asked)
			whole.Family = b.policy.Vocabulary.OfFamily(whole.Who)
			if !b.options.Brief { // which shows none of them
				whole.could = b.firstOf(could, mostCould)
			}
		}
		if closes {
			domains = append(domains, whole)
		}
		b.inDomain = could
	}
	return facts, domains
}

// asksByItself reports whether a fact is worth a question where a concern leads to it and no rule needs it. Others are about
// the case, or only decide a duty.
func asksByItself(f *vocabulary.Fact) bool {
	return !f.AboutTheCase && (f.Nothing != nil || f.Protective || f.Dated())
}

// group is which questions the one about a fact stands among.
func (b *builder) group(f *vocabulary.Fact, by ordering) group {
	origin := b.c.Origins[f.Index]
	switch {
	case f.Danger:
		return danger
	case f.AnswersFirst != nil && f.AnswersFirst.Truth(b.input.Values, b.input.AsOf) == logic.True:
		return last
	case f.Kind == vocabulary.Time && origin == casefile.Stated:
		return last // the day is known, and only the hour is open
	case by.waited.has(f) && f.NeverASign:
		return follows // until it is known nobody is told, which is safe
	case by.waited.has(f):
		return waits
	case by.unneeded(f) && (by.followUps[f.Index].weight() == 0 || !asksByItself(f)):
		return last
	case f.OnlyIfNothingFound && origin == casefile.NotStated && b.c.Gone(f) != casefile.NotGone:
		return notKnown
	case origin == casefile.SaidUnknown:
		return notKnown
	case b.partlyKnown(f), by.followUps[f.Index].weight() > 0:
		return follows
	}
	return single
}

// partlyKnown reports whether a case says something of a fact and leaves open how far it goes. A list names what is known,
// and does not say that the rest is unknown.
func (b *builder) partlyKnown(f *vocabulary.Fact) bool {
	origin := b.c.Origins[f.Index]
	return origin == casefile.Alleged || origin == casefile.Stated && f.Kind != vocabulary.Choices
}
