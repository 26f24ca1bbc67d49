package vocabulary

import (
	"slices"
	"strings"
	"unicode"

	"windscreen/engine/term"
)

// People says of those who know something what kind of person they are.
type People struct {
	// Family are the child and the family, Private other private people, in lower case.
	Family, Private []string
	// Kinds are those of whom a question may be asked, by kind of source, in lower case.
	Kinds map[term.Whom][]string
}

// KindsOf say what kind of source those of a list are, who are of one; nil if none is.
func (v *Vocabulary) KindsOf(who []string) map[string][]term.Whom {
	var out map[string][]term.Whom
	for _, w := range who {
		for _, kind := range term.TableOf[term.Whom]().Values() {
			if !slices.Contains(v.People.Kinds[kind], strings.ToLower(w)) {
				continue
			}
			if out == nil {
				out = map[string][]term.Whom{}
			}
			out[w] = append(out[w], kind)
		}
	}
	return out
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

// Alone are the words for the child whom nobody else may be asked about, as a list of sources; nil if the vocabulary has none.
func (v *Vocabulary) Alone() []string { return v.People.Kinds[term.WhomAlone] }

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
