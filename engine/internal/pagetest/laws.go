// Package pagetest holds the laws that the first screen keeps under every policy and for every case.
// Each law names what breaks it, so that one run shows all of it.
package pagetest

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/family"
	"windscreen/engine/internal/columns"
	"windscreen/engine/page"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// Bounds are how long a page may be: how many lines it may have, and on which line its first step may
// stand at the latest. What a reader needs is page.Height and page.NearTop. Where texts are still too long for that a
// test gives more, and comes down as they get shorter.
type Bounds struct{ Lines, FirstStep int }

// Look is an answer and the pages made of it.
type Look struct {
	Answer *family.Answer
	Page   *page.Page
	// Copy is the copy for the family, and Withheld why there is none. Where only open questions stand in the
	// way, it is the copy that there is once they are answered and nothing else has changed.
	Copy     *page.Page
	Withheld error
	// own are the copies for single people, or why there is none; nil where they are still to be made.
	own []own
}

// pages are the page and all copies that there are.
func (l Look) pages() []*page.Page {
	out := []*page.Page{l.Page}
	if l.Copy != nil {
		out = append(out, l.Copy)
	}
	for _, x := range ownCopies(l) {
		out = append(out, x.page)
	}
	return out
}

// At makes the pages of an answer.
func At(a *family.Answer) Look {
	l := Look{Answer: a, Page: page.Of(a), own: copiesOf(a)}
	l.Copy, l.Withheld = page.ForFamily(a)
	var w *page.Withheld
	if errors.As(l.Withheld, &w) && w.Reason == page.TellingOpen {
		l.Copy, _ = page.ForFamily(Answered(a))
	}
	return l
}

// Law is something that every page keeps. Broken says how a page breaks it; it is empty where the page
// does not.
type Law struct {
	Name   string
	Broken func(Look) []string
}

// Laws are all of them, for pages within these bounds.
func Laws(within Bounds) []Law {
	return append(slices.Concat(pairLaws(), leakLaws(), readerLaws(), unsaidLaws(), copyLaws()), []Law{
		{"no two rules of which one excludes the other", excluded},
		{"a page fits the screen", within.fits},
		{"no line is wider than the screen, and no text is cut", wideOrCut},
		{"the first step stands near the top", within.firstStep},
		{"the page of each child fits the screen, its first step near the top", within.eachChild},
		{lawTells, tellsNobody},
		{"while the family is kept out, the page says so before all but danger", saysSoEarly},
		{lawAsks, asksNobody},
		{"while somebody must not be told, no row says who answered", saysWhoAnswered},
		{"what was done is no step", doneAgain},
		{"a step that waits names nobody to ring", ringsEarly},
		{"what is due at once is never left out", leftOut},
		{"what is overdue is never left out", overdue},
		{"every clause exists", clauses},
		{"the page of a family is as cautious as that of each child", cautious},
		{"the copy for the family is withheld while it has to be", withheld},
		{"the copy for the family waits for what could stop the telling", waitsForAnswers},
		{"the copy for the family does not depend on who said what, nor on what was not asked", apart},
		{"the copy for the family fits the screen", copyFits},
	}...)
}

// Broken are the laws that the pages of an answer break, each with how.
func Broken(a *family.Answer, within Bounds) []string {
	l := At(a)
	var out []string
	for _, law := range Laws(within) {
		for _, how := range law.Broken(l) {
			out = append(out, law.Name+": "+how)
		}
	}
	return out
}

// entries are all entries of a page.
func entries(p *page.Page) []page.Entry {
	out := slices.Concat([]page.Entry{p.Head.Level}, p.Head.Under, p.Head.Warnings)
	for _, s := range p.Sections() {
		out = append(out, s.Entries...)
	}
	return out
}

// isFor reports whether something with these labels is for a child; without labels it is for all.
func isFor(labels []string, child string) bool {
	return len(labels) == 0 || slices.Contains(labels, child)
}

// mine reports whether the reader does something.
func mine(d recommendation.Doing, r term.Reader) bool {
	return len(d.By) == 0 || slices.ContainsFunc(d.By, func(x term.Doer) bool { return x.Is(r) })
}

// waits reports whether telling the family waits for advice.
func waits(i term.Inform) bool { return i.AfterAdvice() }

// keptOut reports whether the family is kept out for now: because advice comes first, or because acting
// does.
func keptOut(i term.Inform) bool { return waits(i) || i == term.InformNotAPrecondition }

// holding are the rules of an answer that are due or hold, apart from the lines of a single answer.
func holding(c family.Child) []recommendation.Rule {
	var out []recommendation.Rule
	for _, x := range c.Escalations {
		if x.State == term.NowDue {
			out = append(out, x.Rule)
		}
	}
	for _, x := range c.Pathway {
		out = append(out, x.Rule)
	}
	for _, x := range c.Cautions {
		out = append(out, x.Rule)
	}
	for _, w := range term.TableOf[term.Answer]() {
		for _, x := range c.Consent.Lines(w.Code) {
			out = append(out, x.Rule)
		}
	}
	return out
}

// excludedBy is the rule because of which another is left out for a child; empty if there is none.
func excludedBy(c family.Child, id string) string {
	for _, r := range holding(c) {
		if slices.Contains(r.Excludes, id) {
			return r.ID
		}
	}
	return ""
}

func excluded(l Look) []string {
	var out []string
	for _, c := range l.Answer.Children {
		for _, p := range l.pages() {
			for _, e := range entries(p) {
				if e.Rule == "" || !isFor(e.Children, c.Child) {
					continue
				}
				if by := excludedBy(c, e.Rule); by != "" {
					out = append(out, fmt.Sprintf("%s, which %s excludes", e.Rule, by))
				}
			}
		}
	}
	return out
}

func (b Bounds) fits(l Look) []string {
	if n := page.Lines(l.Page); n > b.Lines {
		return []string{fmt.Sprintf("%d lines", n)}
	}
	return nil
}

func wideOrCut(l Look) []string {
	var out []string
	for _, p := range l.pages() {
		for _, b := range p.Blocks(page.Width) {
			for _, line := range b.Lines {
				if columns.Count(line) > page.Width || strings.Contains(line, "…") {
					out = append(out, fmt.Sprintf("%q", line))
				}
			}
		}
	}
	return out
}

// eachChild holds the pages of children with brothers or sisters; that of an only child is the page itself.
func (b Bounds) eachChild(l Look) []string {
	if len(l.Answer.Children) < 2 {
		return nil
	}
	var out []string
	for _, c := range l.Answer.Children {
		p := page.OfChild(c)
		if n, at := page.Lines(p), page.FirstStep(p); n > b.Lines || at > b.FirstStep {
			out = append(out, fmt.Sprintf("%q has %d lines, the first step on line %d", c.Child, n, at))
		}
	}
	return out
}

func copyFits(l Look) []string {
	var out []string
	for _, p := range l.pages()[1:] {
		if n := page.Lines(p); n > page.Height {
			out = append(out, fmt.Sprintf("%d lines", n))
		}
	}
	return out
}

func (b Bounds) firstStep(l Look) []string {
	if n := page.FirstStep(l.Page); n > b.FirstStep {
		return []string{fmt.Sprintf("on line %d", n)}
	}
	return nil
}

func clauses(l Look) []string {
	var out []string
	for _, p := range l.pages() {
		for _, e := range entries(p) {
			for _, id := range e.Cite {
				if _, there := l.Answer.Family.Clauses[id]; !there {
					out = append(out, fmt.Sprintf("%q behind %q", id, e.Text))
				}
			}
		}
	}
	return out
}
