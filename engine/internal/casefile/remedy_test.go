package casefile

import (
	"encoding/json"
	"strings"
	"testing"

	"windscreen/engine/internal/source"
)

func TestRemediesForJSONAreWrittenAsJSON(t *testing.T) {
	inJSON, list := source.Parse("case.json", []byte(`{}`), source.CaseLimits())
	if len(list) > 0 {
		t.Fatal(list)
	}
	inYAML, list := source.Parse("case.yaml", []byte("a: 1"), source.CaseLimits())
	if len(list) > 0 {
		t.Fatal(list)
	}
	for remedy, want := range map[string]string{
		"for example as_of: 2020-03-02T14:10, which is":           `for example "as_of": "2020-03-02T14:10", which is`,
		"write child: {age: …}":                                   `write "child": {"age": …}`,
		"done: {told_police: {at: 2020-03-02T11:00, by: school}}": `"done": {"told_police": {"at": "2020-03-02T11:00", "by": "school"}}`,
		"explored: [home, child.caring_role], or explored: all":   `"explored": ["home", "child.caring_role"], or "explored": "all"`,
		"children: {baby: {child: {age: 0}}}":                     `"children": {"baby": {"child": {"age": 0}}}`,
		"each: {health: {registered: no}}":                        `"each": {"health": {"registered": false}}`,
		"a role, for example by: team manager":                    `a role, for example "by": "team manager"`,
		"did you mean child.age?":                                 "did you mean child.age?",
	} {
		if got := remedyFor(inJSON.File, remedy); got != want {
			t.Errorf("%s\n got %s\nwant %s", remedy, got, want)
		}
		if got := remedyFor(inYAML.File, remedy); got != remedy {
			t.Errorf("in YAML, %s became %s", remedy, got)
		}
		if _, example, found := strings.Cut(want, `"children": `); found && !json.Valid([]byte(example)) {
			t.Errorf("no JSON: %s", example)
		}
	}
}
