package render

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"windscreen/engine/internal/english"
	"windscreen/engine/page"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// whyNot is what stands between the case and the next level up.
func (d *draft) whyNot() {
	if len(d.r.WhyNot) == 0 {
		return
	}
	first := d.r.WhyNot[0]
	var items []item
	for _, o := range d.r.WhyNot {
		it := item{bullet: true, text: english.UpperFirst(inWords(o.Value)) + ": " + english.Stopped(english.Bare(o.Says)), cite: o.Cite}
		if o.Value == term.Open {
			it.tone = open
		}
		if o.Level != first.Level {
			it.text = english.UpperFirst(d.level(o.Level, o.Name)) + ". " + it.text
		}
		if !d.show.open {
			// The questions say what could still meet it.
			it.cite = nil
			if len(items) == 0 {
				it.cite = o.Cite
			}
			items = append(items, it)
			continue
		}
		for i, f := range o.InTheWay {
			if i == fewest && len(o.InTheWay) > fewest+1 {
				it.under = append(it.under, item{text: "And " + english.Counted(len(o.InTheWay)-fewest, "more fact") + " in the way."})
				break
			}
			it.under = append(it.under, item{text: "In the way: " + d.fact(f)})
		}
		if len(o.Open) > 0 {
			it.under = append(it.under, item{text: "Could still be met by: " + d.paths(o.Open) + "."})
		}
		if len(o.Sets) > 0 {
			it.under = append(it.under, item{text: "It is met if " + d.sets(o.Sets) + "."})
		}
		it.under = append(append(it.under, d.rule(o.Rule, o.Part)...), d.textsOf(o.Conditions)...)
		items = append(items, it)
	}
	d.add(item{text: "Why not " + d.level(first.Level, first.Name)}, items)
}

// sets are sets of answers of which one is enough.
func (d *draft) sets(sets [][]recommendation.Given) string {
	var each []string
	for _, set := range sets {
		var answers []string
		for _, g := range set {
			answers = append(answers, d.names([]string{g.Fact})+" is "+page.AnswerSays(g))
		}
		each = append(each, strings.Join(answers, " and "))
	}
	return strings.Join(each, "; or ")
}

// cautions is what has to be read beside the answer.
func (d *draft) cautions() {
	var items []item
	for _, c := range d.r.Cautions {
		items = append(items, d.caution(c))
	}
	d.readBeside(items)
}

// caution is one warning.
func (d *draft) caution(c recommendation.Caution) item {
	return item{
		bullet: true,
		text:   english.Sentences(notYet(c), cmp.Or(c.Says, c.Title), applies(c.Unless)),
		cite:   c.Cite, national: c.National,
		under: append(d.restsOn(c.Rule), d.behind(c.Rule)...),
	}
}

// readBeside adds the warnings, and the line that always stands.
func (d *draft) readBeside(items []item) {
	d.add(item{text: "Read beside this"}, append(items, item{
		bullet: true,
		text: "This is not legal advice. The published criteria are a guide to discuss, " +
			"not a test to pass; professional judgement has the last word.",
	}))
}

// notYet leads a caution that rests on law which is not in force.
func notYet(c recommendation.Caution) string {
	if c.NotCommenced {
		return "Rests on law that is not in force"
	}
	return ""
}

// clauses lists what has been cited so far, under its document where there is
// more than one.
func (d *draft) clauses() {
	shown := d.out.cited()
	documents := map[string][]item{}
	for _, id := range slices.Sorted(maps.Keys(d.r.Clauses)) {
		if c := d.r.Clauses[id]; shown[id] {
			where := joined(", ", english.Bare(c.Section), pageNumber(c.Page))
			documents[c.Document] = append(documents[c.Document], item{
				bullet: true, text: joined(" – ", id, where, english.Sentences(c.Says, standing(c.Status))),
			})
		}
	}
	var items []item
	for _, name := range slices.Sorted(maps.Keys(documents)) {
		if len(documents) == 1 {
			items = documents[name]
			break
		}
		items = append(items, item{text: cmp.Or(english.Bare(name), "No document named") + ":", under: documents[name]})
	}
	d.add(item{text: "Clauses cited"}, items)
}

// standing says that a clause of the law is not, or is no longer, in force.
func standing(status term.Status) string {
	if status == term.StatusInForce {
		return ""
	}
	return inWords(status)
}

// pageNumber says "page 12", and "about page 12" where a ~ marks an estimate.
func pageNumber(p string) string {
	about, number := "", p
	if after, found := strings.CutPrefix(p, "~"); found {
		about, number = "about ", after
	}
	switch {
	case number == "" || number == "-":
		return ""
	case number[0] >= '0' && number[0] <= '9':
		return about + "page " + number
	}
	return about + number
}

// hashShown is how much of the case's hash the receipt line shows.
const hashShown = 12

// receipt is what the answer was made with.
func (d *draft) receipt() { d.add(item{text: receiptHeading}, d.madeWith()) }

const receiptHeading = "Receipt"

// madeWith is the line that says what the answer was made with, and how to see more.
func (d *draft) madeWith() []item {
	r := d.r
	hash := r.Receipt.CaseSHA256
	if runes := []rune(hash); len(runes) > hashShown {
		hash = string(runes[:hashShown])
	}
	files := ""
	if n := len(r.Receipt.Files); n > 0 {
		files = english.Counted(n, "rule file")
	}
	text := joined("; ",
		prefixed("policy ", r.Policy),
		joined(", ", bracketed(english.Bare(r.Document.Title), r.Document.Publisher), r.Document.Edition),
		prefixed("engine ", r.Receipt.Engine),
		prefixed("case hash ", hash),
		files)
	if text == "" {
		return nil
	}
	items := []item{{text: fmt.Sprintf("%s.", english.UpperFirst(text))}}
	if !d.show.clauses && !d.show.browser && len(d.r.Clauses) > 0 {
		items = append(items, item{text: d.shownElsewhere()})
	}
	return items
}

// shownElsewhere says how to see what is left out of the text.
func (d *draft) shownElsewhere() string {
	if d.family {
		return "What each clause in square brackets says, and its page: --show-rules, or -o markdown."
	}
	return "What each clause in square brackets says, its page, " +
		"and what everything still possible depends on: --show-rules, or -o markdown."
}
