// Package shippedroot gives the tests of a package the shipped rules, read and linked once for all of them.
package shippedroot

import (
	"sync"
	"testing"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/policy"
	"windscreen/rules"
)

var linked = sync.OnceValues(func() (*catalogue.Whole, diagnostic.List) { return catalogue.Link(rules.FS) })

// Rules are the shipped rules, linked and not compiled. All tests of a package have the same, so none may change them: one
// that does links its own with catalogue.Link.
func Rules(t testing.TB) *catalogue.Whole {
	t.Helper()
	root, list := linked()
	if root == nil {
		t.Fatalf("the rules do not load:\n%s", list)
	}
	return root
}

// Policies are the policies among them that a case can name, in order of id.
func Policies(t testing.TB) []*policy.Policy {
	t.Helper()
	return Rules(t).Policies
}
