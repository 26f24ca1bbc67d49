package loadtest_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"windscreen/engine/benchmark"
	"windscreen/engine/service/loadtest"
	"windscreen/rules"
)

func TestARunMeasuresBothPhasesAndLosesNoRequest(t *testing.T) {
	r, err := loadtest.Run(t.Context(), rules.FS, loadtest.Options{Rounds: 1, Each: 100 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	figures := map[string]benchmark.Figure{}
	for _, f := range r.Figures {
		figures[f.Name] = f
		if f.Value <= 0 && f.Unit != benchmark.Requests {
			t.Errorf("%s is %g", f.Name, f.Value)
		}
	}
	for _, known := range []string{"all facts known", "one in five facts known"} {
		for _, size := range []string{"verdict", "brief"} {
			f, there := figures[size+", "+known]
			if !there || f.Unit != benchmark.PerSecond || f.Ratio == nil || f.Other <= 0 || (f.Goal != nil) != (size == "verdict") {
				t.Errorf("%s, %s: %+v", size, known, f)
			}
			if _, there := figures[size+", "+known+", 99 of 100 within"]; !there {
				t.Errorf("%s, %s: no time", size, known)
			}
		}
	}
	if f := figures["overload, lost"]; f.Value != 0 || !f.Met || f.Goal == nil {
		t.Errorf("requests were lost: %+v", f)
	}
	if f := figures["overload, told to come back"]; f.Value == 0 {
		t.Error("the overload is none: nobody was turned away")
	}
	if r.Subject != "service" || r.Policy != benchmark.DefaultPolicy {
		t.Errorf("the report is of %s under %s", r.Subject, r.Policy)
	}
}

func TestARunFailsUnderNoPolicyAndOnceItIsEnded(t *testing.T) {
	if _, err := loadtest.Run(t.Context(), rules.FS, loadtest.Options{Policy: "nowhere"}); err == nil {
		t.Error("a policy that does not exist is measured")
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := loadtest.Run(ended, rules.FS, loadtest.Options{Rounds: 1, Each: time.Millisecond}); err == nil ||
		strings.Contains(err.Error(), "overload") {
		t.Errorf("a run that was ended gives %v", err)
	}
}
