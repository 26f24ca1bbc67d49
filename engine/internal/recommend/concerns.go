package recommend

import (
	"slices"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// concern reports whether the case states something of a fact that is not what silence would mean.
func (b *builder) concern(f *vocabulary.Fact) bool {
	return b.c.Origins[f.Index].Stands() && f.Nothing != nil && b.input.Values[f.Index].Lo != f.Nothing.Lo
}

// gravity is, by Fact.Index, the highest level of a sign that counts and rests on what the case states of the fact; a
// ground that holds is as grave as the highest level. It is 0 if there is no such sign or ground.
func (b *builder) gravity() []int {
	out := make([]int, len(b.policy.Vocabulary.Facts))
	note := func(rule, level int) {
		for _, f := range b.inOrder(b.index.reads[rule]) {
			if b.c.Origins[f.Index].Stands() {
				out[f.Index] = max(out[f.Index], level)
			}
		}
	}
	for n, i := range b.policy.Indicators {
		if b.outcome.Counted[n] == logic.True {
			note(i.Index, b.policy.Levels[i.Level].Number)
		}
	}
	highest := b.policy.Levels[len(b.policy.Levels)-1].Number
	for _, g := range b.policy.Grounds {
		if b.outcome.Rules[g.Index] == logic.True {
			note(g.Index, highest)
		}
	}
	return out
}

// concerns are the domains that have a fact with gravity.
func (b *builder) concerns() map[string]bool {
	out := map[string]bool{}
	gravity := b.gravity()
	for _, f := range b.policy.Vocabulary.Facts {
		if gravity[f.Index] > 0 {
			out[f.Domain] = true
		}
	}
	return out
}

// What the case states weighs at least this: what says nothing of need by itself, such as who lives at home; a concern that no
// sign grades; one about the contact, or a belief; and one that is or may be harm. A sign of level n weighs n more than the least.
const (
	leastWeight    = 1
	ungradedWeight = 2
	contactWeight  = 2
	harmWeight     = 4
)

// harmDomain is the domain of which every concern may be harm.
const harmDomain = "harm"

// grave is, by Fact.Index, how much a concern weighs by what it is: by the highest level of a sign that rests on it, and no
// less than a sign of level 3 if it is or may be harm. Harm that no sign of the document grades is not light.
func (b *builder) grave() []int {
	out := b.gravity()
	for _, f := range b.policy.Vocabulary.Facts {
		switch {
		case out[f.Index] > 0 || f.Background:
			out[f.Index] += leastWeight
		default:
			out[f.Index] = ungradedWeight
		}
		if b.mayBeHarm(f) {
			out[f.Index] = max(out[f.Index], harmWeight)
		}
	}
	return out
}

// mayBeHarm reports whether the case states or alleges something by the fact that is or may be harm.
func (b *builder) mayBeHarm(f *vocabulary.Fact) bool {
	harm := f.Hidden || f.Domain == harmDomain
	return harm && b.concern(f) || b.c.Origins[f.Index] == casefile.Alleged && (harm || f.SeriousIfAlleged)
}

// weights are, by Fact.Index, how much what the case states of each fact weighs for what is asked next. A concern on which an
// action rests that is due weighs no less than harm. Who lives at home, or where a parent is, which the action may only take into
// account, does not. A refusal weighs as much as the gravest concern if help needs agreement, because it stands in the way of
// that help. A belief rests on something else, which says better what to ask.
func (b *builder) weights() []int {
	out := b.grave()
	for _, e := range b.policy.Escalations {
		if b.holds(e.Rule) != logic.True {
			continue
		}
		for _, f := range b.inOrder(b.index.reads[e.Index]) {
			if b.c.Origins[f.Index].Stands() && !f.Background {
				out[f.Index] = max(out[f.Index], harmWeight)
			}
		}
	}
	gravest := slices.Max(out)
	for _, f := range b.policy.Vocabulary.Facts {
		switch {
		case f.NeverASign && b.needsAgreement():
			out[f.Index] = gravest
		case f.AboutTheCase, f.Belief:
			out[f.Index] = contactWeight
		}
	}
	return out
}

// needsAgreement reports whether help needs the family's agreement.
func (b *builder) needsAgreement() bool {
	for _, l := range b.policy.Consent {
		if l.Answer == term.AnswerAgreement && b.holds(l.Rule) == logic.True {
			return term.Agreement(l.Value) == term.AgreementRequired
		}
	}
	return false
}
