package render

import (
	"io"

	"windscreen/engine/comparison"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// Comparison writes the answers of several policies side by side, in a format of KindComparison:
// for each part of the answers a line, or in Markdown a table, with a row for each
// policy, or what they answer alike once; and then what makes them differ, each with its
// clauses. Of the options, Width and Colour are for Text. It fails if c is nil, if the format is
// not one of the kind's, or if w fails.
func Comparison(w io.Writer, f Format, c *comparison.Comparison, o Options) error {
	return comparisons.write(w, KindComparison, f, c, o)
}

// ChildComparison writes the comparison for one child of a family as Comparison does, and names
// the child. A child without a label is that of a case about one child.
func ChildComparison(w io.Writer, f Format, c *comparison.Child, o Options) error {
	if c == nil || c.Comparison == nil {
		return none(KindComparison)
	}
	if c.Child == "" {
		return Comparison(w, f, c.Comparison, o)
	}
	return childComparisons.write(w, KindComparison, f, c, o)
}

// Comparisons writes the comparison for each child of a family, one after another: in Text and
// Markdown each under the child, in YAML as documents, in JSON as a list. The options and the
// errors are as for Comparison.
func Comparisons(w io.Writer, f Format, list []comparison.Child, o Options) error {
	var parts []part
	for i, c := range list {
		if c.Comparison == nil {
			return none(KindComparison)
		}
		parts = append(parts, partFor(stated(c.Child), KindComparison, childComparisons, &list[i]))
	}
	return inTurn(w, KindComparison, f, parts, o)
}

// comparisonOfChild is the outline of what is said of one child.
func comparisonOfChild(c *comparison.Child) outline {
	return named(comparisonInWords(c.Comparison), c.Child, c.OneOf)
}

// compared is a comparison as it is put into words.
type compared struct {
	*comparison.Comparison
	differs map[term.Aspect]bool
	out     outline
}

// comparisonInWords is the outline of a comparison.
func comparisonInWords(c *comparison.Comparison) outline {
	d := &compared{Comparison: c, differs: map[term.Aspect]bool{}}
	for _, a := range c.Aspects {
		d.differs[a.Name] = a.Differs
	}
	d.opening()
	d.part(term.AspectLevel, saysLevel, d.levelAlike)
	d.part(term.AspectGrounds, saysGrounds, d.groundsAlike)
	for _, answer := range term.SingleAnswers().Values() {
		d.part(term.Aspect(answer), saysConsent(answer), d.consentAlike(answer))
	}
	d.lists(term.AspectDue, heading(term.AspectDue), d.dueUnder)
	d.lists(term.AspectFrontDoor, heading(term.AspectFrontDoor), doorsUnder)
	d.services()
	d.whatSetsTheLevel()
	d.whatDiffers()
	return d.out
}

// opening is the case, the policies and in what they differ.
func (d *compared) opening() {
	name := "This case"
	if d.Case != "" {
		name = "Case " + stated(d.Case)
	}
	var items []item
	for _, s := range d.Policies {
		var notes []string
		switch {
		case s.Document.ChosenByDate:
			notes = append(notes, "the edition chosen by the date of the case")
		case s.Named:
			notes = append(notes, "named by the case")
		}
		if doc := s.Document; !doc.InForce && !(doc.InForceFrom.IsZero() && doc.InForceTo.IsZero()) {
			notes = append(notes, "not in force on that day")
		}
		document := joined(", ", english.Bare(s.Document.Title), s.Document.Edition)
		it := item{bullet: true, text: english.Stopped(bracketed(joined(": ", s.Policy, document), notes...))}
		if j := s.Judgement; j != nil {
			judged := joined(", ", sideOf(s).level(j.Level, j.Name), prefixed("by ", english.Bare(stated(j.By))))
			it.under = []item{{text: english.Stopped("Recorded judgement, by its levels: " + judged)}}
		}
		items = append(items, it)
	}
	items = append(items, item{text: "Level numbers and names are each document's own. The same number is not the same level of need."})
	under := "under " + english.Counted(len(d.Policies), "policy")
	d.out = append(d.out, section{
		head:  item{tone: strong, text: joined(", ", name, prefixed("as at ", moment(d.AsOf)), under) + "."},
		items: items,
	})
}

// heading is what a part of the answers is headed.
func heading(aspect term.Aspect) string { return english.UpperFirst(inWords(aspect)) }

// add adds a section whose heading says whether the policies differ in it.
func (d *compared) add(aspect term.Aspect, title string, items []item) {
	if len(items) == 0 {
		return
	}
	if aspect != "" && len(d.Policies) > 1 {
		title += map[bool]string{true: " – differs", false: " – the same"}[d.differs[aspect]]
	}
	d.out = append(d.out, section{head: item{tone: strong, text: title}, items: items})
}

// alike reports whether several policies give the same answer, which is then said once.
func (d *compared) alike(aspect term.Aspect) bool { return len(d.Policies) > 1 && !d.differs[aspect] }

// part is a part of the answers that takes a row for each policy, or what is said of
// them together where they are alike.
func (d *compared) part(aspect term.Aspect, says func(s *comparison.Side) (text string, cite []string), together func() []item) {
	if d.alike(aspect) {
		d.add(aspect, heading(aspect), together())
		return
	}
	t := &table{heads: []string{"Policy", heading(aspect)}}
	for i := range d.Policies {
		s := &d.Policies[i]
		text, cite := says(s)
		t.rows = append(t.rows, row{cells: []string{s.Policy, text}, cite: cite})
	}
	if len(t.rows) > 0 {
		d.add(aspect, heading(aspect), []item{{table: t}})
	}
}

// lists is a part of the answers that takes a list for each policy, or one list where
// they are alike.
func (d *compared) lists(aspect term.Aspect, title string, under func(s *comparison.Side) []item) {
	if d.alike(aspect) {
		items := under(&d.Policies[0])
		if len(items) == 0 {
			items = []item{{text: "Nothing."}}
		}
		d.add(aspect, title, items)
		return
	}
	var items []item
	for i := range d.Policies {
		s := &d.Policies[i]
		it := item{bullet: true, text: s.Policy + ":", under: under(s)}
		if len(it.under) == 0 {
			it.text = s.Policy + ": nothing."
		}
		items = append(items, it)
	}
	d.add(aspect, title, items)
}

// sideOf is a draft that knows the facts and levels of one side.
func sideOf(s comparison.Side) *draft { return about(s.Titles, s.Level.Scale) }

func saysLevel(s *comparison.Side) (string, []string) {
	d := sideOf(*s)
	return d.levelSentence(s.Level), s.Level.Cite
}

func saysGrounds(s *comparison.Side) (string, []string) {
	var holds, possible []string
	var cite []string
	for _, g := range s.Grounds {
		if g.State == term.Holds {
			holds = append(holds, groundName(g))
			cite = append(cite, g.Cite...)
		} else {
			possible = append(possible, groundName(g))
		}
	}
	text := english.Sentences(prefixed(english.UpperFirst(inWords(term.Holds))+": ", joined("; ", holds...)),
		prefixed(english.UpperFirst(inWords(term.Possible))+": ", joined("; ", possible...)))
	if text == "" {
		text = "None is made out, and none is open."
	}
	return text, unique(cite)
}

func saysConsent(answer term.Answer) func(s *comparison.Side) (string, []string) {
	return func(s *comparison.Side) (string, []string) {
		why := s.Consent.Why[answer]
		could := prefixed("Could still be: ", couldStill(*s, answer))
		return english.Sentences(consentSays(answer, s.Consent.Value(answer)), why.Says, could), why.Cite
	}
}

// couldStill is what an answer about consent could yet be.
func couldStill(s comparison.Side, answer term.Answer) string {
	var could []string
	for _, b := range s.Consent.CouldBe {
		if b.Answer == answer {
			could = append(could, consentSays(answer, b.Value))
		}
	}
	return joined("; ", unique(could)...)
}

// dueUnder is what is due under one policy.
func (d *compared) dueUnder(s *comparison.Side) []item {
	side := sideOf(*s)
	side.r.AsOf = d.AsOf
	var out []item
	for _, e := range s.Due {
		it := item{bullet: true, text: english.Sentences(e.Title, e.Action), cite: e.Cite}
		if e.Immediate {
			it.tone, it.text = urgent, english.Sentences("At once", it.text)
		}
		it.under = append(it.under, side.contact(e.Contact)...)
		it.under = append(it.under, side.deadlines(e.Due)...)
		out = append(out, it)
	}
	return out
}

// doorsUnder is whom to go to under one policy, and on which form.
func doorsUnder(s *comparison.Side) []item {
	d := sideOf(*s)
	var out []item
	for _, step := range s.FrontDoor {
		out = append(out, d.step("", step))
	}
	for _, step := range s.Form {
		out = append(out, d.step("Form: ", step))
	}
	return out
}

// step is one step of a pathway, with how far it is asked for and whom to go to.
func (d *draft) step(before string, s recommendation.Step) item {
	says := before + english.Stopped(bracketed(english.Bare(s.Says), inWords(s.Force)))
	return item{bullet: true, text: says, cite: s.Cite, under: d.contact(s.Contact)}
}
