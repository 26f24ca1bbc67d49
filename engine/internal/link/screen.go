package link

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// doing is who does something, and what it waits for.
func doing(e rulefile.Doing) policy.Doing {
	return policy.Doing{By: wordsOf(e.By), Needs: wordsOf(e.Needs)}
}

// wordsOf are the values of closed words.
func wordsOf[T term.Closed[T]](list []shape.Word[T]) []T {
	var out []T
	for _, w := range list {
		out = append(out, w.Value)
	}
	return out
}

// excluding is what a rule's file says under excludes.
type excluding struct {
	rule *policy.Rule
	file *source.File
	ids  []shape.Text
}

// exclude finds the rules that others leave out, once all are known. Whatever leaves out a rule
// that was replaced leaves out the one that stands in for it.
func (k *linker) exclude() {
	for _, x := range k.excludes {
		for _, id := range x.ids {
			other := k.ids[id.Value]
			fault := func(code diagnostic.Code, message, remedy string) { k.At(x.file, id.Node, code, message, remedy) }
			switch {
			case other == nil:
				fault(diagnostic.UnknownName, fmt.Sprintf("there is no rule called %s", id.Value), source.DidYouMean(id.Value, slices.Sorted(maps.Keys(k.ids))))
			case other == x.rule:
				fault(diagnostic.Conflict, "a rule cannot leave out itself", "take it out")
			case !k.listed(x.rule) || !k.listed(other):
				fault(diagnostic.Misplaced, "only escalations, steps, cautions, and lines of consent that are lists leave one another out",
					"write the condition in when: of the rule that does not hold")
			default:
				x.rule.Excludes = append(x.rule.Excludes, k.standIn(other).ID)
			}
		}
	}
}

// standIn is the rule itself, or the one that replaces it.
func (k *linker) standIn(r *policy.Rule) *policy.Rule {
	if k.replaced[r.ID] {
		for _, other := range k.all {
			if other.Replaces == r.ID {
				return other
			}
		}
	}
	return r
}

// listed reports whether a rule is one of a list in the answer, of which one can be left out.
func (k *linker) listed(r *policy.Rule) bool {
	switch r.Kind {
	case term.KindEscalation, term.KindPathway, term.KindCaution:
		return true
	case term.KindConsent:
		return !entry(k.p.Consent, r).Answer.Single()
	case term.KindIndicator, term.KindGround, term.KindLevel, term.KindService:
	}
	return false
}

// slot is where a short text takes the words of a fact: its path in braces.
var slot = regexp.MustCompile(`\{[^}]*\}?`)

// short reads the short text of a rule, and checks its slots.
func (k *linker) short(f *source.File, t shape.Text) string {
	for _, s := range slot.FindAllString(t.Value, -1) {
		path := strings.Trim(s, "{}")
		if k.p.Vocabulary.Fact(path) == nil {
			k.At(f, t.Node, diagnostic.UnknownName, fmt.Sprintf("short takes the words of a fact %s, which is not in the vocabulary", path),
				cmp.Or(source.DidYouMean(path, k.p.Vocabulary.Paths()), "write the path of a fact in braces, such as {consent.by}"))
		}
	}
	return t.Value
}
