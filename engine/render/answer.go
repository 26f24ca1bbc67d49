package render

import (
	"io"

	"windscreen/engine/family"
	"windscreen/engine/page"
)

// answer is an answer on a case, as it is written: the first screen, and behind it everything. The screen is made only
// for the formats that draw it: the data holds its own.
type answer struct {
	page func() *page.Page
	// each makes the page of each child, in the order of the page for all; nil if the answer is for one.
	each func() []*page.Page
	// whole is the data, brief or not.
	whole func(brief bool) any
	// rest draws everything, for people.
	rest func(detail) outline
}

// answerFor is the answer for one child. A child without a label is the only one of its case.
func answerFor(c *family.Child) answer {
	if c.Child == "" {
		return answerAlone(family.Together([]family.Child{*c}))
	}
	return answer{page: func() *page.Page { return page.OfChild(*c) },
		whole: func(brief bool) any { return page.WholeChild(*c, brief) },
		rest:  func(d detail) outline { return outlineOf(c, d) }}
}

// answerAlone is the answer on a case about one child without a label.
func answerAlone(f *family.Answer) answer {
	return answer{page: func() *page.Page { return page.Of(f) }, whole: func(brief bool) any { return page.Whole(f, brief) },
		rest: func(d detail) outline { return outlineOf(&f.Children[0], d) }}
}

// answerForAll is the answer for the children of a case.
func answerForAll(f *family.Answer) answer {
	each := func() []*page.Page {
		var out []*page.Page
		for _, row := range f.Family.Rows {
			for _, c := range f.Children {
				if c.Child == row.Child {
					out = append(out, page.OfChild(c))
				}
			}
		}
		return out
	}
	return answer{page: func() *page.Page { return page.Of(f) }, each: each, whole: func(brief bool) any { return page.Whole(f, brief) },
		rest: func(d detail) outline {
			d.open = false // the page of each child has what it depends on
			return pageOf(f, d)
		}}
}

// eachPage draws the page of each child behind that for all of them, with an empty line before it.
func (a answer) eachPage(w io.Writer, draw func(*page.Page) error) error {
	if a.each == nil {
		return nil
	}
	for _, p := range a.each() {
		if _, err := io.WriteString(w, "\n"); err != nil {
			return err
		}
		if err := draw(p); err != nil {
			return err
		}
	}
	return nil
}

// answerText draws the first screen, and with Full that of each child and everything behind it.
func answerText(w io.Writer, a answer, o Options) error {
	p := a.page()
	if o.More != "" && !o.Full {
		with := *p
		with.Foot = stated(with.Foot) + " " + o.More
		p = &with
	}
	if err := pageText(w, p, o); err != nil || !o.Full {
		return err
	}
	if err := a.eachPage(w, func(p *page.Page) error { return pageText(w, p, o) }); err != nil {
		return err
	}
	if _, err := io.WriteString(w, "\n"); err != nil {
		return err
	}
	return writeText(w, a.rest(detail{rules: o.Rules, clauses: o.Rules, open: o.Rules, browser: o.Browser}), o)
}

// answerMarkdown is answerText in Markdown; everything holds what each clause says, and what everything
// that is still possible depends on.
func answerMarkdown(w io.Writer, a answer, o Options) error {
	if err := pageMarkdown(w, a.page(), o); err != nil || !o.Full {
		return err
	}
	if err := a.eachPage(w, func(p *page.Page) error { return pageMarkdown(w, p, o) }); err != nil {
		return err
	}
	if _, err := io.WriteString(w, "\n"); err != nil {
		return err
	}
	return writeMarkdown(w, a.rest(detail{rules: o.Rules, clauses: true, open: true}))
}

// answerHTML draws the first screen.
func answerHTML(w io.Writer, a answer, o Options) error { return pageHTML(w, a.page(), o) }

// answerJSON and answerYAML write the data, brief or whole.
func answerJSON(w io.Writer, a answer, o Options) error { return inJSON(w, a.whole(!o.Full), o) }
func answerYAML(w io.Writer, a answer, o Options) error { return inYAML(w, a.whole(!o.Full), o) }
