package lang

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"windscreen/engine/internal/vocabulary"
)

// Printer writes conditions in the language that they are read in: parsing and binding what
// it prints, in the scope that the condition comes from, gives the same tree. It writes the
// fewest brackets that keep the meaning.
//
// Nodes come from parsing, or are made with the forms that parsing gives. Of others, such as
// a choice that is one of no words, the text does not load; whoever makes nodes binds what was
// printed and compares.
type Printer struct {
	// Grounds are the names that may follow "ground.", Levels the numbers of the levels, as
	// in the scope.
	Grounds []string
	Levels  []int
	// AsWritten gives the tests of facts and findings, and constants, as their author wrote
	// them, with the names of parameters, where they come from a text. Otherwise each has one
	// form, and parameters are given as their values.
	AsWritten bool
}

// binds is how tightly the outermost operator of a text binds its parts, loosest first.
type binds uint8

const (
	choosing binds = iota // a ? b : c
	joining               // a || b
	meeting               // a && b
	relating              // a < b, a == b, a in b
	closed                // !a, names, calls
)

// Printer writes conditions that were bound by the scope.
func (s *Scope) Printer() Printer { return Printer{Grounds: s.Grounds, Levels: s.Levels} }

// Print is the text of a condition.
func (p Printer) Print(n *Node) string {
	text, _ := p.print(n)
	return text
}

// print is the text of a node, and how tightly it binds.
func (p Printer) print(n *Node) (string, binds) {
	switch n.Op {
	case And:
		return p.row(n.Args, " && ", meeting), meeting
	case Or:
		return p.row(n.Args, " || ", joining), joining
	case Not:
		inner, tight := p.print(n.Args[0])
		// "!!a" would be read as "a".
		return "!" + bracketed(inner, tight < closed || n.Args[0].Op == Not), closed
	case If:
		by, then, otherwise := p.within(n.Args[0], joining), p.within(n.Args[1], joining), p.within(n.Args[2], choosing)
		return by + " ? " + then + " : " + otherwise, choosing
	case AtLeastN:
		return fmt.Sprintf("atLeastN(%s, %s)", p.quorum(n), p.row(n.Args, ", ", choosing)), closed
	case Open:
		return "open(" + p.Print(n.Args[0]) + ")", closed
	case Certain:
		return "certain(" + p.Print(n.Args[0]) + ")", closed
	case Named:
		return n.Named.Name, closed
	case Const, FactIn, OneOf, Member, TimeIn, Ground, Decisive, CountIn, OpenFact, Judged, JudgedOtherwise:
	}
	text, tight := p.leaf(n)
	if p.AsWritten && n.in != nil {
		// No word of a vocabulary has a space in it, so that all spaces are between words.
		text = strings.Join(strings.Fields(n.Text()), " ")
	}
	return text, tight
}

// row is several nodes in a row, with brackets around each that binds more loosely than the row.
func (p Printer) row(nodes []*Node, between string, tight binds) string {
	parts := make([]string, len(nodes))
	for i, n := range nodes {
		parts[i] = p.within(n, tight)
	}
	return strings.Join(parts, between)
}

// within is a node, with brackets around it if it binds more loosely than it has to.
func (p Printer) within(n *Node, needed binds) string {
	text, tight := p.print(n)
	return bracketed(text, tight < needed)
}

func bracketed(text string, needed bool) string {
	if needed {
		return "(" + text + ")"
	}
	return text
}

// quorum is the number of an AtLeastN.
func (p Printer) quorum(n *Node) string {
	if p.AsWritten && n.in != nil {
		// The number, or the parameter, stands between the first bracket and the first comma.
		if _, after, ok := strings.Cut(n.Text(), "("); ok {
			number, _, _ := strings.Cut(after, ",")
			return strings.TrimSpace(number)
		}
	}
	return strconv.FormatInt(n.Lo, 10)
}

// leaf is a node without parts, in its one form.
func (p Printer) leaf(n *Node) (string, binds) {
	switch n.Op {
	case FactIn:
		return p.factIn(n)
	case OneOf:
		return oneOfText(n), relating
	case Member:
		return fmt.Sprintf("%q in %s", wordAt(n, n.Lo), n.Fact.Path), relating
	case TimeIn:
		return timeInText(n), relating
	case Ground:
		return "ground." + at(p.Grounds, n.N), closed
	case Decisive:
		return p.counted("decisive", n), closed
	case CountIn:
		switch n.Counter {
		case Tally:
			return numberText(p.counted("tally", n), n)
		case Domains:
			return numberText(p.counted("domains", n), n)
		case Level:
			return numberText("level", n)
		case JudgedLevel:
			return numberText("judgement.level", n)
		}
	case OpenFact:
		return "open(" + n.Fact.Path + ")", closed
	case Judged:
		return "judgement.recorded", closed
	case JudgedOtherwise:
		return "judgement.differs", closed
	case Const, And, Or, Not, If, AtLeastN, Open, Certain, Named:
	}
	return n.Value.String(), closed
}

// counted is a count or finding of one level.
func (p Printer) counted(what string, n *Node) string {
	return fmt.Sprintf("%s(%d)", what, at(p.Levels, n.N))
}

// at is an entry of a list, or nothing where there is none.
func at[T any](list []T, i int) T {
	if i < 0 || i >= len(list) {
		var none T
		return none
	}
	return list[i]
}

// factIn is the test of a yes or no, a rung or a number.
func (p Printer) factIn(n *Node) (string, binds) {
	f := n.Fact
	switch {
	case f.Kind == vocabulary.YesNo:
		return f.Path, closed
	case f.Kind == vocabulary.Whole:
		return numberText(f.Path, n)
	case n.Hi == int64(len(f.Words)-1):
		return fmt.Sprintf("%s.atLeast(%q)", f.Path, wordAt(n, n.Lo)), closed
	case n.Lo == 0:
		return fmt.Sprintf("%s.atMost(%q)", f.Path, wordAt(n, n.Hi)), closed
	}
	return fmt.Sprintf("%s.between(%q, %q)", f.Path, wordAt(n, n.Lo), wordAt(n, n.Hi)), closed
}

// wordAt is a word of the fact that a node reads.
func wordAt(n *Node, i int64) string { return at(n.Fact.Words, int(i)).Name }

// numberText is the test of a number or count: from a number, below a number, or between two.
func numberText(what string, n *Node) (string, binds) {
	switch {
	case n.Hi == highest:
		return fmt.Sprintf("%s >= %d", what, n.Lo), relating
	case n.Lo == lowest:
		return fmt.Sprintf("%s < %d", what, n.Hi+1), relating
	}
	return fmt.Sprintf("%s.between(%d, %d)", what, n.Lo, n.Hi), closed
}

// oneOfText is the test of a choice.
func oneOfText(n *Node) string {
	var in, out []string
	for i, w := range n.Fact.Words {
		if n.Set&(1<<i) != 0 {
			in = append(in, strconv.Quote(w.Name))
		} else {
			out = append(out, strconv.Quote(w.Name))
		}
	}
	switch {
	case len(in) == 1:
		return fmt.Sprintf("%s == %s", n.Fact.Path, in[0])
	case len(out) == 1:
		return fmt.Sprintf("%s != %s", n.Fact.Path, out[0])
	}
	return fmt.Sprintf("%s in [%s]", n.Fact.Path, strings.Join(in, ", "))
}

// timeInText is the comparison of two moments, or of the time between them with a length.
func timeInText(n *Node) string {
	operator, seconds := "", int64(0)
	for _, o := range []struct {
		word string
		open bool // towards the past, so that only Hi is a bound
		by   int64
	}{{"<", true, 1}, {"<=", true, 0}, {">", false, -1}, {">=", false, 0}} {
		bound := n.Lo
		if o.open {
			bound = n.Hi
		}
		// A bound is a whole number of hours, give or take the second that < and > leave out.
		if o.open == (n.Lo == lowest) && (bound+o.by)%3600 == 0 {
			operator, seconds = o.word, bound+o.by
			break
		}
	}
	var length string
	switch {
	case n.Length.Years > 0:
		length = fmt.Sprintf("years(%d)", n.Length.Years)
	case n.Length.Days > 0 && n.Length.Days%7 == 0:
		length = fmt.Sprintf("weeks(%d)", n.Length.Days/7)
	case n.Length.Days > 0:
		length = fmt.Sprintf("days(%d)", n.Length.Days)
	case seconds != 0:
		length = fmt.Sprintf("hours(%d)", seconds/3600)
	default:
		return fmt.Sprintf("%s %s %s", n.From.text(), operator, n.To.text())
	}
	return fmt.Sprintf("%s - %s %s %s", n.From.text(), n.To.text(), operator, length)
}

// text is how a moment is named.
func (m Moment) text() string {
	if m.Fact == nil {
		return "as_of"
	}
	return m.Fact.Path
}

// Flat is the tree as a text would give it: an "and" within an "and" is part of it, likewise
// "or", and one with a single part is that part. Whoever takes trees apart uses it before
// comparing.
func (n *Node) Flat() *Node {
	if len(n.Args) == 0 || n.Op == Named {
		return n
	}
	flat := *n
	flat.Args = nil
	for _, a := range n.Args {
		a = a.Flat()
		if a.Op == n.Op && (n.Op == And || n.Op == Or) {
			flat.Args = append(flat.Args, a.Args...)
		} else {
			flat.Args = append(flat.Args, a)
		}
	}
	if (n.Op == And || n.Op == Or) && len(flat.Args) == 1 {
		return flat.Args[0]
	}
	if !slices.Equal(flat.Args, n.Args) {
		return &flat
	}
	return n
}
