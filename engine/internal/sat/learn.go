package sat

// mark is how learning sees a variable.
type mark uint8

const (
	unmarked mark = iota
	// inClause: its literal is in the clause that is being learnt, or was until the
	// clause that forced it was put in its place.
	inClause
	// follows and needed: whether its value follows from the literals in the clause.
	follows
	needed
)

// note marks a variable until unmark is called.
func (s *Solver) note(v int, m mark) {
	s.mark[v] = m
	s.marked = append(s.marked, v)
}

// unmark takes all marks away.
func (s *Solver) unmark() {
	for _, v := range s.marked {
		s.mark[v] = unmarked
	}
	s.marked = s.marked[:0]
}

// analyse works out of a clause that is in conflict a clause that the formula implies, and
// the level to go back to. There the first literal of the clause is forced, as all the
// others are false. The conflict must rest on at least one guess.
//
// It starts with the clause in conflict and replaces its literals by the reasons for
// them, latest first, until one literal of the last level is left.
func (s *Solver) analyse(conflict *clause) (lits []Lit, level int) {
	defer s.unmark()
	lits = []Lit{none}
	here, because := 0, conflict
	at := len(s.trail)
	for {
		s.credit(because)
		for _, l := range because.lits {
			v := l.Var()
			if s.mark[v] != unmarked || s.level[v] == 0 {
				continue
			}
			s.note(v, inClause)
			s.order.bump(v)
			if int(s.level[v]) == len(s.guesses) {
				here++
			} else {
				lits = append(lits, l)
			}
		}
		for at--; s.mark[s.trail[at].Var()] == unmarked; at-- {
		}
		lits[0] = s.trail[at].Not()
		if here--; here == 0 {
			break
		}
		because = s.reason[lits[0].Var()]
	}
	lits = s.shorten(lits)
	for i, l := range lits[1:] {
		if at := int(s.level[l.Var()]); at > level {
			// The second literal is watched, so it must be the last to become open again.
			level = at
			lits[1], lits[i+1] = lits[i+1], lits[1]
		}
	}
	return lits, level
}

// shorten leaves out the literals, but for the first, that follow from the others.
func (s *Solver) shorten(lits []Lit) []Lit {
	short := lits[:1]
	for _, l := range lits[1:] {
		if !s.implied(l) {
			short = append(short, l)
		}
	}
	return short
}

// implied reports whether the literal is false because marked literals are.
func (s *Solver) implied(l Lit) bool {
	because := s.reason[l.Var()]
	if because == nil {
		return false
	}
	for _, other := range because.lits {
		v := other.Var()
		if v == l.Var() || s.level[v] == 0 {
			continue
		}
		switch s.mark[v] {
		case inClause, follows:
		case needed:
			return false
		case unmarked:
			if !s.implied(other) {
				s.note(v, needed)
				return false
			}
			s.note(v, follows)
		}
	}
	return true
}

// blame gives the assumptions that make the assumption l false, and l itself. Only
// assumptions have been guessed so far.
func (s *Solver) blame(l Lit) []Lit {
	defer s.unmark()
	core := []Lit{l}
	if s.level[l.Var()] == 0 {
		return core
	}
	s.note(l.Var(), inClause)
	for at := len(s.trail) - 1; at >= s.guesses[0]; at-- {
		v := s.trail[at].Var()
		if s.mark[v] == unmarked {
			continue
		}
		if s.reason[v] == nil {
			core = append(core, s.trail[at])
			continue
		}
		for _, other := range s.reason[v].lits {
			if s.level[other.Var()] > 0 && s.mark[other.Var()] == unmarked {
				s.note(other.Var(), inClause)
			}
		}
	}
	return core
}
