package recommend

import (
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/internal/decide"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// The answer shows, for each thing that is open, at most mostSets sets of answers to the first questions about facts,
// and at most bestSets of all others.
const (
	mostSets = 5
	bestSets = 2
)

// changesIf lists what a few answers would decide.
func (b *builder) changesIf(questions []recommendation.Question) []recommendation.ChangesIf {
	out := []recommendation.ChangesIf{}
	if b.options.NoQuestions {
		return out
	}
	only := []*vocabulary.Fact{}
	for _, q := range recommendation.FirstAsked(questions) {
		only = append(only, b.policy.Vocabulary.Fact(q.Fact))
	}
	near := b.newDeciding(only)
	sets := map[string][][]recommendation.Given{}
	for _, t := range near.targets {
		sets[t.name()] = b.sets(near, near.prover.prove(t.target, t.sets, mostSets, nil))
	}
	targets := near.targets
	if !b.options.Brief {
		x := b.deciding()
		targets = x.targets
		for _, t := range x.targets {
			others := x.prover.prove(t.target, t.sets, bestSets, func(s *decide.Set) bool { return x.within(s, only) })
			sets[t.name()] = append(sets[t.name()], b.sets(x, others)...)
		}
	}
	out = slices.Grow(out, len(sets))
	for _, t := range targets {
		if list := sets[t.name()]; len(list) > 0 {
			c := b.changed(t.target)
			c.Sets = list
			out = append(out, c)
		}
	}
	return out
}

// within reports whether a set has answers about some facts alone.
func (x *deciding) within(s *decide.Set, facts []*vocabulary.Fact) bool {
	return !slices.ContainsFunc(s.Answers(), func(id decide.ID) bool {
		at := x.work.Answer(id).Fact
		return !slices.ContainsFunc(facts, func(f *vocabulary.Fact) bool { return f.Index == at })
	})
}

// sets are sets as answers show them.
func (b *builder) sets(x *deciding, list []decide.Set) [][]recommendation.Given {
	if len(list) == 0 {
		return nil
	}
	out := make([][]recommendation.Given, len(list))
	for i := range list {
		out[i] = make([]recommendation.Given, list[i].Len())
		for j, id := range list[i].Answers() {
			out[i][j] = *b.shownGiven(x, id)
		}
	}
	return out
}

// shownGiven is an answer as answers show it. Many sets hold the same.
func (b *builder) shownGiven(x *deciding, id decide.ID) *recommendation.Given {
	for len(b.answersShown) <= x.place {
		b.answersShown = append(b.answersShown, nil)
	}
	list := &b.answersShown[x.place]
	if more := int(id) + 1 - len(*list); more > 0 {
		*list = append(*list, make([]recommendation.Given, more)...)
	}
	g := &(*list)[id]
	if g.Fact == "" {
		a := x.work.Answer(id)
		f := b.policy.Vocabulary.Facts[a.Fact]
		b.titles[f.Path] = f.Title
		*g = recommendation.Given{Fact: f.Path, Value: f.Plain(a.Value, b.london), Says: b.saysGiven(f, a.Value), First: a.Gate}
	}
	return g
}

// saysGiven puts an answer in words; of several words that may apply, only those that the answer adds.
func (b *builder) saysGiven(f *vocabulary.Fact, v vocabulary.Value) string {
	if added := v.Lo &^ b.input.Values[f.Index].Lo; f.Kind == vocabulary.Choices && added != 0 && !v.Known() {
		return strings.TrimSuffix(f.Says(vocabulary.Exactly(added), b.london), "; and no others")
	}
	return f.Says(v, b.london)
}

// onPage reports whether the first screen may speak of a target.
func (t *target) onPage() bool {
	return t.kind == term.KindGround || t.kind == term.KindLevel || t.action != nil && t.action.First
}

// name tells targets apart.
func (t *target) name() string {
	switch {
	case t.level != nil:
		return t.level.ID
	case t.action != nil:
		return t.action.ID
	case t.answer != "":
		return string(t.answer) + " " + t.value
	}
	return fmt.Sprint("ground ", t.statute)
}

// changed is a target as answers show it, without its sets.
func (b *builder) changed(t *target) recommendation.ChangesIf {
	c := recommendation.ChangesIf{Kind: t.kind, Away: t.away}
	switch {
	case t.level != nil:
		c.Rule, c.Title, c.Level = t.level.ID, t.level.Title, t.level.Number
	case t.action != nil:
		c.Rule, c.Title, c.First = t.action.ID, t.action.Title, t.action.First
		c.CallsHelp = slices.Contains(t.action.Does, term.DeedCallsHelp)
	case t.answer != "":
		c.Rule, c.Title, c.Answer, c.Value = t.lines[0].ID, t.lines[0].Title, t.answer, t.value
	default:
		c.Ground, c.Title = b.policy.Statutes[t.statute].Name, b.policy.Statutes[t.statute].Title
	}
	return c
}

// meeting are the best sets of answers that meet an open part of the criterion of a level.
func (b *builder) meeting(next *policy.Level, n *lang.Node) [][]recommendation.Given {
	if b.options.NoQuestions {
		return nil
	}
	x := b.deciding()
	t := &target{kind: term.KindLevel, level: next, part: n}
	return b.sets(x, x.prover.prove(t, b.setsFor(x, t), bestSets, nil))
}
