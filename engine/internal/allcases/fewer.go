package allcases

import (
	"slices"

	"windscreen/engine/internal/sat"
	"windscreen/engine/internal/vocabulary"
)

// fewer looks for cases that state less, until there is none. First it leaves out one thing after another; then
// it asks for any case that states fewer.
func (s *search) fewer() {
	s.smallest = false
	left := slices.Clone(s.plain)
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
	for {
		n := s.count()
		if n == 0 {
			s.smallest = true
			return
		}
		under := s.clauses.Literal(s.AtLeast(n, s.stated).Not())
		if answer := s.solve(append(s.plain[:len(s.plain):len(s.plain)], under)...); answer != sat.Satisfiable {
			s.smallest = answer == sat.Unsatisfiable
			return
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
