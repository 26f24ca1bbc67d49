package page

import (
	"slices"
	"strings"

	"windscreen/engine/family"
	"windscreen/engine/internal/columns"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
)

// contradictions warn of evidence that says worse than the case does, danger first.
func (m *making) contradictions() []Entry {
	var out []Entry
	for _, c := range m.worse() {
		text := worseThanTheCase + ": " + english.LowerFirst(english.Bare(c.Title))
		if says := english.Bare(c.Evidence.Says); says != "" && !strings.EqualFold(says, "yes") {
			text += ", " + english.LowerFirst(says)
		}
		who := m.said(c.Evidence)
		said := inBrackets(who)
		short := saysWorse + ": " + english.LowerFirst(english.Bare(c.Title))
		out = append(out, Entry{Text: forSome(c.Of, english.Stopped(text+said)), Children: labels(c.Of), Fact: c.Fact,
			sources: m.ifNamed(who, c.Evidence),
			brief:   fitted(forSome(c.Of, english.Stopped(short+said)), forSome(c.Of, english.Stopped(short)), english.Stopped(short))})
	}
	return out
}

// The words with which a warning begins, and fewer of them.
const (
	worseThanTheCase = saysWorse + " than the case"
	saysWorse        = "Evidence says worse"
)

// worse is the evidence that says worse than the case does, danger first.
func (m *making) worse() []family.ContradictionOf {
	list := slices.Clone(m.f.Contradictions)
	slices.SortStableFunc(list, func(a, b family.ContradictionOf) int { return compareBool(m.dangerous(b.Fact), m.dangerous(a.Fact)) })
	return list
}

// contradicted says in one line about which facts the evidence says worse than the case does, if there are
// several. It names as many of them as there is room for, and the children if all are about the same ones.
func (m *making) contradicted() Entry {
	list := m.worse()
	if len(list) < 2 {
		return Entry{}
	}
	of := list[0].Of
	var names []string
	for _, c := range list {
		if name := english.LowerFirst(english.Bare(c.Title)); !slices.Contains(names, name) {
			names = append(names, name)
		}
		if !slices.Equal(of.Children, c.Children) {
			of = m.everyone()
		}
	}
	var texts []string
	for n := len(names); n > 0; n-- {
		what := english.And(names[:n])
		if rest := len(names) - n; rest > 0 {
			what = english.And(append(slices.Clone(names[:n]), english.Number(rest)+" more"))
		}
		texts = append(texts, forSome(of, worseThanTheCase+": "+what+"."), forSome(of, saysWorse+": "+what+"."))
	}
	points := " on " + english.Number(len(names)) + " points."
	texts = append(texts, forSome(of, worseThanTheCase+points), worseThanTheCase+points)
	return Entry{Text: fitted(texts...), Children: labels(of)}
}

// fitted is the first of some texts that takes one line at the edge, and otherwise the last of them.
func fitted(texts ...string) string { return fittedBeside("", texts...) }

// fittedBeside is fitted for texts with a clause behind them.
func fittedBeside(clause string, texts ...string) string {
	for _, t := range texts {
		if len(columns.Head(Width, t, clause)) == 1 {
			return t
		}
	}
	return texts[len(texts)-1]
}

// namesSources reports whether the page names somebody who said something.
func (p *Page) namesSources() bool {
	names := func(list []Entry) bool {
		return slices.ContainsFunc(list, func(e Entry) bool {
			return e.sources != "" && strings.Contains(e.Text, "("+e.sources+")")
		})
	}
	return names(p.Head.Warnings) || slices.ContainsFunc(p.Why, func(s Section) bool { return names(s.Entries) })
}

// ifNamed is who said something, in words, if the page names the source of any of it, and otherwise empty.
func (m *making) ifNamed(who string, of ...recommendation.Evidence) string {
	if m.unnamed() || !slices.ContainsFunc(of, func(e recommendation.Evidence) bool { return e.Source != "" }) {
		return ""
	}
	return who
}
