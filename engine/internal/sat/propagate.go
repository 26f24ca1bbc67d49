package sat

// clause is a list of literals of which one has to be true. The first two are watched:
// while neither is false, the clause forces nothing and is not looked at.
type clause struct {
	lits []Lit
	// activity is how much the clause was in conflicts lately, and spread how many
	// different levels its literals stood on when it was learnt. Few is good: such a
	// clause forces something after few guesses.
	activity float64
	spread   int
	learnt   bool
}

// watch is a clause to look at when a literal becomes false. While other, a literal of the
// same clause, is true, the clause itself need not be read.
type watch struct {
	clause *clause
	other  Lit
}

// watch has the clause looked at when one of its first two literals becomes false.
func (s *Solver) watch(c *clause) {
	s.watches[c.lits[0]] = append(s.watches[c.lits[0]], watch{c, c.lits[1]})
	s.watches[c.lits[1]] = append(s.watches[c.lits[1]], watch{c, c.lits[0]})
}

// set makes an open literal true, because a clause forces it or, without one, as a guess.
func (s *Solver) set(l Lit, because *clause) {
	s.truth[l], s.truth[l.Not()] = isTrue, isFalse
	s.level[l.Var()] = int32(len(s.guesses))
	s.reason[l.Var()] = because
	s.trail = append(s.trail, l)
}

// propagate follows what the values so far force. It gives a clause that can no longer
// hold, or nil if there is none.
func (s *Solver) propagate() *clause {
	for s.followed < len(s.trail) {
		l := s.trail[s.followed].Not()
		s.followed++
		if conflict := s.follow(l); conflict != nil {
			s.followed = len(s.trail)
			return conflict
		}
	}
	return nil
}

// follow looks at the clauses that watch a literal which has become false. Each finds
// another literal to watch, forces its last one, or is in conflict.
func (s *Solver) follow(l Lit) *clause {
	all := s.watches[l]
	kept := all[:0]
	for i, w := range all {
		if s.truth[w.other] == isTrue {
			kept = append(kept, w)
			continue
		}
		lits := w.clause.lits
		if lits[0] == l {
			lits[0], lits[1] = lits[1], lits[0]
		}
		first := watch{w.clause, lits[0]}
		if s.truth[lits[0]] != isTrue && s.rewatch(first) {
			continue
		}
		kept = append(kept, first)
		switch s.truth[lits[0]] {
		case isTrue:
		case isOpen:
			s.set(lits[0], w.clause)
		case isFalse:
			s.watches[l] = append(kept, all[i+1:]...)
			return w.clause
		}
	}
	s.watches[l] = kept
	return nil
}

// rewatch has a clause watch another literal in place of its second, which is false, and
// reports whether there is one that is not false too.
func (s *Solver) rewatch(w watch) bool {
	lits := w.clause.lits
	for k := 2; k < len(lits); k++ {
		if s.truth[lits[k]] != isFalse {
			lits[1], lits[k] = lits[k], lits[1]
			s.watches[lits[1]] = append(s.watches[lits[1]], w)
			return true
		}
	}
	return false
}

// backtrack takes back every value that rests on more guesses than level.
func (s *Solver) backtrack(level int) {
	if len(s.guesses) <= level {
		return
	}
	start := s.guesses[level]
	for _, l := range s.trail[start:] {
		s.truth[l], s.truth[l.Not()] = isOpen, isOpen
		s.reason[l.Var()] = nil
		s.phase[l.Var()] = !l.Negated()
		s.order.offer(l.Var())
	}
	s.trail = s.trail[:start]
	s.guesses = s.guesses[:level]
	s.followed = start
}
