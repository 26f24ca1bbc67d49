package recommend

import (
	"errors"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// trial is a copy of the case in which less is known. It shows whether a conclusion still
// stands. One trial is used for many conclusions in turn; between two of them nothing is
// known in it.
type trial interface {
	know(f *vocabulary.Fact, v vocabulary.Value)
	stands() bool
}

// alone tries a condition by itself, beside findings that stay as they are.
type alone struct {
	env  lang.Env
	root *lang.Node
	want logic.Truth
}

func (t *alone) know(f *vocabulary.Fact, v vocabulary.Value) { t.env.Values[f.Index] = v }
func (t *alone) stands() bool                                { return t.root.Truth(&t.env) == t.want }

// alone makes the trial of a condition by itself. It lasts until the next one is made.
func (b *builder) alone(root *lang.Node, env lang.Env, want logic.Truth) *alone {
	env.Values = b.blank
	b.scratch.alone = alone{env: env, root: root, want: want}
	return &b.scratch.alone
}

// conclusion is the value of a rule up to the level or, where there is none, of a
// condition that may read findings.
type conclusion struct {
	rule *policy.Rule
	node *lang.Node
	want logic.Truth
}

// whole tries a conclusion by evaluating everything that it hangs on.
type whole struct {
	b *builder
	conclusion
}

// trying makes the cheapest trial of a conclusion; what it must not ask is as for whole.
func (b *builder) trying(c conclusion) trial {
	if t := b.proof(c); t != nil && !b.plain {
		return t
	}
	return b.whole(c)
}

// whole makes the trial of a conclusion. The conclusion must not ask what is open or what
// the judgement is: more knowledge could undo such a one.
func (b *builder) whole(c conclusion) *whole {
	b.catchUp()
	return &whole{b: b, conclusion: c}
}

func (t *whole) know(f *vocabulary.Fact, v vocabulary.Value) { t.b.trial.Know(f, v) }

// stands tries Kleene's rules first. What they find true or false stays so when unknown
// facts are tried both ways, which costs far more.
func (t *whole) stands() bool {
	for _, look := range []evaluate.Look{evaluate.Kleene, evaluate.BothWays} {
		if look == evaluate.BothWays {
			t.b.looked++
		}
		truth, err := t.truth(look)
		if err != nil {
			// Recommend returns the error at the end. True ends the search for facts.
			t.b.err = errors.Join(t.b.err, err)
			return true
		}
		if truth == t.want {
			return true
		}
	}
	return false
}

// truth is the conclusion's value by what is known in the trial.
func (t *whole) truth(look evaluate.Look) (logic.Truth, error) {
	if t.rule != nil {
		return t.b.trial.Rule(t.rule, look)
	}
	env, err := t.b.trial.Found(look)
	if err != nil {
		return logic.Unknown, err
	}
	return t.node.Truth(env), nil
}
