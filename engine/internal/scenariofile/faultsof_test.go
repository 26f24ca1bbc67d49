package scenariofile

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/diagnostic"
)

// TestNoErrorOfAPolicyIsLost has an error that is no list of faults: without a fault, the
// scenarios of the policy would not run and the report would be in order.
func TestNoErrorOfAPolicyIsLost(t *testing.T) {
	if list := faultsOf(nil); len(list) > 0 {
		t.Errorf("no error gives %s", list)
	}
	own := diagnostic.List{{File: "rules.yaml", Severity: diagnostic.Error, Code: diagnostic.UnknownName, Message: "a fault"}}
	if diff := cmp.Diff(own, faultsOf(fmt.Errorf("loading: %w", own.Err()))); diff != "" {
		t.Errorf("a list of faults (-want +got):\n%s", diff)
	}
	list := faultsOf(errors.New("the disk is gone"))
	if !list.HasErrors() || list[0].Message != "the disk is gone" {
		t.Errorf("another error gives %s", list)
	}
}

// TestAScenarioOnWhichEvaluatorsDisagreeFailsAndSaysAll has it as an error of the engine, which must
// not pass for success.
func TestAScenarioOnWhichEvaluatorsDisagreeFailsAndSaysAll(t *testing.T) {
	d := &diagnostic.Disagreement{Policy: "made-up", On: "the level", Case: "{}"}
	o := outcome{}.broken(fmt.Errorf("answering: %w", d))
	if len(o.result.Failures) != 1 || o.result.Failures[0].Actual != d.Report() {
		t.Errorf("the failures are %+v", o.result.Failures)
	}
}
