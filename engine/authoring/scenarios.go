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
	// cases are the files of cases that it shares, and used the names of the shared cases that its scenarios use: see At.
	cases []scenariofile.CasesFile
	used  []string
}

// Run runs every scenario of the files, on all cores, and reports in the order of the files.
// If a file has a fault, Run reports it and runs none of its scenarios, but it runs those of
// other files. If a policy that a scenario names has faults, they are among the faults. The
// error is misuse, or that of the context.
//
// The same files under the same rules give the same report. Nothing in it comes from the
// machine's clock.
func (r *Root) Run(ctx context.Context, files []ScenarioFile, options ...RunOption) (*scenario.Report, error) {
	if err := r.within(ctx); err != nil {
		return nil, err
	}
	inputs := make([]scenariofile.Input, len(files))
	for i, f := range files {
		inputs[i] = f.input()
	}
	runner := scenariofile.Runner{Reader: r.reader, Catalogue: r.catalogue}
	for _, o := range options {
		if o.named == nil {
			return nil, errNoOption
		}
		runner.Named = o.named
	}
	return runner.Run(ctx, inputs)
}

// RunOption is a choice for running scenarios. The zero RunOption is misuse.
type RunOption struct{ named func(name string) bool }

// Named runs only the scenarios whose name, with the values of a matrix, is wanted. Faults are reported all the same.
func Named(wanted func(name string) bool) RunOption { return RunOption{wanted} }

// Case is the case of one scenario of a file, by its name or a part of it that no other scenario of the file has: what the
// scenario uses and its own, combined, as a case in YAML. The error is a *diagnostic.Failure if the file has faults, or no
// such scenario.
func (r *Root) Case(file ScenarioFile, name string) ([]byte, error) {
	if err := r.usable(); err != nil {
		return nil, err
	}
	runner := scenariofile.Runner{Reader: r.reader, Catalogue: r.catalogue}
	data, list := runner.Case(file.input(), name)
	if err := list.Err(); err != nil {
		return nil, err
	}
	return data, nil
}
