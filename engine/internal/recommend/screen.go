package recommend

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/english"
	"windscreen/engine/internal/pattern"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
)

// slot is where a short text takes the words of a fact: its path in braces.
var slot = pattern.New(`\{[^{}]*\}`)

// filled is a short text with the values of facts in place of their paths, which stand in braces:
// "Refused, by {consent.by}." In place of a value that is not known it says "somebody".
func (b *builder) filled(short string) string {
	if !strings.Contains(short, "{") { // nearly every text; the search for slots made two fifths of the allocations of a brief answer
		return short
	}
	return slot().ReplaceAllStringFunc(short, func(s string) string {
		if f := b.policy.Vocabulary.Fact(strings.Trim(s, "{}")); f != nil {
			if v := b.c.Values[f.Index]; !f.IsUnknown(v) {
				return cmp.Or(b.inSentence(f, v), "somebody")
			}
		}
		return "somebody"
	})
}

// inSentence is a value in words that fit the middle of a sentence. Of several words, each stands
// without what explains it after a comma. A day or a time is written as the first screen writes its own. It is empty if no
// word is known to apply.
func (b *builder) inSentence(f *vocabulary.Fact, v vocabulary.Value) string {
	if f.Kind == vocabulary.Time {
		at := time.Unix(v.Lo, 0).In(b.london)
		if !v.Known() { // of the moment, no more than the day is known
			return at.Format("Mon 2 Jan")
		}
		return at.Format("Mon 2 Jan 15:04")
	}
	if f.Kind != vocabulary.Choices {
		return english.LowerFirst(f.Says(v, b.london))
	}
	var names []string
	for i, w := range f.Words {
		if v.Lo&(1<<i) != 0 {
			name, _, _ := strings.Cut(w.Says, ",")
			names = append(names, english.LowerFirst(name))
		}
	}
	return english.And(names)
}

// areas are the domains about the child and the family, and those that were gone through.
func (b *builder) areas() recommendation.Areas {
	out := recommendation.Areas{Checked: []string{}, NothingSaid: b.c.Silent(b.policy.Vocabulary)}
	everything := slices.Contains(b.c.Explored, casefile.Everything)
	for _, d := range b.policy.Vocabulary.Domains {
		if !slices.ContainsFunc(d.Facts, func(f *vocabulary.Fact) bool { return !f.AboutTheCase && !f.Protective }) {
			continue
		}
		out.Of++
		if everything || slices.Contains(b.c.Explored, d.Name) {
			out.Checked = append(out.Checked, d.Title)
		}
	}
	return out
}
