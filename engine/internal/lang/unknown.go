package lang

import (
	"slices"

	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// NeverUnknown reports whether the node alone proves that it never comes out
// unknown, whatever is known of a case. It is sound and not complete: false says
// only that there is no such proof.
//
// What asks about ignorance is never unknown itself. Neither is a condition that
// asks whether the things it reads are open, and is settled where they are:
// !open(x) && x, certain(x) && x, and open(x) || !x.
func (n *Node) NeverUnknown() bool { return n.neverUnknown(known{}) }

// NeverUnknownInACase is NeverUnknown for what a case comes to once what the vocabulary
// presumes was put in: a number is then known to lie within what is presumed, or beyond it.
func (n *Node) NeverUnknownInACase() bool { return n.neverUnknown(known{presumed: true}) }

// AsksKnown reports whether a condition asks anywhere what is known. If it does, it may come out otherwise as more becomes
// known, although it is true or false now.
func (n *Node) AsksKnown() bool {
	return n.Op == Open || n.Op == OpenFact || n.Op == Certain || slices.ContainsFunc(n.Args, (*Node).AsksKnown)
}

// known is what a proof may take for known: facts exactly, conditions as to whether
// they are true.
type known struct {
	facts      []*vocabulary.Fact
	conditions []*Node
	// presumed is whether what the vocabulary presumes was put in.
	presumed bool
}

func (n *Node) neverUnknown(k known) bool {
	if n.among(k.conditions) {
		return true
	}
	switch n.Op {
	case Const:
		return n.Value != logic.Unknown
	case OpenFact, Open, Certain, Judged, JudgedOtherwise:
		return true
	case FactIn, OneOf, Member, TimeIn:
		if k.presumed && n.Op == FactIn && n.decidedByPresumption() {
			return true
		}
		proved := true
		n.Facts(func(f *vocabulary.Fact) { proved = proved && slices.Contains(k.facts, f) })
		return proved
	case Ground, Decisive, CountIn:
		return false
	case And, Or:
		k = n.learn(k)
	case Not, If, AtLeastN, Named:
		// These are known where all their parts are.
	}
	return !slices.ContainsFunc(n.Args, func(a *Node) bool { return !a.neverUnknown(k) })
}

// decidedByPresumption reports whether a test of a number comes out the same all over what is
// presumed of it, all below that, and all above.
func (n *Node) decidedByPresumption() bool {
	p, all := n.Fact.Presumed, n.Fact.Unknown()
	if p == nil {
		return false
	}
	for _, part := range []vocabulary.Value{{Lo: all.Lo, Hi: p.Lo - 1}, *p, {Lo: p.Hi + 1, Hi: all.Hi}} {
		inside, outside := part.Lo >= n.Lo && part.Hi <= n.Hi, part.Hi < n.Lo || part.Lo > n.Hi
		if part.Lo <= part.Hi && !inside && !outside {
			return false
		}
	}
	return true
}

// learn adds what the parts of an And or Or may take for known. A part !open(x) makes
// an "and" false while x is open, whatever its other parts come to, so these may take x
// for known. A part open(x) does the same in an "or", by making it true.
func (n *Node) learn(k known) known {
	k.facts, k.conditions = slices.Clip(k.facts), slices.Clip(k.conditions)
	for _, a := range n.Args {
		a, negated := a.bare(), false
		if a.Op == Not {
			a, negated = a.Args[0].bare(), true
		}
		if a.Op == Certain && negated == (n.Op == Or) {
			// Where a.Args[0] is not certain, the whole is settled: "and" is false, "or" is
			// true. So the other parts may take it for certainly true, and where it is an
			// "and", each of its parts too.
			k.conditions = append(k.conditions, a.Args[0])
			if asked := a.Args[0].bare(); asked.Op == And {
				k.conditions = append(k.conditions, asked.Args...)
			}
		}
		if negated != (n.Op == And) {
			continue
		}
		// A date that is not open may be known to the month alone.
		if a.Op == OpenFact && !a.Fact.Dated() {
			k.facts = append(k.facts, a.Fact)
		}
		if a.Op == Open {
			asked := a.Args[0].bare()
			k.conditions = append(k.conditions, asked)
			if asked.Op == n.Op && !slices.ContainsFunc(asked.Args, func(p *Node) bool { return !p.among(n.Args) }) {
				// In a || b || open(a || b), take a || b for known. Either it is true, and so
				// is the whole; or it is false, and then both a and b are known. The same goes
				// for "and".
				k.conditions = append(k.conditions, asked.Args...)
			}
		}
	}
	return k
}

// bare sees through names.
func (n *Node) bare() *Node {
	for n.Op == Named {
		n = n.Args[0]
	}
	return n
}

// among reports whether one of several nodes asks the same as n.
func (n *Node) among(nodes []*Node) bool {
	return slices.ContainsFunc(nodes, func(o *Node) bool { return Same(n, o) })
}

// Same reports whether two nodes ask the same, wherever they stand and whatever they are
// called.
func Same(a, b *Node) bool {
	return SameIn(a, b, func(f *vocabulary.Fact) *vocabulary.Fact { return f })
}

// SameIn is Same for nodes of two vocabularies: in gives, for a fact that a reads, the one that b has to read.
func SameIn(a, b *Node, in func(*vocabulary.Fact) *vocabulary.Fact) bool {
	a, b = a.bare(), b.bare()
	same := func(f, g *vocabulary.Fact) bool { return f == nil && g == nil || f != nil && in(f) == g }
	return a.Op == b.Op && same(a.Fact, b.Fact) && a.Value == b.Value && a.Lo == b.Lo && a.Hi == b.Hi && a.Set == b.Set &&
		a.Counter == b.Counter && a.N == b.N && same(a.From.Fact, b.From.Fact) && same(a.To.Fact, b.To.Fact) &&
		a.Length == b.Length && slices.EqualFunc(a.Args, b.Args, func(x, y *Node) bool { return SameIn(x, y, in) })
}
