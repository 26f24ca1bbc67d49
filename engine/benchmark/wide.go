package benchmark

import (
	"fmt"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/generate"
	"windscreen/engine/internal/recommend"
)

// manyCases is how many different cases stand beside Cases: as many as no processor learns by heart. quietly is to which
// share of its chance, of a hundred, everything that can be found is cut in cases that are mostly quiet.
const (
	manyCases = 2048
	quietly   = 5
)

// wide is a verdict on many different cases beside a verdict on the few that everything else is measured on. At a ratio of
// 1 it makes no difference which.
func (b *Bench) wide() []Pair {
	var pairs []Pair
	for i := range b.known {
		d := &b.known[i]
		few := byPlan(b.compiled, d.inputs)
		few.Name = fmt.Sprintf("%d cases", Cases)
		pairs = append(pairs, Pair{Name: fmt.Sprintf("verdict, %d different cases, %s", manyCases, d.name),
			Against: few, Fast: byPlan(b.compiled, d.wide), block: manyCases, times: 1})
	}
	return pairs
}

// wideInputs are many different cases of which so many facts in a hundred are known.
func (b *Bench) wideInputs(share int) []evaluate.Input {
	r := chance()
	inputs := make([]evaluate.Input, manyCases)
	for i := range inputs {
		inputs[i] = recommend.Input(draw.Case(r, b.cel.Policy, share, false, b.cel.London))
	}
	return inputs
}

// ofQuiet is whole answers on plausible cases in which nearly everything was gone through and little was found,
// as in most referrals.
func (b *Bench) ofQuiet() []Pair {
	d := &b.quiet
	brief := recommend.Options{Brief: true, NoQuestions: true}
	verdict := byPlan(b.compiled, d.inputs)
	verdict.Name = "verdict"
	return []Pair{
		{Name: "explained recommendation, " + d.name, Against: d.explain(b.cel), Fast: d.explain(b.plan), block: 1, times: 1},
		{Name: briefWithin() + ", " + d.name, Against: verdict, Fast: b.answer(d.cases, brief),
			block: answered, times: briefVerdicts},
	}
}

// quietCases makes up plausible cases in which little was found.
func (b *Bench) quietCases(n int) ([]*casefile.Case, error) {
	o := generate.Complete(1, draw.AsOf)
	o.Concerns = quietly
	g := generate.New(b.root.Vocabulary, b.root.Frequencies, o)
	var cases []*casefile.Case
	for range n {
		c, err := g.Read(g.Next(), b.cel.Policy)
		if err != nil {
			return nil, err
		}
		cases = append(cases, c[0])
	}
	return cases, nil
}

// inputsOf is what the rules see of cases.
func inputsOf(cases []*casefile.Case) []evaluate.Input {
	var out []evaluate.Input
	for _, c := range cases {
		out = append(out, recommend.Input(c))
	}
	return out
}
