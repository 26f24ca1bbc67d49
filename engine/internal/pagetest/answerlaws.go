package pagetest

import (
	"errors"
	"fmt"
	"regexp"
	"slices"

	"windscreen/engine/family"
	"windscreen/engine/page"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// hears reports whether a rule lets the copy for one person speak of the answer, for each child that it is about.
func (l Look) hears(x own) bool {
	for _, c := range l.Answer.Children {
		if isFor(x.about(), c.Child) && !hasLine(c, x.person.Name, term.DeedHears) {
			return false
		}
	}
	return true
}

// about are the labels of the children whom a copy is about; none for all.
func (x own) about() []string {
	if x.label == "" {
		return nil
	}
	return []string{x.label}
}

// hasLine reports whether a line on copies for somebody does something.
func hasLine(c family.Child, person string, d term.Deed) bool {
	return slices.ContainsFunc(c.Consent.Copy, func(l recommendation.Line) bool { return l.To == person && l.Has(d) })
}

func familyWithoutEach(l Look) []string {
	if l.Copy == nil {
		return nil
	}
	answer := l.Answer
	if l.Withheld != nil { // the copy is the one that there is once what could stop the telling is known
		answer = Answered(answer)
	}
	var out []string
	adults, known := 0, false
	for _, p := range l.Answer.Children[0].People {
		if p.Own {
			continue
		}
		adults++
		var w *page.Withheld
		_, err := page.ForPerson(answer, "", p.Name)
		known = known || err == nil
		if err != nil && (!errors.As(err, &w) || w.Reason != page.NotTold) {
			out = append(out, p.Name+": "+err.Error())
		}
	}
	if adults > 0 && !known {
		out = append(out, "no adult knows")
	}
	return out
}

func copyForUntold(l Look) []string {
	var out []string
	for _, x := range ownCopies(l) {
		for _, c := range l.Answer.Children {
			answers := func(by string) bool { return slices.Contains(answersAs[x.person.Name], by) }
			knows := slices.Contains(stated(c, "consent", "told"), x.person.Name) ||
				slices.ContainsFunc(stated(c, "consent", "by"), answers) || x.person.Own && answeredSelf(c)
			if isFor(x.about(), c.Child) && !knows {
				out = append(out, fmt.Sprintf("%q: %s", c.Child, x.person.Name))
			}
		}
	}
	return out
}

// answersAs are the names under which consent.by has a person.
var answersAs = map[string][]string{"mother": {"mother"}, "father": {"father"}, "young_person": {"young_person"},
	"other_carer": {"other_holder", "carer_without_responsibility"}}

// answeredSelf reports whether the case gives an answer of the young person.
func answeredSelf(c family.Child) bool {
	whole, _ := c.Receipt.Case.(map[string]any)
	facts, _ := whole["consent"].(map[string]any)
	answer, _ := facts["young_person"].(string)
	return answer != "" && answer != "not_asked"
}

// tellsAnswer finds the words of a copy that say what was answered.
var tellsAnswer = regexp.MustCompile(`(?i)agreement was given|was refused|part was agreed to|you (?:agreed|said yes|said no) to`)

func copyTellsAnswer(l Look) []string {
	var out []string
	tell := func(who string, p *page.Page) {
		for _, e := range entries(p) {
			if tellsAnswer.MatchString(e.Text) {
				out = append(out, who+": "+quoted(e))
			}
		}
	}
	all := true
	for _, p := range l.Answer.Children[0].People {
		all = all && (p.Own || l.hears(own{person: p}))
	}
	if l.Copy != nil && !all {
		tell("the family", l.Copy)
	}
	for _, x := range ownCopies(l) {
		if !l.hears(x) {
			tell(x.person.Name, x.page)
		}
	}
	return out
}
