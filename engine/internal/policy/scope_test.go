package policy_test

import (
	"io/fs"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/shippedroot"
	"windscreen/rules"
)

// printed holds every condition of the policies of a root to the property that what is printed
// of it gives the same tree, and reports how many there were.
func printed(t interface {
	Helper()
	Fatalf(format string, args ...any)
}, root fs.FS) int {
	t.Helper()
	whole, list := catalogue.Link(root)
	if whole == nil || list.HasErrors() {
		t.Fatalf("%s", list)
	}
	parser, err := lang.NewParser()
	if err != nil {
		t.Fatalf("%v", err)
	}
	n := 0
	for _, p := range whole.Policies {
		scope := p.Scope()
		check := func(what string, root *lang.Node) {
			t.Helper()
			for _, asWritten := range []bool{false, true} {
				printer := scope.Printer()
				printer.AsWritten = asWritten
				text := printer.Print(root)
				again, faults := parser.Condition(text, scope)
				if again == nil {
					t.Fatalf("%s of %s: %q does not load: %v", what, p.ID, text, faults)
				}
				if !lang.Same(root.Flat(), again.Root) {
					t.Fatalf("%s of %s: %q is another tree", what, p.ID, text)
				}
			}
			n++
		}
		for _, r := range p.Rules {
			check(r.ID, r.When.Root)
			if r.Unless != nil {
				check("unless of "+r.ID, r.Unless.When.Root)
			}
		}
		for _, c := range p.Conditions {
			check(c.Name, c.Root)
		}
		for _, c := range p.Vocabulary.Conflicts {
			if of, ok := c.When.(lang.OfFacts); ok {
				check("a conflict", of.Root())
			}
		}
		for _, f := range p.Vocabulary.Facts {
			if of, ok := f.Applies.(lang.OfFacts); ok {
				check("applies of "+f.Path, of.Root())
			}
		}
	}
	return n
}

func TestEveryShippedConditionIsPrintedAsTextThatGivesTheSameTree(t *testing.T) {
	if n := printed(t, rules.FS); n < 1000 {
		t.Errorf("only %d conditions were there to print", n)
	}
}

func TestMadeUpRulesArePrintedAsTextThatGivesTheSameTree(t *testing.T) {
	whole := shippedroot.Rules(t)
	made := draw.Rules(rand.New(rand.NewPCG(1, 2)), whole.Policies[0].Vocabulary, 800)
	if n := printed(t, evaluatetest.Beside(t, made)); n < 800 {
		t.Errorf("only %d conditions were there to print", n)
	}
}

func TestRandomPoliciesArePrintedAsTextThatGivesTheSameTree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { printed(t, evaluatetest.Policy(t)) })
}
