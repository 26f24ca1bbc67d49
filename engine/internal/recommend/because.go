package recommend

import (
	"slices"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// minimal returns the known facts that a conclusion rests on. Of the candidates,
// in vocabulary order, each is dropped for good if the conclusion still stands
// when nothing is known of it; what is left is one definite minimal set. It is all of
// them if the conclusion does not stand even then; enough says whether it does.
//
// More knowledge never undoes a conclusion, except where the evaluator reached its limit on how many facts it tries both
// ways: see dropSpare. Facts that can be dropped together could therefore be dropped one by one, and whole stretches are tried
// first. What comes first is dropped first, so facts are learnt from the last to the first until they are enough, and most are
// never learnt. It uses up the list of candidates.
func (b *builder) minimal(candidates []*vocabulary.Fact, t trial) (because []*vocabulary.Fact, enough bool) {
	candidates = slices.DeleteFunc(candidates, func(f *vocabulary.Fact) bool {
		return b.input.Values[f.Index] == b.index.unknown[f.Index]
	})
	from, last := b.learnEnough(candidates, t)
	if last < 0 {
		b.forget(t, candidates)
		return candidates, false
	}
	m, looked := minimising{b, t, b.scratch.needed[:0]}, b.looked
	b.forget(t, candidates[from:last])
	m.keep(candidates[from:last])
	b.forget(t, candidates[last:])
	m.keep(candidates[last:])
	if b.looked > looked {
		m.dropSpare()
	}
	b.forget(t, m.needed)
	b.scratch.needed = m.needed
	because = b.factLists.Take(len(m.needed), roomForList)
	copy(because, m.needed)
	return because, true
}

// fewAtFirst is how many facts are learnt first to see whether they are enough.
const fewAtFirst = 4

// learnEnough learns facts from the last to the first, more each time, until the conclusion stands. It learnt
// the facts from the place from on, and in the last step those up to the place last. If even all facts are
// not enough, last is negative.
func (b *builder) learnEnough(candidates []*vocabulary.Fact, t trial) (from, last int) {
	from, last = len(candidates), len(candidates)
	for n := fewAtFirst; !t.stands(); n *= 2 {
		if from == 0 {
			return 0, -1
		}
		from, last = max(0, from-n), from
		b.learn(t, candidates[from:last])
	}
	return from, last
}

// minimising finds the facts that a conclusion needs.
type minimising struct {
	b      *builder
	t      trial
	needed []*vocabulary.Fact
}

// keep finds those of a stretch that are needed. Nothing of the stretch is known
// when it begins; what is needed is known when it ends.
func (m *minimising) keep(stretch []*vocabulary.Fact) {
	if len(stretch) == 0 || m.t.stands() {
		return
	}
	if len(stretch) == 1 {
		m.b.learn(m.t, stretch)
		m.needed = append(m.needed, stretch[0])
		return
	}
	half := len(stretch) / 2
	m.b.learn(m.t, stretch[half:])
	m.keep(stretch[:half])
	m.b.forget(m.t, stretch[half:])
	m.keep(stretch[half:])
}

// dropSpare drops what a conclusion can do without after all. Which facts the evaluator has room to try both ways depends on what
// else is known. So a fact can be needed beside others that are dropped later, and not without them.
func (m *minimising) dropSpare() {
	for at := 0; at < len(m.needed) && len(m.needed) > 1; at++ {
		one := m.needed[at : at+1]
		m.b.forget(m.t, one)
		if m.t.stands() {
			m.needed = slices.Delete(m.needed, at, at+1)
			at = -1
			continue
		}
		m.b.learn(m.t, one)
	}
}

// learn and forget make facts known as they are in the case, or unknown.
func (b *builder) learn(t trial, facts []*vocabulary.Fact) {
	for _, f := range facts {
		t.know(f, b.input.Values[f.Index])
	}
}

func (b *builder) forget(t trial, facts []*vocabulary.Fact) {
	for _, f := range facts {
		t.know(f, b.index.unknown[f.Index])
	}
}

// becauseRule explains a rule that reads facts only.
//
// A rule that asks for a fact in one place and for its opposite in another can hold
// whatever the fact is. Only evaluating everything finds that out, so such a rule is
// explained that way.
func (b *builder) becauseRule(r *policy.Rule, want logic.Truth) []*vocabulary.Fact {
	reads := b.index.reads[r.Index]
	if b.index.bothWays[r.Index] {
		return b.becauseFindings(want, reads, conclusion{rule: r, want: want})
	}
	because, _ := b.minimal(b.inOrder(reads), b.alone(r.When.Root, lang.Env{AsOf: b.input.AsOf}, want))
	return because
}

// becauseFindings explains a conclusion about grounds, counts or the level, to which many
// rules contribute. by is the value of the rules that it rests on: true if something is made
// out, false if it is not.
func (b *builder) becauseFindings(by logic.Truth, candidates factSet, c conclusion) []*vocabulary.Fact {
	t := b.trying(c)
	// Nearly always the facts that such rules read are enough, and the rest need not be
	// tried. But where the evaluator has reached its limit on how many facts it tries both
	// ways, other facts can matter too.
	if because, enough := b.minimal(b.supporting(by, candidates), t); enough {
		return because
	}
	if because, enough := b.minimal(b.inOrder(candidates), t); enough {
		return because
	}
	because, _ := b.minimal(slices.Clone(b.policy.Vocabulary.Facts), t)
	return because
}

// supporting lists those of the candidates that an indicator or ground rule of
// this value reads.
func (b *builder) supporting(by logic.Truth, candidates factSet) []*vocabulary.Fact {
	if b.supports[by] == nil {
		b.supports[by] = b.newSet()
		for _, r := range b.policy.Rules[:b.policy.FindingsEnd] {
			if r.Kind != term.KindLevel && b.outcome.Rules[r.Index] == by {
				b.supports[by].addAll(b.index.reads[r.Index])
			}
		}
	}
	return slices.DeleteFunc(b.inOrder(candidates), func(f *vocabulary.Fact) bool { return !b.supports[by].has(f) })
}

// becauseLevel explains why the level recommended is no lower than this.
func (b *builder) becauseLevel(at int64) []*vocabulary.Fact {
	return b.becauseFindings(logic.True, b.index.levelReads, conclusion{node: noLower(at), want: logic.True})
}

// explainedPart is a part of a condition, by its text, and the value that was explained.
type explainedPart struct {
	text string
	want logic.Truth
}

// becausePart explains the value of a part of a condition that reads findings; by is as
// for becauseFindings. It remembers the answer, because many rules have parts such as
// ground.s47 in common.
func (b *builder) becausePart(text string, n *lang.Node, by, want logic.Truth) []*vocabulary.Fact {
	key := explainedPart{text, want}
	if facts, ok := b.explained[key]; ok {
		return facts
	}
	b.explained[key] = b.becauseFindings(by, b.reach(n), conclusion{node: n, want: want})
	return b.explained[key]
}

// list shows facts as explanations do.
func (b *builder) list(facts []*vocabulary.Fact) []recommendation.Fact {
	list := cut(&b.scratch.facts, len(facts), roomForFacts)
	for i, f := range facts {
		list[i] = *b.fact(f)
	}
	return list
}

// reach is the facts that a condition reads by itself or through what it reads.
func (b *builder) reach(n *lang.Node) factSet {
	facts := b.newSet()
	n.Facts(facts.add)
	counts := false
	n.Walk(1, func(n *lang.Node, _ int) {
		if n.Op == lang.Ground {
			for _, r := range b.index.groundRules[n.N] {
				facts.addAll(b.index.reads[r.Index])
			}
		}
		counts = counts || n.Op == lang.Decisive || n.Op == lang.CountIn
	})
	if counts {
		for _, i := range b.policy.Indicators {
			facts.addAll(b.index.reads[i.Index])
		}
	}
	return facts
}

// inOrder lists facts in vocabulary order.
func (b *builder) inOrder(facts factSet) []*vocabulary.Fact {
	return facts.addTo(b.factLists.Take(facts.count(), roomForList)[:0], b.policy.Vocabulary)
}

// newSet is an empty set of facts.
func (b *builder) newSet() factSet {
	return b.factSets.Take(wordsFor(len(b.policy.Vocabulary.Facts)), roomForSets)
}
