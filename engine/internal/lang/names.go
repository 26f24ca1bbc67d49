package lang

import (
	"fmt"

	"github.com/google/cel-go/common/ast"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

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
		return b.parameter(e, c)
	}
	if c, ok := b.scope.Conditions[name]; ok {
		return b.named(e, c)
	}
	if b.scope.Vocabulary.Domain(name) != nil || name == "ground" || name == "judgement" {
		return b.fault(e, diagnostic.UnknownName, fmt.Sprintf("write %s. and one of its names", name), "%s is not a name by itself", name)
	}
	return b.fault(e, diagnostic.UnknownName, b.nearest(name), "nothing is called %s", name)
}

// parameter is the value of a parameter, as if it were written there.
func (b *builder) parameter(e ast.Expr, c Constant) term {
	switch c.Kind {
	case YesNoConstant:
		return b.done(e, Node{Op: Const, Value: logic.Of(c.Bool)})
	case WordConstant:
		return term{kind: wordLit, word: c.Word, at: e}
	case WholeConstant:
		return term{kind: literal, number: c.Int, at: e}
	}
	return term{at: e}
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
	if f.NeverASign && !b.scope.NeverASign && b.asksFor(e, asked{
		from: Levelled, what: f.Path, verb: "reads", because: "is never a sign of need",
		code: diagnostic.Misplaced, remedy: "read it from the consent position on, never in an indicator, ground or level",
	}) {
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
	case vocabulary.Date, vocabulary.Time:
		return term{kind: moment, moment: Moment{Fact: f}, fact: f, at: e}
	}
	return term{at: e}
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
	return b.fault(e, diagnostic.UnknownName, source.DidYouMean(name, []string{"recorded", "differs", "level"}),
		"judgement has no %s", name)
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

// names lists the bare names of an expression.
func names(e ast.Expr) []string {
	var list []string
	seen := map[string]bool{}
	var visit func(e ast.Expr)
	visit = func(e ast.Expr) {
		switch e.Kind() {
		case ast.IdentKind:
			if name := e.AsIdent(); !seen[name] {
				seen[name] = true
				list = append(list, name)
			}
		case ast.SelectKind:
			if operand := e.AsSelect().Operand(); operand.Kind() != ast.IdentKind {
				visit(operand)
			}
		case ast.CallKind:
			if e.AsCall().IsMemberFunction() {
				visit(e.AsCall().Target())
			}
			for _, a := range e.AsCall().Args() {
				visit(a)
			}
		case ast.ListKind:
			for _, element := range e.AsList().Elements() {
				visit(element)
			}
		case ast.LiteralKind, ast.ComprehensionKind, ast.MapKind, ast.StructKind, ast.UnspecifiedExprKind:
			// No name of ours stands there: all but literals are refused when bound.
		}
	}
	visit(e)
	return list
}
