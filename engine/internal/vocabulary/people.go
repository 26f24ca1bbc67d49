package vocabulary

import (
	"slices"
	"strings"
	"unicode"
)

// People says of those who know something what kind of person they are.
type People struct {
	// Family are the child and the family, Private other private people, in lower case.
	Family, Private []string
}

// OfFamily are those of a list of sources who are the child or a member of the family.
func (v *Vocabulary) OfFamily(who []string) []string {
	var out []string
	for _, w := range who {
		if slices.Contains(v.People.Family, strings.ToLower(w)) {
			out = append(out, w)
		}
	}
	return out
}

// Private reports whether a source, as a case writes it, is a private person: one of the family, a
// neighbour and the like.
func (v *Vocabulary) Private(source string) bool {
	words := strings.FieldsFunc(strings.ToLower(source), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	spoken := " " + strings.Join(words, " ") + " "
	named := func(names []string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return strings.Contains(spoken, " "+n+" ") })
	}
	return named(v.People.Family) || named(v.People.Private)
}
