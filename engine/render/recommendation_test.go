package render_test

import (
	"bytes"
	"io"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/render"
)

func TestExamplesLookAsTheyDidBefore(t *testing.T) {
	looks := map[string]struct {
		format  render.Format
		options render.Options
	}{
		"txt":         {render.Text, render.Options{Full: true}},
		"colour.txt":  {render.Text, render.Options{Full: true, Colour: true}},
		"rules50.txt": {render.Text, render.Options{Full: true, Rules: true, Width: 50}},
		"md":          {render.Markdown, render.Options{Full: true}},
		"json":        {render.JSON, render.Options{Full: true}},
		"yaml":        {render.YAML, render.Options{Full: true}},
		"screen.txt":  {render.Text, render.Options{More: "Everything: --full"}},
		"brief.json":  {render.JSON, render.Options{}},
	}
	for name, r := range examples() {
		for ending, look := range looks {
			golden(t, filepath.Join("recommendation", name+"."+ending), func(w io.Writer) error {
				return render.Recommendation(w, look.format, r, look.options)
			})
		}
	}
}

// TestRenderingLeavesTheRecommendationAlone guards callers that render one value
// several times, or at the same time.
func TestRenderingLeavesTheRecommendationAlone(t *testing.T) {
	for name, r := range examples() {
		for _, f := range render.KindRecommendation.Formats() {
			if err := render.Recommendation(&bytes.Buffer{}, f, r, render.Options{Full: true, Rules: true}); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(examples()[name], r); diff != "" {
			t.Errorf("%s was changed (-before +after):\n%s", name, diff)
		}
	}
}
