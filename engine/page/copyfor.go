package page

import (
	"slices"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// ForPerson is a copy for one person alone, by the name of a recommendation.Person, and about one child of the family if a
// label is given. At its top it says whom it is for; the rest is as in ForFamily. It may be given although
// something is kept from somebody else, where a rule of the consent position allows it for each child. It never says
// that anything is kept, or from whom.
//
// A copy for the child whom the case is about is about that child alone. The error is a *Withheld where there must
// be no copy for that person, because telling them waits, or it is not known to be safe.
func ForPerson(a *family.Answer, label, person string) (*Page, error) {
	p, about, err := copyAbout(a, label, person)
	if err != nil {
		return nil, err
	}
	if err := withheldFrom(a, about, p); err != nil {
		return nil, err
	}
	m := makingOf(inPlainOrder(a))
	if label != "" || p.Own {
		m = makingOfChild(about[0])
	}
	out := m.copied([]recommendation.Person{p}, hears(about, p), Entry{Text: "For " + english.Stopped(english.LowerFirst(p.Title))})
	out.For = p.Name
	return out, nil
}

// HowToHand says to the practitioner how a copy is handed over, for the family or for one person. It is no part of the copy. It
// is empty where there is no such copy, or where the rules say nothing of it.
func HowToHand(a *family.Answer, label, person string) []string {
	about := a.Children
	if person == "" {
		if withheld(a) != nil {
			return nil
		}
	} else {
		p, of, err := copyAbout(a, label, person)
		if err != nil || withheldFrom(a, of, p) != nil {
			return nil
		}
		about = of
	}
	var out []string
	for _, c := range about {
		for _, l := range c.Consent.Copy {
			if (l.To == person && l.Has(term.DeedGoesOn) || l.Has(term.DeedHanded)) && l.Says != "" {
				out = addNew(out, []string{l.Says})
			}
		}
	}
	return out
}

// copyAbout is the person whom a copy is for, and the children whom it is about: one if a label is given, or if the
// copy is for the child.
func copyAbout(a *family.Answer, label, person string) (recommendation.Person, []family.Child, error) {
	var p recommendation.Person
	about := a.Children
	if label != "" {
		about = slices.DeleteFunc(slices.Clone(about), func(c family.Child) bool { return c.Child != label })
	}
	if len(about) == 0 {
		return p, nil, &Withheld{Reason: NoSuchChild, For: person}
	}
	people := about[0].People
	i := slices.IndexFunc(people, func(p recommendation.Person) bool { return p.Name == person })
	if i < 0 {
		return p, nil, &Withheld{Reason: NoSuchPerson, For: person}
	}
	if p = people[i]; p.Own && len(about) > 1 {
		return p, nil, &Withheld{Reason: WhichChild, For: p.Title}
	}
	return p, about, nil
}

// withheldFrom is why there must be no copy for one person about some children; nil if there may be one. What a rule
// allows for each of those children, it allows while telling anybody else waits, if talking with that person goes on.
func withheldFrom(a *family.Answer, about []family.Child, p recommendation.Person) error {
	children := a.Children
	if !p.Own {
		about = children // a page about one child can tell of another
	}
	var lack lacking
	goesOn := len(about) == len(children)
	for _, c := range about {
		of := leaveOf(c.Recommendation, p.Name)
		goesOn = goesOn && of.alone
		lack.add(c, p, of.may || of.alone, of.onceTold)
	}
	reasons := forEverybody
	if goesOn {
		reasons = forWhoKnows
	}
	w := withheldBy(a, reasons)
	if own := lack.withheld(len(children) > 1); own != nil && (w == nil || w.Reason != NotWhole && w.Reason != ActFirst) {
		w = own.with(w)
	}
	if w == nil {
		return nil
	}
	w.For = p.Title
	return w
}

// waitsOn are the facts that could let somebody have a copy.
func waitsOn(r *recommendation.Recommendation, person string) []string {
	for _, p := range r.People {
		if p.Name == person {
			return p.WaitsOn
		}
	}
	return nil
}
