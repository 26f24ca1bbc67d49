package render_test

import (
	"errors"
	"strings"
	"testing"

	"windscreen/engine/comparison"
	"windscreen/engine/page"
	"windscreen/engine/render"
)

// full is a writer that takes nothing.
type full struct{}

// Write fails.
func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestAComparisonNeedsAPageForEachPolicy(t *testing.T) {
	c := &comparison.Child{Comparison: &comparison.Comparison{Policies: []comparison.Side{{Policy: "made-<up>"}}}}
	pages := map[string]*page.Page{"made-<up>": {}}
	var out strings.Builder
	if err := render.ComparisonScreen(&out, c, pages, "/policies/"); err != nil {
		t.Fatal(err)
	}
	if s := out.String(); strings.Contains(s, "<up>") || !strings.Contains(s, "No step stands on the first screen.") {
		t.Errorf("the piece is\n%s", s)
	}
	if err := render.ComparisonScreen(&out, c, nil, ""); err == nil {
		t.Error("a policy without a page is compared")
	}
	if err := render.ComparisonScreen(&out, nil, nil, ""); err == nil {
		t.Error("nothing is compared")
	}
	if err := render.ComparisonScreen(full{}, c, pages, ""); err == nil {
		t.Error("a writer that fails was written to")
	}
}
