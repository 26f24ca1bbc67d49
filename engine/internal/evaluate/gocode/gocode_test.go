package gocode_test

import (
	"go/parser"
	"go/token"
	"testing"

	"windscreen/engine/internal/evaluate/gocode"
	"windscreen/engine/internal/shippedroot"
)

// TestRulesAsGoAreGo reads what is written for every policy. Package benchmark builds one and holds its answers.
func TestRulesAsGoAreGo(t *testing.T) {
	for _, p := range shippedroot.Policies(t) {
		source := gocode.Source(p)
		if _, err := parser.ParseFile(token.NewFileSet(), "decide.go", source, parser.AllErrors); err != nil {
			t.Errorf("%s: %v", p.ID, err)
		}
		if gocode.Source(p) != source {
			t.Errorf("%s: it is not written the same twice", p.ID)
		}
	}
}
