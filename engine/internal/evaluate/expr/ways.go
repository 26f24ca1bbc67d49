package expr

import (
	"slices"
	"sort"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// mostWays is how many combinations of ways are looked at, at most.
const mostWays = 64

// test is what one rule asks of a fact: whether its number lies in a range, or, where words
// is not 0, whether its word is among some.
type test struct{ lo, hi, words int64 }

// side is whether a part of a condition being true helps the condition, hinders it, or may do
// either.
type side int

const (
	helps side = iota
	hinders
	mayDoEither
)

func (s side) other() side {
	return [...]side{helps: hinders, hinders: helps, mayDoEither: mayDoEither}[s]
}

// reading is how a rule reads one fact by one test.
type reading struct {
	fact int
	test test
	// more and less are whether more of the fact helps the rule, or less of it. among is
	// whether the test is for something between other values, such as a word, so that two
	// such tests pull apart.
	more, less, among bool
}

// readingsOf are the tests of numbers and words in a condition. Times and sets of choices are
// not looked at both ways.
func readingsOf(root *lang.Node) []reading {
	var list []reading
	walk(root, helps, func(n *lang.Node, s side) {
		if n.Op != lang.FactIn && n.Op != lang.OneOf {
			return
		}
		r := reading{fact: n.Fact.Index, test: test{n.Lo, n.Hi, n.Set}}
		least, most := lowestAndHighest(n.Fact)
		r.among = n.Op == lang.OneOf || least < n.Lo && n.Hi < most
		upwards := r.among || least < n.Lo
		r.more = s == mayDoEither || upwards == (s == helps)
		r.less = s == mayDoEither || upwards == (s == hinders)
		list = append(list, r)
	})
	return list
}

// lowestAndHighest are the ends of a fact's numbers.
func lowestAndHighest(f *vocabulary.Fact) (least, most int64) {
	switch f.Kind {
	case vocabulary.YesNo:
		return 0, 1
	case vocabulary.Scale, vocabulary.Choice:
		return 0, int64(len(f.Words) - 1)
	case vocabulary.Whole:
		return f.Min, f.Max
	case vocabulary.Choices, vocabulary.Date, vocabulary.Time:
	}
	return 0, 0
}

// walk visits each part of a condition, and what its being true does to the whole.
func walk(n *lang.Node, s side, visit func(*lang.Node, side)) {
	visit(n, s)
	for i, part := range n.Args {
		of := s
		if n.Op == lang.Not {
			of = s.other()
		}
		if n.Op == lang.If && i == 0 || n.Op == lang.Open {
			of = mayDoEither
		}
		walk(part, of, visit)
	}
}

// fewerHelp reports whether a condition is helped by a ground that does not hold, or by
// fewer signs.
func fewerHelp(root *lang.Node, s side) bool {
	found := false
	walk(root, s, func(n *lang.Node, s side) {
		switch {
		case n.Op == lang.Ground || n.Op == lang.Decisive:
			found = found || s != helps
		case n.Op == lang.CountIn:
			_, _, open := ends(n)
			found = found || s == mayDoEither || !open && s == helps || open && s == hinders
		}
	})
	return found
}

// ends are the ends of what a count is compared with, and whether it asks for some number or
// more.
func ends(n *lang.Node) (lo, hi int64, orMore bool) {
	const highest = 1<<63 - 1
	return n.Lo, n.Hi, n.Lo > 0 && n.Hi == highest
}

// looked is a fact that is looked at both ways, and its ways.
type looked struct {
	fact *vocabulary.Fact
	ways []vocabulary.Value
}

// toLookAt are the facts to look at both ways: those that are not known and that open rules read
// both ways, the most telling first. It leaves out those with which there would be too many
// combinations.
func (s *session) toLookAt(f *evaluate.Findings) (list []looked, left []*vocabulary.Fact) {
	open := map[int][]reading{}
	for i, list := range s.readings {
		if f.Rules[i] == logic.Unknown {
			for _, r := range list {
				open[r.fact] = append(open[r.fact], r)
			}
		}
	}
	fewer := false
	for i, l := range s.policy.Levels {
		fewer = fewer || s.fewer[i] && f.Rules[l.Index] == logic.Unknown
	}
	combinations := 1
	for _, fact := range s.telling {
		v := s.values[fact.Index]
		if v.Lo == v.Hi || len(open[fact.Index]) == 0 || !fewer && !bothWays(open[fact.Index]) {
			continue
		}
		ways := waysOf(fact, v, open[fact.Index])
		if len(ways) < 2 {
			continue
		}
		if combinations*len(ways) > mostWays {
			left = append(left, fact)
			continue
		}
		combinations *= len(ways)
		list = append(list, looked{fact, ways})
	}
	return list, left
}

// byPlace puts facts in the order of the vocabulary.
func byPlace(facts []*vocabulary.Fact) []*vocabulary.Fact {
	sort.Slice(facts, func(i, j int) bool { return facts[i].Index < facts[j].Index })
	return facts
}

// mostTelling are all facts, by how many tests of them pull apart in the rules up to the level, then by how many there
// are, and then by name.
func mostTelling(p *policy.Policy, readings [][]reading) []*vocabulary.Fact {
	more, less := make([]int, len(p.Vocabulary.Facts)), make([]int, len(p.Vocabulary.Facts))
	for _, list := range readings {
		for _, r := range list {
			if r.more {
				more[r.fact]++
			}
			if r.less {
				less[r.fact]++
			}
		}
	}
	facts := slices.Clone(p.Vocabulary.Facts)
	sort.Slice(facts, func(i, j int) bool {
		a, b := facts[i].Index, facts[j].Index
		if x, y := min(more[a], less[a]), min(more[b], less[b]); x != y {
			return x > y
		}
		if x, y := max(more[a], less[a]), max(more[b], less[b]); x != y {
			return x > y
		}
		return facts[i].Path < facts[j].Path
	})
	return facts
}

// bothWays reports whether more of a fact may help one open rule, and less of it another.
func bothWays(list []reading) bool {
	more, less, among, several := false, false, false, false
	for _, r := range list {
		more, less, among = more || r.more, less || r.less, among || r.among
		several = several || r.test != list[0].test
	}
	return more && less || among && several
}

// waysOf are the ways in which a fact can turn out: one for each group of values that no test
// tells apart.
func waysOf(f *vocabulary.Fact, v vocabulary.Value, list []reading) []vocabulary.Value {
	var ways []vocabulary.Value
	if f.Kind == vocabulary.Choice {
		seen := map[string]bool{}
		for word := v.Lo; word <= v.Hi; word++ {
			answers := make([]byte, len(list))
			for i, r := range list {
				answers[i] = byte(r.test.words >> word & 1)
			}
			if !seen[string(answers)] {
				seen[string(answers)] = true
				ways = append(ways, vocabulary.Value{Lo: word, Hi: word})
			}
		}
		return ways
	}
	// A new way begins where a range of a test begins, and after it ends.
	begins := []int64{v.Lo}
	for _, r := range list {
		if v.Lo < r.test.lo && r.test.lo <= v.Hi {
			begins = append(begins, r.test.lo)
		}
		if v.Lo <= r.test.hi && r.test.hi < v.Hi {
			begins = append(begins, r.test.hi+1)
		}
	}
	slices.Sort(begins)
	begins = slices.Compact(begins)
	for i, from := range begins {
		to := v.Hi
		if i+1 < len(begins) {
			to = begins[i+1] - 1
		}
		ways = append(ways, vocabulary.Value{Lo: from, Hi: to})
	}
	return ways
}

// look gives the findings that all combinations of the ways have in common.
func (s *session) look(kleene *evaluate.Findings, facts []looked) (*evaluate.Findings, error) {
	affected := s.reading(facts)
	var all *evaluate.Findings
	var try func(rest []looked) error
	try = func(rest []looked) error {
		if len(rest) > 0 {
			for _, way := range rest[0].ways {
				s.know(rest[0].fact, way)
				if err := try(rest[1:]); err != nil {
					return err
				}
			}
			return nil
		}
		one := evaluate.NewFindings(s.policy)
		copy(one.Rules, kleene.Rules)
		for _, i := range affected {
			var err error
			if one.Rules[i], err = s.rule(i, s.asOf); err != nil {
				return err
			}
		}
		if err := s.follow(one); err != nil {
			return err
		}
		if all == nil {
			all = one
		} else {
			common(all, one)
		}
		return nil
	}
	err := try(facts)
	for _, l := range facts {
		s.know(l.fact, s.values[l.fact.Index])
	}
	return all, err
}

// reading are the rules up to the level that read one of some facts.
func (s *session) reading(facts []looked) []int {
	var list []int
	for _, l := range facts {
		for _, i := range s.readers[l.fact.Index] {
			if i < s.policy.FindingsEnd {
				list = append(list, i)
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// common leaves of all what one says too.
func common(all, one *evaluate.Findings) {
	truths := func(a, b []logic.Truth) {
		for i := range a {
			if a[i] != b[i] {
				a[i] = logic.Unknown
			}
		}
	}
	ranges := func(a, b []logic.Range) {
		for i := range a {
			a[i] = logic.Range{Lo: min(a[i].Lo, b[i].Lo), Hi: max(a[i].Hi, b[i].Hi)}
		}
	}
	truths(all.Rules, one.Rules)
	truths(all.Counted, one.Counted)
	truths(all.Grounds, one.Grounds)
	truths(all.Decisive, one.Decisive)
	ranges(all.Tally, one.Tally)
	ranges(all.Domains, one.Domains)
	level := []logic.Range{all.Level}
	ranges(level, []logic.Range{one.Level})
	all.Level = level[0]
}
