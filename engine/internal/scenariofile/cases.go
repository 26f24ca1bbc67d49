package scenariofile

import (
	"context"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
)

// Cases gives the cases of the scenarios of a policy, whatever they expect: for each scenario, under each set of its values,
// those of the children, each by itself. Files at fault are passed over, and named.
// The error is that of the context.
func (r Runner) Cases(ctx context.Context, inputs []Input, unit *catalogue.Policy) (families [][]*casefile.Case, passedOver []string,
	err error,
) {
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
			var children []*casefile.Case
			for _, child := range run.children {
				children = append(children, child.Case)
			}
			families = append(families, children)
		}
	}
	return families, passedOver, ctx.Err()
}
