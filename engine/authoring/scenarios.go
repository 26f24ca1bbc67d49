package authoring

import (
	"context"

	"windscreen/engine/internal/scenariofile"
	"windscreen/engine/scenario"
)

// ScenarioFile is a file of scenarios: cases with what must come out of them. Its
// form is described in fixtures/README.md.
type ScenarioFile struct {
	// Name is used in the report; one that ends in .json is read as JSON.
	Name string
	Data []byte
}

// Run runs every scenario of the files, on all cores, and reports in the order given. A file
// that is at fault is reported and none of its scenarios is run; what is wrong with one file
// does not keep the others from running. What is wrong with a policy that a scenario names
// is among the faults. The error is misuse, or that of the context.
//
// The same files under the same rules give the same report: nothing in it comes
// from the machine's clock.
func (r *Root) Run(ctx context.Context, files []ScenarioFile) (*scenario.Report, error) {
	if err := r.usable(); err != nil {
		return nil, err
	}
	inputs := make([]scenariofile.Input, len(files))
	for i, f := range files {
		inputs[i] = scenariofile.Input(f)
	}
	runner := scenariofile.Runner{Reader: r.reader, Catalogue: r.catalogue}
	return runner.Run(ctx, inputs)
}
