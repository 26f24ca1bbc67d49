package render_test

import (
	"strings"
	"testing"

	"windscreen/engine/page"
	rec "windscreen/engine/recommendation"
	"windscreen/engine/render"
)

// forFamily is a copy for a family.
func forFamily() *page.Copy {
	hub := theHub()
	p := &page.Page{ForFamily: true, Why: []page.Section{},
		Head: page.Head{Level: says("Help at level 3, Intensive."), Under: []page.Entry{says("Help from several services.")},
			Scale: scaleTo(3, 3), Document: "Bexley, February 2020. Mon 2 Mar 2020 at 14:10."},
		Steps: page.Section{Heading: "What you can do", Entries: []page.Entry{
			says("Say whether you agree to this help."),
			{Text: "To ask about it, ring the hub: 020 3045 5440, open until 17:00 today.", Cite: []string{"BEX-ROUTE-01"}, Contact: hub}}},
		Family: page.Section{Heading: "What you should know", Entries: []page.Entry{
			row("Agreement", "Only if you agree.", "BEX-L3-CONSENT-01")}},
		Next: page.Section{Heading: "What happens next", Entries: []page.Entry{
			row("Tue 3 Mar 17:00", "The hub decides.", "BEX-APP2-07")}},
		Foot: "This copy was made for you from a longer page."}
	return &page.Copy{Format: rec.FormatVersion, Kind: page.KindCopy, Page: p}
}

func TestCopiesLookAsTheyDidBefore(t *testing.T) {
	one := of(render.Copies, []render.NamedCopy{{File: "a.yaml", Copy: forFamily()}})
	two := of(render.Copies, []render.NamedCopy{{File: "a.yaml", Copy: forFamily()}, {File: "b.yaml", Copy: forFamily()}})
	goldens(t, map[string]look{
		"copy/one.txt":  {one, render.Text, render.Options{}},
		"copy/one.md":   {one, render.Markdown, render.Options{}},
		"copy/one.html": {one, render.HTML, render.Options{}},
		"copy/one.json": {one, render.JSON, render.Options{}},
		"copy/two.txt":  {two, render.Text, render.Options{}},
	})
	if err := two(&strings.Builder{}, render.HTML, render.Options{}); err == nil {
		t.Error("two copies are one HTML file")
	}
}
