package render

import (
	"errors"
	"io"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/family"
)

// Named is the answer on a case and the name of the file that the case came from.
type Named struct {
	File   string
	Answer *family.Answer
	// Child is the label of the one child whose answer to write; empty for the whole answer.
	Child string
}

// OneChild is the one child whose answer to write: the one named, or the only child of a case
// about one. It is not there if no child has the label, or if the answer is about several.
func (n Named) OneChild() (c *family.Child, there bool) {
	if n.Answer == nil {
		return nil, false
	}
	for i := range n.Answer.Children {
		if c := &n.Answer.Children[i]; c.Child == n.Child && c.Recommendation != nil {
			return c, true
		}
	}
	return nil, false
}

// there reports whether there is anything to write of what is named.
func (n Named) there() bool {
	if n.Answer == nil {
		return false
	}
	_, one := n.OneChild()
	return one || n.Child == "" && len(n.Answer.Children) > 0
}

// Family writes the answer on a case in a format of KindRecommendation. For a case about one
// child without a label it is what Recommendation writes. For a case about several, JSON and YAML
// hold the page for the family and the recommendation for each child; Text and Markdown hold the
// page. The options are as for Recommendation. It fails if a is nil or has no child, if the format
// is not one of the kind's, or if w fails.
func Family(w io.Writer, f Format, a *family.Answer, o Options) error {
	return Families(w, f, []Named{{Answer: a}}, o)
}

// Families writes the answers on several cases, one after another, each as Family does or for one
// child of the case: in Text and Markdown each under the name of its file, in YAML as documents,
// in JSON as a list. Where there is just one, it is written without a name or list around it. The
// options and the errors are as for Family. It also fails if a child that is named has no answer, and
// for several answers in HTML, which is a file for one page.
func Families(w io.Writer, f Format, answers []Named, o Options) error {
	var parts []part
	for _, a := range answers {
		p, there := partOf(a)
		if !there {
			return none(KindRecommendation)
		}
		parts = append(parts, p)
	}
	if len(parts) == 1 {
		return parts[0].write(w, f, o)
	}
	if f == HTML {
		return errSeveralInHTML
	}
	return inTurn(w, KindRecommendation, f, parts, o)
}

// errSeveralInHTML is the misuse of HTML for more than one answer.
var errSeveralInHTML = errors.New("an HTML file holds the page of one case: write each case to a file of its own")

// partOf is what to write of an answer; false if there is no answer.
func partOf(n Named) (part, bool) {
	if n.Answer == nil {
		return part{}, false
	}
	for _, c := range n.Answer.Children {
		if c.Recommendation == nil {
			return part{}, false
		}
	}
	title := diagnostic.OneLine(n.File)
	c, one := n.OneChild()
	switch {
	case one && c.Child == "" && len(n.Answer.Family.Rows) == 1:
		return partOfAnswer(title, answerAlone(n.Answer)), true // it has a row, so it was put together before
	case one:
		return partOfAnswer(title, answerFor(c)), true
	case n.Child != "" || len(n.Answer.Children) == 0:
		return part{}, false
	}
	return partOfAnswer(title, answerForAll(n.Answer)), true
}

func partOfAnswer(title string, a answer) part {
	p := partFor(title, KindRecommendation, answers, a)
	p.data = func(o Options) any { return a.whole(!o.Full) }
	return p
}

// part is one of several reports that are written one after another: its title, its data, and
// what writes it.
type part struct {
	title string
	data  func(Options) any
	write func(io.Writer, Format, Options) error
}

func partFor[T any](title string, k Kind, in renderings[T], report T) part {
	write := func(w io.Writer, f Format, o Options) error { return in.write(w, k, f, report, o) }
	return part{title, func(Options) any { return report }, write}
}

// inTurn writes reports of a kind one after another: in Text and Markdown each under its title, in
// YAML as documents, in JSON as a list.
func inTurn(w io.Writer, k Kind, f Format, parts []part, o Options) error {
	return severalParts.write(w, k, f, parts, o)
}

// oneByOne writes each part in a format after what stands before it.
func oneByOne(f Format, before func(n int, title string) string) func(io.Writer, []part, Options) error {
	return func(w io.Writer, parts []part, o Options) error {
		for i, p := range parts {
			if _, err := io.WriteString(w, before(i, p.title)); err != nil {
				return err
			}
			if err := p.write(w, f, o); err != nil {
				return err
			}
		}
		return nil
	}
}

func headingInText(n int, title string) string { return blankLine(n) + "==> " + title + " <==\n\n" }

func headingInMarkdown(n int, title string) string {
	return blankLine(n) + "`" + strings.ReplaceAll(title, "`", "'") + "`\n\n"
}

// blankLine is what stands between a report and the heading of the next.
func blankLine(n int) string {
	if n == 0 {
		return ""
	}
	return "\n"
}

// documentStart parts one YAML document from the next.
func documentStart(n int, _ string) string {
	if n == 0 {
		return ""
	}
	return "---\n"
}

// listOf writes the data of all parts as one list.
func listOf(w io.Writer, parts []part, o Options) error {
	list := []any{}
	for _, p := range parts {
		list = append(list, p.data(o))
	}
	return inJSON(w, list, o)
}
