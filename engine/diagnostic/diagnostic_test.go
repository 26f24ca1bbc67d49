package diagnostic_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/diagnostic"
)

// sample is a diagnostic of a case.
func sample() diagnostic.Diagnostic {
	return diagnostic.Diagnostic{
		File: "case.yaml", Start: diagnostic.Position{Line: 3, Column: 9}, End: diagnostic.Position{Line: 3, Column: 15},
		Severity: diagnostic.Error, Code: diagnostic.OffScale, Message: `home.abuse has no "serius"`, Remedy: "did you mean serious?",
		Source: "\tabuse: serius", Private: true,
	}
}

func TestADiagnosticShowsTheLineTheCaretAndTheRemedy(t *testing.T) {
	want := "case.yaml:3:9: error[off-scale]: home.abuse has no \"serius\"\n" +
		"    3 | \tabuse: serius\n" +
		"      | \t       ^^^^^^\n" +
		"      = did you mean serious?"
	if diff := cmp.Diff(want, sample().String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestALongLineIsCutAroundTheCaret(t *testing.T) {
	d := sample()
	d.Source = strings.Repeat("x", 500) + "HERE" + strings.Repeat("y", 500)
	d.Start.Column, d.End.Column = 501, 505
	lines := strings.Split(d.String(), "\n")
	cut := strings.HasPrefix(lines[1], "    3 | …") && strings.HasSuffix(lines[1], "…")
	if len(lines[1]) > 300 || !strings.Contains(lines[1], "HERE") || !cut {
		t.Errorf("got %q", lines[1])
	}
	if at := strings.Index(lines[2], "^^^^"); []rune(lines[1])[at] != 'H' {
		t.Errorf("the caret stands elsewhere:\n%s\n%s", lines[1], lines[2])
	}
}

func TestWhatAFileHoldsCannotColourATerminal(t *testing.T) {
	d := sample()
	d.Message, d.Source = "bad \x1b[31mvalue\nanother line", "a\x1b[2Jb"
	if got := d.String(); strings.ContainsRune(got, 0x1b) || strings.Count(got, "\n") != 3 {
		t.Errorf("got %q", got)
	}
}

func TestAFailureSaysNothingOfACaseToALog(t *testing.T) {
	rule := sample()
	rule.File, rule.Private = "rules.yaml", false
	err := diagnostic.List{sample(), rule}.Err()
	want := "case.yaml:3:9: error[off-scale]\nrules.yaml:3:9: error[off-scale]: home.abuse has no \"serius\""
	if diff := cmp.Diff(want, err.Error()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var failure *diagnostic.Failure
	if !errors.As(err, &failure) || len(failure.Diagnostics) != 2 {
		t.Error("the diagnostics are not to be had from the error")
	}
}

func TestWarningsAloneAreNoError(t *testing.T) {
	d := sample()
	d.Severity = diagnostic.Warning
	if err := (diagnostic.List{d}).Err(); err != nil {
		t.Errorf("got %v", err)
	}
}
