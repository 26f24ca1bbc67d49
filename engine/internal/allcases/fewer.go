package allcases

import (
	"slices"

	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/sat"
	"windscreen/engine/internal/vocabulary"
)

// A case that states least is looked for from below. It is assumed that nothing is stated. Where that cannot be, the solver
// names some things of which one has to be stated: a core. From then on it is assumed only that no more than one of these
// is, and so on, until there is a case. It states as many things as there were cores, and none states fewer.
//
// Where every core is of other things than those before it, nothing has to be counted. So cores are first collected as long
// as there are such, and only then is it asked about more than one thing of each.

// wish is that no more than so many of some formulas hold.
type wish struct {
	most int
	of   []formula.Ref
}

// broken is that more of them hold than are wished for.
func (s *search) broken(w wish) formula.Ref { return s.AtLeast(w.most+1, w.of) }

// least looks for a case that states least, and keeps it for the model in hand. It is Unsatisfiable if a case would have to
// state as many things as the question rules out, and GaveUp if that was not settled.
func (s *search) least() sat.Answer {
	var wishes, later []wish
	for _, r := range s.stated {
		wishes = append(wishes, wish{0, []formula.Ref{r}})
	}
	for cores := 0; ; {
		assumed := make([]sat.Lit, len(wishes))
		for i, w := range wishes {
			assumed[i] = s.clauses.Literal(s.broken(w).Not())
		}
		switch answer := s.ask(assumed...); {
		case answer == sat.GaveUp:
			return answer
		case answer == sat.Satisfiable && s.count() <= cores:
			s.smallest = cores == 0 || !s.skipped
			return answer
		case answer == sat.Satisfiable:
			wishes, later = append(wishes, later...), nil
			continue
		}
		core := s.clauses.Solver.Core()
		if cores++; len(core) == 0 || cores == s.FewerThan {
			if s.skipped {
				return sat.GaveUp
			}
			return sat.Unsatisfiable
		}
		wishes, later = s.relaxed(wishes, assumed, later, core)
	}
}

// relaxed takes out of wishes those of a core, and adds to later ones what can be wished for in their place.
func (s *search) relaxed(wishes []wish, assumed []sat.Lit, later []wish, core []sat.Lit) (left, more []wish) {
	one := make([]sat.Lit, len(core))
	for i, l := range core {
		one[i] = l.Not()
	}
	s.clauses.Solver.AddClause(one...)
	var together []formula.Ref
	for i, w := range wishes {
		if !slices.Contains(core, assumed[i]) {
			left = append(left, w)
			continue
		}
		together = append(together, s.broken(w))
		if w.most+1 < len(w.of) {
			later = append(later, wish{w.most + 1, w.of})
		}
	}
	if len(together) > 1 {
		later = append(later, wish{1, together})
	}
	return left, later
}

// fewer leaves out of the model in hand one thing after another.
func (s *search) fewer() {
	s.smallest = false
	var left []sat.Lit
	for _, r := range s.stated {
		if !s.says(r) {
			left = append(left, s.clauses.Literal(r.Not()))
		}
	}
	for _, r := range s.stated {
		without := s.clauses.Literal(r.Not())
		if s.says(r) && s.solve(append(left[:len(left):len(left)], without)...) == sat.Satisfiable {
			left = append(left, without)
		}
	}
}

// exactly makes what the case knows in part exact, where it then still is what was asked for: a case is easier to
// read if it says “chronic” than if it says “at least chronic”.
func (s *search) exactly(says saying, found *Found) error {
	before := slices.Clone(says.values)
	var inPart []*vocabulary.Fact
	for _, f := range s.facts() {
		v := before[f.Index]
		if f.Kind != vocabulary.Scale && f.Kind != vocabulary.Whole || v.Known() || f.IsUnknown(v) {
			continue
		}
		inPart = append(inPart, f)
		says.values[f.Index] = exact(f, v)
	}
	if len(inPart) == 0 {
		return nil
	}
	if confirmed, err := s.run(says, found); err != nil || confirmed || len(inPart) == 1 {
		return err // mostly all of it can be made exact
	}
	copy(says.values, before)
	for _, f := range inPart {
		says.values[f.Index] = exact(f, before[f.Index])
		confirmed, err := s.run(says, found)
		if err != nil {
			return err
		}
		if !confirmed {
			says.values[f.Index] = before[f.Index]
		}
	}
	return nil
}

// exact is the exact value that stands for one that is known in part: its lower bound, or its upper one if nothing is
// said of the lower.
func exact(f *vocabulary.Fact, v vocabulary.Value) vocabulary.Value {
	if v.Lo == f.Unknown().Lo {
		return vocabulary.Exactly(v.Hi)
	}
	return vocabulary.Exactly(v.Lo)
}
