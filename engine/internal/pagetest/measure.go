package pagetest

import "windscreen/engine/page"

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
