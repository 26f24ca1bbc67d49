package lang

import (
	"fmt"
	"strings"

	"github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/operators"

	"windscreen/engine/internal/vocabulary"
)

// rungRemedy says what to write in place of == or != on a scale. Most people mean a rung
// or worse, so that comes first.
func rungRemedy(f *vocabulary.Fact, rung int, negated bool) string {
	word, last := f.Words[rung].Name, len(f.Words)-1
	switch {
	case rung == 0 && negated:
		return fmt.Sprintf("write %s.atLeast(%q)", f.Path, f.Words[min(1, last)].Name)
	case rung == 0:
		return fmt.Sprintf("write %s.atMost(%q)", f.Path, word)
	case rung == last && negated:
		return fmt.Sprintf("write %s.atMost(%q)", f.Path, f.Words[last-1].Name)
	case rung == last:
		return fmt.Sprintf("write %s.atLeast(%q)", f.Path, word)
	case negated:
		return fmt.Sprintf("write !%s.between(%q, %q)", f.Path, word, word)
	}
	return fmt.Sprintf("write %s.atLeast(%q) for that and worse, or %s.between(%q, %q) for that alone", f.Path, word, f.Path, word, word)
}

// levelRemedy says what to write in place of == or != on a level. The level of the answer is open upwards while more may
// become known: between would then be unknown, and what depends on it would be missing from the answer. A judgement is not.
func (b *builder) levelRemedy(left term, at ast.Expr, right term, number ast.Expr, negated bool) string {
	level, k := b.source(at), b.source(number)
	alone := fmt.Sprintf("%s.between(%s, %s)", level, k, k)
	switch levels := b.scope.Levels; {
	case left.counter == JudgedLevel && negated:
		return "write !" + alone
	case left.counter == JudgedLevel:
		return "write " + alone
	case negated:
		return "write !certain(" + alone + ")"
	case right.kind != literal || len(levels) == 0:
	case right.number <= int64(levels[0]):
		return fmt.Sprintf("write !certain(%s > %s)", level, k)
	case right.number >= int64(levels[len(levels)-1]):
		return fmt.Sprintf("write %s >= %s", level, k)
	}
	return fmt.Sprintf("write %s >= %s && !certain(%s > %s)", level, k, level, k)
}

// operand is the text of a condition to stand after !, with brackets where it needs them.
func (b *builder) operand(e ast.Expr) string {
	text := b.source(e)
	if operands().FindString(text) == text {
		return text
	}
	return "(" + text + ")"
}

// scaleRemedy says how to compare a scale instead.
func scaleRemedy(f *vocabulary.Fact, operator, word string) string {
	method := "atLeast"
	if operator == operators.Less || operator == operators.LessEquals {
		method = "atMost"
	}
	return fmt.Sprintf("write %s.%s(%q)", f.Path, method, word)
}

// turned writes a comparison the other way round.
func turned(left, operator, right string) string {
	return left + " " + map[string]string{
		operators.Less: ">", operators.LessEquals: ">=", operators.Greater: "<", operators.GreaterEquals: "<=",
	}[operator] + " " + right
}

// quoted lists the words of a fact.
func quoted(f *vocabulary.Fact) string {
	return `"` + strings.Join(f.WordNames(), `", "`) + `"`
}
