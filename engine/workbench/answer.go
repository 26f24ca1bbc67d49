package workbench

import (
	"errors"
	"html/template"
	"slices"
	"strings"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
	"windscreen/engine/page"
	"windscreen/engine/recommendation"
	"windscreen/engine/render"
)

// answerView is the answer to read and to print, for all children or for one.
type answerView struct {
	Child    string
	Children []string
	Screen   template.HTML
	// Full is the full answer, as text.
	Full string
}

// copyView is the copy for the family or for one person, or why there is none.
type copyView struct {
	Child    string
	Children []string
	Screen   template.HTML
	// For is whom the copy is for, by name, empty for the family; People are those whom one can be for. How says how
	// the copy is handed over.
	For    string
	People []recommendation.Person
	How    []string
	// Withheld says why there is no copy, and Questions what to find out first.
	Withheld  string
	Questions []string
	// Ring is the first step of the answer that says whom to ring; empty if none does.
	Ring string
}

// choice is the choice between all children and one.
type choice struct {
	To       string
	State    *state
	Child    string
	Children []string
	// For is whom a copy is for; empty for the family, and on a page without a choice of that.
	For string
}

// Choice is the choice between all children and one, on a page that has it.
func (v *view) Choice() choice {
	if v.Copy != nil {
		return choice{casePath + "copy", v.State, v.Copy.Child, v.Copy.Children, v.Copy.For}
	}
	return choice{casePath + "answer", v.State, v.Answer.Child, v.Answer.Children, ""}
}

// child is the label of the child whom the form asks for; empty for all.
func (v *visit) child() string {
	if label := v.form.Get("child"); slices.Contains(v.read.Children(), label) {
		return label
	}
	return ""
}

// answer shows the answer, to read and to print on one page.
func (b *bench) answer(v *visit) {
	if !v.ready() {
		return
	}
	if len(v.problems) > 0 {
		v.again()
		return
	}
	child := v.child()
	screen, err := v.screen(child, render.Screen)
	if err != nil {
		v.fault()
		return
	}
	var full strings.Builder
	named := []render.Named{{Answer: v.answer, Child: child}}
	if err := render.Families(&full, render.Text, named, render.Options{Full: true, Browser: true}); err != nil {
		v.fault()
		return
	}
	v.show("answer", &view{Title: "The answer",
		Answer: &answerView{Child: child, Children: v.read.Children(), Screen: screen, Full: full.String()}})
}

// copyFor is whom the form asks for a copy for, by name; empty for the family.
func (v *visit) copyFor() string {
	name := v.form.Get("for")
	if slices.ContainsFunc(v.answer.Children[0].People, func(p recommendation.Person) bool { return p.Name == name }) {
		return name
	}
	return ""
}

// copyPage shows the copy for the family or for one person.
func (b *bench) copyPage(v *visit) {
	if !v.ready() {
		return
	}
	if len(v.problems) > 0 {
		v.again()
		return
	}
	out := &copyView{Child: v.child(), Children: v.read.Children(), For: v.copyFor(), People: v.answer.Children[0].People}
	c, err := page.CopyFor(v.answer, out.Child, out.For)
	out.How = page.HowToHand(v.answer, out.Child, out.For)
	var withheld *page.Withheld
	switch {
	case errors.As(err, &withheld):
		out.Withheld, out.Questions = english.UpperFirst(withheld.Why()), withheld.Questions
		out.Ring = ringOf(v.answer)
	case err != nil:
		v.fault()
		return
	default:
		var text strings.Builder
		if err := render.CopyScreen(&text, c); err != nil {
			v.fault()
			return
		}
		out.Screen = template.HTML(text.String()) //nolint:gosec // package render escapes it
	}
	title := "The family’s copy"
	if out.For != "" {
		title = "A copy for one person"
	}
	v.show("copy", &view{Title: title, Copy: out})
}

// ringOf is the first line of the answer that says whom to ring.
func ringOf(a *family.Answer) string {
	p := page.Of(a)
	for _, e := range slices.Concat(p.Steps.Entries, p.Head.Under) {
		if e.Contact != nil {
			return e.Text
		}
	}
	return ""
}

// preview shows the first screen alone, for a page that changes it while somebody types.
func (b *bench) preview(v *visit) {
	if !v.ready() {
		return
	}
	v.show("preview", &view{Title: "The answer"})
}
