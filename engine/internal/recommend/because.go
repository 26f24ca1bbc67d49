package recommend

import (
	"fmt"
	"math"
	"slices"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
)

// minimal returns the known facts that a conclusion rests on. Of the candidates,
// in vocabulary order, each is dropped for good if the conclusion still stands
// when nothing is known of it; what is left is one definite minimal set.
//
// More knowledge never unmakes a conclusion, so facts that can be dropped together
// could be dropped one by one: whole stretches are tried first. stands is asked
// about trial values and must not keep them.
func (b *builder) minimal(candidates []*vocabulary.Fact, stands func(in evaluate.Input) bool) []recommendation.Fact {
	candidates = slices.DeleteFunc(slices.Clone(candidates), func(f *vocabulary.Fact) bool {
		return f.IsUnknown(b.input.Values[f.Index])
	})
	trial := b.only(candidates)
	facts := []recommendation.Fact{}
	var drop func(stretch []*vocabulary.Fact)
	drop = func(stretch []*vocabulary.Fact) {
		for _, f := range stretch {
			trial.Values[f.Index] = f.Unknown()
		}
		if stands(trial) {
			return
		}
		for _, f := range stretch {
			trial.Values[f.Index] = b.input.Values[f.Index]
		}
		if len(stretch) == 1 {
			facts = append(facts, b.fact(stretch[0]))
			return
		}
		drop(stretch[:len(stretch)/2])
		drop(stretch[len(stretch)/2:])
	}
	if len(candidates) > 0 {
		drop(candidates)
	}
	return facts
}

// becauseRule explains a rule that reads facts only.
//
// One that reads a fact both ways can hold whichever way that turns out, so it is
// explained by evaluating everything, which looks both ways.
func (b *builder) becauseRule(r *policy.Rule, want logic.Truth) []recommendation.Fact {
	if r.Index < b.policy.FindingsEnd && evaluate.ReadsBothWays(r) {
		return b.becauseFindings(want, b.reads(r.When.Root), func(o *evaluate.Outcome, _ evaluate.Input) bool { return o.Rules[r.Index] == want })
	}
	return b.minimal(b.reads(r.When.Root), func(in evaluate.Input) bool {
		return r.When.Root.Truth(&lang.Env{Values: in.Values, AsOf: in.AsOf}) == want
	})
}

// becauseFindings explains a conclusion about grounds, counts or the level, which
// many rules share in. by is the value of the rules that such a conclusion rests
// on: true for what is made out, false for what is not.
func (b *builder) becauseFindings(by logic.Truth, candidates []*vocabulary.Fact, holds func(o *evaluate.Outcome, in evaluate.Input) bool) []recommendation.Fact {
	stands := func(in evaluate.Input) bool { return holds(b.find(in), in) }
	// Nearly always the facts that such rules read are enough; then the rest need
	// not be tried. Where looking both ways has reached its limit, facts that no such
	// rule reads can matter too.
	for _, enough := range [][]*vocabulary.Fact{b.supporting(by, candidates), candidates} {
		if stands(b.only(enough)) {
			return b.minimal(enough, stands)
		}
	}
	return b.minimal(b.policy.Vocabulary.Facts, stands)
}

// supporting lists those of the candidates that an indicator or ground rule of
// this value reads.
func (b *builder) supporting(by logic.Truth, candidates []*vocabulary.Fact) []*vocabulary.Fact {
	read := map[*vocabulary.Fact]bool{}
	for _, r := range b.policy.Rules[:b.policy.FindingsEnd] {
		if r.Kind != policy.KindLevel && b.outcome.Rules[r.Index] == by {
			r.When.Root.Facts(func(f *vocabulary.Fact) { read[f] = true })
		}
	}
	return slices.DeleteFunc(slices.Clone(candidates), func(f *vocabulary.Fact) bool { return !read[f] })
}

// only is the case with nothing known but these facts.
func (b *builder) only(facts []*vocabulary.Fact) evaluate.Input {
	in := b.input
	in.Values = make([]vocabulary.Value, len(b.input.Values))
	for _, f := range b.policy.Vocabulary.Facts {
		in.Values[f.Index] = f.Unknown()
	}
	for _, f := range facts {
		in.Values[f.Index] = b.input.Values[f.Index]
	}
	return in
}

// becauseAfter explains a rule from the consent position on, which may read facts,
// grounds, counts, the level and what is open.
//
// It goes in two steps, so that a finding which many rules share is explained
// once: first which findings and facts of the condition matter, then the facts
// behind those findings, of which again only the needed are kept.
func (b *builder) becauseAfter(r *policy.Rule) []recommendation.Fact {
	root := r.When.Root
	holds := func(in evaluate.Input) bool {
		env := *b.env
		env.Values = in.Values
		return root.Truth(&env) == logic.True
	}
	var behind []*vocabulary.Fact
	findings := 0
	for _, n := range b.findingsNeeded(root) {
		findings++
		behind = append(behind, b.behind(r, n)...)
	}
	direct := b.facts(b.minimal(b.reads(root), holds))
	if findings == 0 {
		return b.list(direct)
	}
	all := inOrder(append(behind, direct...))
	if findings == 1 && len(direct) == 0 {
		return b.list(all)
	}
	return b.minimal(all, func(in evaluate.Input) bool {
		return root.Truth(b.find(in).Environment(in)) == logic.True
	})
}

// findingsNeeded lists the parts of a condition that ask for a finding, without
// those that the condition holds without.
func (b *builder) findingsNeeded(root *lang.Node) []*lang.Node {
	var needed []*lang.Node
	env := b.env.Clone()
	root.Walk(1, func(n *lang.Node, _ int) {
		switch n.Op {
		case lang.Ground, lang.Decisive, lang.CountIn, lang.JudgedOtherwise:
			if n.Op == lang.CountIn && n.Counter == lang.JudgedLevel {
				return
			}
			restore := env.Forget(n)
			if root.Truth(env) == logic.True {
				return
			}
			restore()
			if n.Truth(env) != logic.Unknown {
				needed = append(needed, n)
			}
		}
	})
	return needed
}

// behind lists the facts behind one finding that a condition asks for.
func (b *builder) behind(r *policy.Rule, n *lang.Node) []*vocabulary.Fact {
	value := n.Truth(b.env)
	if n.Op == lang.JudgedOtherwise {
		return b.facts(b.becauseLevel(b.outcome.Level.Lo))
	}
	if n.Op == lang.CountIn && n.Counter == lang.Level && value == logic.True && n.Hi == math.MaxInt64 {
		return b.facts(b.becauseLevel(n.Lo))
	}
	return b.facts(b.becausePart(r.When.Part(n), n, value))
}

// becauseLevel explains why the level recommended is no lower than this.
func (b *builder) becauseLevel(at int64) []recommendation.Fact {
	key := fmt.Sprint("level ", at)
	if facts, ok := b.explained[key]; ok {
		return facts
	}
	b.explained[key] = b.becauseFindings(logic.True, b.allFacts(), func(o *evaluate.Outcome, _ evaluate.Input) bool { return o.Level.Lo >= at })
	return b.explained[key]
}

// becausePart explains the value of a part of a condition that reads findings. It
// remembers the answer, because many rules have parts such as ground.s47 in
// common.
func (b *builder) becausePart(text string, n *lang.Node, want logic.Truth) []recommendation.Fact {
	key := text + "\x00" + want.String()
	if facts, ok := b.explained[key]; ok {
		return facts
	}
	facts := b.becauseFindings(want, b.reach(n), func(o *evaluate.Outcome, in evaluate.Input) bool {
		return n.Truth(o.Environment(in)) == want
	})
	b.explained[key] = facts
	return facts
}

// facts are the facts of an explanation, list the explanation of facts.
func (b *builder) facts(list []recommendation.Fact) []*vocabulary.Fact {
	facts := make([]*vocabulary.Fact, len(list))
	for i, f := range list {
		facts[i] = b.policy.Vocabulary.Fact(f.Fact)
	}
	return facts
}

func (b *builder) list(facts []*vocabulary.Fact) []recommendation.Fact {
	list := make([]recommendation.Fact, len(facts))
	for i, f := range facts {
		list[i] = b.fact(f)
	}
	return list
}

// reads lists the facts that a condition reads by itself, in vocabulary order.
func (b *builder) reads(n *lang.Node) []*vocabulary.Fact {
	var facts []*vocabulary.Fact
	n.Facts(func(f *vocabulary.Fact) { facts = append(facts, f) })
	return inOrder(facts)
}

// reach lists the facts that a condition reads by itself or through what it reads,
// in vocabulary order.
func (b *builder) reach(n *lang.Node) []*vocabulary.Fact {
	facts := b.reads(n)
	add := func(r *policy.Rule) { r.When.Root.Facts(func(f *vocabulary.Fact) { facts = append(facts, f) }) }
	counts := false
	n.Walk(1, func(n *lang.Node, _ int) {
		switch n.Op {
		case lang.Ground:
			b.groundRules(n.N, add)
		case lang.Decisive:
			counts = true
		case lang.CountIn:
			counts = counts || n.Counter != lang.JudgedLevel
			if n.Counter == lang.Level {
				b.allRules(add)
			}
		case lang.JudgedOtherwise:
			b.allRules(add)
		}
	})
	if counts {
		for _, i := range b.policy.Indicators {
			add(i.Rule)
		}
	}
	return inOrder(facts)
}

// groundRules visits the rules by which a ground can hold.
func (b *builder) groundRules(statute int, visit func(*policy.Rule)) {
	for _, g := range b.policy.Grounds {
		if g.Statute == statute {
			visit(g.Rule)
		}
	}
	for _, i := range b.policy.Indicators {
		if i.Ground == statute {
			visit(i.Rule)
		}
	}
}

// allRules visits every rule up to the level.
func (b *builder) allRules(visit func(*policy.Rule)) {
	for _, r := range b.policy.Rules[:b.policy.FindingsEnd] {
		visit(r)
	}
}

// inOrder sorts facts into vocabulary order and drops repeats.
func inOrder(facts []*vocabulary.Fact) []*vocabulary.Fact {
	slices.SortFunc(facts, func(a, b *vocabulary.Fact) int { return a.Index - b.Index })
	return slices.Compact(facts)
}
