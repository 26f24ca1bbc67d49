package link

import (
	"fmt"
	"math"
	"unicode"
	"windscreen/engine/internal/policy"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// worse warns of rules by which a graded fact's getting worse could lower the
// level: an indicator, ground or level that is helped by a lower rung, and a level
// that is helped by fewer findings. A rule that means it says so with lowers.
func (k *linker) worse() {
	context := map[*policy.Rule]bool{}
	for _, i := range k.p.Indicators {
		context[i.Rule] = i.Strength == policy.StrengthContext
	}
	for _, r := range k.p.Rules[:k.p.FindingsEnd] {
		if context[r] {
			continue
		}
		warned := map[*vocabulary.Fact]bool{}
		r.When.Root.Walk(1, func(n *lang.Node, sign int) {
			switch n.Op {
			case lang.FactIn:
				up := n.Lo > 0 && n.Hi >= int64(len(n.Fact.Words))-1
				down := n.Lo <= 0
				if n.Fact.Kind != vocabulary.Scale || up && sign > 0 || down && sign < 0 || declared(r, n.Fact) || warned[n.Fact] {
					return
				}
				warned[n.Fact] = true
				k.warnWorse(r, fmt.Sprintf("%s holds where %s is less serious and not where it is more", r.ID, n.Fact.Path))
			case lang.Ground, lang.Decisive:
				if sign <= 0 && len(r.Lowers) == 0 {
					k.warnWorse(r, fmt.Sprintf("%s is helped by a finding that does not hold", r.ID))
				}
			case lang.CountIn:
				more := n.Lo > 0 && n.Hi == math.MaxInt64
				if (sign == 0 || more != (sign > 0)) && len(r.Lowers) == 0 {
					k.warnWorse(r, fmt.Sprintf("%s is helped by fewer signs", r.ID))
				}
			}
		})
	}
}

func (k *linker) warnWorse(r *policy.Rule, message string) {
	at := k.conditions[r]
	d := k.sourceFile(r.File).Diagnostic(diagnostic.WorseLowers, at[0], at[1], message+", so worse could lower the level",
		"count upwards (atLeast, >=); where the document means it, declare it with lowers: and the clause")
	d.Severity = diagnostic.Warning
	k.report(d)
}

// declared reports whether a rule declares the fact under lowers.
func declared(r *policy.Rule, f *vocabulary.Fact) bool {
	for _, l := range r.Lowers {
		if l.Fact == f {
			return true
		}
	}
	return false
}

// spanOf is where the whole of a condition stands, without the space around it.
func spanOf(f *source.File, e shape.Expr) [2]diagnostic.Position {
	if e.Node == nil {
		return [2]diagnostic.Position{}
	}
	text := []rune(e.Node.Value)
	start, end := 0, len(text)
	for start < end && unicode.IsSpace(text[start]) {
		start++
	}
	for end > start && unicode.IsSpace(text[end-1]) {
		end--
	}
	snippet := f.Snippet(e.Node)
	return [2]diagnostic.Position{snippet.Position(start), snippet.Position(end)}
}
