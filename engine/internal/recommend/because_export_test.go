package recommend

import (
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/vocabulary"
)

// crowded is a trial of a conclusion of which a test says on which of some facts it stands.
type crowded struct {
	b        *builder
	facts    []*vocabulary.Fact
	known    []bool
	standsOn func(known []bool) bool
}

func (t *crowded) know(f *vocabulary.Fact, v vocabulary.Value) {
	for i, x := range t.facts {
		if x == f {
			t.known[i] = v != t.b.index.unknown[f.Index]
		}
	}
}

func (t *crowded) stands() bool {
	t.b.looked++
	return t.standsOn(t.known)
}

// Minimal is which of some facts of a case a conclusion rests on, by path; stands says whether it does if some of them are known.
func Minimal(m *Maker, c *casefile.Case, facts []*vocabulary.Fact, stands func(known []bool) bool) ([]string, error) {
	b, err := m.builder(c, Options{})
	if err != nil {
		return nil, err
	}
	defer b.end()
	because, _ := b.minimal(append([]*vocabulary.Fact{}, facts...), &crowded{b, facts, make([]bool, len(facts)), stands})
	var out []string
	for _, f := range because {
		out = append(out, f.Path)
	}
	return out, b.err
}
