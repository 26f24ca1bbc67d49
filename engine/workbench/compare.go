package workbench

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"windscreen/engine/comparison"
	"windscreen/engine/page"
	"windscreen/engine/render"
)

// mostCompared is how many documents can be compared at once: more would not stand side by side, and each costs an answer.
const mostCompared = 6

// compareView is the case under several documents, side by side.
type compareView struct {
	Documents []document
	Most      int
	// Error is what is wrong with the choice of documents.
	Error    string
	Children []childScreen
}

// compare shows the case under the documents that were chosen.
func (b *bench) compare(v *visit) {
	if !v.ready() {
		return
	}
	if len(v.problems) > 0 {
		v.again()
		return
	}
	out := &compareView{Most: mostCompared}
	names := v.form["compare"]
	if v.form.Get("do") == doNext {
		if out.Error = v.compared(out, names); out.Error != "" {
			v.problem("compare", out.Error)
		}
	} else {
		names = []string{v.file.top("policy")}
	}
	var err error
	if out.Documents, err = documents(v.e, ""); err != nil {
		v.fault()
		return
	}
	for i := range out.Documents {
		out.Documents[i].Chosen = slices.Contains(names, out.Documents[i].Name)
	}
	v.show("compare", &view{Title: "The case under other documents", Compare: out})
}

// compared puts the answers under some documents into a view. It says what is wrong with the choice of them, or nothing.
func (v *visit) compared(out *compareView, names []string) string {
	names = unique(names)
	switch {
	case len(names) < 2:
		return "Choose at least two documents"
	case len(names) > mostCompared:
		return fmt.Sprintf("Choose at most %d documents", mostCompared)
	}
	children, answers, err := v.e.CompareAnswers(v.r.Context(), v.read, names...)
	if v.r.Context().Err() != nil {
		return tookTooLong
	}
	if err != nil {
		return firstOf(err)
	}
	pages := make([]map[string]*page.Page, len(children)) // by child, and by the id of the policy
	for i := range pages {
		pages[i] = map[string]*page.Page{}
	}
	for _, a := range answers {
		for i, c := range a.Children {
			pages[i][c.Policy] = page.OfChild(c)
		}
	}
	for i := range children {
		screen, err := beside(&children[i], pages[i])
		if err != nil {
			return firstOf(err)
		}
		out.Children = append(out.Children, childScreen{children[i].Child, screen})
	}
	return ""
}

// tookTooLong is what is said of a comparison whose time is over.
const tookTooLong = "The comparison took too long. Choose fewer documents"

// unique are the texts of a list, each once.
func unique(list []string) []string {
	var out []string
	for _, s := range list {
		out = appendNew(out, s)
	}
	return out
}

// beside is the comparison for one child, as a piece of a page.
func beside(c *comparison.Child, pages map[string]*page.Page) (template.HTML, error) {
	var b strings.Builder
	if err := render.ComparisonScreen(&b, c, pages, policiesPath); err != nil {
		return "", err
	}
	return template.HTML(b.String()), nil //nolint:gosec // package render escapes it
}
