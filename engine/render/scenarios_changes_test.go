package render_test

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"windscreen/engine/effect"
	"windscreen/engine/render"
	"windscreen/engine/scenario"
)

func TestChangesLookAsTheyDidBefore(t *testing.T) {
	r := reports()
	passed, failed, other := r["failed"].Results[0], r["failed"].Results[1], r["failed"].Results[2]
	fresh := passed
	fresh.Name = "Another quiet home"
	for name, c := range map[string]struct {
		changes effect.Changes
		now     *scenario.Report
	}{
		"nothing": {effect.Changes{}, r["passed"]},
		"each-kind": {effect.Changes{Fail: []scenario.Result{failed}, Pass: []scenario.Result{passed}, Differ: []scenario.Result{other},
			New: []scenario.Result{fresh, other}, Gone: []scenario.Result{passed}}, r["failed"]},
		"faulty":  {effect.Changes{Gone: []scenario.Result{passed}}, r["faulty"]},
		"hostile": {effect.Changes{New: r["hostile"].Results, Gone: r["hostile"].Results}, r["hostile"]},
	} {
		golden(t, filepath.Join("scenarios", "changes-"+name+".txt"), func(w io.Writer) error {
			return render.ScenarioChanges(w, &c.changes, c.now, render.Options{})
		})
		var b bytes.Buffer
		if err := render.ScenarioChanges(&b, &c.changes, c.now, render.Options{}); err != nil {
			t.Fatal(err)
		}
		checkForPeople(t, b.String())
	}
}

func TestALongListOfChangesIsCut(t *testing.T) {
	var c effect.Changes
	for i := range 25 {
		c.Pass = append(c.Pass, scenario.Result{File: "made-up/noise.yaml", Name: fmt.Sprintf("Home %d", i), Policy: "made-up"})
	}
	var b bytes.Buffer
	if err := render.ScenarioChanges(&b, &c, reports()["passed"], render.Options{}); err != nil {
		t.Fatal(err)
	}
	if got := b.String(); strings.Count(got, "Home ") != 20 || !strings.Contains(got, "and 5 more scenarios\n") {
		t.Errorf("got\n%s", got)
	}
}

func TestNoChangesAtAllAreMisuse(t *testing.T) {
	if render.ScenarioChanges(io.Discard, nil, reports()["passed"], render.Options{}) == nil {
		t.Error("no changes are written")
	}
	if render.ScenarioChanges(io.Discard, &effect.Changes{}, nil, render.Options{}) == nil {
		t.Error("changes of no run are written")
	}
}
