package casefile_test

import (
	"testing"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/source"
)

func parse(t testing.TB, text string) (*source.Document, diagnostic.List) {
	t.Helper()
	return source.Parse("layer.yaml", []byte(text), source.CaseLimits())
}
