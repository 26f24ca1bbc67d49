package scenariofile

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/family"
	"windscreen/engine/page"
)

// sameInBrief holds a brief answer to having all that the first screen reads.
func sameInBrief(t *testing.T, name string, whole *page.Page, brief *family.Answer) {
	if screen := page.Of(brief); !reflect.DeepEqual(whole, screen) {
		t.Errorf("%s: the screen of the whole answer (-) and of the brief one (+)\n%s", name,
			cmp.Diff(string(inLines(t, whole)), string(inLines(t, screen))))
	}
}

// inLines is a page as JSON in lines.
func inLines(t *testing.T, p *page.Page) []byte {
	t.Helper()
	data, err := json.MarshalIndent(p, "", " ")
	if err != nil {
		t.Error(err)
	}
	return data
}
