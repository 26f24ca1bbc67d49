package recommend

import (
	"cmp"
	"errors"
	"maps"
	"slices"
	"strings"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// stake is how much an answer could change, as far as questions are ranked by it.
type stake struct {
	// telling is whether the answer alone could make out a ground or bring the highest
	// level. Of a whole domain it is left out: it could nearly always.
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
	return cmp.Or(order(s.telling, t.telling), order(s.immediate, t.immediate), cmp.Compare(t.level, s.level), cmp.Compare(t.grounds, s.grounds),
		order(s.concern, t.concern), cmp.Compare(t.rules, s.rules))
}

// both is the stake of asking two things together.
func (s stake) both(t stake) stake {
	return stake{immediate: s.immediate || t.immediate, level: max(s.level, t.level), grounds: s.grounds + t.grounds, rules: s.rules + t.rules}
}

// mostCould is how much of what a whole domain could change is listed, the most
// telling first; each of its facts lists all that it could change itself.
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
// is due now, is among the first three: until it is known, that cannot be done.
func (b *builder) questions() []recommendation.Question {
	var domains, facts []question
	readers := b.openReaders()
	waited := b.waitedFor(readers)
	concerns := b.concerns()
	for _, d := range b.policy.Vocabulary.Domains {
		whole := question{Question: recommendation.Question{Kind: term.AskDomain, Domain: d.Name, Ask: d.Ask, Who: []string{}, Could: []recommendation.Could{}}}
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
			if f.Nothing != nil && b.c.Origins[f.Index] == casefile.NotStated {
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
		case b.c.Origins[q.fact.Index] == casefile.SaidUnknown:
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

// early is how many questions are sure to be read.
const early = 3

// early puts what comes before whole domains in order: danger, what is said not to be
// known, and what is waited for. Where the second is long, the third moves up, as far
// as danger leaves room.
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

// waitedFor are the facts on which something waits now because they are open: advice
// before the family is told or anything is shared, or an immediate action that is due.
// The rule that says so is among what their answers could change.
func (b *builder) waitedFor(readers [][]*policy.Rule) factSet {
	facts := newFactSet(b.policy.Vocabulary)
	answered := map[term.Answer]bool{}
	for _, l := range b.policy.Consent {
		if l.Answer != term.AnswerInform && l.Answer != term.AnswerSharing || answered[l.Answer] || b.holds(l.Rule) != logic.True {
			continue
		}
		answered[l.Answer] = true
		if adviceFirst(l) {
			b.asksOpen(l.Rule, facts, readers)
		}
	}
	for _, e := range b.policy.Escalations {
		if e.Immediate && b.holds(e.Rule) == logic.True {
			b.asksOpen(e.Rule, facts, readers)
		}
	}
	return facts
}

// adviceFirst reports whether a line says that advice is to be taken before the family is
// told, or anything is shared.
func adviceFirst(l *policy.Line) bool {
	return l.Answer == term.AnswerInform && term.Inform(l.Value) == term.InformAdviceFirst ||
		l.Answer == term.AnswerSharing && term.Sharing(l.Value) == term.SharingAdviceFirst
}

// asksOpen adds the facts by whose being open a rule holds, and the rule to their readers.
func (b *builder) asksOpen(r *policy.Rule, facts factSet, readers [][]*policy.Rule) {
	r.When.Root.Walk(1, func(n *lang.Node, sign int) {
		f := heldOpen(n, sign)
		if f == nil || b.input.Values[f.Index].Known() {
			return
		}
		facts.add(f)
		if !slices.Contains(readers[f.Index], r) {
			readers[f.Index] = append(readers[f.Index], r)
		}
	})
}

// heldOpen is the fact whose being open helps a condition by this part: x in open(x), and a
// yes or no in !certain(x), which is open(x) || !x.
func heldOpen(n *lang.Node, sign int) *vocabulary.Fact {
	switch {
	case n.Op == lang.OpenFact && sign > 0:
		return n.Fact
	case n.Op == lang.Certain && sign < 0 && n.Args[0].Op == lang.FactIn && n.Args[0].Fact.Kind == vocabulary.YesNo:
		return n.Args[0].Fact
	}
	return nil
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

// openReaders are, by Fact.Index, the open rules that read a fact itself in a part
// that is open, and the rules that have an unless which does. Signs that never count are
// left out: nothing hangs on them.
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
	q := question{fact: f, Question: recommendation.Question{Kind: term.AskFact, Fact: f.Path, Domain: f.Domain, Ask: f.Ask, Who: append([]string{}, f.Who...), Could: []recommendation.Could{}}}
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

// answers tries the question in each way that rules tell apart, and notes the
// highest level and the most grounds that one answer alone brings. It ranks and
// decides nothing, so Kleene's rules alone will do.
func (b *builder) answers(q *question, f *vocabulary.Fact) {
	base := b.outcome.Level.Lo
	q.stake.level = base
	for _, v := range b.ways(f) {
		b.session.Know(f, v)
		found, err := b.session.Found(evaluate.Kleene)
		if err != nil {
			b.err = errors.Join(b.err, err)
			break
		}
		q.stake.level = max(q.stake.level, found.Level.Lo)
		made := 0
		for i, g := range found.Grounds {
			if g == logic.True && b.outcome.Grounds[i] != logic.True {
				made++
			}
		}
		q.stake.grounds = max(q.stake.grounds, made)
	}
	b.session.Know(f, b.input.Values[f.Index])
	highest := int64(b.policy.Levels[len(b.policy.Levels)-1].Number)
	q.stake.telling = q.stake.grounds > 0 || q.stake.level > base && q.stake.level == highest
	for _, l := range b.policy.Levels {
		if n := int64(l.Number); n > base && n <= q.stake.level && !slices.ContainsFunc(q.Could, func(c recommendation.Could) bool { return c.Rule == l.ID }) {
			q.Could = append(q.Could, b.index.could[l.Index])
		}
	}
}

// ways are the answers that rules tell apart; for times and sets of choices, which
// have too many, none.
func (b *builder) ways(f *vocabulary.Fact) []vocabulary.Value {
	switch f.Kind {
	case vocabulary.Choices, vocabulary.Date, vocabulary.Time:
		return nil
	default:
		return b.index.ways.Of(f, b.input.Values[f.Index])
	}
}
