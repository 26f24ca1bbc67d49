package recommend_test

import (
	"os"
	"testing"

	"windscreen/engine/internal/testroot"
)

// TestMain tries properties less often than by default: each answers whole cases. The checks of the project try the laws of
// evaluation more often.
func TestMain(m *testing.M) {
	testroot.Checks("25")
	os.Exit(m.Run())
}
