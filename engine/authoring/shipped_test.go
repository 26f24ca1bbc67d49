package authoring_test

import (
	"sync"
	"testing"

	"windscreen/engine"
	"windscreen/engine/authoring"
	"windscreen/rules"
)

// The shipped rules are opened once for all tests, so that each policy is linked and compiled once for each.
var (
	openRoot   = sync.OnceValues(func() (*authoring.Root, error) { return authoring.Open(rules.FS, "") })
	openEngine = sync.OnceValues(func() (*engine.Engine, error) { return engine.Open(rules.FS) })
)

// shippedRoot are the shipped rules as authors use them.
func shippedRoot(t *testing.T) *authoring.Root {
	t.Helper()
	root, err := openRoot()
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// shippedEngine are the shipped rules as callers with a case use them.
func shippedEngine(t *testing.T) *engine.Engine {
	t.Helper()
	e, err := openEngine()
	if err != nil {
		t.Fatal(err)
	}
	return e
}
