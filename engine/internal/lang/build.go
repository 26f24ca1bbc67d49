package lang

import (
	"fmt"
	"math"
	"strings"

	"github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/operators"
	"github.com/google/cel-go/common/types"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// builder turns one parsed condition into nodes and collects its faults. Every
// method returns something usable after a fault, so that the rest is checked too.
type builder struct {
	scope  *Scope
	parsed *Parsed
	text   []rune
	info   *ast.SourceInfo
	faults []Fault
	// asks is what the condition reads that is settled last.
	asks asked
}

// term is what a sub-expression is, before it becomes part of a condition.
type term struct {
	kind termKind
	node *Node            // condition
	fact *vocabulary.Fact // scale, choice, set, number
	// counter and n for a count
	counter Counter
	n       int
	moment  Moment // moment
	to      Moment // span: moment minus to
	number  int64  // literal number; seconds of a duration
	word    string // literal word
	words   []term // list of literals
	at      ast.Expr
}

type termKind uint8

const (
	bad termKind = iota // already reported
	condition
	scale
	choice
	set
	number  // a whole-number fact
	count   // tally, domains, level, judgement.level
	moment  // a date, a time or as_of
	span    // a time minus a time
	length  // hours(24)
	literal // a literal number
	wordLit // a literal word
	list    // a list of literals
)

// String names the kind of term for messages.
func (k termKind) String() string {
	return [...]string{"", "a condition", "a scale", "a choice", "a set of choices", "a number", "a count", "a time",
		"a length of time", "a length of time", "a number", "a word", "a list"}[k]
}

// isLevel reports whether the term is the level, recommended or judged.
func (t term) isLevel() bool {
	return t.kind == count && (t.counter == Level || t.counter == JudgedLevel)
}

// fault reports one fault at a node and returns the bad term.
func (b *builder) fault(e ast.Expr, code diagnostic.Code, remedy, format string, args ...any) term {
	start, end := b.spanOf(e)
	b.faults = append(b.faults, Fault{start, end, code, fmt.Sprintf(format, args...), remedy})
	return term{at: e}
}

// faultAtOperator reports a fault at an operator rather than its operands.
func (b *builder) faultAtOperator(e ast.Expr, code diagnostic.Code, remedy, format string, args ...any) term {
	start, end := b.place(e)
	if c := e.AsCall(); c.IsMemberFunction() {
		// cel-go puts a method at its opening bracket.
		start, end = start-len([]rune(c.FunctionName())), start
	}
	b.faults = append(b.faults, Fault{start, end, code, fmt.Sprintf(format, args...), remedy})
	return term{at: e}
}

// done makes a condition of a node and gives it its place.
func (b *builder) done(e ast.Expr, n Node) term {
	n.Start, n.End = b.spanOf(e)
	n.in = b.parsed
	return term{kind: condition, node: &n, at: e}
}

// condition requires a sub-expression to be a condition and says how to make it
// one where it is not.
func (b *builder) condition(e ast.Expr) *Node {
	t := b.term(e)
	switch t.kind {
	case condition:
		return t.node
	case bad:
	case scale:
		b.fault(e, diagnostic.WrongType, fmt.Sprintf("say which rung, for example %s.atLeast(%q)", t.fact.Path, t.fact.Words[len(t.fact.Words)-1].Name),
			"%s is a scale, not a condition", t.fact.Path)
	case choice:
		b.fault(e, diagnostic.WrongType, fmt.Sprintf("say which, for example %s == %q", t.fact.Path, t.fact.Words[0].Name),
			"%s is a choice, not a condition", t.fact.Path)
	case set:
		b.fault(e, diagnostic.WrongType, fmt.Sprintf("say which, for example %q in %s", t.fact.Words[0].Name, t.fact.Path),
			"%s is a set of choices, not a condition", t.fact.Path)
	case number, count:
		b.fault(e, diagnostic.WrongType, "compare it, for example with >= 2", "%s is %s, not a condition", b.source(e), t.kind)
	default:
		b.fault(e, diagnostic.WrongType, "", "%s is %s, not a condition", b.source(e), t.kind)
	}
	return &Node{Op: Const, Value: logic.Unknown}
}

// source is the text of a sub-expression, for messages.
func (b *builder) source(e ast.Expr) string {
	start, end := b.spanOf(e)
	return string(b.text[start:min(end, len(b.text))])
}

// term checks one sub-expression.
func (b *builder) term(e ast.Expr) term {
	switch e.Kind() {
	case ast.LiteralKind:
		return b.literal(e)
	case ast.IdentKind:
		return b.ident(e)
	case ast.SelectKind:
		return b.selection(e)
	case ast.ListKind:
		t := term{kind: list, at: e}
		for _, el := range e.AsList().Elements() {
			t.words = append(t.words, b.term(el))
		}
		return t
	case ast.CallKind:
		return b.call(e)
	case ast.ComprehensionKind, ast.MapKind, ast.StructKind:
		return b.fault(e, diagnostic.NotInLanguage, "", "maps and structures are not part of the language of conditions")
	default:
		return b.fault(e, diagnostic.NotInLanguage, "", "this is not part of the language of conditions")
	}
}

// literal checks a literal: conditions know true, false, whole numbers and words.
func (b *builder) literal(e ast.Expr) term {
	switch v := e.AsLiteral().(type) {
	case types.Bool:
		return b.done(e, Node{Op: Const, Value: logic.Of(bool(v))})
	case types.Int:
		return term{kind: literal, number: int64(v), at: e}
	case types.String:
		return term{kind: wordLit, word: string(v), at: e}
	case types.Double:
		return b.fault(e, diagnostic.NotInLanguage, "write a whole number", "fractions are not part of the language of conditions")
	case types.Null:
		return b.fault(e, diagnostic.NotInLanguage, "to ask whether something is not known, write open(…)", "null is not part of the language of conditions")
	default:
		return b.fault(e, diagnostic.NotInLanguage, "", "this kind of literal is not part of the language of conditions")
	}
}

// ident checks a bare name: a parameter, a named condition, level or as_of.
func (b *builder) ident(e ast.Expr) term {
	name := e.AsIdent()
	switch name {
	case "as_of":
		return term{kind: moment, at: e}
	case "level":
		if b.later(e, Levelled, "level") {
			return term{at: e}
		}
		return term{kind: count, counter: Level, at: e}
	}
	if c, ok := b.scope.Parameters[name]; ok {
		switch c.Kind {
		case YesNoConstant:
			return b.done(e, Node{Op: Const, Value: logic.Of(c.Bool)})
		case WordConstant:
			return term{kind: wordLit, word: c.Word, at: e}
		default:
			return term{kind: literal, number: c.Int, at: e}
		}
	}
	if c, ok := b.scope.Conditions[name]; ok {
		return b.named(e, c)
	}
	if b.scope.Vocabulary.Domain(name) != nil || name == "ground" || name == "judgement" {
		return b.fault(e, diagnostic.UnknownName, fmt.Sprintf("write %s. and one of its names", name), "%s is not a name by itself", name)
	}
	return b.fault(e, diagnostic.UnknownName, b.nearest(name), "nothing is called %s", name)
}

// selection checks a dotted name.
func (b *builder) selection(e ast.Expr) term {
	s := e.AsSelect()
	if s.Operand().Kind() != ast.IdentKind {
		return b.fault(e, diagnostic.UnknownName, "a fact is domain.name", "%s is not a fact", b.source(e))
	}
	domain, name := s.Operand().AsIdent(), s.FieldName()
	switch domain {
	case "ground":
		return b.ground(e, name)
	case "judgement":
		return b.judgement(e, name)
	}
	f := b.scope.Vocabulary.Fact(domain + "." + name)
	if f == nil {
		return b.fault(e, diagnostic.UnknownName, b.nearest(domain+"."+name), "there is no fact called %s.%s", domain, name)
	}
	return b.factTerm(e, f)
}

// factTerm is what a fact is as part of a condition.
func (b *builder) factTerm(e ast.Expr, f *vocabulary.Fact) term {
	if f.NeverASign && b.asksFor(e, asked{from: Levelled, what: f.Path, verb: "reads", because: "is never a sign of need",
		code: diagnostic.Misplaced, remedy: "use it only in rules after the level, never in an indicator, ground or level"}) {
		return term{at: e}
	}
	switch f.Kind {
	case vocabulary.YesNo:
		t := b.done(e, Node{Op: FactIn, Fact: f, Lo: 1, Hi: 1})
		t.fact = f
		return t
	case vocabulary.Scale:
		return term{kind: scale, fact: f, at: e}
	case vocabulary.Choice:
		return term{kind: choice, fact: f, at: e}
	case vocabulary.Choices:
		return term{kind: set, fact: f, at: e}
	case vocabulary.Whole:
		return term{kind: number, fact: f, at: e}
	default:
		return term{kind: moment, moment: Moment{Fact: f}, fact: f, at: e}
	}
}

// ground checks ground.x.
func (b *builder) ground(e ast.Expr, name string) term {
	if b.later(e, Counted, "ground."+name) {
		return term{at: e}
	}
	for i, g := range b.scope.Grounds {
		if g == name {
			return b.done(e, Node{Op: Ground, N: i})
		}
	}
	return b.fault(e, diagnostic.UnknownName, source.DidYouMean(name, b.scope.Grounds), "there is no ground called %s", name)
}

// judgement checks judgement.x, which only cautions read.
func (b *builder) judgement(e ast.Expr, name string) term {
	if b.later(e, WithJudgement, "judgement."+name) {
		return term{at: e}
	}
	switch name {
	case "recorded":
		return b.done(e, Node{Op: Judged})
	case "differs":
		return b.done(e, Node{Op: JudgedOtherwise})
	case "level":
		return term{kind: count, counter: JudgedLevel, at: e}
	}
	return b.fault(e, diagnostic.UnknownName, source.DidYouMean(name, []string{"recorded", "differs", "level"}), "judgement has no %s", name)
}

// nearest is the remedy for a name that does not exist.
func (b *builder) nearest(name string) string {
	known := append([]string{"as_of", "level"}, b.scope.Vocabulary.Paths()...)
	for p := range b.scope.Parameters {
		known = append(known, p)
	}
	for c := range b.scope.Conditions {
		known = append(known, c)
	}
	for _, g := range b.scope.Grounds {
		known = append(known, "ground."+g)
	}
	return source.DidYouMean(name, known)
}

// call checks an operator or one of our words.
func (b *builder) call(e ast.Expr) term {
	c := e.AsCall()
	args := c.Args()
	switch c.FunctionName() {
	case operators.LogicalAnd:
		return b.done(e, Node{Op: And, Args: b.flatten(e, operators.LogicalAnd)})
	case operators.LogicalOr:
		return b.done(e, Node{Op: Or, Args: b.flatten(e, operators.LogicalOr)})
	case operators.LogicalNot:
		return b.done(e, Node{Op: Not, Args: []*Node{b.condition(args[0])}})
	case operators.Conditional:
		return b.done(e, Node{Op: If, Args: []*Node{b.condition(args[0]), b.condition(args[1]), b.condition(args[2])}})
	case operators.Equals, operators.NotEquals:
		return b.equality(e, c.FunctionName() == operators.NotEquals)
	case operators.Less, operators.LessEquals, operators.Greater, operators.GreaterEquals:
		return b.comparison(e)
	case operators.In:
		return b.membership(e)
	case operators.Subtract:
		return b.difference(e)
	}
	if c.IsMemberFunction() {
		return b.method(e)
	}
	if !isName(c.FunctionName()) {
		return b.faultAtOperator(e, diagnostic.NotInLanguage, "", "%s is not part of the language of conditions", strings.Trim(c.FunctionName(), "_@"))
	}
	return b.function(e)
}

// flatten turns a tree of the same operator into one list, in the order written.
func (b *builder) flatten(e ast.Expr, operator string) []*Node {
	if e.Kind() != ast.CallKind || e.AsCall().FunctionName() != operator {
		return []*Node{b.condition(e)}
	}
	var nodes []*Node
	for _, a := range e.AsCall().Args() {
		nodes = append(nodes, b.flatten(a, operator)...)
	}
	return nodes
}

// open ends of a comparison.
const (
	lowest  = math.MinInt64
	highest = math.MaxInt64
)
