package render

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
	"windscreen/engine/page"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// Screen writes the first screen of an answer as a piece of HTML, to stand in a page that has a head, a style
// and a first heading of its own. It says the same sentences in the same order as Page. Behind each line that
// has a rule or a clause, it has a details element: the rule in words, the facts of the case that it rests on,
// and what its clauses say. The piece holds no script, no style and no id.
//
// The screen is for the family, or for one child of it if label is not empty. Screen fails if a is nil, if no
// child has the label, or if w fails.
func Screen(w io.Writer, a *family.Answer, label string) error {
	return screen(w, a, label, page.Of, page.OfChild)
}

// LongScreen is Screen without the limits of a screen: it leaves nothing out for want of room.
func LongScreen(w io.Writer, a *family.Answer, label string) error {
	return screen(w, a, label, page.Long, page.LongOfChild)
}

// screen writes the screen that one of two functions makes: of a family, or of one child of it.
func screen(w io.Writer, a *family.Answer, label string, of func(*family.Answer) *page.Page, ofChild func(family.Child) *page.Page) error {
	if a == nil {
		return errors.New("there is no answer to write")
	}
	p, children := of(a), a.Children
	if label != "" {
		i := slices.IndexFunc(a.Children, func(c family.Child) bool { return c.Child == label })
		if i < 0 {
			return errors.New("the answer is about no child of that label")
		}
		p, children = ofChild(a.Children[i]), a.Children[i:i+1]
	}
	h := &pageInHTML{page: shownPage(p), numbers: map[string]int{}, behind: reasonsOf(children), inside: true}
	var b strings.Builder
	if err := htmlPage.ExecuteTemplate(&b, "screen", h.whole()); err != nil {
		return fmt.Errorf("writing the first screen: %w", err)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// htmlBehind is what stands behind a line of the screen.
type htmlBehind struct {
	// Name is the clause that the line cites first, or a word where it cites none.
	Name string
	// Title is the rule in words, and Rests are the facts that it rests on.
	Title   string
	Rests   []string
	Clauses []htmlClause
}

// reasons are the rules of an answer by id, each with the children for whom it holds. The level and the grounds, which
// several rules may bring about, stand under their first clause.
type reasons map[string][]reason

// byClause begins the name under which a reason stands by its first clause.
const byClause = "clause "

type reason struct {
	child string
	rule  recommendation.Rule
}

// reasonsOf are the reasons in the answers for some children.
func reasonsOf(children []family.Child) reasons {
	out := reasons{}
	for _, c := range children {
		r := copied(*c.Recommendation, stated)
		add := func(rule recommendation.Rule) {
			known := slices.ContainsFunc(out[rule.ID], func(x reason) bool { return x.child == c.Child })
			if rule.ID != "" && !known {
				out[rule.ID] = append(out[rule.ID], reason{child: stated(c.Child), rule: rule})
			}
		}
		eachRule(&r, add)
		if len(r.Level.Cite) > 0 {
			add(recommendation.Rule{ID: byClause + r.Level.Cite[0], Because: r.Level.Because})
		}
		for _, g := range r.Grounds {
			if len(g.Cite) > 0 && g.State == term.Holds {
				add(recommendation.Rule{ID: byClause + g.Cite[0], Because: g.Because})
			}
		}
	}
	return out
}

// eachRule calls visit with every rule that holds, or may, in an answer.
func eachRule(r *recommendation.Recommendation, visit func(recommendation.Rule)) {
	for _, x := range r.Indicators {
		visit(x.Rule)
	}
	for _, list := range [][]recommendation.Line{r.Consent.Answered, r.Consent.From, r.Consent.Record, r.Consent.Refused} {
		for _, x := range list {
			visit(x.Rule)
		}
	}
	for _, x := range r.Consent.Why {
		visit(x.Rule)
	}
	for _, x := range r.Escalations {
		visit(x.Rule)
	}
	for _, x := range r.Pathway {
		visit(x.Rule)
	}
	for _, x := range r.Services {
		visit(x.Rule)
	}
	for _, x := range r.Cautions {
		visit(x.Rule)
	}
}

// reason is what stands behind an entry; nil if nothing does.
func (h *pageInHTML) reason(e page.Entry) *htmlBehind {
	out := &htmlBehind{Name: page.FirstClause(e)}
	for _, id := range e.Cite {
		if c, there := h.page.Clauses[id]; there {
			out.Clauses = append(out.Clauses, clauseInHTML(id, c))
		}
	}
	name := e.Rule
	if name == "" {
		name = byClause + out.Name
	}
	list := slices.DeleteFunc(slices.Clone(h.behind[name]), func(r reason) bool {
		return len(e.Children) > 0 && !slices.Contains(e.Children, r.child)
	})
	for _, r := range list {
		out.Title = english.Sentences(r.rule.Title)
		d := &draft{facts: map[string]bool{}}
		for _, f := range r.rule.Because {
			says := d.fact(f)
			if len(list) > 1 {
				says = "For " + r.child + ": " + english.LowerFirst(says)
			}
			out.Rests = append(out.Rests, says)
		}
	}
	if out.Title == "" && len(out.Rests) == 0 && len(out.Clauses) == 0 {
		return nil
	}
	if out.Name == "" {
		out.Name = "the reason"
	}
	return out
}

// CopyScreen writes the copy for the family as a piece of HTML, like Screen. It says the same sentences in the same
// order as Copies, and has nothing behind its lines. It fails if c or its page is nil, or if w fails.
func CopyScreen(w io.Writer, c *page.Copy) error {
	if c == nil || c.Page == nil {
		return errors.New("there is no copy to write")
	}
	h := &pageInHTML{page: shownPage(c.Page), numbers: map[string]int{}, inside: true}
	var b strings.Builder
	if err := htmlPage.ExecuteTemplate(&b, "screen", h.whole()); err != nil {
		return fmt.Errorf("writing the copy for the family: %w", err)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
