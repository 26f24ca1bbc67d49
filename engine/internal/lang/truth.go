package lang

import (
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// Truth evaluates the node by Kleene's rules. It allocates nothing.
func (n *Node) Truth(e *Env) logic.Truth {
	switch n.Op {
	case Const:
		return n.Value
	case And:
		return n.and(e)
	case Or:
		return n.or(e)
	case Not:
		return n.Args[0].Truth(e).Not()
	case If:
		return n.choose(e)
	case AtLeastN:
		return n.atLeast(e)
	case FactIn:
		return e.Values[n.Fact.Index].Range().Within(n.Lo, n.Hi)
	case OneOf:
		return n.oneOf(e.Values[n.Fact.Index])
	case Member:
		return n.member(e.Values[n.Fact.Index])
	case TimeIn:
		return n.From.at(e).Minus(n.Length.After(n.To.at(e), n.London)).Within(n.Lo, n.Hi)
	case Ground:
		return e.Grounds[n.N]
	case Decisive:
		return e.Decisive[n.N]
	case CountIn:
		return n.count(e).Within(n.Lo, n.Hi)
	case OpenFact:
		return logic.Of(n.Fact.Open(e.Values[n.Fact.Index]))
	case Open:
		return logic.Of(n.Args[0].Truth(e) == logic.Unknown)
	case Certain:
		return logic.Of(n.Args[0].Truth(e) == logic.True)
	case Named:
		return n.Args[0].Truth(e)
	case Judged:
		return logic.Of(e.Judgement.Recorded)
	case JudgedOtherwise:
		return e.judgedOtherwise()
	}
	return logic.Unknown
}

// and is false where a part is, and true where all are.
func (n *Node) and(e *Env) logic.Truth {
	t := logic.True
	for _, a := range n.Args {
		if t = logic.And(t, a.Truth(e)); t == logic.False {
			break
		}
	}
	return t
}

// or is true where a part is, and false where all are.
func (n *Node) or(e *Env) logic.Truth {
	t := logic.False
	for _, a := range n.Args {
		if t = logic.Or(t, a.Truth(e)); t == logic.True {
			break
		}
	}
	return t
}

// choose is the second part where the first is true, and the third where it is false.
func (n *Node) choose(e *Env) logic.Truth {
	switch n.Args[0].Truth(e) {
	case logic.True:
		return n.Args[1].Truth(e)
	case logic.False:
		return n.Args[2].Truth(e)
	case logic.Unknown:
	}
	return logic.Unknown
}

// atLeast is whether enough parts are true.
func (n *Node) atLeast(e *Env) logic.Truth {
	var r logic.Range
	for _, a := range n.Args {
		t := a.Truth(e)
		if t == logic.True {
			r.Lo++
		}
		if t != logic.False {
			r.Hi++
		}
	}
	return r.Within(n.Lo, int64(len(n.Args)))
}

// oneOf is whether a choice is one of the node's words.
func (n *Node) oneOf(v vocabulary.Value) logic.Truth {
	if !v.Known() {
		return logic.Unknown
	}
	return logic.Of(n.Set&(1<<v.Lo) != 0)
}

// member is whether a set of choices holds the node's word.
func (n *Node) member(v vocabulary.Value) logic.Truth {
	bit := int64(1) << n.Lo
	switch {
	case v.Lo&bit != 0:
		return logic.True
	case v.Hi&bit == 0:
		return logic.False
	default:
		return logic.Unknown
	}
}

// judgedOtherwise is whether another level is judged than the one recommended, which is
// the lower end of the level's range.
func (e *Env) judgedOtherwise() logic.Truth {
	if e.Level == logic.Anything() {
		return logic.Unknown // only while explaining
	}
	return logic.Of(e.Judgement.Recorded && int64(e.Judgement.Level) != e.Level.Lo)
}

// count is the number that a CountIn asks about.
func (n *Node) count(e *Env) logic.Range {
	switch n.Counter {
	case Tally:
		return e.Tally[n.N]
	case Domains:
		return e.Domains[n.N]
	case Level:
		return e.Level
	case JudgedLevel:
		if e.Judgement.Recorded {
			return logic.Exactly(int64(e.Judgement.Level))
		}
	}
	return logic.Anything()
}

// at is the moment in Unix seconds, as far as it is known.
func (m Moment) at(e *Env) logic.Range {
	if m.Fact == nil {
		return logic.Exactly(e.AsOf)
	}
	return e.Values[m.Fact.Index].Range()
}

// Unresolved adds to a list each node without parts that is unknown and makes n unknown.
// Where n is known, it adds nothing. It gives the truth of n.
func (n *Node) Unresolved(e *Env, open *[]*Node) (t logic.Truth) {
	from := len(*open)
	switch {
	case len(n.Args) == 0:
		if t = n.Truth(e); t == logic.Unknown {
			*open = append(*open, n)
		}
		return t
	case n.Op == And:
		t = logic.True
		for i := 0; i < len(n.Args) && t != logic.False; i++ {
			t = logic.And(t, n.Args[i].Unresolved(e, open))
		}
	case n.Op == Or:
		t = logic.False
		for i := 0; i < len(n.Args) && t != logic.True; i++ {
			t = logic.Or(t, n.Args[i].Unresolved(e, open))
		}
	case n.Op == Not:
		t = n.Args[0].Unresolved(e, open).Not()
	case n.Op == Named:
		t = n.Args[0].Unresolved(e, open)
	default:
		if t = n.Truth(e); t == logic.Unknown {
			for _, a := range n.Args {
				a.Unresolved(e, open)
			}
		}
	}
	if t != logic.Unknown {
		*open = (*open)[:from]
	}
	return t
}
