package render_test

import (
	"slices"
	"strings"
	"testing"

	"windscreen/engine/family"
	"windscreen/engine/page"
	"windscreen/engine/render"
)

func TestTheFullAnswerForAFamilyHoldsThePageOfEachChild(t *testing.T) {
	a := household()
	for _, f := range []render.Format{render.Text, render.Markdown} {
		var full strings.Builder
		if err := render.Family(&full, f, a, render.Options{Full: true}); err != nil {
			t.Fatal(err)
		}
		at := 0
		for _, row := range a.Family.Rows {
			c := a.Children[slices.IndexFunc(a.Children, func(c family.Child) bool { return c.Child == row.Child })]
			var own strings.Builder
			if err := render.Page(&own, f, page.OfChild(c), render.Options{}); err != nil {
				t.Fatal(err)
			}
			i := strings.Index(full.String(), "\n"+own.String())
			if i <= at {
				t.Errorf("%s: the page of %s is not behind what comes before it", f, c.Child)
			}
			at = i
		}
	}
}
