package sat

import "slices"

// Shrink leaves out of assumptions that cannot hold together those that are not needed for
// that. If minimal is true, the rest can hold as soon as any one of them is left out. If it
// is false, a question was given up, and more could perhaps be left out. Each question has
// the budget. The assumptions are to be a core; where they can hold together, or where the
// budget does not show that they cannot, ok is false.
func (s *Solver) Shrink(budget int, assumptions ...Lit) (core []Lit, minimal, ok bool) {
	if s.Solve(budget, assumptions...) != Unsatisfiable {
		return nil, false, false
	}
	core, minimal = s.Core(), true
	for i := 0; i < len(core); {
		without := slices.Delete(slices.Clone(core), i, i+1)
		switch s.Solve(budget, without...) {
		case Unsatisfiable:
			// What was found to be needed so far stays needed, and stands first.
			rest := s.core
			core = slices.DeleteFunc(without, func(l Lit) bool { return !slices.Contains(rest, l) })
		case GaveUp:
			minimal = false
			i++
		case Satisfiable:
			i++
		}
	}
	s.model, s.core = nil, slices.Clone(core)
	return core, minimal, true
}
