package scenariofile

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
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
	keys := map[string]bool{}
	keysOf(t, full, keys)
	for _, k := range slices.Sorted(maps.Keys(keysOf(t, brief, map[string]bool{}))) {
		if !keys[k] && !strings.HasPrefix(k, "left_out") {
			t.Errorf("%s: the brief answer has the key %s, and the full one has not", name, k)
		}
	}
	return len(brief)
}

// inJSON is data as the JSON of an answer shows it.
func inJSON(t *testing.T, v any) []byte {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// keysOf adds the paths of all keys of an object in JSON, the entries of a list being as one.
func keysOf(t *testing.T, data []byte, into map[string]bool) map[string]bool {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	var visit func(path string, v any)
	visit = func(path string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for k, x := range v {
				at := strings.TrimPrefix(path+"."+k, ".")
				into[at] = true
				visit(at, x)
			}
		case []any:
			for _, x := range v {
				visit(path, x)
			}
		}
	}
	visit("", v)
	return into
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
