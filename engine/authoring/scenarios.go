package authoring

import (
	"context"

	"windscreen/engine/internal/scenariofile"
	"windscreen/engine/scenario"
)

// ScenarioFile is a file of scenarios: cases with the results that they must have.
// fixtures/README.md describes its form.
type ScenarioFile struct {
	// Name appears in the report. If it ends in .json, the file is read as JSON.
	Name string
	Data []byte
}

// Run runs every scenario of the files, on all cores, and reports in the order of the files.
// If a file has a fault, Run reports it and runs none of its scenarios, but it runs those of
// other files. If a policy that a scenario names has faults, they are among the faults. The
// error is misuse, or that of the context.
//
// The same files under the same rules give the same report. Nothing in it comes from the
// machine's clock.
func (r *Root) Run(ctx context.Context, files []ScenarioFile) (*scenario.Report, error) {
	if err := r.within(ctx); err != nil {
		return nil, err
	}
	inputs := make([]scenariofile.Input, len(files))
	for i, f := range files {
		inputs[i] = scenariofile.Input(f)
	}
	runner := scenariofile.Runner{Reader: r.reader, Catalogue: r.catalogue}
	return runner.Run(ctx, inputs)
}
