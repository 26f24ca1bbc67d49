package scenariofile

import (
	"context"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
)

// Cased is the case of one scenario, under one set of its values.
type Cased struct {
	File, Name string
	// Cases are those of the children, each by itself.
	Cases []*casefile.Case
}

// Cases gives the cases of the scenarios of a policy, whatever they expect. Files at fault are passed over, and named.
// The error is that of the context.
func (r Runner) Cases(ctx context.Context, inputs []Input, unit *catalogue.Policy) (list []Cased, passedOver []string, err error) {
	id := unit.Policy.ID
	of := r.newPass(id, slices.Index(r.Catalogue.IDs(), id))
	of.policy = func() (*catalogue.Policy, diagnostic.List) { return unit, nil }
	ready := make([][]*run, len(inputs))
	faulty := make([]bool, len(inputs))
	concurrently(len(inputs), func(i int) {
		if ctx.Err() == nil {
			file := r.open(inputs[i])
			ready[i] = file.under(of)
			faulty[i] = file.faulty()
		}
	})
	for i, runs := range ready {
		if faulty[i] {
			passedOver = append(passedOver, inputs[i].Name)
			continue
		}
		for _, run := range runs {
			c := Cased{File: run.result.File, Name: run.result.Name}
			for _, child := range run.children {
				c.Cases = append(c.Cases, child.Case)
			}
			list = append(list, c)
		}
	}
	return list, passedOver, ctx.Err()
}
