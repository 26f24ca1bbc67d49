package render

import (
	"errors"
	"io"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/effect"
	"windscreen/engine/internal/english"
	"windscreen/engine/scenario"
)

// mostChanged is how many scenarios of a kind a list of changes shows. The whole report has them all.
const mostChanged = 20

// ScenarioChanges writes, as text, what a run of scenarios changed since the run before: what is wrong with
// files, each scenario that fails and did not, or not in this way, in full, and the names of those that pass now or are gone. The
// last line by itself is "N passed, N failed". Of the options, Colour counts. It fails if c or now is nil, or if w fails.
func ScenarioChanges(w io.Writer, c *effect.Changes, now *scenario.Report, o Options) error {
	if c == nil || now == nil {
		return errors.New("render: there are no changes to write")
	}
	t := &scenarioText{paint: painter(o.Colour)}
	for _, d := range now.Faults {
		t.line(0, d.String())
		t.line(0, "")
	}
	fails := func(r scenario.Result) bool { return len(r.Failures) > 0 }
	passes := func(r scenario.Result) bool { return !fails(r) }
	for _, kind := range []struct {
		heading string
		full    bool
		list    []scenario.Result
	}{
		{"Passed before and fail now", true, c.Fail}, {"Failed before and fail now in another way", true, c.Differ},
		{"Not run before, and fail", true, slices.DeleteFunc(slices.Clone(c.New), passes)},
		{"Not run before, and pass", false, slices.DeleteFunc(slices.Clone(c.New), fails)},
		{"Failed before and pass now", false, c.Pass}, {"No longer run", false, c.Gone},
	} {
		t.changes(kind.heading, kind.full, kind.list)
	}
	if !c.Any() {
		t.line(0, "No result has changed.")
	}
	t.end(now)
	_, err := io.WriteString(w, t.out.String())
	return err
}

// changes writes the scenarios of one kind, in full or by name.
func (t *scenarioText) changes(heading string, full bool, list []scenario.Result) {
	if len(list) == 0 {
		return
	}
	t.line(0, t.paint(strong, heading+":"))
	shown := list[:min(len(list), mostChanged)]
	for i := range shown {
		r := &shown[i]
		if full {
			t.result(r)
			continue
		}
		t.line(2, placeOf(r.File, r.Start)+": "+diagnostic.OneLine(r.Name)+" ("+diagnostic.OneLine(r.Policy)+")")
	}
	more := len(list) - len(shown)
	if more > 0 {
		t.line(2, "and "+english.Counted(more, "more scenario"))
	}
	if more > 0 || !full { // what stands in full ends with an empty line
		t.line(0, "")
	}
}
