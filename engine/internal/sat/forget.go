package sat

import (
	"cmp"
	"slices"
)

// firstKeep is how many learnt clauses are kept at first, and moreKeep how many more each
// time some were dropped: without end, so that the search ends.
const (
	firstKeep = 2000
	moreKeep  = 500
	// goodSpread is the spread up to which a clause is never dropped.
	goodSpread = 2
)

// take adds a learnt clause and sets its first literal, which it forces.
func (s *Solver) take(lits []Lit) {
	if s.told != nil {
		s.told(slices.Clone(lits))
	}
	if len(lits) == 1 {
		s.set(lits[0], nil)
		return
	}
	c := &clause{lits: lits, learnt: true, spread: s.spread(lits)}
	s.learnt = append(s.learnt, c)
	s.watch(c)
	s.credit(c)
	s.set(lits[0], c)
}

// spread is on how many different levels the literals of a clause stood that was learnt.
// The first has no value at the moment, but stood on a level of its own.
func (s *Solver) spread(lits []Lit) int {
	levels := make([]int32, 0, len(lits))
	for _, l := range lits[1:] {
		levels = append(levels, s.level[l.Var()])
	}
	slices.Sort(levels)
	return len(slices.Compact(levels)) + 1
}

// credit notes that a clause was of use, if it is one that could be dropped.
func (s *Solver) credit(c *clause) {
	if !c.learnt {
		return
	}
	c.activity += s.clauseStep
	if c.activity > large {
		for _, other := range s.learnt {
			other.activity /= large
		}
		s.clauseStep /= large
	}
}

// forget drops the less useful half of the learnt clauses, if there are too many. What
// they said still follows from the formula.
func (s *Solver) forget() {
	if len(s.learnt) < s.keep {
		return
	}
	s.keep += moreKeep
	slices.SortStableFunc(s.learnt, func(a, b *clause) int {
		return cmp.Or(cmp.Compare(a.spread, b.spread), cmp.Compare(b.activity, a.activity))
	})
	half := len(s.learnt) / 2
	dropped := map[*clause]bool{}
	kept := s.learnt[:half]
	for _, c := range s.learnt[half:] {
		if c.spread <= goodSpread || s.reason[c.lits[0].Var()] == c {
			kept = append(kept, c)
		} else {
			dropped[c] = true
		}
	}
	clear(s.learnt[len(kept):])
	s.learnt = kept
	for l := range s.watches {
		s.watches[l] = slices.DeleteFunc(s.watches[l], func(w watch) bool {
			return w.clause.learnt && dropped[w.clause]
		})
	}
}
