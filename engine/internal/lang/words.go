package lang

import (
	"fmt"
	"slices"
	"strings"

	"github.com/google/cel-go/common/ast"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/source"
)

// The words of the language, apart from CEL's operators.
var (
	functionNames = []string{"atLeastN", "certain", "days", "decisive", "domains", "hours", "open", "tally", "weeks", "years"}
	methodNames   = []string{"atLeast", "atMost", "between"}
)

// longest is, for each word for a length of time, the most that can lie between two moments
// of a case.
var longest = map[string]int64{"hours": 201 * 366 * 24, "days": 201 * 366, "weeks": 201 * 53, "years": 201}

// lengthOf is a length of time in the words of conditions. Hours are counted by the clock;
// days, weeks and years by the calendar.
func lengthOf(word string, n int64) term {
	t := term{kind: length}
	switch word {
	case "hours":
		t.number = n * 3600
	case "days":
		t.length.Days = int(n)
	case "weeks":
		t.length.Days = 7 * int(n)
	case "years":
		t.length.Years = int(n)
	}
	return t
}

// wordOf is a part that stands beside a fact, where a word of that fact may have been written without quotation marks.
func (b *builder) wordOf(beside term, e ast.Expr) term {
	if e.Kind() == ast.IdentKind && (beside.kind == scale || beside.kind == choice) && beside.fact.Word(e.AsIdent()) >= 0 {
		return b.fault(e, diagnostic.UnknownName, fmt.Sprintf("write %q", e.AsIdent()), "%s is a word of %s, and has no quotation marks",
			e.AsIdent(), beside.fact.Path)
	}
	return b.term(e)
}

// method checks atLeast, atMost and between.
func (b *builder) method(e ast.Expr) term {
	c := e.AsCall()
	if !slices.Contains(methodNames, c.FunctionName()) {
		remedy := source.DidYouMean(c.FunctionName(), methodNames)
		if slices.Contains(functionNames, c.FunctionName()) {
			remedy = fmt.Sprintf("write %s(…)", c.FunctionName())
		}
		return b.faultAtOperator(e, diagnostic.NotInLanguage, remedy, "%s is not part of the language of conditions", c.FunctionName())
	}
	want := 1
	if c.FunctionName() == "between" {
		want = 2
	}
	if len(c.Args()) != want {
		return b.fault(e, diagnostic.WrongType, "", "%s takes %d, not %d", c.FunctionName(), want, len(c.Args()))
	}
	target := b.term(c.Target())
	args := make([]term, len(c.Args()))
	for i, a := range c.Args() {
		if args[i] = b.wordOf(target, a); args[i].kind == bad {
			return term{at: e}
		}
	}
	switch {
	case target.kind == bad:
		return term{at: e}
	case target.kind == scale:
		return b.rungs(e, target, args)
	case (target.kind == number || target.isLevel()) && c.FunctionName() == "between":
		for _, a := range args {
			if a.kind != literal {
				return b.fault(a.at, diagnostic.WrongType, "write a whole number or a parameter",
					"%s is %s, not a fixed number", b.source(a.at), a.kind)
			}
		}
		if args[0].number > args[1].number {
			return b.fault(e, diagnostic.OffScale, "write the smaller number first", "no number lies from %d to %d",
				args[0].number, args[1].number)
		}
		return b.within(e, target, args[0].number, args[1].number, c.Args()[1])
	case target.kind == number:
		return b.fault(e, diagnostic.WrongType, "compare it with >=, <= or between",
			"%s is a number; %s is for scales", target.fact.Path, c.FunctionName())
	case target.kind == count:
		return b.fault(e, diagnostic.CountEquality, "ask for at least or at most a number: write >= or <=",
			"%s is a count; %s is for scales", b.source(c.Target()), c.FunctionName())
	default:
		return b.fault(e, diagnostic.WrongType, "", "%s is for scales; %s is %s", c.FunctionName(), b.source(c.Target()), target.kind)
	}
}

// rungs makes the test of a scale against rungs.
func (b *builder) rungs(e ast.Expr, target term, args []term) term {
	f := target.fact
	at := make([]int64, len(args))
	for i, a := range args {
		if a.kind != wordLit {
			return b.fault(a.at, diagnostic.WrongType, "name a rung: one of "+quoted(f), "%s is %s, not a rung", b.source(a.at), a.kind)
		}
		if at[i] = int64(f.Word(a.word)); at[i] < 0 {
			return b.offScale(a.at, f, a.word)
		}
	}
	lo, hi := int64(0), int64(len(f.Words)-1)
	switch e.AsCall().FunctionName() {
	case "atLeast":
		lo = at[0]
	case "atMost":
		hi = at[0]
	default:
		lo, hi = at[0], at[1]
	}
	switch {
	case lo > hi:
		return b.fault(e, diagnostic.OffScale, "write the lower rung first", "no rung lies from %q to %q", args[0].word, args[1].word)
	case lo == 0 && hi == int64(len(f.Words)-1):
		return b.fault(args[len(args)-1].at, diagnostic.OffScale, "the rungs are "+quoted(f), "%s is always true", b.source(e))
	}
	return b.done(e, Node{Op: FactIn, Fact: f, Lo: lo, Hi: hi})
}

// function checks our own functions.
func (b *builder) function(e ast.Expr) term {
	c := e.AsCall()
	name, args := c.FunctionName(), c.Args()
	switch name {
	case "atLeastN":
		return b.atLeastN(e)
	case "open":
		return b.open(e)
	case "certain":
		return b.certain(e)
	case "tally", "domains", "decisive":
		return b.counted(e)
	case "hours", "days", "weeks", "years":
		if len(args) != 1 {
			return b.fault(e, diagnostic.WrongType, fmt.Sprintf("write %s(24)", name), "%s takes one number", name)
		}
		t := b.term(args[0])
		if t.kind == bad {
			return t
		}
		if t.kind != literal || t.number < 0 {
			return b.fault(args[0], diagnostic.WrongType, "write a whole number or a parameter",
				"%s is not a number of %s", b.source(args[0]), name)
		}
		if t.number > longest[name] {
			return b.fault(args[0], diagnostic.OffScale, "dates are from 1900 to 2100",
				"no two times in a case are %s %s apart", b.source(args[0]), name)
		}
		out := lengthOf(name, t.number)
		out.at = e
		return out
	}
	remedy := source.DidYouMean(name, functionNames)
	switch {
	case slices.Contains(methodNames, name):
		remedy = fmt.Sprintf("write fact.%s(…)", name)
	case strings.EqualFold(name, "not"):
		remedy = "write !(…)"
	case name == "has":
		remedy = "a fact that is not stated is unknown; to ask whether it is, write open(…)"
	}
	return b.fault(e, diagnostic.NotInLanguage, remedy, "%s is not part of the language of conditions", name)
}

// atLeastN checks atLeastN(k, a, b, c…).
func (b *builder) atLeastN(e ast.Expr) term {
	args := e.AsCall().Args()
	if len(args) < 3 {
		return b.fault(e, diagnostic.WrongType, "write atLeastN(2, a, b, c)", "atLeastN takes a number and two conditions or more")
	}
	k := b.term(args[0])
	n := Node{Op: AtLeastN, Lo: k.number}
	for _, a := range args[1:] {
		n.Args = append(n.Args, b.condition(a))
	}
	switch {
	case k.kind == bad:
		return k
	case k.kind != literal:
		return b.fault(args[0], diagnostic.WrongType, "write a whole number or a parameter first",
			"%s is %s, not a fixed number", b.source(args[0]), k.kind)
	case k.number < 1 || k.number > int64(len(n.Args)):
		return b.fault(args[0], diagnostic.OffScale, fmt.Sprintf("write a number from 1 to %d", len(n.Args)),
			"at least %d of %d conditions is always or never true", k.number, len(n.Args))
	}
	return b.done(e, n)
}

// open checks open(x), which is true if x is not known and otherwise false.
func (b *builder) open(e ast.Expr) term {
	args := e.AsCall().Args()
	if len(args) != 1 {
		return b.fault(e, diagnostic.WrongType, "write open(fact) or open(condition)", "open takes one fact or condition")
	}
	if b.asksKnown(e, "open", "open(…)") {
		return term{at: e}
	}
	t := b.term(args[0])
	switch t.kind {
	case bad:
		return t
	case condition:
		if t.fact != nil {
			return b.done(e, Node{Op: OpenFact, Fact: t.fact})
		}
		return b.done(e, Node{Op: Open, Args: []*Node{t.node}})
	case scale, choice, set, number, moment:
		if t.fact != nil {
			return b.done(e, Node{Op: OpenFact, Fact: t.fact})
		}
	case count, span, length, literal, wordLit, list:
		// These are no facts: a count is asked about in a comparison.
	}
	return b.fault(args[0], diagnostic.WrongType, "name a fact or a condition", "%s is never open", b.source(args[0]))
}

// certain checks certain(x), which is true where x is certainly true and otherwise false.
func (b *builder) certain(e ast.Expr) term {
	args := e.AsCall().Args()
	if len(args) != 1 {
		return b.fault(e, diagnostic.WrongType, "write certain(condition)", "certain takes one condition")
	}
	if b.asksKnown(e, "certain", "certain(…)") {
		return term{at: e}
	}
	return b.done(e, Node{Op: Certain, Args: []*Node{b.condition(args[0])}})
}

// counted checks tally(n), domains(n) and decisive(n).
func (b *builder) counted(e ast.Expr) term {
	c := e.AsCall()
	name, args := c.FunctionName(), c.Args()
	if b.later(e, Counted, name) {
		return term{at: e}
	}
	if len(args) != 1 {
		return b.fault(e, diagnostic.WrongType, fmt.Sprintf("write %s(3)", name), "%s takes the number of a level", name)
	}
	t := b.term(args[0])
	if t.kind == bad {
		return t
	}
	if t.kind != literal {
		return b.fault(args[0], diagnostic.WrongType, fmt.Sprintf("write %s(3)", name),
			"%s is %s, not the number of a level", b.source(args[0]), t.kind)
	}
	i := b.levelIndex(t.number)
	if i < 0 {
		return b.noLevel(args[0], t.number)
	}
	switch name {
	case "tally":
		return term{kind: count, counter: Tally, n: i, at: e}
	case "domains":
		return term{kind: count, counter: Domains, n: i, at: e}
	default:
		return b.done(e, Node{Op: Decisive, N: i})
	}
}

// levelIndex is the place of a level among the policy's, or -1.
func (b *builder) levelIndex(n int64) int {
	return slices.IndexFunc(b.scope.Levels, func(l int) bool { return int64(l) == n })
}

// noLevel reports a level that the policy does not have.
func (b *builder) noLevel(e ast.Expr, n int64) term {
	return b.fault(e, diagnostic.OffScale, fmt.Sprintf("the levels are %v", b.scope.Levels), "there is no level %d", n)
}
