package readable

import (
	"fmt"
	"math"
	"time"

	"windscreen/engine/document"
	"windscreen/engine/internal/english"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
)

// The heads of lists.
const (
	allOfThese = "All of these:"
	oneOfThese = "At least one of these:"
)

// reader puts the conditions of one policy in words.
type reader struct {
	policy *policy.Policy
	london *time.Location
}

// Condition is a condition of a policy in words.
func Condition(p *policy.Policy, london *time.Location, n *lang.Node) document.Condition {
	return (&reader{p, london}).condition(n, false)
}

// condition is a condition in words, or what is said where it does not hold. "Not" moves
// inwards, to where it reads best: nobody reads "not (A or B)" with ease.
func (r *reader) condition(n *lang.Node, not bool) document.Condition {
	switch n.Op {
	case lang.Not:
		return r.condition(n.Args[0], !not)
	case lang.And, lang.Or:
		return r.list(n, not)
	case lang.Named:
		return r.named(n, not)
	case lang.AtLeastN:
		head := fmt.Sprintf("At least %s of these:", english.Number(int(n.Lo)))
		if not {
			head = fmt.Sprintf("Fewer than %s of these:", english.Number(int(n.Lo)))
		}
		return document.Condition{Says: head, Of: r.each(n.Args, false)}
	case lang.If:
		return r.choice(n, not)
	case lang.Open:
		return under(either(not, "It is known whether:", "It is not known whether:"), r.condition(n.Args[0], false))
	case lang.Certain:
		return under(either(not, "It is not certain that:", "It is certain that:"), r.condition(n.Args[0], false))
	case lang.Const, lang.FactIn, lang.OneOf, lang.Member, lang.TimeIn, lang.Ground, lang.Decisive, lang.CountIn, lang.OpenFact,
		lang.Judged, lang.JudgedOtherwise:
	}
	return document.Condition{Says: r.statement(n, not)}
}

// list is an "and" or an "or", with what stands in another of the same kind drawn into it.
func (r *reader) list(n *lang.Node, not bool) document.Condition {
	all := (n.Op == lang.And) != not
	out := document.Condition{Says: either(all, allOfThese, oneOfThese)}
	parts := drawn(nil, n, not, all)
	for len(parts) > 0 {
		row := 1
		if !all {
			row = inARow(parts)
		}
		out.Of = append(out.Of, r.together(parts[:row]))
		parts = parts[row:]
	}
	return out
}

// asIs is a part of a list, and whether the list wants it not to hold.
type asIs struct {
	*lang.Node
	not bool
}

// drawn adds the parts of a list, and of the lists of the same kind within it.
func drawn(to []asIs, n *lang.Node, not, all bool) []asIs {
	switch {
	case n.Op == lang.Not:
		return drawn(to, n.Args[0], !not, all)
	case (n.Op == lang.And || n.Op == lang.Or) && ((n.Op == lang.And) != not) == all:
		for _, a := range n.Args {
			to = drawn(to, a, not, all)
		}
		return to
	}
	return append(to, asIs{n, not})
}

// inARow is how many parts, from the first on, ask whether one fact includes a word.
func inARow(parts []asIs) int {
	n := 1
	for first := parts[0]; first.Op == lang.Member && !first.not && n < len(parts); n++ {
		if p := parts[n]; p.Op != lang.Member || p.not || p.Fact != first.Fact {
			break
		}
	}
	return n
}

// together is one part, or several that ask about the words of one fact.
func (r *reader) together(parts []asIs) document.Condition {
	if len(parts) == 1 {
		return r.condition(parts[0].Node, parts[0].not)
	}
	out := document.Condition{Says: parts[0].Fact.Title + ": includes at least one of:"}
	for _, p := range parts {
		out.Of = append(out.Of, document.Condition{Says: p.Fact.Words[p.Lo].Says})
	}
	return out
}

// each puts several conditions in words.
func (r *reader) each(nodes []*lang.Node, not bool) []document.Condition {
	out := make([]document.Condition, len(nodes))
	for i, n := range nodes {
		out[i] = r.condition(n, not)
	}
	return out
}

// named is a named condition, by its title.
func (r *reader) named(n *lang.Node, not bool) document.Condition {
	says := n.Named.Title
	if not {
		says = "Not: " + english.LowerFirst(says)
	}
	return document.Condition{Says: says, Named: n.Named.Name}
}

// choice is a condition that depends on another.
func (r *reader) choice(n *lang.Node, not bool) document.Condition {
	return document.Condition{Says: "One of two:", Of: []document.Condition{
		{Says: allOfThese, Of: []document.Condition{r.condition(n.Args[0], false), r.condition(n.Args[1], not)}},
		{Says: allOfThese, Of: []document.Condition{r.condition(n.Args[0], true), r.condition(n.Args[2], not)}},
	}}
}

// under is a head over one condition. A list keeps its own head.
func under(head string, c document.Condition) document.Condition {
	return document.Condition{Says: head, Of: []document.Condition{c}}
}

// either is one of two words.
func either(first bool, a, b string) string {
	if first {
		return a
	}
	return b
}

// statement is a condition that asks one thing.
func (r *reader) statement(n *lang.Node, not bool) string {
	switch n.Op {
	case lang.Const:
		return either((n.Value == logic.True) != not, "Always", "Never")
	case lang.FactIn, lang.OneOf, lang.Member:
		return r.fact(n, not)
	case lang.OpenFact:
		return n.Fact.Title + ": " + either(not, "known", "not known")
	case lang.TimeIn:
		return times(n, not)
	case lang.Ground:
		return r.policy.Statutes[n.N].Title + ": " + either(not, "not made out", "made out")
	case lang.Decisive:
		return either(not, "No sign", "A sign") + " that by itself decides level " + OrAbove(r.policy, n.N)
	case lang.CountIn:
		return english.UpperFirst(count(r.policy, n, not))
	case lang.Judged:
		return either(not, "No judgement is recorded", "A judgement is recorded")
	case lang.JudgedOtherwise:
		return either(not, "No judgement of another level is recorded", "A judgement of another level is recorded")
	case lang.And, lang.Or, lang.Not, lang.If, lang.AtLeastN, lang.Open, lang.Certain, lang.Named:
		// These are lists and have heads.
	}
	return n.Text()
}

// count puts a condition on a number of signs, or on the level, in words.
func count(p *policy.Policy, n *lang.Node, not bool) string {
	lo, hi := n.Lo, n.Hi
	if not {
		switch {
		case lo > 0 && hi == math.MaxInt64:
			lo, hi = 0, lo-1
		case lo <= 0:
			lo, hi = hi+1, math.MaxInt64
		default:
			return "not: " + count(p, n, false)
		}
	}
	switch {
	case n.Counter == lang.Tally && lo == 1 && hi == math.MaxInt64:
		return "at least one sign of need at level " + OrAbove(p, n.N)
	case n.Counter == lang.Tally:
		return asked(lo, hi) + " " + Counted(p, n)
	case n.Counter == lang.Domains:
		return fmt.Sprintf("signs of need at level %s in %s domains", OrAbove(p, n.N), asked(lo, hi))
	case n.Counter == lang.JudgedLevel:
		return "the level of the judgement is " + asked(lo, hi)
	}
	return "the level is " + asked(lo, hi)
}

// Asked puts the range that a count must lie in in words: "at least 2".
func Asked(n *lang.Node) string { return asked(n.Lo, n.Hi) }

func asked(lo, hi int64) string {
	switch {
	case lo == hi:
		return fmt.Sprintf("exactly %d", lo)
	case lo <= 0:
		return fmt.Sprintf("at most %d", hi)
	case hi == math.MaxInt64:
		return fmt.Sprintf("at least %d", lo)
	default:
		return fmt.Sprintf("from %d to %d", lo, hi)
	}
}

// Counted names what a counter of signs counts.
func Counted(p *policy.Policy, n *lang.Node) string {
	if n.Counter == lang.Tally {
		return "different signs of need at level " + OrAbove(p, n.N)
	}
	return "domains with a sign of need at level " + OrAbove(p, n.N)
}

// OrAbove names a level, by its index, and those above it.
func OrAbove(p *policy.Policy, level int) string {
	if level == len(p.Levels)-1 {
		return fmt.Sprint(p.Levels[level].Number)
	}
	return fmt.Sprintf("%d or above", p.Levels[level].Number)
}
