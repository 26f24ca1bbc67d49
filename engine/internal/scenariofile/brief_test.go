package scenariofile

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"windscreen/engine/family"
	"windscreen/engine/page"
)

// A brief answer in JSON has at most mostBytes in so many of 100 scenarios.
const (
	mostBytes = 40_000
	briefIn   = 95
)

// briefly checks that a brief answer has no key that the full one has not, save what it leaves out, and
// returns how many bytes it has in JSON.
func briefly(t *testing.T, name string, a *family.Answer) int {
	t.Helper()
	brief, full := inJSON(t, page.Whole(a, true)), inJSON(t, page.Whole(a, false))
	for _, k := range keysOf(brief).besides(keysOf(full)) {
		if !strings.HasPrefix(k, "left_out") {
			t.Errorf("%s: the brief answer has the key %s, and the full one has not", name, k)
		}
	}
	var shown bytes.Buffer
	if err := json.Indent(&shown, brief, "", "  "); err != nil {
		t.Fatal(err)
	}
	return shown.Len()
}

// inJSON is data as the JSON of an answer shows it, without space and line breaks.
func inJSON(t *testing.T, v any) []byte {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// mostlyBrief holds the sizes of the brief answers of all scenarios to what they may have. A few of them say little of how many in a
// hundred are large, so their sizes are logged and not held to it.
func mostlyBrief(t *testing.T, sizes []int) {
	t.Helper()
	slices.Sort(sizes)
	at := sizes[(len(sizes)*briefIn-1)/100]
	t.Logf("bytes of the brief answers: %s; %s", spread(sizes), fmt.Sprintf("%d of 100 have at most %d", briefIn, at))
	if *everyPage && at > mostBytes {
		t.Errorf("%d of 100 brief answers have at most %d bytes, and not at most %d", briefIn, at, mostBytes)
	}
}
