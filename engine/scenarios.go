package engine

import (
	"errors"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/recommend"
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

// RunScenarios runs every scenario of the files, on all cores, and reports in the
// order given. A file that is at fault is reported and none of its scenarios is
// run; what is wrong with one file does not keep the others from running.
//
// The same files under the same rules give the same report: nothing in it comes
// from the machine's clock.
func (e *Engine) RunScenarios(files []ScenarioFile) *scenario.Report {
	inputs := make([]scenariofile.Input, len(files))
	for i, f := range files {
		inputs[i] = scenariofile.Input(f)
	}
	makers := map[string]*recommend.Maker{}
	for _, p := range e.policies {
		makers[p.ID] = p.maker
	}
	runner := scenariofile.Runner{Reader: e.reader, Makers: makers, Families: e.families(), Edition: e.edition, NoPolicy: e.noPolicy, Check: e.check}
	return runner.Run(inputs)
}

// check says what of a case only its policy can tell is wrong.
func (e *Engine) check(id string, c *casefile.Case) diagnostic.List {
	p, err := e.Policy(id)
	if err == nil {
		_, err = p.under(c)
	}
	var failure *diagnostic.Failure
	if errors.As(err, &failure) {
		return failure.Diagnostics
	}
	return nil
}
