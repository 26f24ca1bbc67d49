package evaluate_test

import (
	"os"
	"testing"

	"windscreen/engine/internal/testroot"
)

// TestMain tries properties less often than by default: some answer cases under every policy. The checks of the project try
// them more often.
func TestMain(m *testing.M) {
	testroot.Checks("30")
	os.Exit(m.Run())
}
