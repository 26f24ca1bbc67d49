package render

import (
	"fmt"

	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
)

// opening is the level, where it sits among the others, and the professional
// judgement beside it.
func (d *draft) opening() {
	level := d.r.Level
	head := item{tone: strong, text: d.levelSentence(level), cite: level.Cite}
	items := scaleOf(level)
	if d.child != "" {
		items = append(items, item{tone: strong, text: d.child + "."})
	}
	items = append(items, d.moment()...)
	items = append(items, d.presumed()...)
	items = append(items, d.document()...)
	items = append(items, d.judged(d.r.Judgement)...)
	d.out = append(d.out, section{head: head, items: items})
}

// moment is the case, and the time of which it speaks.
func (d *draft) moment() []item {
	name := "This case"
	if d.r.Case != "" {
		name = "Case " + stated(d.r.Case)
	}
	if d.r.Case == "" && d.r.AsOf.IsZero() {
		return nil
	}
	return []item{{text: joined(", ", name, prefixed("as at ", moment(d.r.AsOf))) + "."}}
}

// document is what to know of the document, and for whom the answer is.
func (d *draft) document() []item {
	var items []item
	if doc := d.r.Document; doc.ChosenByDate {
		items = append(items, item{text: "Edition chosen by the date of the case: " + joined(", of ", d.r.Policy, doc.Council) + "."})
	}
	if doc := d.r.Document; !doc.InForce && !(doc.InForceFrom.IsZero() && doc.InForceTo.IsZero()) {
		items = append(items, item{tone: urgent, text: "The document was not in force on that day: it ran " +
			joined(" ", prefixed("from ", day(doc.InForceFrom)), prefixed("to ", day(doc.InForceTo))) + "."})
	}
	if doc := d.r.Document; doc.InForce && doc.YearsOld >= oldDocument {
		items = append(items, item{tone: open, text: fmt.Sprintf("The document is %d years old: it has been in force since %s. "+
			"Ask whether there is a newer edition.", doc.YearsOld, day(doc.InForceFrom))})
	}
	if who := inWords(d.r.Reader); who != "" {
		items = append(items, item{text: "For " + who + "."})
	}
	return items
}

// oldDocument is from how many years on the answer says how old a document is: by then
// there may well be a newer one.
const oldDocument = 3

// levelSentence says the level and how far it is certain. The wider answer wins:
// a level is called settled only where no higher one is open.
func (d *draft) levelSentence(l recommendation.Level) string {
	recommended := d.level(l.Recommended, l.Name)
	switch {
	case l.Recommended == 0 && l.Name == "" && l.AtMost == 0:
		return "No level is recommended."
	case undecided(l):
		return fmt.Sprintf("Level not settled: nothing that is known so far decides it. Up to %s, is not ruled out.", d.level(l.AtMost, ""))
	case l.AtMost > l.Recommended:
		return fmt.Sprintf("At least %s; up to %s, is not ruled out.", recommended, d.level(l.AtMost, ""))
	case !l.Settled:
		return english.UpperFirst(recommended) + ", on what is known so far."
	}
	return english.UpperFirst(recommended) + "."
}

// undecided reports whether nothing decides a level yet.
func undecided(l recommendation.Level) bool {
	return recommendation.Undecided(l.Recommended, l.AtMost, l.Scale)
}

// scaleOf is the continuum of need with the recommended level and those above it
// that are not ruled out.
func scaleOf(l recommendation.Level) []item {
	if len(l.Scale) == 0 {
		return nil
	}
	var out []rung
	for _, step := range l.Scale {
		r := rung{text: joined(" ", fmt.Sprint(step.Level), english.Bare(step.Name))}
		switch {
		case step.Level == l.Recommended && !undecided(l):
			r.tone = strong
		case step.Level >= l.Recommended && step.Level <= l.AtMost:
			r.tone = open
		}
		out = append(out, r)
	}
	return []item{{scale: out}}
}

// presumed says what the answer takes to be so although the case does not say.
func (d *draft) presumed() []item {
	var items []item
	for _, f := range d.r.Presumed {
		items = append(items, item{text: english.Sentences(english.Bare(f.Presumed))})
	}
	return items
}

// judged is a professional judgement, if there is one.
func (d *draft) judged(j *recommendation.Judgement) []item {
	if j == nil {
		return nil
	}
	text := "Recorded judgement: " + joined(", ", d.level(j.Level, j.Name), prefixed("by ", english.Bare(stated(j.By))))
	if j.Differs {
		text += " – differs from the recommendation; judgement has the last word."
	} else {
		text += " – the same as the recommendation."
	}
	it := item{tone: strong, text: text}
	if reason := stated(j.Reason); reason != "" {
		it.under = []item{{text: "Reason given: " + english.Stopped(reason)}}
	}
	return []item{it}
}
