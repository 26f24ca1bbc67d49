package page

import "windscreen/engine/recommendation"

// cited are the clauses that the page cites, by id. all are those of the answer.
func cited(p *Page, all map[string]recommendation.Clause) map[string]recommendation.Clause {
	out := map[string]recommendation.Clause{}
	keep := func(list []Entry) {
		for _, e := range list {
			for _, id := range e.Cite {
				if c, there := all[id]; there {
					out[id] = c
				}
			}
		}
	}
	keep([]Entry{p.Head.Level})
	keep(p.Head.Under)
	keep(p.Head.Warnings)
	for _, s := range p.Sections() {
		keep(s.Entries)
	}
	return out
}
