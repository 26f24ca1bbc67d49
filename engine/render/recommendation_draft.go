package render

import (
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
)

// draft builds the outline of one recommendation. It remembers what has been
// told, so that a fact's evidence and a contact's telephone numbers stand in the
// answer once, where they are first needed.
type draft struct {
	r     *recommendation.Recommendation // cleaned; lists and maps never nil
	rules bool
	show  detail
	out   outline
	// child says which child of a family the answer is for; empty for a child without a label.
	child string
	// family is true on the page of a family, and waits if nobody is to tell or ask that family
	// before advice has been taken.
	family, waits bool
	// maySay is what may be said to the family all the same while telling it waits; empty if nothing may.
	maySay string

	facts    map[string]bool // by path, value in words and evidence
	contacts map[string]bool // by all that the contact says
	// titles and texts are the named conditions of which the title, or the text, was told.
	titles, texts map[string]bool
}

// detail is how much of what lies behind the answer is shown.
type detail struct {
	// rules adds each rule's id and CEL text, clauses what each clause cited says.
	// open gives everything that is still possible a line of its own, with what it
	// depends on. Without it, one line names all that is possible.
	rules, clauses, open bool
	// browser leaves out what the command would show.
	browser bool
}

// fewTogether is how many things are named together; the rest are counted.
const fewTogether = 8

// notRuledOut leads what is still possible.
const notRuledOut = "Not ruled out on what is known"

// together names what is still possible in one item, the first few each with its
// first clause.
func together(lead string, items []item) []item {
	if len(items) == 0 {
		return nil
	}
	one := item{tone: open, text: lead}
	var names []string
	for i, it := range items {
		if i == fewTogether && len(items) > i+1 {
			names = append(names, fmt.Sprintf("and %d more", len(items)-i))
			break
		}
		names = append(names, english.Bare(it.text))
		if len(it.cite) > 0 && !slices.Contains(one.cite, it.cite[0]) {
			one.cite = append(one.cite, it.cite[0])
		}
	}
	one.text = english.Sentences(labelled(lead, joined("; ", names...)))
	return []item{one}
}

// draftOf is a draft that has told nothing yet. What r says is clean.
func draftOf(r *recommendation.Recommendation, show detail) *draft {
	return &draft{
		r:        r,
		rules:    show.rules,
		show:     show,
		facts:    map[string]bool{},
		contacts: map[string]bool{},
		titles:   map[string]bool{},
		texts:    map[string]bool{},
	}
}

// about is a draft for part of an answer. It knows these names of facts and levels, and
// tells each fact and each contact in full once.
func about(titles map[string]string, scale []recommendation.Rung) *draft {
	return draftOf(&recommendation.Recommendation{Titles: titles, Level: recommendation.Level{Scale: scale}}, detail{open: true})
}

// outlineOf puts the answer for one child into words, in the order in which it is to be read.
func outlineOf(c *family.Child, show detail) outline {
	c = copied(c, clean)
	d := draftOf(c.Recommendation, show)
	d.child = oneOf(c.Child, c.OneOf)
	d.opening()
	d.otherwise(c)
	d.contradictions()
	d.doNow()
	d.why()
	d.law()
	d.consent()
	d.actions()
	d.done()
	d.help()
	d.questions()
	d.openLaw()
	d.whyNot()
	d.cautions()
	if show.clauses {
		d.clauses()
	}
	d.receipt()
	return d.out
}

// add adds a section, unless there is nothing under its heading.
func (d *draft) add(head item, items []item) {
	if len(items) > 0 {
		head.tone = max(head.tone, strong)
		d.out = append(d.out, section{head: head, items: items})
	}
}

// fewSilent is how many facts that were gone through and not mentioned, or that cannot apply,
// are told one by one; more of them are counted, unless rules are shown.
const fewSilent = 3

// because lists facts: each is told in full the first time, and in short after that.
func (d *draft) because(facts []recommendation.Fact) []item {
	silent, idle := 0, 0
	for _, f := range facts {
		if f.Explored {
			silent++
		}
		if f.NotApplicable {
			idle++
		}
	}
	countSilent, countIdle := silent > fewSilent && !d.rules, idle > fewSilent && !d.rules
	var out []item
	for _, f := range facts {
		if countSilent && f.Explored || countIdle && f.NotApplicable {
			continue
		}
		if text := d.fact(f); text != "" {
			out = append(out, item{text: text})
		}
	}
	if countSilent {
		out = append(out, item{text: english.Counted(silent, "thing") + " were gone through, and nothing was said of them."})
	}
	if countIdle {
		out = append(out, item{text: english.Counted(idle, "thing") + " were not asked, because they cannot apply to the child."})
	}
	return out
}

// untold is because for the facts that have not been told yet.
func (d *draft) untold(facts []recommendation.Fact) []item {
	return d.because(slices.DeleteFunc(slices.Clone(facts), func(f recommendation.Fact) bool {
		return d.facts[factKey(f)]
	}))
}

func factKey(f recommendation.Fact) string {
	return joined("\x00", append([]string{f.Fact, f.Says}, sources(f)...)...)
}

// fact puts one fact into words, with its evidence where it is told first.
func (d *draft) fact(f recommendation.Fact) string {
	title, says := f.Title, f.Says
	if title == "" {
		title = english.UpperFirst(path(f.Fact))
	}
	if says == "" && f.Value != nil {
		// A value without words is better shown as it was stated than left out.
		says = clean(fmt.Sprint(f.Value))
	}
	var notes []string
	if key := factKey(f); !d.facts[key] {
		d.facts[key] = true
		notes = sources(f)
	}
	switch {
	case f.Explored:
		notes = append(notes, "gone through, nothing said of it")
	case f.NotApplicable:
		notes = append(notes, "cannot apply to the child")
	case f.Stated != "":
		notes = append(notes, "taken as so; the case says "+english.Bare(f.Stated))
	case f.Presumed != "":
		notes = append(notes, "taken as so; the case does not say")
	}
	if f.Alleged {
		notes = append(notes, "alleged, not established")
	}
	return bracketed(labelled(title, stated(says)), notes...)
}

// sources are the evidence for a fact, and what it was worked out from.
func sources(f recommendation.Fact) []string {
	var out []string
	for _, e := range f.Evidence {
		note := from(e)
		if e.Says != "" && english.Bare(e.Says) != english.Bare(f.Says) {
			note = labelled(note, stated(e.Says))
		}
		out = append(out, note)
	}
	if f.DerivedFrom != "" && !f.Alleged {
		var from []string
		for path := range strings.SplitSeq(f.DerivedFrom, ", ") {
			from = append(from, spoken(path[strings.LastIndex(path, ".")+1:]))
		}
		out = append(out, "worked out from "+strings.Join(from, ", "))
	}
	return out
}

// contact says whom to call; the second time only by name.
func (d *draft) contact(c *recommendation.Contact) []item {
	if c == nil {
		return nil
	}
	printed := *c
	printed.Now = nil // is the same for the same contact, and a pointer
	key := fmt.Sprint(printed)
	if d.contacts[key] && c.Name != "" {
		return []item{{text: "Contact: " + english.Bare(c.Name) + ", as above."}}
	}
	d.contacts[key] = true
	ways := joined("; ", whole(c.Phone), prefixed("out of hours ", whole(c.OutOfHours)),
		prefixed("for what cannot wait ", whole(c.Urgent)), c.Email, c.Web, prefixed("form ", c.Form), prefixed("hours ", c.Hours))
	text := bracketed(labelled(c.Name, ways), prefixed("as printed in ", c.AsPrinted))
	if text == "" {
		return nil
	}
	return []item{{text: "Contact: " + text + ".", cite: c.Cite}}
}

// prefixed is s after a prefix, or nothing where s is empty.
func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

// waiting is a line about something that is still open, and the facts that would
// decide it.
func (d *draft) waiting(text string, on []string) string {
	if len(on) == 0 {
		return english.Sentences(text)
	}
	return english.Stopped(english.UpperFirst(english.Bare(text)) + " – depends on: " + d.paths(on))
}

// possible is a line about something that is still open. It says what that depends on
// if this is to be told.
func (d *draft) possible(text string, on []string) string {
	if !d.show.open {
		return english.Bare(text)
	}
	return d.waiting(text, on)
}

// rule shows a rule's id and its CEL text, where they are asked for.
func (d *draft) rule(id, when string) []item {
	if !d.rules || id == "" {
		return nil
	}
	return []item{{text: labelled("Rule "+id, when)}}
}

// level names a level: "level 3, Intensive".
func (d *draft) level(n int, name string) string {
	for _, rung := range d.r.Level.Scale {
		if name == "" && rung.Level == n {
			name = rung.Name
		}
	}
	return joined(", ", fmt.Sprintf("level %d", n), english.Bare(name))
}
