package render

import (
	"slices"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
	"windscreen/engine/page"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// familyPage builds the outline of the page for a family. It uses the words of the answer for one child,
// says each thing once, and says which children it is for.
type familyPage struct {
	*draft
	family.Page
}

// pageOf puts the page for a family into words, in the order in which it is to be read.
func pageOf(a *family.Answer, show detail) outline {
	p := &familyPage{Page: copied(a.Family, clean)}
	r := &recommendation.Recommendation{Policy: p.Page.Policy, Document: p.Page.Document, Case: p.Page.Case, AsOf: p.Page.AsOf,
		Reader: p.Page.Reader, Level: recommendation.Level{Scale: p.Page.Level.Scale}, Titles: p.Page.Titles, Clauses: p.Page.Clauses}
	made := a.Children[0].Receipt // all have the same, but for the hash of the case
	r.Receipt = recommendation.Receipt{Engine: clean(made.Engine), Files: made.Files}
	p.draft = draftOf(r, show)
	p.family, p.waits, p.maySay = true, p.Telling.Value.AfterAdvice(), page.MaySay(a)
	p.opening()
	p.sayOtherwise()
	p.sayWorse()
	p.highest()
	p.doNow()
	p.due()
	p.consent()
	p.rows()
	p.help()
	p.questions()
	p.possibleActions()
	p.absent()
	p.cautions()
	if show.clauses {
		p.clauses()
	}
	closing := p.madeWith()
	if !show.browser {
		closing = append(closing, item{text: "Each child has a page of their own: windscreen eval --child LABEL CASE."})
	}
	p.add(item{text: receiptHeading}, closing)
	return p.out
}

// opening is who the case is about, and what to know of it and of the document.
func (p *familyPage) opening() {
	var names []string
	for _, r := range p.Rows {
		names = append(names, r.Child)
	}
	items := p.moment()
	for _, f := range p.Presumed {
		items = append(items, p.marked(f.Of, item{text: english.Sentences(english.Bare(f.Presumed))}))
	}
	p.out = append(p.out, section{
		head:  item{tone: strong, text: english.UpperFirst(english.Numbered(len(p.Rows), "child")) + ": " + labels(names) + "."},
		items: append(items, p.document()...),
	})
}

// sayOtherwise is what single children say of the home that differs from what the case says.
func (p *familyPage) sayOtherwise() {
	var items []item
	for _, o := range p.Otherwise {
		items = append(items, otherwise(o.Otherwise, "for "+labels(o.Children)))
	}
	p.add(item{tone: urgent, text: otherwiseHeading}, items)
}

// otherwise is what one child of a family says of the home that differs from what the case says.
func (d *draft) otherwise(c *family.Child) {
	var items []item
	for _, o := range c.Otherwise {
		items = append(items, otherwise(o, "for "+stated(c.Child)))
	}
	d.add(item{tone: urgent, text: otherwiseHeading}, items)
}

const otherwiseHeading = "The home is not the same for every child"

func otherwise(o family.Otherwise, whom string) item {
	title := o.Title
	if title == "" {
		title = english.UpperFirst(path(o.Fact))
	}
	return item{tone: urgent, bullet: true,
		text: labelled(title, quoted(o.Child)+" "+whom+"; "+quoted(o.Home)+" for the home") + "."}
}

// sayWorse is evidence that says worse than the case does, and what is unlikely in the case.
func (p *familyPage) sayWorse() {
	var list []recommendation.Contradiction
	for _, c := range p.Contradictions {
		list = append(list, c.Contradiction)
	}
	heading, restsOn, items := against(list)
	for i, c := range p.Contradictions {
		items[i] = p.marked(c.Of, items[i])
	}
	var names []string
	for _, r := range p.Rows {
		if r.RestsOnContradicted {
			names = append(names, r.Child)
		}
	}
	if len(items) > 0 && len(names) > 0 {
		items = append(items, takeCare("the level for "+labels(names), restsOn))
	}
	p.add(item{tone: urgent, text: heading}, items)

	items = nil
	for _, n := range p.Notes {
		items = append(items, p.marked(n.Of, p.note(n.Note)))
	}
	p.add(item{text: checkHeading}, items)
}

// doNow is what cannot wait, and what must not be done.
func (p *familyPage) doNow() {
	items := p.actions(immediate)
	if p.waits {
		because := consentSays(term.AnswerInform, string(p.Telling.Value))
		text := "Do not tell or ask the family yet, and do not show them this page: " + because + "."
		if p.maySay != "" {
			text = p.maySay + " Telling the family: " + because + "."
		}
		items = append(items, item{tone: urgent, bullet: true, text: text,
			cite: p.Telling.Why.Cite, national: p.Telling.Why.National})
	}
	p.add(item{tone: urgent, text: nowHeading}, items)
}

// due is the rest of what must happen by a time.
func (p *familyPage) due() {
	p.add(item{text: dueHeading}, p.actions(dueByTime))
}

// actions are those that are wanted, each with whom it is for.
func (p *familyPage) actions(wanted func(recommendation.Escalation) bool) []item {
	var items []item
	for _, a := range p.Actions {
		if wanted(a.Escalation) {
			items = append(items, p.marked(a.Of, p.escalation(a.Escalation)))
		}
	}
	return items
}

// possibleActions names what may still have to be done.
func (p *familyPage) possibleActions() {
	var items []item
	for _, a := range p.Actions {
		if a.State != term.NowDue {
			items = append(items, p.noted(a.Of, p.escalation(a.Escalation)))
		}
	}
	p.add(item{text: mayBeHeading}, together(notRuledOut, items))
}

// consent is the consent position of the family: telling first, because what else is asked of
// the family may have to wait for it.
func (p *familyPage) consent() {
	var items []item
	if t := p.Telling; t.Value != "" {
		it := p.single(term.AnswerInform, string(t.Value), t.Why)
		if !t.All {
			it.under = append([]item{{text: "This holds for the whole family, because of " + labels(t.Children) + "."}}, it.under...)
		}
		items = append(items, it)
	}
	single := func(a term.Answer, list []family.AnswerOf) {
		for _, x := range list {
			if x.Value != "" {
				items = append(items, p.marked(x.Of, p.single(a, x.Value, x.Why)))
			}
		}
	}
	lines := func(a term.Answer) {
		for _, l := range p.Lines {
			if l.Answer == a && !plainCopy(a, l.Line) {
				items = append(items, p.marked(l.Of, p.consentLine(a, l.Line)))
			}
		}
	}
	single(term.AnswerAgreement, p.Agreement)
	lines(term.AnswerFrom)
	single(term.AnswerSharing, p.Sharing)
	lines(term.AnswerAnswered)
	lines(term.AnswerRefused)
	lines(term.AnswerRecord)
	lines(term.AnswerCopy)
	p.add(item{text: consentHeading}, items)
}

// help is how help is reached. What fits one child is on that child's own page.
func (p *familyPage) help() {
	var items []item
	for _, s := range p.Page.Pathway {
		items = append(items, p.marked(s.Of, p.pathway(s.Step)))
	}
	if p.waits && len(items) > 0 {
		text := "Speak with the family about this only once telling them is safe."
		if p.maySay != "" {
			text = "Speak about this with nobody else in the family until telling them is safe."
		}
		items = slices.Insert(items, 0, item{tone: urgent, text: text})
	}
	p.add(item{text: helpHeading}, items)
}

// absent is what nobody spoke of and was taken as absent, by the children for whom it was.
func (p *familyPage) absent() {
	var items []item
	var done []string
	for _, t := range p.TakenAsAbsent {
		key := labels(t.Children)
		if slices.Contains(done, key) {
			continue
		}
		done = append(done, key)
		var paths []string
		for _, other := range p.TakenAsAbsent {
			if labels(other.Children) == key {
				paths = append(paths, other.Fact)
			}
		}
		items = append(items, p.marked(t.Of, item{bullet: true, tone: open, text: p.names(paths) + "."}))
	}
	if len(items) > 0 {
		ask := "Ask about each by name."
		if p.waits {
			ask = "Ask professionals about each by name."
		}
		items = append(items, item{text: ask})
	}
	p.add(item{text: "Nobody spoke of these, so they are taken as absent"}, items)
}

// cautions is what has to be read beside the answer.
func (p *familyPage) cautions() {
	var items []item
	for _, c := range p.Cautions {
		items = append(items, p.marked(c.Of, p.caution(c.Caution)))
	}
	p.readBeside(items)
}
