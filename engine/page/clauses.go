package page

import "windscreen/engine/recommendation"

// cited are the clauses that the page cites, by id. all are those of the answer.
func cited(p *Page, all map[string]recommendation.Clause) map[string]recommendation.Clause {
	ids := map[string]bool{}
	note := func(list []Entry) {
		for _, e := range list {
			for _, id := range e.Cite {
				ids[id] = true
			}
		}
	}
	note([]Entry{p.Head.Level})
	note(p.Head.Under)
	note(p.Head.Warnings)
	for _, s := range p.Sections() {
		note(s.Entries)
	}
	if all == nil {
		return nil
	}
	out := make(map[string]recommendation.Clause, len(ids))
	for id := range ids {
		if c, known := all[id]; known {
			out[id] = c
		}
	}
	return out
}
