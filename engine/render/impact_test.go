package render_test

import (
	"strings"
	"testing"

	"windscreen/engine/facts"
	"windscreen/engine/impact"
	"windscreen/engine/render"
	"windscreen/engine/term"
)

// impactOfEach is a report with a difference in each respect, and one text wherever it takes text.
func impactOfEach(text string) *impact.Report {
	p := impact.Policy{Old: text, Now: text, Moments: []string{"2020-03-02T14:10:00Z"}, Scenarios: impact.Count{Cases: 7, Touched: 2},
		Made: impact.Count{Cases: 9, Touched: 1, Refused: 3}}
	for _, r := range term.TableOf[impact.Respect]().Values() {
		p.Differences = append(p.Differences, impact.Difference{ID: string(r) + "/" + text, Respect: r, Of: text, Title: text, What: text,
			From: text, Into: text + text, Scenarios: 2, Made: 1, Smallest: true,
			Rules: []impact.Rule{{ID: text, Title: text, How: text, From: text, Into: text + text, File: text, Start: at(3, 5)}},
			Case:  &facts.Case{Policy: "made-up", AsOf: "2020-03-02T14:10:00Z", Stated: facts.Stated{"child": {"age": 7}}}})
	}
	for i, r := range []term.Answer{term.AnswerAgreement, term.AnswerInform, term.AnswerSharing} {
		values := r.Values().Codes()
		p.Differences[i+3].From, p.Differences[i+3].Into = values[0], values[1]
	}
	for i, what := range []string{"gained", "lost", "opened", "closed"} {
		p.Differences[i+6].What = what
	}
	p.Differences[6].Unlikely = true
	p.Differences[7].Smallest, p.Differences[7].File = false, text
	p.Differences[8].Case, p.Differences[8].Undecided = nil, text
	p.Differences[9].Acknowledged = text
	p.Differences[10].OldCase = &facts.Case{Policy: text, Stated: facts.Stated{}}
	for _, r := range []impact.Respect{impact.Document, impact.Vocabulary} {
		for i := range p.Differences {
			if p.Differences[i].Respect == r {
				p.Differences[i].Case = nil
			}
		}
	}
	p.Respects = []impact.Decided{{Respect: impact.Level, State: impact.Same, Asked: 3},
		{Respect: impact.Grounds, State: impact.GaveUp, Asked: 4, Undecided: 2},
		{Respect: impact.Services, State: impact.Same}, {Respect: impact.Wording, State: impact.Same}}
	p.Unmatched = []impact.Unmatched{{Of: "fact", ID: text, In: "new", Rules: []string{text, text}}, {Of: "fact", ID: text, In: "both"},
		{Of: string(term.KindCaution), ID: text, In: "old"}}
	r := &impact.Report{Old: text, Now: text, Policies: []impact.Policy{p, {Old: "a", Now: "b", Identical: true}}, Added: []string{text},
		Removed: []string{text}, PassedOver: []string{text}, Sample: impact.Sample{Seed: 1}}
	r.Acknowledge(text, []impact.Entry{{Policy: text, Difference: "actions/" + text, Why: text, Line: 2},
		{Policy: text, Difference: text, Line: 4}})
	return r
}

func TestWhatAChangeDoesLooksAsItDid(t *testing.T) {
	goldens(t, map[string]look{
		"impact/text.txt":    {of(render.Impact, impactOfEach("word")), render.Text, render.Options{}},
		"impact/report.md":   {of(render.Impact, impactOfEach("word")), render.Markdown, render.Options{}},
		"impact/report.json": {of(render.Impact, impactOfEach("word")), render.JSON, render.Options{}},
	})
}

func TestNoWordOfARuleFileActsInWhatAChangeDoes(t *testing.T) {
	hostile := "a\n# b\x1b[31m<b>`x`|"
	for _, f := range render.KindImpact.Formats() {
		got := in(t, f, of(render.Impact, impactOfEach(hostile)), render.Options{})
		if strings.Contains(got, "\n# b") || strings.Contains(got, "\x1b") || f == render.Markdown && strings.Contains(got, "<b>") {
			t.Errorf("%s: a text of a rule file acts:\n%q", f, got)
		}
	}
}
