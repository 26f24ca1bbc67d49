package workbench

import (
	"strconv"
	"strings"

	"windscreen/engine"
	"windscreen/engine/term"
)

// details shows how the case begins, and changes it: the document, the moment, who reads and the children.
func (b *bench) details(v *visit) {
	changed := v.from == "details" && v.form.Get("do") == doNext
	if !v.ready() {
		return
	}
	if len(v.problems) > 0 {
		v.again()
		return
	}
	if changed && v.changeDetails() {
		v.ask("")
		return
	}
	s := v.startOf()
	if changed {
		typed := v.typedStart()
		typed.Changing, typed.Several, typed.Errors = true, len(v.file.children) > 0, map[string]string{}
		for _, p := range v.problems {
			typed.Errors[p.Field] = p.Says
		}
		s = typed
	}
	chosen := v.file.top("policy")
	if changed {
		chosen = v.form.Get("policy")
	}
	var err error
	if s.Documents, err = documents(v.e, chosen); err != nil {
		v.fault()
		return
	}
	v.show("details", &view{Title: "How the case begins", Start: s})
}

// startOf is how the case begins, as it is stated.
func (v *visit) startOf() *startView {
	at := v.read.AsOf()
	return &startView{Changing: true, Year: strconv.Itoa(at.Year()), Month: strconv.Itoa(int(at.Month())), Day: strconv.Itoa(at.Day()),
		Clock: at.Format("15:04"), Reader: v.file.top("reader"), ID: v.file.top("id"), Several: len(v.file.children) > 0,
		Readers: term.TableOf[term.Reader](), MostChildren: engine.MaxChildren(), Errors: map[string]string{}}
}

// changeDetails takes in what was typed, and reports whether it could.
func (v *visit) changeDetails() bool {
	s := v.typedStart()
	moment := v.moment(s)
	next, err := v.file.copy()
	if err != nil {
		v.problem("policy", "The case could not be changed")
		return false
	}
	next.setTop("policy", v.form.Get("policy"))
	if moment != v.read.AsOf().Format("2006-01-02T15:04") {
		next.setTop("as_of", moment)
	}
	next.setTop("reader", s.Reader)
	if s.ID == "" {
		put(next.root(), "id", nil)
	} else {
		put(next.root(), "id", words(s.ID))
	}
	if len(v.file.children) > 0 {
		for _, label := range labelsOf(s.Labels) {
			within(within(next.root(), "children"), label)
		}
	}
	if len(v.problems) > 0 {
		return false
	}
	text, err := next.text()
	if err != nil {
		v.problem("policy", "The case could not be changed")
		return false
	}
	read, file, err := readCase(v.e, text)
	if err == nil {
		_, err = v.e.EvaluateFamily(read)
	}
	if err != nil {
		v.problem(fieldOf(err), strings.TrimSuffix(firstOf(err), "."))
		return false
	}
	v.read, v.file = read, file
	return v.evaluate()
}
