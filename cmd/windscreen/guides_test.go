package main

import (
	"os"
	"strings"
	"testing"
)

// TestTheGuideToANewPolicyNamesCommandsAndFlagsThatExist reads each call that the guide shows as the command would.
func TestTheGuideToANewPolicyNamesCommandsAndFlagsThatExist(t *testing.T) {
	text, err := os.ReadFile("../../rules/NEW-POLICY.md")
	if err != nil {
		t.Fatal(err)
	}
	calls := 0
	for line := range strings.Lines(string(text)) {
		call, ok := strings.CutPrefix(strings.TrimSpace(line), "./windscreen ")
		if !ok {
			continue
		}
		calls++
		root := (&app{}).root()
		about, rest, err := root.Find(strings.Fields(call))
		if err != nil || about == root {
			t.Errorf("%s: there is no such command (%v)", call, err)
			continue
		}
		if err := about.ParseFlags(rest); err != nil {
			t.Errorf("%s: %v", call, err)
		}
	}
	if calls < 6 {
		t.Errorf("only %d calls were found", calls)
	}
}
