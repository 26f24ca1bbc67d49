package rulefile_test

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/internal/rulefile"
	"windscreen/engine/term"
)

// TestTheConsentPositionHasAKeyForEachAnswer holds the keys of a file against the list of
// answers, in its order.
func TestTheConsentPositionHasAKeyForEachAnswer(t *testing.T) {
	var keys []string
	for _, f := range reflect.VisibleFields(reflect.TypeFor[rulefile.ConsentEntry]()) {
		keys = append(keys, f.Tag.Get("yaml"))
	}
	if diff := cmp.Diff(term.TableOf[term.Answer]().Codes(), keys); diff != "" {
		t.Errorf("(-answers +keys)\n%s", diff)
	}
}
