package generate_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/generate"
	"windscreen/rules"
)

var asOf = time.Date(2020, 3, 2, 14, 10, 0, 0, time.UTC)

// opened are the shipped rules.
func opened(t *testing.T) *catalogue.Whole {
	t.Helper()
	root, list := catalogue.Link(rules.FS)
	if root == nil {
		t.Fatalf("%s", list)
	}
	return root
}

// Every case is one that the reader takes, without a note, and the same by its values as by its
// text.
func TestEveryCaseReadsWithoutFaultsOrNotes(t *testing.T) {
	root := opened(t)
	reader := casefile.NewReader(root.Vocabulary)
	for seed := range uint64(40) {
		for _, known := range []int{100, 20} {
			g := generate.New(root.Vocabulary, root.Frequencies, generate.Options{Seed: seed, AsOf: asOf, Known: known, Concerns: 100})
			for _, p := range root.Policies {
				of, err := g.Read(g.Next(), p)
				if err != nil {
					t.Fatalf("seed %d: %v", seed, err)
				}
				c := of[0]
				if len(c.Notes) > 0 {
					t.Errorf("seed %d: %v", seed, c.Notes)
				}
				text, err := json.Marshal(c.Canonical(root.Vocabulary, root.London))
				if err != nil {
					t.Fatal(err)
				}
				read, list := reader.Read("case.json", text)
				if len(list) > 0 {
					t.Fatalf("seed %d: %s\n%s", seed, list, text)
				}
				if diff := cmp.Diff([]any{read.Values, read.Origins}, []any{c.Values, c.Origins}); diff != "" {
					t.Fatalf("seed %d, as read (-) and as drawn (+):\n%s\n%s", seed, diff, text)
				}
			}
		}
	}
}
