package recommend

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// mostCould is how many things that a whole domain could change are listed, the most
// important first. The question about a single fact lists them all.
const mostCould = 10

// question is a question and what hangs on it.
type question struct {
	recommendation.Question
	// fact is what is asked about; nil where it is a whole domain.
	fact  *vocabulary.Fact
	stake stake
}

// questions lists what to find out: immediate danger first, then what the case itself
// says is not known, then whole domains not gone through, then single facts, in each
// the most telling first. What advice on telling the family waits on, or an action that
// is due now, moves up into the first three, as far as immediate danger leaves room: until
// it is known, that cannot be done.
func (b *builder) questions() []recommendation.Question {
	var domains, facts []question
	readers := b.openReaders()
	waited := b.waitedFor(readers)
	concerns := b.concerns()
	for _, d := range b.policy.Vocabulary.Domains {
		whole := question{Question: recommendation.Question{
			Kind: term.AskDomain, Domain: d.Name, Ask: d.Ask, Who: []string{}, Could: []recommendation.Could{},
		}}
		closable := 0
		who := map[string]int{}
		for _, f := range d.Facts {
			q, ok := b.question(f, readers[f.Index])
			if !ok {
				continue
			}
			q.stake.concern = concerns[d.Name]
			facts = append(facts, q)
			whole.stake = whole.stake.both(q.stake)
			whole.Could = append(whole.Could, q.Could...)
			for _, w := range f.Who {
				who[w]++
			}
			if f.ClosesWithDomain() && b.c.Origins[f.Index] == casefile.NotStated {
				closable++
			}
		}
		whole.Who = mostNamed(who)
		if closable > 0 && !slices.Contains(b.c.Explored, d.Name) {
			slices.SortStableFunc(whole.Could, compareCould)
			whole.Could = slices.Compact(whole.Could)
			whole.Could = whole.Could[:min(mostCould, len(whole.Could))]
			domains = append(domains, whole)
		}
	}
	rank := func(a, b question) int {
		return cmp.Or(a.stake.compare(b.stake), strings.Compare(a.Domain, b.Domain), strings.Compare(a.Fact, b.Fact))
	}
	slices.SortFunc(domains, rank)
	slices.SortFunc(facts, rank)
	var danger, unknown, waits, rest []question
	for _, q := range facts {
		switch {
		case q.fact.Danger:
			danger = append(danger, q)
		case b.c.Origins[q.fact.Index] == casefile.SaidUnknown, b.c.Origins[q.fact.Index] == casefile.Alleged:
			unknown = append(unknown, q)
		case waited.has(q.fact):
			waits = append(waits, q)
		default:
			rest = append(rest, q)
		}
	}
	head := b.early(danger, unknown, waits, waited)
	out := []recommendation.Question{}
	for _, q := range slices.Concat(head, domains, rest) {
		out = append(out, q.Question)
	}
	return out
}

// early is how many questions a reader is sure to read.
const early = 3

// early orders the questions that come before whole domains: danger, then what the case says
// is not known, then what something waits for. Where the second list is long, the third
// moves up into the first few questions, as far as danger leaves room.
func (b *builder) early(danger, unknown, waits []question, waited factSet) []question {
	slices.SortStableFunc(unknown, func(x, y question) int { return order(waited.has(x.fact), waited.has(y.fact)) })
	head := slices.Concat(danger, unknown)
	at := max(len(danger), min(len(head), early-len(waits)))
	return slices.Insert(head, at, waits...)
}

// fewWho is how many of those who could answer for a whole domain are named.
const fewWho = 4

// mostNamed lists those who could answer the most questions, the most first.
func mostNamed(who map[string]int) []string {
	names := slices.SortedFunc(maps.Keys(who), func(a, b string) int {
		return cmp.Or(cmp.Compare(who[b], who[a]), strings.Compare(a, b))
	})
	return append([]string{}, names[:min(fewWho, len(names))]...)
}

// concerns are the domains of facts in which the case states a concern: one that a
// sign which counts rests on.
func (b *builder) concerns() map[string]bool {
	out := map[string]bool{}
	for n, i := range b.policy.Indicators {
		if b.outcome.Counted[n] != logic.True {
			continue
		}
		for _, f := range b.inOrder(b.index.reads[i.Index]) {
			if b.c.Origins[f.Index] == casefile.Stated {
				out[f.Domain] = true
			}
		}
	}
	return out
}

// openReaders are, by Fact.Index, the rules that a fact could decide: those with an open
// condition, or an open unless, that reads the fact in an open part. Signs that never
// count are left out: nothing depends on them.
func (b *builder) openReaders() [][]*policy.Rule {
	readers := make([][]*policy.Rule, len(b.policy.Vocabulary.Facts))
	for _, r := range b.policy.Rules {
		if b.holds(r) == logic.False || b.index.context[r.Index] {
			continue
		}
		read := func(n *lang.Node) {
			n.Facts(func(f *vocabulary.Fact) {
				if list := readers[f.Index]; len(list) == 0 || list[len(list)-1] != r {
					readers[f.Index] = append(list, r)
				}
			})
		}
		r.When.Root.Unresolved(b.env, read) // nothing, where the rule is not open
		if r.Unless != nil {
			r.Unless.When.Root.Unresolved(b.env, read)
		}
	}
	return readers
}

// question asks about one fact, if a rule that is still open waits on it.
func (b *builder) question(f *vocabulary.Fact, readers []*policy.Rule) (question, bool) {
	if b.input.Values[f.Index].Known() {
		return question{}, false
	}
	q := question{fact: f, Question: recommendation.Question{
		Kind: term.AskFact, Fact: f.Path, Domain: f.Domain, Ask: f.Ask,
		Who: append([]string{}, f.Who...), Could: []recommendation.Could{},
	}}
	for _, r := range readers {
		q.Could = append(q.Could, b.index.could[r.Index])
		q.stake.rules++
		q.stake.immediate = q.stake.immediate || b.index.immediate[r.Index]
	}
	for _, e := range b.policy.Escalations {
		// A deadline that is due but counts from an assumed start.
		if b.holds(e.Rule) == logic.True && slices.ContainsFunc(e.Due, func(d policy.Due) bool { return d.From == f }) {
			q.Could = append(q.Could, b.index.could[e.Index])
			q.stake.rules++
		}
	}
	if q.stake.rules == 0 {
		return q, false
	}
	b.answers(&q, f)
	slices.SortStableFunc(q.Could, compareCould)
	return q, true
}

// compareCould puts level rules first, then the higher level, then by kind and id.
func compareCould(a, c recommendation.Could) int {
	return cmp.Or(order(a.Kind == term.KindLevel, c.Kind == term.KindLevel), cmp.Compare(c.Level, a.Level),
		cmp.Compare(a.Kind, c.Kind), strings.Compare(a.Rule, c.Rule))
}
