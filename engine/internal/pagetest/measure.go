package pagetest

import "windscreen/engine/page"

// FirstStep is the line on which the first step stands.
func FirstStep(p *page.Page) int {
	n := 1
	for _, b := range p.Blocks(page.Width) {
		if b.Part == page.PartEntry && b.Kind != "" {
			break
		}
		n += len(b.Lines)
	}
	return n
}

// Clauses is how many ids of clauses the screen shows.
func Clauses(p *page.Page) int {
	n := 0
	for _, e := range entries(p) {
		if page.FirstClause(e) != "" {
			n++
		}
	}
	return n
}
