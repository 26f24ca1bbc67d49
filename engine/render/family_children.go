package render

import (
	"fmt"
	"slices"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
)

// highest is the highest level of any child, for whom, and where it sits among the others.
func (p *familyPage) highest() {
	l := p.Page.Level
	level := recommendation.Level{Recommended: l.Recommended, AtMost: l.AtMost, Scale: l.Scale}
	var cite []string
	for _, r := range p.Rows {
		if r.Recommended == l.Recommended {
			cite = append(cite, r.Cite...)
		}
	}
	p.out = append(p.out, section{head: item{tone: strong, text: p.highestSentence(), cite: unique(cite)}, items: scaleOf(level)})
}

// highestSentence says the highest level, how many children are at it and which they are, and for which
// children a higher level is not ruled out.
func (p *familyPage) highestSentence() string {
	l := p.Page.Level
	at := l.Children
	var up []string
	for _, r := range p.Rows {
		if r.AtMost == l.AtMost {
			up = append(up, r.Child)
		}
	}
	whom := func(list []string) string {
		if len(list) == len(p.Rows) {
			return p.forWhom(family.Of{Children: list, All: true})
		}
		return p.forWhom(family.Of{Children: list})
	}
	says := p.level(l.Recommended, l.Name) + ", " + whom(at)
	if len(at) < len(p.Rows) {
		says += ", " + english.Number(len(at)) + " of " + english.Numbered(len(p.Rows), "child")
	}
	switch {
	case l.Recommended == 0 && l.Name == "" && l.AtMost == 0:
		return "No level is recommended."
	case recommendation.Undecided(l.Recommended, l.AtMost, l.Scale):
		return fmt.Sprintf("Level not settled: nothing that is known so far decides it. Up to %s, is not ruled out %s.",
			p.level(l.AtMost, ""), whom(up))
	case l.AtMost > l.Recommended && slices.Equal(at, up):
		return fmt.Sprintf("At least %s; up to %s, is not ruled out.", says, p.level(l.AtMost, ""))
	case l.AtMost > l.Recommended:
		return fmt.Sprintf("At least %s; up to %s, is not ruled out %s.", says, p.level(l.AtMost, ""), whom(up))
	}
	return english.UpperFirst(says) + "."
}

// shownRows is how many children have a row before the rest are counted.
const shownRows = 8

// rows are the children, highest level first: the level, the law, what it rests on, and any
// judgement.
func (p *familyPage) rows() {
	var items []item
	for _, r := range p.Rows[:min(shownRows, len(p.Rows))] {
		items = append(items, p.row(r))
	}
	if rest := p.Rows[len(items):]; len(rest) > 0 {
		items = append(items, p.rest(rest))
	}
	p.add(item{text: "The children"}, items)
}

func (p *familyPage) row(r family.Row) item {
	level := recommendation.Level{Recommended: r.Recommended, AtMost: r.AtMost, Name: r.Name, Settled: r.Settled,
		Scale: p.Page.Level.Scale}
	it := item{bullet: true, text: labelled(stated(r.Child), english.LowerFirst(p.levelSentence(level))) + "."}
	if r.Recommended != p.Page.Level.Recommended { // the clauses of the highest stand with it
		it.cite = r.Cite
	}
	for _, g := range r.Grounds {
		it.under = append(it.under, item{text: english.Stopped(groundName(g)), cite: g.Cite})
	}
	var names []string
	for _, g := range r.Possible {
		names = append(names, shortGround(g.ID, g.Title))
	}
	if slices.Sort(names); len(names) > 0 {
		it.under = append(it.under, item{tone: open, text: "Not ruled out: " + joined("; ", unique(names)...) + "."})
	}
	if len(r.Signs) > 0 {
		it.under = append(it.under, item{text: "Signs that count: " + joined("; ", signs(r.Signs)...) + "."})
	}
	it.under = append(it.under, p.judged(r.Judgement)...)
	return it
}

// shownSigns is how many signs of need a row names.
const shownSigns = 6

// signs names signs of need with their levels, the first few and how many more.
func signs(list []family.Sign) []string {
	var out []string
	for i, s := range list {
		if i == shownSigns && len(list) > shownSigns+1 {
			return append(out, fmt.Sprintf("and %d more", len(list)-shownSigns))
		}
		out = append(out, fmt.Sprintf("%s (level %d)", english.Bare(s.Title), s.Level))
	}
	return out
}

// rest says how many more children there are, and at which level.
func (p *familyPage) rest(rows []family.Row) item {
	var groups, done []string
	for _, r := range rows {
		says := fmt.Sprintf("level %d", r.Recommended)
		if r.AtMost > r.Recommended {
			says = fmt.Sprintf("at least level %d and up to level %d", r.Recommended, r.AtMost)
		}
		if slices.Contains(done, says) {
			continue
		}
		done = append(done, says)
		var names []string
		for _, other := range rows {
			if other.Recommended == r.Recommended && max(other.AtMost, other.Recommended) == max(r.AtMost, r.Recommended) {
				names = append(names, other.Child)
			}
		}
		groups = append(groups, says+" for "+labels(names))
	}
	return item{bullet: true, text: "And " + english.Numbered(len(rows), "more child") + ": " + joined("; ", groups...) + "."}
}

// questions is what to find out next, with whom each question is about.
func (p *familyPage) questions() {
	var rows []row
	list, areas := factsAndAreas(p.Page.Questions, func(q family.QuestionOf) recommendation.Question { return q.Question })
	for _, q := range list[:min(shownQuestions, len(list))] {
		cells := []string{p.marked(q.Of, item{text: asks(q.Question)}).text,
			joined(", ", whoToAsk(q.Question, p.waits)...), could(q.Could, p.lowest(q.Of))}
		rows = append(rows, row{cells: cells})
	}
	var items []item
	if p.waits && othersAsked(list[:min(shownQuestions, len(list))]) {
		items = append(items, item{tone: urgent, text: askProfessionals})
	}
	p.add(item{text: askHeading}, append(items, p.asking(rows, len(list)-len(rows), areas)...))
}

// lowest is the lowest level recommended for any of some children.
func (p *familyPage) lowest(of family.Of) int {
	lowest := p.Page.Level.Recommended
	for _, r := range p.Rows {
		if slices.Contains(of.Children, r.Child) {
			lowest = min(lowest, r.Recommended)
		}
	}
	return lowest
}
