package casefile_test

import (
	"encoding/json"
	"io/fs"
	"testing"

	"pgregory.net/rapid"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/shippedroot"
	"windscreen/engine/internal/source"
)

// linked reads a rule root that must be sound.
func linked(t testing.TB, root fs.FS) *catalogue.Whole {
	t.Helper()
	whole, list := catalogue.Link(root)
	if whole == nil {
		t.Fatalf("%s", list)
	}
	return whole
}

func shipped(t testing.TB) *catalogue.Whole {
	t.Helper()
	return shippedroot.Rules(t)
}

func reader(t testing.TB) casefile.Reader {
	t.Helper()
	return casefile.NewReader(shipped(t).Vocabulary)
}

// read reads a case that must be sound.
func read(t rapid.TB, r casefile.Reader, text string) *casefile.Case {
	t.Helper()
	c, list := r.Read("case.yaml", []byte(text))
	if c == nil {
		t.Fatalf("%s", list)
	}
	return c
}

// layers are documents laid over each other.
func layers(t testing.TB, texts ...string) []casefile.Layer {
	t.Helper()
	var out []casefile.Layer
	for _, text := range texts {
		doc, list := source.Parse("layer.yaml", []byte(text), source.CaseLimits())
		if doc == nil {
			t.Fatalf("%s", list)
		}
		out = append(out, casefile.Layer{File: doc.File, Node: doc.Root})
	}
	return out
}

// value is what is known of a fact and where from.
type value struct {
	Says   string
	Origin casefile.Origin
}

// known is the value of a fact in a case.
func known(r casefile.Reader, c *casefile.Case, path string) value {
	f := r.Vocabulary.Fact(path)
	return value{f.Says(c.Values[f.Index], r.London), c.Origins[f.Index]}
}

// canonical is the canonical form of a case.
func canonical(t rapid.TB, r casefile.Reader, c *casefile.Case) string {
	t.Helper()
	data, err := json.Marshal(c.Canonical(r.Vocabulary, r.London))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// again reads the canonical form of a case.
func again(t rapid.TB, r casefile.Reader, c *casefile.Case) *casefile.Case {
	t.Helper()
	return read(t, r, canonical(t, r, c))
}
