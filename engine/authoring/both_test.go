package authoring

import (
	"slices"
	"strings"
	"testing"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/reference"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/testroot"
)

// TestLintCompilesRulesWithTheReferenceToo gives the reference another text for one rule
// than the plan has. The plan has the tree of the rule and compiles; the reference must be
// asked, and refuse.
func TestLintCompilesRulesWithTheReferenceToo(t *testing.T) {
	const text = "nothing.called_this"
	planted := ""
	newReference = func(p *policy.Policy) (evaluate.Evaluator, error) {
		other := *p
		other.Rules = slices.Clone(p.Rules)
		for i, r := range other.Rules {
			if !r.Always {
				rule := *r
				rule.When = &lang.Condition{Text: text, Root: r.When.Root}
				other.Rules[i], planted = &rule, r.ID
				break
			}
		}
		return reference.New(&other)
	}
	t.Cleanup(func() { newReference = reference.New })
	report, err := Lint(t.Context(), testroot.With(), "")
	if err != nil {
		t.Fatal(err)
	}
	reported := slices.ContainsFunc(report.Found, func(d diagnostic.Diagnostic) bool {
		return d.Severity == diagnostic.Error && d.Code == diagnostic.Engine &&
			strings.Contains(d.Message, "rule "+planted+": ") && strings.Contains(d.Message, "undeclared reference")
	})
	if planted == "" || !reported {
		t.Errorf("the reference cannot read %q in the rule %q, and lint says:\n%s", text, planted, report.Found)
	}
}
