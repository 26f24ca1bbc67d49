package casefile_test

import (
	"encoding/json"
	"testing"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/source"
)

func parse(t testing.TB, text string) (*source.Document, diagnostic.List) {
	t.Helper()
	return source.Parse("layer.yaml", []byte(text), source.CaseLimits())
}

// canonical is the canonical form of a case.
func canonical(t testing.TB, r casefile.Reader, c *casefile.Case) string {
	t.Helper()
	data, err := json.Marshal(c.Canonical(r.Vocabulary, r.London))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
