package link

import (
	"cmp"
	"fmt"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/pattern"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// slot is where a short text takes the words of a fact, its path in braces; or a brace by itself.
var slot = pattern.New(`\{[^{}]*\}|[{}]`)

// short reads the short text of a rule, and checks its slots. The first screen prints one of a
// consent line, an escalation or a step, and of nothing else.
func (k *linker) short(f *source.File, kind term.Kind, t shape.Text) string {
	switch kind {
	case term.KindConsent, term.KindEscalation, term.KindPathway:
	case term.KindIndicator, term.KindGround, term.KindLevel, term.KindService, term.KindCaution:
		if t.IsSet() {
			k.At(f, t.Node, diagnostic.Misplaced, fmt.Sprintf("the first screen never prints the short text of %s %s", article(kind), kind),
				"take out short")
		}
		return ""
	}
	return k.slots(f, "short", t)
}

// slots reads a text of the first screen that can take the words of facts, and checks their paths.
func (k *linker) slots(f *source.File, key string, t shape.Text) string {
	if !hasBraces(t.Value) {
		return t.Value
	}
	for _, s := range slot().FindAllString(t.Value, -1) {
		if len(s) == 1 {
			k.At(f, t.Node, diagnostic.WrongShape, key+" holds a brace without its other half",
				"write the path of a fact in braces, such as {consent.by}, or take out the brace")
			continue
		}
		path := strings.Trim(s, "{}")
		if k.p.Vocabulary.Fact(path) == nil {
			k.At(f, t.Node, diagnostic.UnknownName, fmt.Sprintf("%s takes the words of a fact %s, which is not in the vocabulary", key,
				path),
				cmp.Or(source.DidYouMean(path, k.p.Vocabulary.Paths()), "write the path of a fact in braces, such as {consent.by}"))
		}
	}
	return t.Value
}

func hasBraces(text string) bool { return strings.ContainsAny(text, "{}") }

// noSlots says what is wrong with braces in a short text that takes the words of no fact; it is empty
// if there are none.
func noSlots(t shape.Text) (message, remedy string) {
	if !hasBraces(t.Value) {
		return "", ""
	}
	return "only the short text of a consent line, an escalation or a step can take the words of a fact", "take out the braces"
}

// plain reads the short text of a deadline or a statutory basis.
func (k *linker) plain(f *source.File, t shape.Text) string {
	if message, remedy := noSlots(t); message != "" {
		k.At(f, t.Node, diagnostic.Misplaced, message, remedy)
	}
	return t.Value
}

// plain reads the short text of a fact.
func (l *vocabularyLinker) plain(f *source.File, t shape.Text) string {
	if message, remedy := noSlots(t); message != "" {
		l.at(f, t.Node, diagnostic.Misplaced, message, remedy)
	}
	return t.Value
}
