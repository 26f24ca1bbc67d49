package effect_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/effect"
	"windscreen/engine/scenario"
)

// run is a run of scenarios by name: those that begin with - fail, and so do those with ! but otherwise.
func run(names ...string) *scenario.Report {
	r := &scenario.Report{}
	for i, name := range names {
		s := scenario.Result{File: "made.yaml", Policy: "made-up", Name: name[1:]}
		s.Start.Line = i + 1
		if name[0] == '-' {
			s.Failures = []scenario.Failure{{What: "level"}}
		}
		if name[0] == '!' {
			s.Failures = []scenario.Failure{{What: "level", Actual: "2"}}
		}
		r.Results = append(r.Results, s)
	}
	return r
}

func TestCompareTellsWhatCameOutOtherwise(t *testing.T) {
	type names struct{ Fail, Pass, Differ, New, Gone []string }
	of := func(list []scenario.Result) (out []string) {
		for _, r := range list {
			out = append(out, r.Name)
		}
		return out
	}
	for name, c := range map[string]struct {
		before, now *scenario.Report
		want        names
	}{
		"nothing before": {nil, run("-a"), names{}},
		"nothing now":    {run("+a"), nil, names{}},
		"the same":       {run("+a", "-b"), run("+a", "-b"), names{}},
		"each kind": {run("+a", "-b", "+c", "+d"), run("+e", "-a", "+b", "+d"),
			names{Fail: []string{"a"}, Pass: []string{"b"}, New: []string{"e"}, Gone: []string{"c"}}},
		"in another way": {run("-a", "-b", "+c"), run("!a", "-b", "!c"), names{Fail: []string{"c"}, Differ: []string{"a"}}},
		"moved":          {run("+a", "-b"), run("-b", "+a"), names{}},
		"two of a name":  {run("+a", "+a"), run("+a", "-a"), names{Fail: []string{"a"}}},
		"one of two":     {run("+a", "+a"), run("+a"), names{Gone: []string{"a"}}},
	} {
		got := effect.Compare(c.before, c.now)
		if diff := cmp.Diff(c.want, names{of(got.Fail), of(got.Pass), of(got.Differ), of(got.New), of(got.Gone)}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if changed := len(c.want.Fail)+len(c.want.Pass)+len(c.want.Differ)+len(c.want.New)+len(c.want.Gone) > 0; got.Any() != changed {
			t.Errorf("%s: any changes: %v", name, got.Any())
		}
	}
}

func TestAReportWithoutAnEndIsBeingWorkedOn(t *testing.T) {
	var r effect.Report
	if !r.Working() {
		t.Error("it has ended before it began")
	}
}
