package scenariofile

import (
	"slices"
	"strings"

	"windscreen/engine/family"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/scenario"
	"windscreen/engine/term"
)

// answers are what came out for the children of a case, in their order.
type answers struct {
	children []*answer
	// whole is whether whole explained answers were made.
	whole bool
	// page is the page for the family, which is made with the explained answers; nil for a case
	// about one child.
	page *family.Page
}

// cases are the cases of the children, each as part of its family.
func (r *run) cases() ([]*casefile.Case, error) {
	var cases []*casefile.Case
	for _, child := range r.children {
		cases = append(cases, child.Case)
	}
	return recommend.Together(r.maker.Policy, r.maker.Evaluator, r.reader, cases)
}

// answers evaluates the case of each child. Where short is true, failures are wanted without the
// rules concerned.
func (r *run) answers(short bool) (*answers, error) {
	cases, err := r.cases()
	if err != nil {
		return nil, err
	}
	all := &answers{}
	for _, c := range cases {
		a, err := r.answer(c)
		if err != nil {
			return nil, err
		}
		a.short = short
		all.children = append(all.children, a)
	}
	return all, nil
}

// explained reports whether the explained answers were made.
func (all *answers) explained() bool { return all.children[0].explained != nil }

// explain makes the explained answers, and the page for the family.
func (all *answers) explain() error {
	var children []family.Child
	for _, a := range all.children {
		var err error
		if a.explained, err = a.maker.Recommend(a.c); err != nil {
			return err
		}
		children = append(children, family.Child{Child: a.c.Child, Otherwise: a.maker.Otherwise(a.c), Recommendation: a.explained})
	}
	all.whole = true
	if children[0].Child != "" {
		all.page = &family.Together(children).Family
	}
	return nil
}

// explainFor makes of the explained answers what some checks read. The page for a family is made of whole answers. If one
// evaluator checks another, it makes whole answers too, so that the two are held against each other in every part.
func (all *answers) explainFor(checks []check) error {
	_, checked := all.children[0].maker.Evaluator.(evaluate.Checker)
	if checked || slices.ContainsFunc(checks, func(c check) bool { return c.ofPage }) {
		return all.explain()
	}
	var of recommend.Parts
	var about []string
	for _, c := range checks {
		of |= parts[c.reads]
		if c.reads == readsAsked {
			about = append(about, c.names...)
		}
	}
	for _, a := range all.children {
		var err error
		if a.explained, err = a.maker.Sketch(a.c, of, about...); err != nil {
			return err
		}
	}
	return nil
}

// parts are the parts of a recommendation that checks read.
var parts = map[part]recommend.Parts{
	readsOutcome: 0, readsAnswers: recommend.PartAnswers, readsConsent: recommend.PartConsent, readsRule: recommend.PartActions,
	readsAsked: recommend.PartAsked, readsQuestions: recommend.PartQuestions,
	readsCites: recommend.PartConsent | recommend.PartActions | recommend.PartFindings,
}

// most are the children for whom a figure is highest.
func (all *answers) most(figure func(a *answer) int64) []*answer {
	var out []*answer
	var highest int64
	for _, a := range all.children {
		n := figure(a)
		if n > highest {
			out = nil
		}
		if len(out) == 0 || n == highest {
			out, highest = append(out, a), n
		}
	}
	return out
}

// worded is how an expectation of a family was not met: what came out for some of the children,
// by label, and the rules as they came out for the first; nil where one of them meets it.
func (all *answers) worded(children []*answer, failure func(a *answer) *scenario.Failure) *scenario.Failure {
	var first *scenario.Failure
	var order []string
	labels := map[string][]string{}
	for _, a := range children {
		f := failure(a)
		switch {
		case f == nil:
			return nil
		case first == nil:
			first = f
		}
		if labels[f.Actual] == nil {
			order = append(order, f.Actual)
		}
		labels[f.Actual] = append(labels[f.Actual], a.c.Child)
	}
	var lines []string
	for _, actual := range order {
		who := strings.Join(labels[actual], ", ")
		if len(labels[actual]) == len(all.children) {
			who = "every child"
		}
		lines = append(lines, "for "+who+": "+strings.ReplaceAll(actual, "\n", "; "))
	}
	first.Actual = strings.Join(lines, "\n")
	return first
}

// told is the answer whether to tell the family.
func (all *answers) told() term.Inform {
	var each []term.Inform
	for _, a := range all.children {
		each = append(each, a.explained.Consent.Inform)
	}
	return family.MostCautious(each)
}

// asked are the subjects of the questions for the family in their order.
func (all *answers) asked() []string {
	var names []string
	for _, q := range all.page.Questions {
		names = append(names, subject(q.Question))
	}
	return names
}
