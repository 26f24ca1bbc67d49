package benchmark

import (
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// kept gives the truth of rules, and keeps it until a fact that a rule reads changes. What depends on findings is not kept.
type kept struct {
	begin func(*lang.Env) evaluate.Conditions
	now   evaluate.Conditions
	// values are what is known of facts now.
	values []vocabulary.Value
	// readers are, by fact, the rules that read it.
	readers [][]int
	// changing are, by rule, whether it asks of findings, known whether its truth is kept, and truths what that is.
	changing, known []bool
	truths          []logic.Truth
}

func newKept(p *policy.Policy, begin func(*lang.Env) evaluate.Conditions) *kept {
	facts, rules := len(p.Vocabulary.Facts), len(p.Rules)
	k := &kept{
		begin: begin, values: make([]vocabulary.Value, facts), readers: make([][]int, facts),
		changing: make([]bool, rules), known: make([]bool, rules), truths: make([]logic.Truth, rules),
	}
	for _, r := range p.Rules {
		k.changing[r.Index] = r.When.Root.AsksFindings()
		r.When.Root.Facts(func(f *vocabulary.Fact) {
			if by := k.readers[f.Index]; len(by) == 0 || by[len(by)-1] != r.Index {
				k.readers[f.Index] = append(by, r.Index)
			}
		})
	}
	return k
}

// forget makes ready for another case.
func (k *kept) forget() { clear(k.known) }

// Begin takes in what is known now.
func (k *kept) Begin(env *lang.Env) evaluate.Conditions {
	k.now = k.begin(env)
	for i, v := range env.Values {
		if k.values[i] != v {
			k.values[i] = v
			for _, r := range k.readers[i] {
				k.known[r] = false
			}
		}
	}
	return k
}

// Truth is the truth of a rule.
func (k *kept) Truth(r *policy.Rule) (logic.Truth, error) {
	if k.known[r.Index] {
		return k.truths[r.Index], nil
	}
	t, err := k.now.Truth(r)
	k.truths[r.Index], k.known[r.Index] = t, err == nil && !k.changing[r.Index]
	return t, err
}
