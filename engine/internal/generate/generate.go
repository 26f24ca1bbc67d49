// Package generate makes up plausible cases, about one child or several, from how often
// facts take their values. Age comes first, then facts in an order in which each comes after
// those that say whether it applies. The reader refuses none of the cases.
//
// Package draw makes up cases as well, of any values whatever, plausible or not.
package generate

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/frequency"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// Options say which cases to make up.
type Options struct {
	// Seed decides all that is drawn: the same seed gives the same cases.
	Seed uint64
	// AsOf is the moment that cases speak of.
	AsOf time.Time
	// Known is the share of its facts that a case states, of a hundred. At 100 a case is
	// complete: it states every fact that applies to the child, exactly.
	Known int
	// Concerns cuts the chance that a fact is anything but quiet to this share of it, of a
	// hundred. At 100 the chances are those of the frequencies, under which most cases are at
	// the highest level; at 30 there are many at every level.
	Concerns int
	// Children is how many children a case is about. If it is 0, a case is about one child,
	// without a label.
	Children int
}

// Complete are the options for complete cases about one child.
func Complete(seed uint64, asOf time.Time) Options {
	return Options{Seed: seed, AsOf: asOf, Known: all, Concerns: all}
}

// all is a share of a hundred in a hundred.
const all = 100

// Case is a case that was made up.
type Case struct {
	// Children has one entry for a case about one child.
	Children []Child
	// AsOf is the moment that the case speaks of.
	AsOf time.Time
}

// Child is one child of a case.
type Child struct {
	// Label is empty in a case about one child.
	Label string
	// Values are what the case states, by Fact.Index; unknown where it states nothing. In a
	// complete case the unknown ones are those that do not apply to the child, dates of what
	// has not happened, and, for one child of several, what comes from the other children.
	Values []vocabulary.Value
}

// Generator makes up one case after another. It serves one goroutine.
type Generator struct {
	reader  casefile.Reader
	options Options
	chance  *rand.Rand
	order   []*vocabulary.Fact
	odds    []odds
	// about are the conflicts that read a fact, by Fact.Index.
	about [][]*vocabulary.Conflict
	// values are those being drawn, of one child.
	values []vocabulary.Value
}

// New makes a generator. Labels are needed for several children only.
func New(v *vocabulary.Vocabulary, f *frequency.Frequencies, o Options) *Generator {
	g := &Generator{
		reader: casefile.NewReader(v), options: o, chance: rand.New(rand.NewPCG(o.Seed, stream)),
		order: inOrder(v), about: make([][]*vocabulary.Conflict, len(v.Facts)),
	}
	for i := range v.Conflicts {
		c := &v.Conflicts[i]
		c.When.Facts(func(f *vocabulary.Fact) {
			if !slices.Contains(g.about[f.Index], c) {
				g.about[f.Index] = append(g.about[f.Index], c)
			}
		})
	}
	g.odds = g.allOdds(f)
	return g
}

// stream is the second half of the seed. A case drawn with a seed would change with it.
const stream = 13

// first are the facts that come before all others, where the vocabulary has them: many others
// apply only at some ages.
var first = []string{"child.unborn", "child.age", "child.date_of_birth", "child.expected_on", "child.sex"}

// inOrder is the order in which facts are drawn.
func inOrder(v *vocabulary.Vocabulary) []*vocabulary.Fact {
	var out []*vocabulary.Fact
	add := func(f *vocabulary.Fact) {
		if f != nil && !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	for _, path := range first {
		add(v.Fact(path))
	}
	for _, f := range v.Facts {
		if f.Applies == nil {
			add(f)
		}
	}
	for _, f := range v.Limited {
		add(f)
	}
	return out
}

// Next makes up the next case.
func (g *Generator) Next() Case {
	c := Case{AsOf: g.options.AsOf.In(g.reader.London)}
	if g.options.Children == 0 {
		c.Children = []Child{{Values: g.child(nil)}}
	}
	var home []vocabulary.Value
	for i := range g.options.Children {
		values := g.child(home)
		if i == 0 {
			home = slices.Clone(values)
		}
		for _, f := range g.reader.Vocabulary.Facts {
			if f.Of != term.OfChild && f.IsUnknown(home[f.Index]) {
				home[f.Index] = values[f.Index] // it applies because of this child
			}
		}
		c.Children = append(c.Children, Child{Label: fmt.Sprintf("child %d", i+1), Values: values})
	}
	for _, child := range c.Children {
		for _, f := range g.reader.Vocabulary.Facts {
			if home != nil && f.Of != term.OfChild {
				child.Values[f.Index] = home[f.Index]
			}
		}
	}
	g.forget(c.Children)
	return c
}

// Read is a case as the reader would read it under a policy, one for each child. What the
// children take from each other is not in it yet; see recommend.Together. The error says that the
// case cannot be, which is a fault of this package.
func (g *Generator) Read(c Case, p *policy.Policy) ([]*casefile.Case, error) {
	var out []*casefile.Case
	for _, child := range c.Children {
		of, list := g.reader.Stating(child.Label, c.AsOf, child.Values)
		if err := list.Err(); err != nil {
			return nil, err
		}
		of.Policy = p.ID
		out = append(out, of)
	}
	return out, nil
}

// child draws every fact of a child. What is of the home or the case is taken from an earlier
// child, if there is one.
func (g *Generator) child(home []vocabulary.Value) []vocabulary.Value {
	v := g.reader.Vocabulary
	g.values = make([]vocabulary.Value, len(v.Facts))
	out := make([]vocabulary.Value, len(v.Facts))
	for _, f := range v.Facts {
		g.values[f.Index] = f.Unknown()
		if home != nil && f.Of != term.OfChild {
			g.values[f.Index] = home[f.Index]
		}
		out[f.Index] = g.values[f.Index]
	}
	for _, f := range g.order {
		if home != nil && f.Of != term.OfChild && !f.IsUnknown(home[f.Index]) {
			continue
		}
		if !g.applies(f) {
			g.values[f.Index] = f.Unknown()
			if f.Otherwise != nil {
				g.values[f.Index] = *f.Otherwise
			}
			continue
		}
		out[f.Index] = g.fact(f)
		g.values[f.Index] = out[f.Index]
	}
	return out
}
