package recommend

import (
	"cmp"
	"slices"

	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// people are those whom a copy of the page can be for, each with what has to be known first where no rule lets them have
// one yet. A brief recommendation leaves that out: no copy is made of it.
func (b *builder) people() []recommendation.Person {
	c := b.policy.Vocabulary.CopyFor
	if c == nil {
		return nil
	}
	out := make([]recommendation.Person, 0, len(c.Fact.Words))
	for _, w := range c.Fact.Words {
		p := recommendation.Person{Name: w.Name, Title: w.Says, Own: slices.Contains(c.Own, w.Name)}
		if !b.options.Brief {
			p.WaitsOn = b.copyWaitsOn(w.Name)
		}
		out = append(out, p)
	}
	return out
}

// copyWaitsOn are the open facts that could let somebody have a copy of their own; none if they have one, or if what is
// known rules it out.
func (b *builder) copyWaitsOn(person string) []string {
	facts := b.newSet()
	for _, l := range b.policy.Consent {
		switch {
		case l.CopyTo != person || b.shut(l.Rule):
		case b.holds(l.Rule) == logic.True:
			return nil
		case b.prospect(l.Rule, b.outlook()).future&stays(logic.True) != 0:
			b.unsettled(b.outlook(), l.Rule, b.addWaits(facts))
		}
	}
	return b.paths(b.inOrder(facts))
}

// copyAsks are the facts that a copy turns on, for anybody or because they could stop the telling. First come those that
// nobody settles by going through the child and the home: what was said to the family, and what is believed on the whole. Then come
// those that the answer asks itself, in its order, then the others, and last those of which it is open whether they apply.
func (b *builder) copyAsks(r *recommendation.Recommendation) [][]string {
	if b.options.Brief || b.options.NoQuestions || len(r.People) == 0 {
		return nil
	}
	facts := b.newSet()
	add := func(paths []string) {
		for _, path := range paths {
			facts.add(b.policy.Vocabulary.Fact(path))
		}
	}
	for _, p := range r.People {
		add(p.WaitsOn)
	}
	for _, x := range r.Consent.CouldBe {
		if x.Answer == term.AnswerInform && len(x.WaitsOn) == 1 {
			add(x.WaitsOn)
		}
	}
	list := b.inOrder(facts)
	asked := make(map[string]int, len(r.Questions))
	for i, q := range r.Questions {
		asked[q.Fact] = i - len(r.Questions) // below those that are not asked
	}
	slices.SortStableFunc(list, func(f, g *vocabulary.Fact) int {
		return cmp.Compare(asked[f.Path], asked[g.Path])
	})
	out := make([][]string, copyClasses)
	for _, f := range list {
		b.titles[f.Path] = f.Title
		at := b.copyClass(f)
		out[at] = append(out[at], f.Path)
	}
	return out
}

// How early a refusal of a copy asks for a fact: see copyAsks.
const (
	ofTheCase = iota
	believed
	goneThrough
	mayNotApply
	copyClasses
)

// copyClass is how early a refusal of a copy asks for a fact.
func (b *builder) copyClass(f *vocabulary.Fact) int {
	switch {
	case b.gated(f):
		return mayNotApply
	case f.AboutTheCase:
		return ofTheCase
	case f.Belief || f.OnlyIfNothingFound:
		return believed
	}
	return goneThrough
}
