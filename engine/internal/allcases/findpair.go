package allcases

import (
	"windscreen/engine/facts"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/vocabulary"
)

// PairQuestion asks for a case of two policies.
type PairQuestion struct {
	// Holds is what holds of the case.
	Holds formula.Ref
	// Confirm looks at what the evaluators make of the case: whether it is as Holds says.
	Confirm func(old, now *Ran) bool
	// Old and Now are the evaluators.
	Old, Now evaluate.Evaluator
	// Budget and FewerThan are as in Question.
	Budget, FewerThan int
}

// Find answers a question about both policies. The case is written in the words of the newer one; that of the older
// one leaves out what its vocabulary does not have, and adds what only its vocabulary has. An error is a fault of this
// package, or of an evaluator.
func (p *Pair) Find(q PairQuestion) (*Found, error) {
	return (&search{
		Cases:    p.Now,
		Question: Question{Holds: q.Holds, By: q.Now, Budget: q.Budget, FewerThan: q.FewerThan},
		old:      &older{Cases: p.Old, by: q.Old, confirm: q.Confirm},
	}).find()
}

// Run runs a case that is written in the words of the newer policy by both.
func (p *Pair) Run(file *facts.Case, by, oldBy evaluate.Evaluator) (old, now *Ran, err error) {
	if now, err = run(file, p.Now.Policy.Vocabulary, by); err != nil {
		return nil, nil, err
	}
	o := older{Cases: p.Old}
	old, err = run(o.file(file), p.Old.Policy.Vocabulary, oldBy)
	return old, now, err
}

// older is the older policy of a question about two.
type older struct {
	*Cases
	by      evaluate.Evaluator
	confirm func(old, now *Ran) bool
	// alone is what a case says of the facts that only this policy's vocabulary has.
	alone facts.Stated
}

// say reads off a model what only a case of this policy says.
func (o *older) say(holds func(formula.Ref) bool) {
	says := o.saying(holds)
	o.alone = facts.Stated{}
	for _, f := range o.facts() {
		if o.sharing.match[f.Index] != nil {
			continue
		}
		if value := f.Plain(says.values[f.Index], o.Policy.Vocabulary.London); value != nil {
			o.alone.State(f.Domain, f.Name, value)
		}
	}
}

// file is the case as this policy reads it.
func (o *older) file(now *facts.Case) *facts.Case {
	out := &facts.Case{Policy: o.Policy.ID, AsOf: now.AsOf, Stated: facts.Stated{}, Judgement: now.Judgement}
	known := func(path string) *vocabulary.Fact {
		f := o.Policy.Vocabulary.Fact(path)
		if f == nil || o.sharing.match[f.Index] == nil {
			return nil
		}
		return f
	}
	for domain, stated := range now.Stated {
		for name, value := range stated {
			if known(domain+"."+name) != nil {
				out.Stated.State(domain, name, value)
			}
		}
	}
	for domain, stated := range o.alone {
		for name, value := range stated {
			out.Stated.State(domain, name, value)
		}
	}
	for _, path := range now.Explored {
		if known(path) != nil {
			out.Explored = append(out.Explored, path)
		}
	}
	return out
}

// together adds to the facts of each policy that play a part those that do so in the other.
func (o *older) together(now, old []bool) {
	for _, f := range o.facts() {
		if m := o.sharing.match[f.Index]; m != nil {
			both := now[m.Index] || old[f.Index]
			now[m.Index], old[f.Index] = both, both
		}
	}
}

// onlyTheirs are, for each fact in play that only this policy's vocabulary has, whether a case states it.
func (o *older) onlyTheirs(in []bool) []formula.Ref {
	var list []formula.Ref
	for _, f := range o.facts() {
		if in[f.Index] && o.sharing.match[f.Index] == nil {
			list = append(list, o.stated(f))
		}
	}
	return list
}

// compare is whether the times between dates compare as a model has it for this policy; values are those of the newer
// one.
func (o *older) compare(values []vocabulary.Value, holds func(formula.Ref) bool) bool {
	if len(o.spans) == 0 {
		return true
	}
	own := make([]vocabulary.Value, len(o.facts()))
	for _, f := range o.facts() {
		own[f.Index] = f.Unknown()
		if m := o.sharing.match[f.Index]; m != nil && f.Dated() {
			own[f.Index] = values[m.Index]
		}
	}
	return o.comeOut(o.compared(holds), own)
}
