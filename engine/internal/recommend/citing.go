package recommend

import (
	"windscreen/engine/internal/policy"
	"windscreen/engine/recommendation"
)

// cite notes that clauses are cited, and returns them.
func (b *builder) cite(ids []string) []string {
	for _, id := range ids {
		if at, ok := b.index.clauseAt[id]; ok {
			b.note(at)
		}
	}
	return b.scratch.own(ids)
}

// citeRule does the same for the clauses of a rule.
func (b *builder) citeRule(r *policy.Rule) []string {
	if b.policy.Rules[r.Index] != r {
		return b.cite(r.Cite) // a service that is only listed is not among the rules
	}
	for _, at := range b.index.cites[r.Index] {
		b.note(at)
	}
	return b.scratch.own(r.Cite)
}

// note notes that a clause is cited.
func (b *builder) note(at int) {
	if !b.cited[at] {
		b.cited[at] = true
		b.clauses++
	}
}

// citedClauses are the clauses that were cited, by id.
func (b *builder) citedClauses() map[string]recommendation.Clause {
	out := make(map[string]recommendation.Clause, b.clauses)
	for at, cited := range b.cited {
		if cited {
			out[b.index.clauseIDs[at]] = b.index.clauses[at]
		}
	}
	return out
}
