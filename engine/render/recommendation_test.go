package render_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/render"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestExamplesLookAsTheyDidBefore(t *testing.T) {
	looks := map[string]struct {
		format  render.Format
		options render.Options
	}{
		"txt":         {render.Text, render.Options{}},
		"colour.txt":  {render.Text, render.Options{Colour: true}},
		"rules50.txt": {render.Text, render.Options{Rules: true, Width: 50}},
		"md":          {render.Markdown, render.Options{}},
		"json":        {render.JSON, render.Options{}},
		"yaml":        {render.YAML, render.Options{}},
	}
	for name, r := range examples() {
		for ending, look := range looks {
			file := filepath.Join("testdata", "recommendation", name+"."+ending)
			t.Run(file, func(t *testing.T) {
				var got bytes.Buffer
				if err := render.Recommendation(&got, look.format, r, look.options); err != nil {
					t.Fatal(err)
				}
				if *update {
					if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(file)
				if err != nil {
					t.Fatalf("%v; run the test with -update to write it", err)
				}
				if diff := cmp.Diff(string(want), got.String()); diff != "" {
					t.Errorf("not as before (-before +now):\n%s", diff)
				}
			})
		}
	}
}

// TestRenderingLeavesTheRecommendationAlone guards callers that render one value
// several times, or at the same time.
func TestRenderingLeavesTheRecommendationAlone(t *testing.T) {
	for name, r := range examples() {
		for _, f := range render.KindRecommendation.Formats() {
			if err := render.Recommendation(&bytes.Buffer{}, f, r, render.Options{Rules: true}); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(examples()[name], r); diff != "" {
			t.Errorf("%s was changed (-before +after):\n%s", name, diff)
		}
	}
}
