package gocode

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// writer collects statements. A value is the name of a variable, or a constant; what is asked for
// twice is written once.
type writer struct {
	policy     *policy.Policy
	statements []statement
	known      map[string]string // names by what they are given
	// grounds, decisive, tallies and domains are what conditions read of the findings. Tallies and
	// domains are the truths that each counts.
	grounds, decisive []string
	tallies, domains  [][]string
}

// statement gives a name the value of an expression, which reads args.
type statement struct {
	name, expression string
	args             []string
}

// Constants.
const (
	no  = "no"
	yes = "yes"
)

// let is the name of an expression's value.
func (w *writer) let(args []string, format string, values ...any) string {
	expression := fmt.Sprintf(format, values...)
	name, ok := w.known[expression]
	if !ok {
		name = fmt.Sprintf("x%d", len(w.statements))
		w.known[expression] = name
		w.statements = append(w.statements, statement{name, expression, args})
	}
	return name
}

// all is "and", any is "or", without what changes nothing.
func (w *writer) all(args ...string) string { return w.join("&", yes, no, args) }
func (w *writer) any(args ...string) string { return w.join("|", no, yes, args) }

func (w *writer) join(sign, idle, decides string, args []string) string {
	args = slices.Compact(slices.Sorted(slices.Values(args)))
	if slices.Contains(args, decides) {
		return decides
	}
	args = slices.DeleteFunc(args, func(a string) bool { return a == idle })
	switch len(args) {
	case 0:
		return idle
	case 1:
		return args[0]
	}
	return w.let(args, "%s", strings.Join(args, " "+sign+" "))
}

// condition is the truth of a condition.
func (w *writer) condition(n *lang.Node) string {
	switch n.Op {
	case lang.Const:
		return [...]string{logic.False: no, logic.Unknown: "1", logic.True: yes}[n.Value]
	case lang.And:
		return w.all(w.parts(n)...)
	case lang.Or:
		return w.any(w.parts(n)...)
	case lang.Not:
		return w.of("not", w.condition(n.Args[0]))
	case lang.Open:
		return w.of("open", w.condition(n.Args[0]))
	case lang.Certain:
		return w.of("certain", w.condition(n.Args[0]))
	case lang.If:
		parts := w.parts(n)
		return w.let(parts, "choose(%s, %s, %s)", parts[0], parts[1], parts[2])
	case lang.Named:
		return w.condition(n.Args[0])
	case lang.AtLeastN:
		return w.counted(w.parts(n), n.Lo, math.MaxInt64)
	case lang.FactIn, lang.OneOf, lang.Member, lang.OpenFact, lang.TimeIn:
		return w.fact(n)
	case lang.Ground:
		return w.grounds[n.N]
	case lang.Decisive:
		return w.decisive[n.N]
	case lang.CountIn:
		return w.count(n)
	case lang.Judged:
		return w.let(nil, "of(c.judged)")
	case lang.JudgedOtherwise:
		return w.let(nil, "of(c.judged && c.judgedLevel != low)")
	}
	return no
}

func (w *writer) parts(n *lang.Node) (parts []string) {
	for _, a := range n.Args {
		parts = append(parts, w.condition(a))
	}
	return parts
}

// of is a function of one truth.
func (w *writer) of(function, a string) string { return w.let([]string{a}, "%s(%s)", function, a) }

// fact is a test of a fact, or of the time between two moments.
func (w *writer) fact(n *lang.Node) string {
	if n.Op == lang.TimeIn {
		return w.let(nil, "span(%s, %s, %d, %d, %d, %d)", moment(n.From), moment(n.To), n.Length.Years, n.Length.Days, n.Lo, n.Hi)
	}
	v, all := valueOf(n.Fact), n.Fact.Unknown()
	switch {
	case n.Op == lang.OneOf:
		return w.let(nil, "oneOf(%s, %d)", v, n.Set)
	case n.Op == lang.Member:
		return w.let(nil, "member(%s, %d)", v, n.Lo)
	case n.Op == lang.OpenFact && n.Fact.Dated():
		return w.let(nil, "of(%s == value{%d, %d})", v, all.Lo, all.Hi)
	case n.Op == lang.OpenFact:
		return w.let(nil, "of(%s.lo != %s.hi)", v, v)
	case n.Fact.Kind == vocabulary.YesNo && n.Lo == 1 && n.Hi >= 1:
		return w.let(nil, "flag(%s)", v)
	case n.Lo <= all.Lo:
		return w.let(nil, "atMost(%s, %d)", v, n.Hi)
	case n.Hi >= all.Hi:
		return w.let(nil, "atLeast(%s, %d)", v, n.Lo)
	}
	return w.let(nil, "inRange(%s, %d, %d)", v, n.Lo, n.Hi)
}

func valueOf(f *vocabulary.Fact) string { return fmt.Sprintf("c.values[%d]", f.Index) }

func moment(m lang.Moment) string {
	if m.Fact == nil {
		return "value{c.asOf, c.asOf}"
	}
	return valueOf(m.Fact)
}

// count is a test of something that was counted, or of a level.
func (w *writer) count(n *lang.Node) string {
	switch n.Counter {
	case lang.Tally:
		return w.counted(w.tallies[n.N], n.Lo, n.Hi)
	case lang.Domains:
		return w.counted(w.domains[n.N], n.Lo, n.Hi)
	case lang.Level:
		return w.let(nil, "inRange(value{low, high}, %d, %d)", n.Lo, n.Hi)
	case lang.JudgedLevel:
		return w.let(nil, "judgedIn(c, %d, %d)", n.Lo, n.Hi)
	}
	return no
}

// counted is whether from lo to hi of some truths hold.
func (w *writer) counted(truths []string, lo, hi int64) string {
	var is, may []string
	for _, t := range truths {
		if t != no {
			is, may = append(is, t+">>1"), append(may, t+"&1")
		}
	}
	if len(is) == 0 {
		is, may = []string{no}, []string{no}
	}
	n := w.let(truths, "value{int64(%s), int64(%s)}", strings.Join(is, "+"), strings.Join(may, "+"))
	if hi == math.MaxInt64 {
		return w.let([]string{n}, "atLeast(%s, %d)", n, lo)
	}
	return w.let([]string{n}, "inRange(%s, %d, %d)", n, lo, hi)
}
