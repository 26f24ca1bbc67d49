package pagetest

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"

	"windscreen/engine/family"
	"windscreen/engine/page"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// urgency are the phrases of the first line by which a page says how much presses, the most pressing first.
var urgency = []string{"Act now, by telephone", "Act now", "Take advice first"}

// keepFrom is the fact that says who must not be told.
const keepFrom = "consent.keep_from"

func cautious(l Look) []string {
	var out []string
	for _, c := range l.Answer.Children {
		child := page.OfChild(c)
		if i, j := slices.Index(urgency, child.Head.Do), slices.Index(urgency, l.Page.Head.Do); i >= 0 && (j < 0 || i < j) {
			out = append(out, fmt.Sprintf("%q says %q, and the family %q", c.Child, child.Head.Do, l.Page.Head.Do))
		}
		if slices.ContainsFunc(child.Steps.Entries, keepsOut) && !slices.ContainsFunc(l.Page.Steps.Entries, keepsOut) {
			out = append(out, fmt.Sprintf("%q does not tell the family yet", c.Child))
		}
		if c.Level.Recommended > l.Answer.Family.Level.Recommended {
			out = append(out, fmt.Sprintf("%q is at level %d", c.Child, c.Level.Recommended))
		}
	}
	return out
}

func withheld(l Look) []string {
	var out []string
	must := func(child, why string) {
		if l.Copy != nil {
			out = append(out, fmt.Sprintf("%q: %s", child, why))
		}
		if _, err := page.ForFamilyOf(l.Answer, l.Answer.Children[0].Child); err == nil {
			out = append(out, fmt.Sprintf("%q: %s, and there is a copy about one child", child, why))
		}
	}
	for _, c := range l.Answer.Children {
		switch c.Consent.Inform {
		case term.InformAdviceFirst, term.InformNotBeforeAdvice, term.InformNotAPrecondition:
			must(c.Child, "telling is "+string(c.Consent.Inform))
		case term.InformExpected, term.InformNotApplicable:
		}
		for _, x := range c.Consent.Answered {
			if slices.ContainsFunc(x.Because, keepsFromSomebody) {
				must(c.Child, "this is kept from somebody")
			}
		}
	}
	return out
}

// keepsFromSomebody reports whether a fact is that somebody must not be told; that nobody must be kept from it is none.
func keepsFromSomebody(f recommendation.Fact) bool {
	names, list := f.Value.([]string)
	return f.Fact == keepFrom && (!list || len(names) > 0)
}

// answeredBy finds words that say who answered on agreement.
var answeredBy = regexp.MustCompile(`(?i)\b(?:given|refused|taken back)\b|asked for help`)

// givenUnnamed finds the words that agreement was given, without a name.
var givenUnnamed = regexp.MustCompile(`(?i)(needed), and given(?: in part)?\. `)

// answeredOn is what a row says that the page does not say already: where the rule on telling says of every child on the page that the
// reader goes on with whoever knows, the page may say that agreement was given, if it names nobody.
func answeredOn(children []family.Child, text string) string {
	if slices.ContainsFunc(children, func(c family.Child) bool { return !c.Consent.Why[term.AnswerInform].Has(term.DeedGoesOn) }) {
		return text
	}
	return givenUnnamed.ReplaceAllString(text, "$1. ")
}

// saysWhoAnswered holds that whoever comes upon the page does not learn from it who spoke. Who must not be told
// is the fact behind a rule because of which there is no copy.
func saysWhoAnswered(l Look) []string {
	var out []string
	for _, c := range l.Answer.Children {
		if !keptFromSomebody(c) {
			continue
		}
		for _, on := range []Look{{Page: page.OfChild(c), Answer: family.Together([]family.Child{c})}, l} {
			for _, e := range on.Page.Family.Entries {
				if isFor(e.Children, c.Child) && e.Label == "Agreement" && answeredBy.MatchString(answeredOn(on.Answer.Children, e.Text)) {
					out = append(out, fmt.Sprintf("%q: %s", c.Child, e.Text))
				}
			}
		}
	}
	return out
}

// keptFromSomebody reports whether somebody must not be told.
func keptFromSomebody(c family.Child) bool {
	return slices.ContainsFunc(c.Consent.Answered, func(x recommendation.Line) bool { return x.ForFamily != nil && x.ForFamily.NoCopy })
}

// waitsForAnswers holds that there is no copy while the answer to one question alone could stop the telling,
// apart from who must not be told, and that the questions are named.
func waitsForAnswers(l Look) []string {
	var w *page.Withheld
	withheld := errors.As(l.Withheld, &w)
	var out []string
	for _, c := range l.Answer.Children {
		for _, x := range c.Consent.CouldBe {
			stops := x.Answer == term.AnswerInform && len(x.WaitsOn) == 1 && x.WaitsOn[0] != keepFrom && keptOut(term.Inform(x.Value))
			if stops && !withheld {
				out = append(out, fmt.Sprintf("%q: %s waits on %s", c.Child, x.Rule, x.WaitsOn[0]))
			}
		}
	}
	if withheld && w.Reason == page.TellingOpen && len(w.Questions) == 0 {
		out = append(out, "no question is named")
	}
	return out
}

// Answered is an answer without what its consent position could still be.
func Answered(a *family.Answer) *family.Answer {
	var children []family.Child
	for _, c := range a.Children {
		r := *c.Recommendation
		r.Consent.CouldBe = nil
		c.Recommendation = &r
		children = append(children, c)
	}
	return family.Together(children)
}

// apart compares the copy with one made of an answer that names nobody, gives no reasons and asks nothing.
func apart(l Look) []string {
	if l.Copy == nil {
		return nil
	}
	bare, err := page.ForFamily(Bare(l.Answer))
	if err != nil {
		return []string{err.Error()}
	}
	if !reflect.DeepEqual(bare, l.Copy) {
		return []string{"it differs from that of a case without sources"}
	}
	return nil
}

// Bare is an answer without what a family must not learn from a copy: who said what, the reasons, the
// grounds, the questions, what was not raised, the warnings, the judgement's reason and the case's id.
func Bare(a *family.Answer) *family.Answer {
	var children []family.Child
	for _, c := range a.Children {
		r := *c.Recommendation
		r.Case, r.Presumed, r.Contradictions, r.Notes, r.Grounds, r.Indicators = "", nil, nil, nil, nil, nil
		r.Questions, r.ChangesIf, r.TakenAsAbsent, r.WhyNot, r.Services, r.Done = nil, nil, nil, nil, nil, nil
		r.Level.Because, r.Level.AtMost, r.Level.EitherWay = nil, r.Level.Recommended, nil
		if r.Judgement != nil {
			j := *r.Judgement
			j.By, j.Reason = "", ""
			r.Judgement = &j
		}
		r.Escalations = slices.Clone(r.Escalations)
		for i := range r.Escalations {
			r.Escalations[i].Because = nil
		}
		r.Cautions = slices.Clone(r.Cautions)
		for i := range r.Cautions {
			r.Cautions[i].Because, r.Cautions[i].Says, r.Cautions[i].Title = nil, "", ""
		}
		r.Pathway = slices.Clone(r.Pathway)
		for i := range r.Pathway {
			r.Pathway[i].Because = nil
		}
		r.Consent = bareConsent(r.Consent)
		children = append(children, family.Child{Child: c.Child, Recommendation: &r})
	}
	return family.Together(children)
}

func bareConsent(c recommendation.Consent) recommendation.Consent {
	lines := func(list []recommendation.Line) []recommendation.Line {
		out := slices.Clone(list)
		for i := range out {
			out[i].Because = nil
		}
		return out
	}
	c.Answered, c.From, c.Record, c.Refused, c.CouldBe = lines(c.Answered), lines(c.From), lines(c.Record), lines(c.Refused), nil
	why := map[term.Answer]recommendation.Line{}
	for a, l := range c.Why {
		l.Because = nil
		why[a] = l
	}
	c.Why = why
	return c
}
