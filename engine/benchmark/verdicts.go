package benchmark

import (
	"fmt"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/plan"
)

// sample are cases that verdicts are measured on.
type sample struct {
	name   string
	inputs []evaluate.Input
	// alone is whether what a verdict by the plan allocates is a figure as well.
	alone bool
}

// samples are cases of which all is known and of which little is, few and many, and quiet ones.
func (b *Bench) samples() []sample {
	all := []sample{}
	for i := range b.known {
		d := &b.known[i]
		all = append(all, sample{name: d.name, inputs: d.inputs, alone: d.share == 100})
	}
	for i := range b.known {
		d := &b.known[i]
		all = append(all, sample{name: fmt.Sprintf("%d cases, %s", manyCases, d.name), inputs: d.wide})
	}
	return append(all, sample{name: b.quiet.name, inputs: b.quiet.inputs})
}

// Goals of verdicts beside the best cel-go, one case at a time and in bulk.
const (
	timesBest     = 20
	timesBestBulk = 60
)

// plainBlock is how many cases make a round of plain cel-go, which takes long.
const plainBlock = 16

// verdicts is the verdict by the plan beside cel-go at its best and in plain use.
func (b *Bench) verdicts() []Pair {
	var pairs []Pair
	for _, s := range b.samples() {
		pairs = append(pairs, Pair{Name: "verdict, " + s.name, Goal: timesBest, Against: b.best.side(s.inputs),
			Fast: byPlan(b.compiled, s.inputs), block: Cases, times: 1, alone: s.alone})
	}
	for _, s := range b.samples() {
		pairs = append(pairs, Pair{Name: "verdict, beside plain cel-go, " + s.name, Against: b.plain.side(s.inputs),
			Fast: byPlan(b.compiled, s.inputs), block: plainBlock, times: 1})
	}
	return pairs
}

// bulk is many cases side by side, on one core, with their verdicts read out: beside the best cel-go, and beside a loop that
// reads what is known of every fact and does nothing with it.
func (b *Bench) bulk() []Pair {
	var pairs []Pair
	for _, s := range b.samples() {
		pairs = append(pairs, Pair{Name: "verdicts in bulk, a core, " + s.name, Goal: timesBestBulk, Against: b.best.side(s.inputs),
			Fast: inBulk(b.compiled, s.inputs), block: Cases, times: 1})
	}
	for _, s := range b.samples() {
		pairs = append(pairs, Pair{Name: "verdicts in bulk, beside only reading, " + s.name, Against: b.reading(s.inputs),
			Fast: inBulk(b.compiled, s.inputs), block: Cases, times: 1})
	}
	return pairs
}

// inBulk decides cases as many at a time as a batch takes.
func inBulk(p *plan.Plan, inputs []evaluate.Input) Side {
	batch, verdicts := p.NewBatch(), make([]plan.Verdict, plan.Lanes)
	return Side{Name: "plan", Do: func(from, n int) error {
		for done := 0; done < n; done += plan.Lanes {
			at := (from + done) / plan.Lanes * plan.Lanes % len(inputs)
			batch.Load(inputs[at:min(at+plan.Lanes, len(inputs))])
			batch.Verdicts(verdicts)
		}
		return nil
	}}
}

// reading reads what is known of every fact.
func (b *Bench) reading(inputs []evaluate.Input) Side {
	return Side{Name: "reading", Do: func(from, n int) error {
		var all int64
		for i := range n {
			for _, v := range inputs[(from+i)%len(inputs)].Values {
				all ^= v.Lo ^ v.Hi
			}
		}
		b.lastRead = all
		return nil
	}}
}

// sameByCel fails unless cel-go, at its best and in plain use, decides every case as the plan does.
func (b *Bench) sameByCel() error {
	for _, s := range b.samples() {
		for _, c := range []*byCel{b.best, b.plain} {
			if err := c.check(b.compiled, s.inputs); err != nil {
				return fmt.Errorf("%s: %w", s.name, err)
			}
		}
	}
	return nil
}
