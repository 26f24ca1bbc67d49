package workbench

import (
	"slices"
	"strconv"
	"strings"

	"windscreen/engine/facts"
	"windscreen/engine/family"
	"windscreen/engine/page"
	"windscreen/engine/recommendation"
)

// What a button of the interview does.
const (
	doNext = "next"
	doSkip = "skip"
	doBack = "back"
	doUse  = "use"
	doPass = "pass"
)

// The titles of the page where it asks what an interview opens with, and where there is nothing more to ask.
const (
	openingTitle = "What has happened, or what worries you?"
	noQuestion   = "No further question for now"
)

// opening stands among the questions that were put off once somebody passed what an interview opens with.
const opening = "opening"

// questionView is one question of the interview.
type questionView struct {
	// Ask is the question, and Who could answer it. It is empty if there is nothing more to ask.
	Ask string
	Who []string
	// Why is the reason to ask it next; empty if there is no more to say than that it is open.
	Why string
	// Changes are what its answer could change.
	Changes []string
	// Openings are what may have happened, while nothing is known, and Opening is true if that is what the page asks.
	Openings []facts.Opening
	Opening  bool
	// Fields are for the children whom it is about, or one for the home; Others for the other children.
	Fields, Others []field
	// Next are the questions after it, and More how many there are besides.
	Next []nextQuestion
	More int
	// CanGoBack is true if there is a question to go back to.
	CanGoBack bool
	// Areas are the domains that can be gone through, and Gone how many were.
	Areas []areaView
	Gone  int
	// Stated are all the facts that the case states.
	Stated []statedView
}

// OpeningTitle is the heading over what an interview opens with.
func (*questionView) OpeningTitle() string { return openingTitle }

// areaView is a domain that can be gone through, of each child and of the home.
type areaView struct {
	Title string
	Parts []goneView
}

// nextQuestion is a question that could be asked instead.
type nextQuestion struct{ Fact, Ask, For string }

// statedView is a fact that the case states.
type statedView struct{ Fact, Title, For, Says string }

// question takes an answer and asks the next question.
func (b *bench) question(v *visit) {
	do := v.form.Get("do")
	if do == doBack && len(v.trail) > 0 {
		last := v.trail[len(v.trail)-1]
		v.trail = v.trail[:len(v.trail)-1]
		v.form.Set("ask", last)
	}
	if !v.ready() {
		return
	}
	asked := v.askedOf()
	if len(v.problems) > 0 {
		v.again()
		return
	}
	switch do {
	case doNext:
		if !v.anythingTyped() {
			for _, key := range v.form["shown"][:min(1, len(v.form["shown"]))] {
				v.problem(key, "Choose an answer, or skip the question for now")
			}
			v.again()
			return
		}
		v.trail = appendNew(v.trail, asked)
		v.later = without(v.later, asked)
	case doSkip:
		v.later = appendNew(v.later, asked)
	case doPass:
		v.later = appendNew(v.later, opening)
	}
	v.ask(v.form.Get("ask"))
}

// askedOf is the fact that the form asked for; empty if it asked for none.
func (v *visit) askedOf() string {
	for _, key := range v.form["shown"] {
		if f, _, ok := v.byKey(key); ok {
			return f.Path
		}
	}
	return ""
}

// anythingTyped reports whether any field of the form holds an answer, or evidence.
func (v *visit) anythingTyped() bool {
	for _, key := range v.form["shown"] {
		if f, _, ok := v.byKey(key); ok {
			_, drop, evidence := v.typedEvidence(*f, key)
			if v.typed[key].How != "" || evidence || len(drop) > 0 {
				return true
			}
		}
	}
	return false
}

// again shows the page that the form was on once more, with what is wrong and all that was typed, even where somebody
// turned to another page or another part of the form.
func (v *visit) again() {
	if v.from == "form" {
		v.turnToProblem()
		v.showForm()
		return
	}
	v.ask(v.askedOf())
}

// ask asks for a fact, or the best question if the path is none.
func (v *visit) ask(path string) {
	open := page.ToAsk(v.answer)
	f := v.fact(path)
	q := &questionView{CanGoBack: len(v.trail) > 0, Stated: v.stated(), Openings: v.openings()}
	// Danger is asked first: nothing was asked before it.
	q.Opening = f == nil && len(q.Openings) > 0 && len(v.trail)+len(v.later) > 0 && !slices.Contains(v.later, opening)
	if f == nil && !q.Opening {
		f = v.best(open)
	}
	for _, d := range v.list.Domains {
		area := areaView{Title: d.Title, Parts: v.goneOf(d)}
		q.Areas = append(q.Areas, area)
		if !slices.ContainsFunc(area.Parts, func(g goneView) bool { return !g.Gone }) {
			q.Gone++
		}
	}
	out := &view{Title: noQuestion, Question: q}
	switch {
	case f != nil:
		v.askFor(q, *f, open)
		out.Title = q.Ask
	case q.Opening:
		out.Title = openingTitle
	}
	for _, o := range open {
		if f != nil && o.Fact == f.Path || v.chosen(o) {
			continue
		}
		if len(q.Next) == nextShown {
			q.More++
			continue
		}
		q.Next = append(q.Next, nextQuestion{Fact: o.Fact, Ask: o.Ask, For: forWhom(v.read.Children(), o.Of)})
	}
	v.show("question", out)
}

// openings are what an interview opens with, while nothing decides a level and none of it was answered.
func (v *visit) openings() []facts.Opening {
	l := v.answer.Family.Level
	if !recommendation.Undecided(l.Recommended, l.AtMost, l.Scale) {
		return nil
	}
	for _, o := range v.list.Openings {
		f := v.fact(o.Path)
		if f == nil || slices.ContainsFunc(v.file.places(*f), func(child int) bool { return v.file.fact(*f, child) != nil }) {
			return nil
		}
	}
	return v.list.Openings
}

// chosen reports whether a question is about a set of which somebody has chosen already what applies, of each of the children.
func (v *visit) chosen(o family.QuestionOf) bool {
	f := v.fact(o.Fact)
	if f == nil || f.Type != typeSet {
		return false
	}
	return !slices.ContainsFunc(v.file.places(*f), func(child int) bool {
		return stated(*f, v.file.fact(*f, child)).How != isKnown
	})
}

// nextShown is how many of the next questions are shown.
const nextShown = 8

// best is the best question that was not answered or put off; after those, those that were put off. It is nil if
// there is none.
func (v *visit) best(open []family.QuestionOf) *facts.Fact {
	for _, o := range open {
		if !slices.Contains(v.trail, o.Fact) && !slices.Contains(v.later, o.Fact) {
			return v.fact(o.Fact)
		}
	}
	for _, o := range open {
		if slices.Contains(v.later, o.Fact) && !slices.Contains(v.trail, o.Fact) {
			v.later = nil
			return v.fact(o.Fact)
		}
	}
	return nil
}

// askFor fills in the question for a fact.
func (v *visit) askFor(q *questionView, f facts.Fact, open []family.QuestionOf) {
	q.Ask, q.Who = f.Ask, f.Who
	for _, o := range v.answer.Family.Questions {
		if o.Alone() { // of what is settled, too, nobody else is asked
			q.Who = o.Who
		}
	}
	var of family.Of
	for _, o := range open {
		if o.Fact == f.Path {
			q.Ask, q.Who, q.Why, of = o.Ask, o.Who, o.Why, o.Of
			q.Changes = couldChange(o)
		}
	}
	for _, child := range v.file.places(f) {
		field := v.field(f, child)
		if len(of.Children) > 0 && field.Child != "" && !slices.Contains(of.Children, field.Child) && field.Error == "" {
			q.Others = append(q.Others, field)
			continue
		}
		q.Fields = append(q.Fields, field)
	}
	for i := range q.Fields {
		q.Fields[i].byLabel()
	}
	if len(q.Fields) == 1 && q.Fields[0].Child == "" {
		q.Fields[0].Alone = true
	}
}

// age is the fact that a label which is a number answers.
const age = "child.age"

// byLabel puts the label of a child into the field for the age, if it is a number and nothing else is known.
func (f *field) byLabel() {
	n, err := strconv.ParseInt(f.Child, 10, 64)
	if f.Fact.Path != age || f.Stated || f.Error != "" || err != nil || f.Fact.Bounds == nil || n < f.Fact.Bounds.Min ||
		n > f.Fact.Bounds.Max {
		return
	}
	f.Given = given{How: isKnown, Word: f.Child}
}

// couldChange is what the answer to a question could change, in a few words each.
func couldChange(o family.QuestionOf) []string {
	var out []string
	for _, c := range o.Could {
		if len(out) == nextShown {
			break
		}
		out = appendNew(out, c.Title)
	}
	return out
}

// stated are the facts that the case states, by domain.
func (v *visit) stated() []statedView {
	var out []statedView
	for _, d := range v.list.Domains {
		for _, f := range v.list.Facts {
			if f.Domain != d.Name {
				continue
			}
			for _, child := range v.file.places(f) {
				if says := inWords(f, stated(f, v.file.fact(f, child))); says != "" {
					s := statedView{Fact: f.Path, Title: f.Title, Says: says}
					if child != everyChild {
						s.For = v.file.children[child]
					}
					out = append(out, s)
				}
			}
		}
	}
	return out
}

// forWhom are the children whom a question is about, where it is not about all.
func forWhom(children []string, of family.Of) string {
	if len(children) == 0 || of.All {
		return ""
	}
	return strings.Join(of.Children, ", ")
}

// appendNew adds a text to a list that does not have it.
func appendNew(list []string, s string) []string {
	if s == "" || slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// without is a list without a text.
func without(list []string, s string) []string {
	return slices.DeleteFunc(list, func(x string) bool { return x == s })
}
