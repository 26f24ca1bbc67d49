package recommend

import (
	"math"
	"slices"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
)

// The explanation of a rule after the level lists fewer facts than would prove it. That a
// ground is not made out, that a count is not reached, or which level came out rests on
// every fact of the case, and a list of them all would help nobody. So the explanation
// takes as given what was not found, what is open, and the level. It lists the fewest
// facts that the condition then needs: those that it reads itself, and those behind the
// findings that it needs.

// explanation is the facts behind a rule after the level, and whether it rests on the level.
type explanation struct {
	because []recommendation.Fact
	onLevel bool
}

// ruleAfter is a rule from the consent position on that holds.
func (b *builder) ruleAfter(r *policy.Rule) recommendation.Rule {
	if b.options.Brief || !b.explains() {
		out := b.rule(r, []recommendation.Fact{})
		out.RestsOnLevel = b.options.BriefData && b.restsOnLevel(r)
		return out
	}
	i := b.index.alike[r.Index]
	x, known := b.after[i]
	if !known || b.plain {
		var because []*vocabulary.Fact
		because, x.onLevel = b.becauseAfter(r)
		x.because = b.list(because)
		b.after[i] = x
	}
	out := b.rule(r, slices.Clip(x.because))
	out.RestsOnLevel = x.onLevel
	return out
}

// restsOnLevel is whether a rule from the consent position on that holds rests on the level: without it, the facts and the
// findings are not enough. Most rules do not ask for the level, or whether another is judged, and then given takes nothing
// away from them.
func (b *builder) restsOnLevel(r *policy.Rule) bool {
	return b.index.asksLevel[r.Index] && b.given(r.When.Root, false).Truth(b.env) != logic.True
}

// becauseAfter explains a rule from the consent position on, and says whether it rests
// on the level. Where facts, findings or the level would each do, it prefers facts, then
// findings.
//
// It works in two steps, so that a finding which many rules share is explained only once.
// The first step finds out which findings and facts of the condition matter. The second
// collects the facts behind those findings, and keeps those that are needed.
func (b *builder) becauseAfter(r *policy.Rule) (because []*vocabulary.Fact, onLevel bool) {
	root := b.given(r.When.Root, false)
	if root.Truth(b.env) != logic.True {
		root, onLevel = b.given(r.When.Root, true), true
	}
	live, needed, env := b.findingsNeeded(root)
	all := b.newSet()
	for _, n := range needed {
		for _, f := range b.becausePart(n.Text(), n, logic.True, n.Truth(b.env)) {
			all.add(f)
		}
	}
	direct, _ := b.minimal(b.inOrder(b.index.reads[r.Index]), b.alone(root, *env, logic.True))
	if live == 0 {
		return direct, onLevel
	}
	for _, f := range direct {
		all.add(f)
	}
	if live == 1 && len(needed) == 1 && len(direct) == 0 {
		return b.inOrder(all), onLevel
	}
	because, _ = b.minimal(b.inOrder(all), b.trying(conclusion{node: root, want: logic.True}))
	return because, onLevel
}

// findingsNeeded lists the parts of a condition that ask for a finding which the condition
// needs in order to hold. In env the findings that it does not need are unknown. live is
// how many parts ask for a finding, needed or not.
func (b *builder) findingsNeeded(root *lang.Node) (live int, needed []*lang.Node, env *lang.Env) {
	env = b.forgetting.Like(b.env)
	root.Walk(1, func(n *lang.Node, _ int) {
		if !asksFinding(n) {
			return
		}
		live++
		was := env.Put(n, lang.Unfound)
		if root.Truth(env) == logic.True {
			return
		}
		env.Put(n, was)
		if n.Truth(env) != logic.Unknown {
			needed = append(needed, n)
		}
	})
	return live, needed, env
}

// asksFinding reports whether a node asks for a ground, a sign that decides, a count or the
// level.
func asksFinding(n *lang.Node) bool {
	return n.Op == lang.Ground || n.Op == lang.Decisive || n.Op == lang.CountIn && n.Counter != lang.JudgedLevel
}

// given is a condition in which the parts that explanations take as given are replaced by
// their values: what was not found, what is open, and the level. The level becomes unknown
// unless level is true; then it gets its value.
//
// In the case itself the new condition has the value of the old one, except that it may be
// unknown while the level is. It asks nothing about knowledge itself, so with fewer facts
// known its value stays the same or becomes unknown.
func (b *builder) given(n *lang.Node, level bool) *lang.Node {
	var t logic.Truth
	if len(n.Args) == 0 { // of parts with parts below them nobody asks for it
		t = n.Truth(b.env)
	}
	switch n.Op {
	case lang.JudgedOtherwise:
		return givenLevel(t, level)
	case lang.CountIn:
		atLeast := n.Hi == math.MaxInt64
		switch {
		case n.Counter == lang.Level:
			return givenLevel(t, level)
		case n.Counter == lang.JudgedLevel, atLeast && t == logic.True, !atLeast && t == logic.False:
			return n
		}
		return put(t)
	case lang.Ground, lang.Decisive:
		if t == logic.True {
			return n
		}
		return put(t)
	case lang.OpenFact:
		if t == logic.True {
			return put(t)
		}
		// What is known is a reason not to be open.
		v := b.input.Values[n.Fact.Index]
		return b.not(b.scratch.made(lang.Node{Op: lang.FactIn, Fact: n.Fact, Lo: v.Lo, Hi: v.Hi, Start: n.Start, End: n.End}))
	case lang.Certain:
		if asked := n.Args[0]; asked.Truth(b.env) == logic.Unknown {
			return b.uncertain(asked, logic.False, level)
		}
		// What makes it so, or not so, makes that certain.
		return b.given(n.Args[0], level)
	case lang.Open:
		asked := n.Args[0]
		came := asked.Truth(b.env)
		if came == logic.Unknown {
			return put(logic.True)
		}
		if came == logic.True {
			return b.not(b.given(asked, level))
		}
		return b.given(asked, level)
	case lang.Const, lang.And, lang.Or, lang.Not, lang.If, lang.AtLeastN, lang.FactIn, lang.OneOf, lang.Member, lang.TimeIn,
		lang.Named, lang.Judged:
		// These stay as they are; only what stands below them is put in.
	}
	return b.replaced(n, func(a *lang.Node) *lang.Node { return b.given(a, level) })
}

// replaced is a node with other parts; the node itself if none of them is another.
func (b *builder) replaced(n *lang.Node, by func(*lang.Node) *lang.Node) *lang.Node {
	var c *lang.Node
	for i, a := range n.Args {
		other := by(a)
		if other != a && c == nil {
			c = b.scratch.node(n)
		}
		if c != nil {
			c.Args[i] = other
		}
	}
	if c == nil {
		return n
	}
	return c
}

func givenLevel(t logic.Truth, level bool) *lang.Node {
	if level {
		return put(t)
	}
	return put(logic.Unknown)
}

// put is the condition that has a value whatever is known.
func put(t logic.Truth) *lang.Node { return constants[t] }

var constants = [...]*lang.Node{
	logic.False: {Op: lang.Const, Value: logic.False}, logic.Unknown: {Op: lang.Const, Value: logic.Unknown},
	logic.True: {Op: lang.Const, Value: logic.True},
}

func (b *builder) not(n *lang.Node) *lang.Node {
	return b.scratch.made(lang.Node{Op: lang.Not, Start: n.Start, End: n.End}, n)
}
