package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"windscreen/engine/diagnostic"
)

// No rules are known on which evaluators disagree, so the error is made by hand.
func TestADisagreementIsPrintedWithItsCase(t *testing.T) {
	var stderr bytes.Buffer
	a := &app{stderr: &stderr}
	err := fmt.Errorf("case.yaml: %w", &diagnostic.Disagreement{
		Policy: "made-up", On: "the rule act (rules.yaml:3)", Text: "home.noise && child.well", Evaluators: [2]string{"plan", "expr"},
		Say: [2]string{"true", "unknown"}, Case: `{"home": {"noise": "constant"}}`,
		Parts: []diagnostic.DisagreementPart{{Text: "child.well", Say: [2]string{"true", "unknown"}}},
	})
	if code := a.exit(a.root(), err); code != exitInput {
		t.Errorf("the exit code is %d", code)
	}
	want := `windscreen: the evaluators plan and expr disagree under made-up on the rule act (rules.yaml:3)
plan says true, expr says unknown
The condition:
  home.noise && child.well
Its parts:
  child.well: plan says true, expr says unknown
The case:
{"home": {"noise": "constant"}}
This is a fault of the engine. Do not use either answer. Please report it.
`
	if stderr.String() != want {
		t.Errorf("it prints\n%s", stderr.String())
	}
	if strings.Contains(err.Error(), "noise") {
		t.Errorf("the error for logs holds what the case says: %v", err)
	}
}
