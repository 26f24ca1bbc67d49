package pagetest

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"windscreen/engine/family"
	"windscreen/engine/page"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// copyLaws hold that nobody has a copy of their own that is not safe, and that it gives nobody away.
func copyLaws() []Law {
	return []Law{
		{"nobody from whom something is kept has a copy of their own", copyForKept},
		{"no parent has a copy of their own where that parent may be feared", copyForFeared},
		{"nobody has a copy of their own before what comes first, nor of an answer that leaves things out", copyBeforeActing},
		{"while telling waits, a copy for one person rests on a rule that says how it is given", copyWithoutRule},
		{"a copy for one person names nobody else, and says nothing of what is kept", copyGivesAway},
		{"copies for several people differ in whom they are for and in what they answered, and in nothing else", copiesDiffer},
		{"there is a copy for the family only if each adult may have one or may once told, and one of them knows", familyWithoutEach},
		{"nobody who has not been told has a copy of their own", copyForUntold},
		{"a copy speaks of an answer only to those who gave it", copyTellsAnswer},
		{"a copy for one person does not depend on who said what, nor on what was not asked", ownApart},
		{"a copy for one person is refused with a reason for that person", refusedWithoutReason},
		{"every copy says whom to ring in a crisis, at any hour", copyWithoutHelp},
	}
}

// own is a copy for one person, or why there is none.
type own struct {
	person recommendation.Person
	label  string
	page   *page.Page
	err    error
}

// copiesOf are the copies for single people; those for a child of several are about one child each.
func copiesOf(a *family.Answer) []own {
	var out []own
	for _, p := range a.Children[0].People {
		labels := []string{""}
		if len(a.Children) > 1 && p.Own {
			labels = labels[:0]
			for _, c := range a.Children {
				labels = append(labels, c.Child)
			}
		}
		for _, label := range labels {
			made, err := page.ForPerson(a, label, p.Name)
			out = append(out, own{p, label, made, err})
		}
	}
	return out
}

// triedCopies are the copies for single people, and why there is none for the others.
func (l Look) triedCopies() []own {
	if l.own != nil {
		return l.own
	}
	return copiesOf(l.Answer)
}

// ownCopies are the copies that there are.
func ownCopies(l Look) []own {
	return slices.DeleteFunc(slices.Clone(l.triedCopies()), func(x own) bool { return x.page == nil })
}

// stated are the words that the case of a child names in a list.
func stated(c family.Child, domain, fact string) []string {
	whole, _ := c.Receipt.Case.(map[string]any)
	facts, _ := whole[domain].(map[string]any)
	return wordsIn(facts[fact])
}

// wordsIn are the words that a value names for certain.
func wordsIn(value any) []string {
	switch x := value.(type) {
	case []string:
		return x
	case []any:
		var out []string
		for _, w := range x {
			out = append(out, fmt.Sprint(w))
		}
		return out
	case map[string]any:
		return slices.Concat(wordsIn(x["only"]), wordsIn(x["includes"]))
	}
	return nil
}

func copyForKept(l Look) []string {
	var out []string
	for _, x := range ownCopies(l) {
		for _, c := range l.Answer.Children {
			if slices.Contains(stated(c, "consent", "keep_from"), x.person.Name) {
				out = append(out, fmt.Sprintf("%q: %s", c.Child, x.person.Name))
			}
		}
	}
	return out
}

// otherParent is, of each parent, the one from whom it is kept where only that one is feared.
var otherParent = map[string]string{"mother": "father", "father": "mother"}

func copyForFeared(l Look) []string {
	var out []string
	for _, x := range ownCopies(l) {
		other, parent := otherParent[x.person.Name]
		for _, c := range l.Answer.Children {
			if parent && slices.Contains(stated(c, "harm", "by"), "parent") && !slices.Contains(stated(c, "consent", "keep_from"), other) {
				out = append(out, fmt.Sprintf("%q: %s", c.Child, x.person.Name))
			}
		}
	}
	return out
}

func copyBeforeActing(l Look) []string {
	var out []string
	for _, x := range ownCopies(l) {
		for _, c := range l.Answer.Children {
			first := slices.ContainsFunc(c.Escalations,
				func(e recommendation.Escalation) bool { return e.First && e.State == term.NowDue })
			if first || c.Partial || c.Consent.Inform == term.InformNotAPrecondition {
				out = append(out, fmt.Sprintf("%q: %s", c.Child, x.person.Name))
			}
		}
	}
	return out
}

func copyWithoutRule(l Look) []string {
	var out []string
	for _, x := range ownCopies(l) {
		for _, c := range l.Answer.Children {
			says := func(line recommendation.Line) bool { return line.To == x.person.Name && line.Has(term.DeedGoesOn) }
			if waits(c.Consent.Inform) && !slices.ContainsFunc(c.Consent.Copy, says) {
				out = append(out, fmt.Sprintf("%q: %s", c.Child, x.person.Name))
			}
		}
		if waits(l.Answer.Family.Telling.Value) && len(page.HowToHand(l.Answer, x.label, x.person.Name)) == 0 {
			out = append(out, x.person.Name+": nothing says how it is given")
		}
	}
	return out
}

// giveAway finds words that tell that there is a secret, or of whom.
var giveAway = regexp.MustCompile(`(?i)\bke(?:pt|ep (?:it|this)) (?:back |secret )?from\b|must not (?:know|be told)|\bnobody else\b|` +
	`\b(?:mother|father|stepfather|partner)\b`)

func copyGivesAway(l Look) []string {
	var out []string
	for _, x := range ownCopies(l) {
		head := "For " + strings.ToLower(x.person.Title[:1]) + x.person.Title[1:] + "."
		if len(x.page.Head.Under) == 0 || x.page.Head.Under[0].Text != head || x.page.For != x.person.Name {
			out = append(out, x.person.Name+": the head does not say whom it is for")
			continue
		}
		for _, e := range entries(withoutWhom(x.page)) {
			if giveAway.MatchString(e.Text) {
				out = append(out, x.person.Name+": "+quoted(e))
			}
		}
	}
	return out
}

// withoutWhom is a copy for one person without whom it is for.
func withoutWhom(p *page.Page) *page.Page {
	out := *p
	out.For = ""
	out.Head.Under = append([]page.Entry{}, p.Head.Under[1:]...)
	return &out
}

func copiesDiffer(l Look) []string {
	var out []string
	type kind struct {
		label string
		hears bool
	}
	first := map[kind]*page.Page{}
	for _, x := range ownCopies(l) {
		p := withoutWhom(x.page)
		if page.Lines(x.page) >= page.Height-1 {
			continue // one line more may leave something out
		}
		k := kind{x.label, l.hears(x)}
		if other := first[k]; other != nil && !reflect.DeepEqual(p, other) {
			out = append(out, x.person.Name)
		}
		first[k] = p
	}
	return out
}

func ownApart(l Look) []string {
	var out []string
	for _, x := range ownCopies(l) {
		bare, err := page.ForPerson(Bare(l.Answer), x.label, x.person.Name)
		if err != nil || !reflect.DeepEqual(bare, x.page) {
			out = append(out, x.person.Name+": it differs from that of a case without sources")
		}
	}
	return out
}

func refusedWithoutReason(l Look) []string {
	var out []string
	for _, x := range l.triedCopies() {
		var w *page.Withheld
		switch {
		case x.err == nil:
		case !errors.As(x.err, &w), w.For != x.person.Title:
			out = append(out, x.person.Name+": "+x.err.Error())
		}
	}
	return slices.Compact(slices.Sorted(slices.Values(out)))
}

// copyWithoutHelp looks at every copy, as a number that stood only in some of them would say why it stands there.
func copyWithoutHelp(l Look) []string {
	var out []string
	tell := func(who string, p *page.Page) {
		if !slices.ContainsFunc(p.Steps.Entries, func(e page.Entry) bool {
			return e.Contact != nil && e.Contact.Now != nil && e.Contact.Now.Always
		}) {
			out = append(out, who)
		}
	}
	if l.Copy != nil {
		tell("the family", l.Copy)
	}
	for _, x := range ownCopies(l) {
		tell(x.person.Name, x.page)
	}
	return out
}
