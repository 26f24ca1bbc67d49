package scenariofile

import (
	"context"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/parallel"
)

// Cases gives the cases of the scenarios of some policies, whatever they expect: for each policy, each scenario and each set of
// its values, those of the children, each by itself. Each file is read once. A file that is at fault under one of the policies is
// passed over, and named. The error is that of the context.
func (r Runner) Cases(ctx context.Context, inputs []Input, units []*catalogue.Policy) (families [][][]*casefile.Case, passedOver []string,
	err error,
) {
	passes := make([]*pass, len(units))
	for i, unit := range units {
		id := unit.Policy.ID
		passes[i] = r.newPass(id, slices.Index(r.Catalogue.IDs(), id))
		passes[i].policy = func() (*catalogue.Policy, diagnostic.List) { return unit, nil }
	}
	ready := make([][][]*run, len(inputs)) // by file and policy
	faulty := make([]bool, len(inputs))
	parallel.Each(len(inputs), func(i int) {
		if ctx.Err() != nil {
			return
		}
		file := r.open(inputs[i])
		for _, of := range passes {
			ready[i] = append(ready[i], file.under(of))
		}
		faulty[i] = file.faulty()
	})
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	families = make([][][]*casefile.Case, len(units))
	for i, runs := range ready {
		if faulty[i] {
			passedOver = append(passedOver, inputs[i].Name)
			continue
		}
		for j := range units {
			families[j] = append(families[j], casesOf(runs[j])...)
		}
	}
	return families, passedOver, nil
}

// casesOf are the cases of the children of each run.
func casesOf(runs []*run) [][]*casefile.Case {
	var families [][]*casefile.Case
	for _, run := range runs {
		var children []*casefile.Case
		for _, child := range run.children {
			children = append(children, child.Case)
		}
		families = append(families, children)
	}
	return families
}
