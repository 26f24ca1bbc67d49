package pagetest_test

import (
	"testing"

	"windscreen/engine/internal/pagetest"
	"windscreen/engine/page"
)

func TestMeasuresOfAPage(t *testing.T) {
	p := &page.Page{
		Head: page.Head{Level: page.Entry{Text: "Level 3."}, Document: "Bexley, February 2020."},
		Steps: page.Section{Heading: "Do next", Entries: []page.Entry{
			{Text: "Send the form.", Cite: []string{"B-1", "B-2"}}, {Text: "Write it down."},
		}},
		Family: page.Section{Heading: "The family", Entries: []page.Entry{{Label: "Telling", Text: "Expected.", Cite: []string{"B-3"}}}},
	}
	head := 0
	for _, b := range p.Blocks(page.Width) {
		if b.Entry.Text == "Send the form." {
			break
		}
		head += len(b.Lines)
	}
	if n := page.FirstStep(p); n != head+1 || n < 4 {
		t.Errorf("the first step is on line %d, and %d lines stand above it", n, head)
	}
	if n := pagetest.Clauses(p); n != 2 {
		t.Errorf("%d clauses; a screen shows one behind each of two entries", n)
	}
}
