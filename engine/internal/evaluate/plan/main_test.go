package plan_test

import (
	"os"
	"testing"

	"windscreen/engine/internal/testroot"
)

// TestMain tries properties less often than by default: some run many cases side by side, and others compile policies. The
// checks of the project hold the plan against the reference on many more cases.
func TestMain(m *testing.M) {
	testroot.Checks("30")
	os.Exit(m.Run())
}
