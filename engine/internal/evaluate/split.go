package evaluate

import (
	"slices"

	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// MaxCells bounds how many combinations are looked at. Facts are taken in the order of what
// they can gain (Gains). One with which there would be more combinations is left out, and the
// outcome says so.
const MaxCells = 64

// Kleene's rules call "under 13, or 13 and over" unknown where the age is not known.
// Split does better. It takes the facts that are not known and that open rules read both
// ways, looks at each way in which they can turn out, and keeps what all have in common.
//
// A fact that is read only one way can gain nothing by this, so it is left alone. So are
// times and sets of choices, which can turn out in too many ways. Where no fact is read
// both ways, the outcome stays as it is.
func (o *Outcome) split(e RuleByRule, in Input) (*Outcome, error) {
	facts, ways, total, left := e.cells(o.Rules, in)
	o.Left = left
	if len(facts) == 0 {
		return o, nil
	}
	trial := in
	trial.Values = slices.Clone(in.Values)
	both := &Outcome{Findings: *NewFindings(e.Policy), Left: left}
	one := NewFindings(e.Policy)
	for cell := range total {
		rest := cell
		for i, f := range facts {
			trial.Values[f.Index] = ways[i][rest%len(ways[i])]
			rest /= len(ways[i])
		}
		if cell == 0 {
			if err := e.find(trial, &both.Findings); err != nil {
				return nil, err
			}
			continue
		}
		if err := e.find(trial, one); err != nil {
			return nil, err
		}
		both.join(one)
	}
	if o.Level != both.Level || !slices.Equal(o.Rules, both.Rules) {
		both.Split = InOrder(facts)
	}
	return both, nil
}

// cells chooses the facts to look at both ways, from the truths of the rules up to
// the level, and lists the ways of each, how many combinations there are, and the facts for
// which there was no room.
func (e RuleByRule) cells(truths []logic.Truth, in Input) (facts []*vocabulary.Fact, ways [][]vocabulary.Value, total int,
	left []*vocabulary.Fact) {
	total = 1
	if !slices.Contains(truths, logic.Unknown) {
		return nil, nil, total, nil
	}
	all, gains := readings(e.Policy, truths, in), e.gains()
	slices.SortStableFunc(all, func(a, b *factUse) int { return gains.Compare(a.fact, b.fact) })
	for _, r := range all {
		if !r.bothWays() {
			continue
		}
		w := r.ways(in.Values[r.fact.Index])
		if len(w) < 2 {
			continue
		}
		if total*len(w) > MaxCells {
			left = append(left, r.fact)
			continue
		}
		total *= len(w)
		facts, ways = append(facts, r.fact), append(ways, w)
	}
	return facts, ways, total, InOrder(left)
}

// join keeps what two findings have in common.
func (f *Findings) join(g *Findings) {
	joinAll(f.Rules, g.Rules)
	joinAll(f.Counted, g.Counted)
	joinAll(f.Grounds, g.Grounds)
	joinAll(f.Decisive, g.Decisive)
	for i := range f.Tally {
		f.Tally[i] = f.Tally[i].Join(g.Tally[i])
		f.Domains[i] = f.Domains[i].Join(g.Domains[i])
	}
	f.Level = f.Level.Join(g.Level)
}

func joinAll(a, b []logic.Truth) {
	for i := range a {
		a[i] = logic.Join(a[i], b[i])
	}
}

// factUse is how open rules read one fact.
type factUse struct {
	fact *vocabulary.Fact
	// tests are the distinct tests of the fact's number or word.
	tests []Test
	Way
}

// readings collects, in vocabulary order, how the open rules up to the level read
// the facts that are not known.
func readings(p *policy.Policy, truths []logic.Truth, in Input) []*factUse {
	by := make([]*factUse, len(p.Vocabulary.Facts))
	for _, r := range p.Rules[:p.FindingsEnd] {
		if truths[r.Index] != logic.Unknown {
			continue
		}
		Readings(r, func(f *vocabulary.Fact, t Test, w Way) {
			if in.Values[f.Index].Known() {
				return
			}
			if by[f.Index] == nil {
				by[f.Index] = &factUse{fact: f}
			}
			by[f.Index].add(t, w)
		})
	}
	by = slices.DeleteFunc(by, func(r *factUse) bool { return r == nil })
	fewer := slices.ContainsFunc(p.Levels, func(l *policy.Level) bool {
		return truths[l.Index] == logic.Unknown && HelpedByFewer(l)
	})
	if fewer {
		for _, r := range by {
			r.Way |= Either
		}
	}
	return by
}

// add takes in one test of the fact.
func (r *factUse) add(t Test, w Way) {
	if !slices.Contains(r.tests, t) {
		r.tests = append(r.tests, t)
	}
	r.Way |= w
}

// bothWays reports whether looking at each way the fact can turn out may tell more
// than Kleene's rules do.
func (r *factUse) bothWays() bool { return r.Both(len(r.tests) > 1) }

// ways lists one value for each group of values that no test tells apart.
func (r *factUse) ways(v vocabulary.Value) []vocabulary.Value {
	if r.fact.Kind == vocabulary.Choice {
		return r.choices(v)
	}
	cuts := []int64{v.Lo}
	for _, t := range r.tests {
		for _, c := range []int64{t.Lo, t.Hi + 1} {
			if c > v.Lo && c <= v.Hi && !slices.Contains(cuts, c) {
				cuts = append(cuts, c)
			}
		}
	}
	slices.Sort(cuts)
	ways := make([]vocabulary.Value, len(cuts))
	for i, c := range cuts {
		ways[i] = vocabulary.Value{Lo: c, Hi: v.Hi}
		if i+1 < len(cuts) {
			ways[i].Hi = cuts[i+1] - 1
		}
	}
	return ways
}

// choices lists one word for each group that no test tells apart.
func (r *factUse) choices(v vocabulary.Value) []vocabulary.Value {
	var ways []vocabulary.Value
	var seen [][]bool
	for word := v.Lo; word <= v.Hi; word++ {
		signature := make([]bool, len(r.tests))
		for i, t := range r.tests {
			signature[i] = t.Set&(1<<word) != 0
		}
		if !slices.ContainsFunc(seen, func(s []bool) bool { return slices.Equal(s, signature) }) {
			seen = append(seen, signature)
			ways = append(ways, vocabulary.Exactly(word))
		}
	}
	return ways
}

// ReadsBothWays reports whether a rule by itself reads any fact both ways, so that
// looking each way the fact can turn out may tell more than Kleene's rules do.
func ReadsBothWays(r *policy.Rule) bool {
	by := map[*vocabulary.Fact]*factUse{}
	both := false
	Readings(r, func(f *vocabulary.Fact, t Test, w Way) {
		if by[f] == nil {
			by[f] = &factUse{fact: f}
		}
		by[f].add(t, w)
		both = both || by[f].bothWays()
	})
	return both
}

// Ways are, by Fact.Index, how a policy's rules tell values apart.
type Ways []factUse

// NewWays collects the tests that the policy's rules make.
func NewWays(p *policy.Policy) Ways {
	w := make(Ways, len(p.Vocabulary.Facts))
	for i, f := range p.Vocabulary.Facts {
		w[i].fact = f
	}
	for _, r := range p.Rules {
		Readings(r, func(f *vocabulary.Fact, t Test, way Way) { w[f.Index].add(t, way) })
	}
	return w
}

// Of lists one value for each group of the values in v that no rule tells apart.
func (w Ways) Of(f *vocabulary.Fact, v vocabulary.Value) []vocabulary.Value {
	return w[f.Index].ways(v)
}
