package evaluate

import (
	"math"
	"slices"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// maxCells bounds how many ways of turning out are looked at. Facts are taken in
// vocabulary order while the product of their ways stays within it.
const maxCells = 64

// Kleene's rules call "under 13, or 13 and over" unknown while the age is. Where a
// fact that is not known is read both ways by rules that are still open, split
// looks at each way it can turn out and keeps what all have in common. A fact read
// one way only can gain nothing by this, so those are left alone; so are times and
// sets of choices, whose ways are too many.
func (o *Outcome) split(p *policy.Policy, e Evaluator, in Input) error {
	if !slices.Contains(o.Rules, logic.Unknown) {
		return nil
	}
	var facts []*vocabulary.Fact
	var ways [][]vocabulary.Value
	total := 1
	for _, r := range readings(p, o.Rules, in) {
		w := r.ways(in.Values[r.fact.Index])
		if !r.bothWays() || len(w) < 2 {
			continue
		}
		if total*len(w) > maxCells {
			break
		}
		total *= len(w)
		facts, ways = append(facts, r.fact), append(ways, w)
	}
	if len(facts) == 0 {
		return nil
	}
	before, level := slices.Clone(o.Rules), o.Level
	values := slices.Clone(in.Values)
	trial := Input{Values: values, AsOf: in.AsOf, Judgement: in.Judgement}
	one := NewFindings(p)
	for cell := range total {
		rest := cell
		for i, f := range facts {
			values[f.Index] = ways[i][rest%len(ways[i])]
			rest /= len(ways[i])
		}
		if cell == 0 {
			if err := e.Find(trial, &o.Findings); err != nil {
				return err
			}
			continue
		}
		if err := e.Find(trial, one); err != nil {
			return err
		}
		o.join(one)
	}
	if o.Level != level || !slices.Equal(o.Rules, before) {
		o.Split = facts
	}
	return nil
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
	tests []test
	// up, down and either are whether a rule is helped by more of it, by less, or
	// may be by both.
	up, down, either bool
}

// test is one test: a range of numbers, or a set of words where set is not 0.
type test struct{ lo, hi, set int64 }

// readings collects, in vocabulary order, how the open rules up to the level read
// the facts that are not known.
func readings(p *policy.Policy, truths []logic.Truth, in Input) []*factUse {
	by := make([]*factUse, len(p.Vocabulary.Facts))
	for _, r := range p.Rules[:p.FindingsEnd] {
		if truths[r.Index] != logic.Unknown {
			continue
		}
		r.When.Root.Walk(1, func(n *lang.Node, sign int) {
			if (n.Op != lang.FactIn && n.Op != lang.OneOf) || in.Values[n.Fact.Index].Known() {
				return
			}
			if by[n.Fact.Index] == nil {
				by[n.Fact.Index] = &factUse{fact: n.Fact}
			}
			by[n.Fact.Index].add(n, sign)
		})
	}
	by = slices.DeleteFunc(by, func(r *factUse) bool { return r == nil })
	if helpedByFewer(p, truths) {
		for _, r := range by {
			r.either = true
		}
	}
	return by
}

// helpedByFewer reports whether an open level criterion is helped by fewer
// findings, so that what raises an indicator or ground may lower the level.
func helpedByFewer(p *policy.Policy, truths []logic.Truth) bool {
	found := false
	for _, l := range p.Levels {
		if truths[l.Index] != logic.Unknown {
			continue
		}
		l.When.Root.Walk(1, func(n *lang.Node, sign int) {
			switch n.Op {
			case lang.Ground, lang.Decisive:
				found = found || sign <= 0
			case lang.CountIn:
				more := n.Lo > 0 && n.Hi == math.MaxInt64
				found = found || sign == 0 || more != (sign > 0)
			}
		})
	}
	return found
}

// add takes in one test of the fact.
func (r *factUse) add(n *lang.Node, sign int) {
	t := test{lo: n.Lo, hi: n.Hi, set: n.Set}
	if !slices.Contains(r.tests, t) {
		r.tests = append(r.tests, t)
	}
	all := r.fact.Unknown()
	switch {
	case sign == 0:
		r.either = true
	case n.Op == lang.OneOf || n.Lo > all.Lo && n.Hi < all.Hi:
		// A word, or a range open at neither end: both ways beside any other test.
		r.up, r.down = r.up || sign > 0, r.down || sign < 0
		r.either = r.either || len(r.tests) > 1
	case (n.Lo > all.Lo) == (sign > 0):
		r.up = true
	default:
		r.down = true
	}
}

// bothWays reports whether looking at each way the fact can turn out may tell more
// than Kleene's rules do.
func (r *factUse) bothWays() bool {
	if r.either || r.up && r.down {
		return true
	}
	// A middling range counts as up or down above; with another test it is neither.
	return len(r.tests) > 1 && slices.ContainsFunc(r.tests, func(t test) bool {
		all := r.fact.Unknown()
		return t.set != 0 || t.lo > all.Lo && t.hi < all.Hi
	})
}

// ways lists one value for each group of values that no test tells apart.
func (r *factUse) ways(v vocabulary.Value) []vocabulary.Value {
	if r.fact.Kind == vocabulary.Choice {
		return r.choices(v)
	}
	cuts := []int64{v.Lo}
	for _, t := range r.tests {
		for _, c := range []int64{t.lo, t.hi + 1} {
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
			signature[i] = t.set&(1<<word) != 0
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
	r.When.Root.Walk(1, func(n *lang.Node, sign int) {
		if n.Op != lang.FactIn && n.Op != lang.OneOf {
			return
		}
		if by[n.Fact] == nil {
			by[n.Fact] = &factUse{fact: n.Fact}
		}
		by[n.Fact].add(n, sign)
		both = both || by[n.Fact].bothWays()
	})
	return both
}

// Ways lists one value for each group of values of a fact that the policy's rules
// do not tell apart.
func Ways(p *policy.Policy, f *vocabulary.Fact, v vocabulary.Value) []vocabulary.Value {
	r := &factUse{fact: f}
	for _, rule := range p.Rules {
		rule.When.Root.Walk(1, func(n *lang.Node, sign int) {
			if n.Fact == f && (n.Op == lang.FactIn || n.Op == lang.OneOf) {
				r.add(n, sign)
			}
		})
	}
	return r.ways(v)
}
