package render

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// Questions writes what to find out next, the most telling first, in a format of
// KindQuestions. Of the options, All and Width are for Text, which shows the first ten
// and cuts long lists of rules short; JSON has them all. It fails if the format is not
// one of the kind's, or if w fails.
func Questions(w io.Writer, f Format, list []recommendation.Question, o Options) error {
	return questionLists.write(w, KindQuestions, f, list, o)
}

// shownQuestions is how many questions are shown before the rest are counted.
const shownQuestions = 10

// questionsText writes the questions, numbered: with All each of them, or else the first.
func questionsText(w io.Writer, list []recommendation.Question, o Options) error {
	if len(list) == 0 {
		_, err := io.WriteString(w, "No question is left: nothing still unknown could change the answer.\n")
		return err
	}
	facts, areas := factsAndAreas(list, itself)
	more := len(facts) - shownQuestions
	if o.All || more <= 0 {
		more = 0
	}
	var b strings.Builder
	if areas != "" {
		b.WriteString(paragraph(o.width(), "", 0, areas))
	}
	for i, q := range facts[:len(facts)-more] {
		if b.Len() > 0 {
			b.WriteString("\n")
		}
		number := fmt.Sprintf("%d. ", i+1)
		b.WriteString(paragraph(o.width(), number, len(number), q.Ask))
		line := func(label, s string) {
			b.WriteString(paragraph(o.width(), strings.Repeat(" ", len(number))+label+": ", len(number)+2, s))
		}
		if len(q.Who) > 0 {
			line("Who", strings.Join(q.Who, ", "))
		}
		for _, k := range couldKinds {
			if titles := couldBe(q.Could, k); len(titles) > 0 {
				line(k.Could(), strings.Join(titles, "; "))
			}
		}
	}
	if more > 0 {
		b.WriteString("\nAnd " + english.Counted(more, "more question") + "; --all shows them.\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// factsAndAreas are the questions about single facts, and a line that names the areas that nobody has gone through; the
// line is empty if there is none.
func factsAndAreas[T any](list []T, question func(T) recommendation.Question) (facts []T, areas string) {
	var names []string
	for _, x := range list {
		if q := question(x); q.Kind == term.AskDomain {
			names = append(names, english.LowerFirst(cmp.Or(q.Title, q.Domain)))
		} else {
			facts = append(facts, x)
		}
	}
	if len(names) > 0 {
		areas = "Not gone through yet: " + strings.Join(names, "; ") + "."
	}
	return facts, areas
}

// itself is a question.
func itself(q recommendation.Question) recommendation.Question { return q }

// couldKinds are the kinds of rule that a question may wait for, the weightiest first.
var couldKinds = [...]term.Kind{term.KindLevel, term.KindGround, term.KindEscalation, term.KindIndicator,
	term.KindConsent, term.KindPathway, term.KindService, term.KindCaution}

// shownRules is how many rules of a kind are named before the rest are counted.
const shownRules = 4

// couldBe names the rules of a kind that an answer could change.
func couldBe(list []recommendation.Could, kind term.Kind) []string {
	var titles []string
	for _, c := range list {
		title := c.Title
		switch {
		case c.Kind != kind:
			continue
		case kind == term.KindLevel:
			title = fmt.Sprint(c.Level)
		case title == "":
			title = c.Rule
		}
		if c.Level > 0 && kind != term.KindLevel {
			title = fmt.Sprintf("%s (level %d)", title, c.Level)
		}
		if !slices.Contains(titles, title) {
			titles = append(titles, title)
		}
	}
	if more := len(titles) - shownRules; more > 0 {
		titles = append(titles[:shownRules], fmt.Sprintf("and %d more", more))
	}
	return titles
}
