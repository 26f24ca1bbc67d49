package lang

import (
	"fmt"
	"strings"

	"github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/operators"
	"github.com/google/cel-go/common/types"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/logic"
)

// builder turns one parsed condition into nodes and collects its faults. Every
// method returns something usable after a fault, so that the rest is checked too.
type builder struct {
	scope  *Scope
	parsed *Parsed
	text   []rune
	info   *ast.SourceInfo
	faults []Fault
	// asks is what the condition reads from the latest stratum.
	asks asked
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
		worst := t.fact.Words[len(t.fact.Words)-1].Name
		b.fault(e, diagnostic.WrongType, fmt.Sprintf("say which rung, for example %s.atLeast(%q)", t.fact.Path, worst),
			"%s is a scale, not a condition", t.fact.Path)
	case choice:
		b.fault(e, diagnostic.WrongType, fmt.Sprintf("say which, for example %s == %q", t.fact.Path, t.fact.Words[0].Name),
			"%s is a choice, not a condition", t.fact.Path)
	case set:
		b.fault(e, diagnostic.WrongType, fmt.Sprintf("say which, for example %q in %s", t.fact.Words[0].Name, t.fact.Path),
			"%s is a set of choices, not a condition", t.fact.Path)
	case number, count:
		b.fault(e, diagnostic.WrongType, "compare it, for example with >= 2", "%s is %s, not a condition", b.source(e), t.kind)
	case moment, span, length, literal, wordLit, list:
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
		return b.fault(e, diagnostic.NotInLanguage, "to ask whether something is not known, write open(…)",
			"null is not part of the language of conditions")
	default:
		return b.fault(e, diagnostic.NotInLanguage, "", "this kind of literal is not part of the language of conditions")
	}
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
		return b.faultAtOperator(e, diagnostic.NotInLanguage, "",
			"%s is not part of the language of conditions", strings.Trim(c.FunctionName(), "_@"))
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
