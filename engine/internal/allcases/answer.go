package allcases

import (
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// answer works out what an answer says.
func (c *Cases) answer() {
	answers := c.Answers()
	c.words = map[string]formula.Ref{}
	for _, w := range c.Policy.Words() {
		var ways []formula.Ref
		for _, r := range w.Rules {
			ways = append(ways, answers[r.Index])
		}
		c.words[w.Name] = c.Or(ways...)
	}
}

// Answers are, by Rule.Index, whether a rule is in the answer: whether it certainly holds and, of a line of a consent
// answer that takes one line, no earlier one does.
func (c *Cases) Answers() []formula.Ref {
	answers := make([]formula.Ref, len(c.Rules))
	for i, t := range c.Rules {
		answers[i] = t.Is
	}
	earlier := map[term.Answer][]formula.Ref{}
	for _, l := range c.Policy.Consent {
		if l.Answer.Single() {
			own := answers[l.Index]
			answers[l.Index] = c.And(own, c.Or(earlier[l.Answer]...).Not())
			earlier[l.Answer] = append(earlier[l.Answer], own)
		}
	}
	return answers
}

// Fails is whether one condition comes to less than another: whether it does not hold although the other does, or is ruled
// out although the other is not. Where no case does, the other implies it.
func (c *Cases) Fails(a, b Truth) formula.Ref {
	return c.Or(c.And(b.Is, a.Is.Not()), c.And(b.May, a.May.Not()))
}

// Invariant is the condition of an invariant. Its parts have to be among the Options, under Also. The error is a
// fault of this package.
func (c *Cases) Invariant(i *policy.Invariant) (Truth, error) {
	t := c.condition(i.Holds.Root, c.view, func(n *lang.Node) Truth { return c.Settled(n) })
	return t, c.missing
}

// Within is whether what a number, a scale, a date, or a yes or no is taken to be lies within bounds, which have to be
// told apart by a rule, by the vocabulary or by the Options.
func (c *Cases) Within(f *vocabulary.Fact, bounds vocabulary.Value) Truth {
	return c.within(f, c.view(f), bounds.Lo, bounds.Hi)
}
