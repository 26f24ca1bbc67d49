package page

import (
	"slices"

	"windscreen/engine/family"
)

// ForFamily is a copy of the page that a practitioner may hand to a parent or a young person: what help
// is meant, what they are asked and may refuse, what happens next and by when, whom they can ring, and
// what is shared. It leaves out who said what and why, and everything else that is for professionals:
// a rule is in it only where its policy has a text for the family.
//
// The error is a *Withheld where there must be no copy, because telling the family waits, or somebody
// must not be told, for any of the children.
func ForFamily(a *family.Answer) (*Page, error) {
	if err := withheld(a); err != nil {
		return nil, err
	}
	m := making{a: a, f: asRecommended(a)}
	if len(a.Children) == 1 {
		m.one = &a.Children[0]
	}
	return m.copied(), nil
}

// asRecommended is the page for the family in the order of the levels recommended. Of two children at one
// level, the page puts first the one for whom a higher level is possible, which the copy must not show.
func asRecommended(a *family.Answer) family.Page {
	children := slices.Clone(a.Children)
	for i, c := range children {
		r := *c.Recommendation
		r.Level.AtMost = r.Level.Recommended
		children[i].Recommendation = &r
	}
	return family.Together(children).Family
}

// ForFamilyOf is ForFamily about one child of the family. It is withheld as well while telling waits for
// another child.
func ForFamilyOf(a *family.Answer, label string) (*Page, error) {
	if err := withheld(a); err != nil {
		return nil, err
	}
	for _, c := range a.Children {
		if c.Child == label {
			count := c.OneOf
			m := making{a: family.Together([]family.Child{c}), oneOf: count}
			m.f, m.one = m.a.Family, &m.a.Children[0]
			return m.copied(), nil
		}
	}
	return nil, &Withheld{Reason: NoSuchChild}
}
