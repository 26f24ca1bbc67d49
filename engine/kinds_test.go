package engine_test

import (
	"os"
	"path/filepath"
	"testing"

	"windscreen/engine/term"
)

// TestEveryKindOfRuleHasAFileOfItsNameInEachPackageThatItPasses: whoever adds or changes a
// kind of rule finds its places by name.
func TestEveryKindOfRuleHasAFileOfItsNameInEachPackageThatItPasses(t *testing.T) {
	kinds := term.TableOf[term.Kind]().Codes()
	if len(kinds) < 8 {
		t.Fatalf("only %d kinds", len(kinds))
	}
	for _, dir := range []string{"internal/rulefile", "internal/link", "internal/policy", "internal/recommend", "recommendation"} {
		for _, kind := range kinds {
			if _, err := os.Stat(filepath.Join(dir, kind+".go")); err != nil {
				t.Error(err)
			}
		}
	}
}
