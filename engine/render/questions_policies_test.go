package render_test

import (
	"fmt"
	"strings"
	"testing"

	"windscreen/engine"
	rec "windscreen/engine/recommendation"
	"windscreen/engine/render"
	"windscreen/engine/term"
)

// toAsk are more questions than are shown unless all are asked for: one that could change
// something of every kind, and many that could change little.
func toAsk() []rec.Question {
	could := []rec.Could{{Kind: "level", Level: 3}, {Kind: "level", Level: 4}, {Kind: "ground", Rule: "law.s47", Title: "Enquiries"}}
	for i := range 6 {
		could = append(could, rec.Could{Kind: "indicator", Rule: fmt.Sprintf("home.%d", i), Title: fmt.Sprintf("Sign %d", i), Level: 2})
	}
	for _, kind := range []term.Kind{"escalation", "consent", "pathway", "service", "caution"} {
		could = append(could, rec.Could{Kind: kind, Rule: string(kind) + ".one"})
	}
	list := []rec.Question{{Kind: term.AskDomain, Domain: "home",
		Ask: "Have you gone through home life with the people who know the child best, one by one?",
		Who: []string{"school", "health visitor"}, Could: could}}
	for i := range 11 {
		list = append(list, rec.Question{Kind: term.AskFact, Fact: "home.noise", Ask: fmt.Sprintf("What of noise %d?", i)})
	}
	return list
}

// editions are policies with and without each of the days in force.
func editions() []engine.PolicyInfo {
	first, last := rec.DayOf("2020-01-01"), rec.DayOf("2021-12-31")
	base := engine.PolicyInfo{ID: "made-up-2020", Title: "Thresholds in a place that does not exist, for those who work there",
		Publisher: "A made-up partnership", Edition: "First", Council: "made-up", Rules: 6, Clauses: 1,
		Levels: []rec.Rung{{Level: 1, Name: "Everyone"}, {Level: 2, Name: "Help"}}}
	from, to, both := base, base, base
	from.InForceFrom = first
	to.InForceTo = last
	both.InForceFrom, both.InForceTo = first, last
	return []engine.PolicyInfo{base, from, to, both}
}

func TestQuestionsAndPoliciesLookAsTheyDidBefore(t *testing.T) {
	goldens(t, map[string]look{
		"questions/first.txt":    {of(render.Questions, toAsk()), render.Text, render.Options{}},
		"questions/all50.txt":    {of(render.Questions, toAsk()), render.Text, render.Options{All: true, Width: 50}},
		"questions/none.txt":     {of(render.Questions, nil), render.Text, render.Options{}},
		"questions/none.json":    {of(render.Questions, nil), render.JSON, render.Options{}},
		"policies/policies.txt":  {of(render.Policies, editions()), render.Text, render.Options{}},
		"policies/width40.txt":   {of(render.Policies, editions()[:1]), render.Text, render.Options{Width: 40}},
		"policies/policies.json": {of(render.Policies, editions()[:1]), render.JSON, render.Options{}},
	})
}

// TestNoWordOfARuleFileActsInQuestionsAndPolicies: they have as many lines, whatever
// stands in the rule files.
func TestNoWordOfARuleFileActsInQuestionsAndPolicies(t *testing.T) {
	said := func(word string) string {
		questions := []rec.Question{{Ask: word, Who: []string{word},
			Could: []rec.Could{{Kind: "level", Level: 2}, {Kind: "service", Rule: word, Title: word}}}}
		policies := []engine.PolicyInfo{{ID: word, Title: word, Publisher: word, Edition: word,
			Council: word, Levels: []rec.Rung{{Name: word}}}}
		wide := render.Options{Width: 1000}
		return in(t, render.Text, of(render.Questions, questions), wide) + in(t, render.Text, of(render.Policies, policies), wide)
	}
	for _, word := range []string{"a\nb", "\x1b[31mred", "\u202eturned", "a\r\n\u2028b"} {
		got := said(word)
		if strings.Count(got, "\n") != strings.Count(said("word"), "\n") || strings.ContainsAny(got, "\x1b\u202e\r") {
			t.Errorf("%q acts:\n%s", word, got)
		}
	}
}
