package mutate

import (
	"math"
	"slices"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// variant is a changed condition: the part that was changed, what stands in its place (nil
// where it was left out), and the whole tree.
type variant struct {
	kind       term.Change
	part, with *lang.Node
	whole      *lang.Node
}

// varying goes through a condition and lists its small changes. It looks at named conditions
// as wholes: their parts are changed where they stand.
type varying struct {
	levels []int
	found  []variant
}

// variants are the small changes of a condition, but for always and never, each once.
func variants(root *lang.Node, levels []int, text func(*lang.Node) string) []variant {
	v := &varying{levels: levels}
	v.visit(root, true, func(n *lang.Node) *lang.Node { return n })
	seen := map[string]bool{text(root): true}
	return slices.DeleteFunc(v.found, func(x variant) bool {
		whole := text(x.whole)
		again := seen[whole]
		seen[whole] = true
		return again
	})
}

// visit lists the changes of a node and of those below it. Whole makes the whole condition of
// what stands in place of the node; negatable is whether its opposite makes a difference there.
func (v *varying) visit(n *lang.Node, negatable bool, whole func(*lang.Node) *lang.Node) {
	change := func(kind term.Change, part, with, instead *lang.Node) {
		v.found = append(v.found, variant{kind, part, with, whole(instead).Flat()})
	}
	if negatable && n.Op != lang.Const {
		opposite := not(n)
		change(term.ChangeNegated, n, opposite, opposite)
	}
	switch n.Op {
	case lang.And, lang.Or:
		other := lang.And
		if n.Op == lang.And {
			other = lang.Or
		}
		with := &lang.Node{Op: other, Args: n.Args}
		change(term.ChangeConnective, n, with, with)
		for i, a := range n.Args {
			change(term.ChangeDropped, a, nil, &lang.Node{Op: n.Op, Args: without(n.Args, i)})
		}
	case lang.AtLeastN:
		for _, k := range []int64{n.Lo - 1, n.Lo + 1} {
			if k >= 1 && k <= int64(len(n.Args)) {
				with := &lang.Node{Op: n.Op, Lo: k, Args: n.Args}
				change(term.ChangeNumber, n, with, with)
			}
		}
		if int64(len(n.Args)) > max(n.Lo, 2) {
			for i, a := range n.Args {
				change(term.ChangeDropped, a, nil, &lang.Node{Op: n.Op, Lo: n.Lo, Args: without(n.Args, i)})
			}
		}
	case lang.Const, lang.Not, lang.If, lang.Open, lang.Certain, lang.Named, lang.Judged, lang.JudgedOtherwise, lang.Ground, lang.OpenFact:
		// These have no change of their own.
	case lang.FactIn, lang.OneOf, lang.Member, lang.TimeIn, lang.Decisive, lang.CountIn:
		for _, x := range v.leaf(n) {
			change(x.kind, n, x.with, x.with)
		}
	}
	if n.Op == lang.Named {
		return
	}
	for i, a := range n.Args {
		// Two negations in a row cancel out, and what is open is so of the opposite as well.
		v.visit(a, n.Op != lang.Not && n.Op != lang.Open, func(with *lang.Node) *lang.Node {
			return whole(rebuilt(n, i, with))
		})
	}
}

// rebuilt is a node with another part.
func rebuilt(n *lang.Node, i int, with *lang.Node) *lang.Node {
	if n.Op == lang.Open && with.Op == lang.FactIn && with.Fact.Kind == vocabulary.YesNo {
		// That is how open(…) of a fact is read.
		return &lang.Node{Op: lang.OpenFact, Fact: with.Fact}
	}
	args := slices.Clone(n.Args)
	args[i] = with
	return &lang.Node{Op: n.Op, Lo: n.Lo, Args: args}
}

// not is the opposite of a node.
func not(n *lang.Node) *lang.Node {
	if n.Op == lang.Not {
		return n.Args[0]
	}
	return &lang.Node{Op: lang.Not, Args: []*lang.Node{n}}
}

// without is a list without one entry.
func without(args []*lang.Node, i int) []*lang.Node {
	return slices.Delete(slices.Clone(args), i, i+1)
}

// leaf lists what can stand in place of a node without parts.
func (v *varying) leaf(n *lang.Node) []variant {
	var out []variant
	add := func(kind term.Change, with lang.Node) { out = append(out, variant{kind: kind, with: &with}) }
	switch n.Op {
	case lang.FactIn:
		for _, b := range v.bounds(n) {
			kind := term.ChangeRung
			if n.Fact.Kind == vocabulary.Whole {
				kind = term.ChangeNumber
			}
			add(kind, lang.Node{Op: n.Op, Fact: n.Fact, Lo: b.lo, Hi: b.hi})
		}
	case lang.CountIn:
		for _, b := range v.bounds(n) {
			add(term.ChangeNumber, lang.Node{Op: n.Op, Counter: n.Counter, N: n.N, Lo: b.lo, Hi: b.hi})
		}
		if n.Counter == lang.Tally || n.Counter == lang.Domains {
			for _, level := range v.beside(n.N) {
				add(term.ChangeNumber, lang.Node{Op: n.Op, Counter: n.Counter, N: level, Lo: n.Lo, Hi: n.Hi})
			}
		}
	case lang.Decisive:
		for _, level := range v.beside(n.N) {
			add(term.ChangeNumber, lang.Node{Op: n.Op, N: level})
		}
	case lang.OneOf:
		for _, set := range otherWords(n.Set, len(n.Fact.Words)) {
			add(term.ChangeWord, lang.Node{Op: n.Op, Fact: n.Fact, Set: set})
		}
	case lang.Member:
		if words := int64(len(n.Fact.Words)); words > 1 {
			add(term.ChangeWord, lang.Node{Op: n.Op, Fact: n.Fact, Lo: (n.Lo + 1) % words})
		}
	case lang.TimeIn:
		for _, with := range lengths(n) {
			add(term.ChangeNumber, with)
		}
	case lang.Const, lang.And, lang.Or, lang.Not, lang.If, lang.AtLeastN, lang.Ground, lang.OpenFact, lang.Open, lang.Certain, lang.Named,
		lang.Judged, lang.JudgedOtherwise:
	}
	return out
}

// beside are the indexes of the levels next to one.
func (v *varying) beside(level int) []int {
	return slices.DeleteFunc([]int{level - 1, level + 1}, func(l int) bool { return l < 0 || l >= len(v.levels) })
}

type span struct{ lo, hi int64 }

// bounds are the ranges that a test of a number, a rung or a count has with one bound moved by
// one, but for those that say nothing, or that nothing meets.
func (v *varying) bounds(n *lang.Node) []span {
	least, most := int64(0), int64(math.MaxInt64-1)
	switch {
	case n.Op == lang.FactIn && n.Fact.Kind == vocabulary.YesNo:
		return nil
	case n.Op == lang.FactIn && n.Fact.Kind == vocabulary.Whole:
		least, most = n.Fact.Min, n.Fact.Max
	case n.Op == lang.FactIn:
		most = int64(len(n.Fact.Words) - 1)
	case n.Counter == lang.Level:
		least, most = int64(v.levels[0]), int64(v.levels[len(v.levels)-1])
	case n.Counter == lang.JudgedLevel:
		most = int64(v.levels[len(v.levels)-1])
	}
	var out []span
	for _, by := range []int64{-1, 1} {
		// A scale has its own ends for bounds, which stay.
		if n.Lo != math.MinInt64 && (n.Lo > least || !scaled(n)) {
			out = append(out, span{n.Lo + by, n.Hi})
		}
		if n.Hi != math.MaxInt64 && (n.Hi < most || !scaled(n)) {
			out = append(out, span{n.Lo, n.Hi + by})
		}
	}
	return slices.DeleteFunc(out, func(s span) bool {
		return s.lo > s.hi || s.lo <= least && s.hi >= most || s.hi < least || s.lo > most ||
			scaled(n) && (s.lo < least || s.hi > most)
	})
}

// scaled reports whether a node tests a scale.
func scaled(n *lang.Node) bool { return n.Op == lang.FactIn && n.Fact.Kind == vocabulary.Scale }

// otherWords are the sets of words of a choice in which one word makes way for the next that
// is not in the set or, where there are several, is left out.
func otherWords(set int64, words int) []int64 {
	all := int64(1)<<words - 1
	var out []int64
	for i := range words {
		bit := int64(1) << i
		if set&bit == 0 {
			continue
		}
		for j := 1; j < words; j++ {
			if next := int64(1) << ((i + j) % words); set&next == 0 {
				out = append(out, set&^bit|next)
				break
			}
		}
		if fewer := set &^ bit; fewer != 0 && fewer != all {
			out = append(out, fewer)
		}
	}
	return out
}

// lengths are comparisons of times with a length that is one hour, day, week or year more or
// less. A comparison of two moments has none.
func lengths(n *lang.Node) []lang.Node {
	var out []lang.Node
	for _, by := range []int64{-1, 1} {
		with := lang.Node{Op: n.Op, From: n.From, To: n.To, Length: n.Length, London: n.London, Lo: n.Lo, Hi: n.Hi}
		switch l := n.Length; {
		case l.Years > 0:
			with.Length.Years += int(by)
		case l.Days > 0 && l.Days%7 == 0:
			with.Length.Days += 7 * int(by)
		case l.Days > 0:
			with.Length.Days += int(by)
		default:
			const hour, second = 3600, 1
			bound := n.Lo
			if bound == math.MinInt64 {
				bound = n.Hi
			}
			// Below an hour there is no length to shorten.
			if bound < hour-second {
				continue
			}
			if n.Lo != math.MinInt64 {
				with.Lo += by * hour
			}
			if n.Hi != math.MaxInt64 {
				with.Hi += by * hour
			}
		}
		if n.Length.Years > 0 && with.Length.Years == 0 || n.Length.Days > 0 && with.Length.Days == 0 {
			continue
		}
		out = append(out, with)
	}
	return out
}

// constant is a condition that is always the same.
func constant(b bool) *lang.Node { return &lang.Node{Op: lang.Const, Value: logic.Of(b)} }
