package reference

import (
	"fmt"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/operators"
	"github.com/google/cel-go/common/types"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// counted is the variable that tally(3) and the like stand for.
func counted(word string, level int64) string { return fmt.Sprintf("@%s_%d", word, level) }

// macros turns our words into plain CEL while the text is parsed: rungs into
// numbers, counts into variables.
func macros(p *policy.Policy) []cel.Macro {
	m := expander{p}
	return []cel.Macro{
		cel.ReceiverMacro("atLeast", 1, m.atLeast),
		cel.ReceiverMacro("atMost", 1, m.atMost),
		cel.ReceiverMacro("between", 2, m.between),
		cel.GlobalMacro("tally", 1, m.counter("tally")),
		cel.GlobalMacro("domains", 1, m.counter("domains")),
		cel.GlobalMacro("decisive", 1, m.counter("decisive")),
		cel.GlobalVarArgMacro("atLeastN", m.atLeastN),
	}
}

type expander struct{ policy *policy.Policy }

// atLeast, atMost and between expand into comparisons with the numbers that rungs
// stand for.
func (m expander) atLeast(f cel.MacroExprFactory, target ast.Expr, args []ast.Expr) (ast.Expr, *cel.Error) {
	return m.compare(f, operators.GreaterEquals, target, args[0])
}

func (m expander) atMost(f cel.MacroExprFactory, target ast.Expr, args []ast.Expr) (ast.Expr, *cel.Error) {
	return m.compare(f, operators.LessEquals, target, args[0])
}

func (m expander) between(f cel.MacroExprFactory, target ast.Expr, args []ast.Expr) (ast.Expr, *cel.Error) {
	lo, err := m.compare(f, operators.GreaterEquals, target, args[0])
	if err != nil {
		return nil, err
	}
	hi, err := m.compare(f, operators.LessEquals, f.Copy(target), args[1])
	if err != nil {
		return nil, err
	}
	return f.NewCall(operators.LogicalAnd, lo, hi), nil
}

func (m expander) compare(f cel.MacroExprFactory, operator string, target, arg ast.Expr) (ast.Expr, *cel.Error) {
	n, err := m.number(f, target, arg)
	if err != nil {
		return nil, err
	}
	return f.NewCall(operator, target, f.NewLiteral(types.Int(n))), nil
}

// number is the number that a rung or literal stands for on the fact that the
// target names.
func (m expander) number(f cel.MacroExprFactory, target, arg ast.Expr) (int64, *cel.Error) {
	value := m.constant(arg)
	if n, ok := value.(types.Int); ok {
		return int64(n), nil
	}
	word, isWord := value.(types.String)
	fact := m.fact(target)
	if fact == nil || !isWord || fact.Kind != vocabulary.Scale || fact.Word(string(word)) < 0 {
		return 0, f.NewError(arg.ID(), "not a rung of the scale")
	}
	return int64(fact.Word(string(word))), nil
}

// fact is the fact that a dotted name stands for, or nil.
func (m expander) fact(e ast.Expr) *vocabulary.Fact {
	if e.Kind() != ast.SelectKind || e.AsSelect().Operand().Kind() != ast.IdentKind {
		return nil
	}
	return m.policy.Vocabulary.Fact(e.AsSelect().Operand().AsIdent() + "." + e.AsSelect().FieldName())
}

// constant is the value of a literal or parameter, or nil.
func (m expander) constant(e ast.Expr) any {
	switch e.Kind() {
	case ast.LiteralKind:
		return e.AsLiteral()
	case ast.IdentKind:
		switch c, ok := m.policy.Parameters[e.AsIdent()]; {
		case !ok:
		case c.Kind == lang.WholeConstant:
			return types.Int(c.Int)
		case c.Kind == lang.WordConstant:
			return types.String(c.Word)
		}
	}
	return nil
}

// counter expands tally(3) and the like into the variable that holds it.
func (m expander) counter(word string) cel.MacroFactory {
	return func(f cel.MacroExprFactory, _ ast.Expr, args []ast.Expr) (ast.Expr, *cel.Error) {
		n, ok := m.constant(args[0]).(types.Int)
		if !ok {
			return nil, f.NewError(args[0].ID(), "not the number of a level")
		}
		return f.NewIdent(counted(word, int64(n))), nil
	}
}

// atLeastN expands into a sum that keeps what is known of each part.
func (m expander) atLeastN(f cel.MacroExprFactory, _ ast.Expr, args []ast.Expr) (ast.Expr, *cel.Error) {
	if len(args) < 2 {
		return nil, nil
	}
	sum := f.NewCall(countFn, args[1])
	for _, a := range args[2:] {
		sum = f.NewCall(plusFn, sum, f.NewCall(countFn, a))
	}
	return f.NewCall(operators.GreaterEquals, sum, args[0]), nil
}
