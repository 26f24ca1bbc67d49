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
