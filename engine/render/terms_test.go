package render

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"windscreen/engine/comparison"
	"windscreen/engine/coverage"
	"windscreen/engine/diagnostic"
	"windscreen/engine/facts"
	"windscreen/engine/mutation"
	"windscreen/engine/recommendation"
	"windscreen/engine/scenario"
	"windscreen/engine/term"
)

// rendered is what people are shown of one word, and the words that must be among it; none
// where what is shown is put otherwise, or left out.
type rendered struct {
	text string
	want []string
}

// wordsShown show each word of a list wherever people can meet it.
var wordsShown = map[string]func(code string) rendered{
	"Change": func(code string) rendered {
		return rendered{inFormats(KindMutation, func(w io.Writer, f Format) error {
			return Mutation(w, f, &mutation.Report{ByChange: []mutation.Part{{Name: code}}}, Options{})
		}), []string{term.Says(term.Change(code))}}
	},
	"Agreement": func(code string) rendered {
		a := term.Agreement(code)
		r := &recommendation.Recommendation{
			Consent: recommendation.Consent{Agreement: a,
				CouldBe: []recommendation.CouldBe{{Answer: term.AnswerAgreement, Value: code}}},
			Escalations: []recommendation.Escalation{{State: term.NowDue, Action: "Act", Agreement: a}},
			Services: []recommendation.Service{{State: term.Fits, Rule: recommendation.Rule{Title: "Help"}, Agreement: a},
				{State: term.Fits, Rule: recommendation.Rule{Title: "More"}}},
		}
		return rendered{answered(r), []string{term.Says(a), a.OfAction(), a.OfService()}}
	},
	"Inform": func(code string) rendered {
		v := term.Inform(code)
		return rendered{answered(&recommendation.Recommendation{Consent: recommendation.Consent{Inform: v,
			CouldBe: []recommendation.CouldBe{{Answer: term.AnswerInform, Value: code}}}}), []string{term.Says(v)}}
	},
	"Sharing": func(code string) rendered {
		v := term.Sharing(code)
		return rendered{answered(&recommendation.Recommendation{Consent: recommendation.Consent{Sharing: v,
			CouldBe: []recommendation.CouldBe{{Answer: term.AnswerSharing, Value: code}}}}), []string{term.Says(v)}}
	},
	"Answer": func(code string) rendered {
		line := []recommendation.Line{{Says: "Made-up line"}}
		c := recommendation.Consent{}
		switch a := term.Answer(code); a {
		case term.AnswerAgreement:
			c.Agreement = term.AgreementRequired
		case term.AnswerInform:
			c.Inform = term.InformExpected
		case term.AnswerSharing:
			c.Sharing = term.SharingWithAgreement
		case term.AnswerAnswered:
			c.Answered = line
		case term.AnswerFrom:
			c.From = line
		case term.AnswerRecord:
			c.Record = line
		case term.AnswerRefused:
			c.Refused = line
		case term.AnswerCopy:
			line[0].Does = []term.Deed{term.DeedGoesOn}
			c.Copy = line
		}
		return rendered{answered(&recommendation.Recommendation{Consent: c}), []string{term.Says(term.Answer(code)) + ": "}}
	},
	"Strength": func(code string) rendered {
		var text strings.Builder
		s := term.Strength(code)
		for _, counted := range []bool{true, false} {
			text.WriteString(answered(&recommendation.Recommendation{Indicators: []recommendation.Indicator{
				{Rule: recommendation.Rule{Title: "Sign"}, Strength: s, Counted: counted}}}))
		}
		return rendered{text.String(), []string{s.Note(true), s.Note(false)}}
	},
	"Part": func(code string) rendered {
		return rendered{answered(&recommendation.Recommendation{Pathway: []recommendation.Step{{Part: term.Part(code), Says: "Step"}}}),
			[]string{term.Says(term.Part(code))}}
	},
	"Force": func(code string) rendered {
		steps := []recommendation.Step{{Part: term.PartPlan, Force: term.Force(code), Says: "Step"}}
		return rendered{answered(&recommendation.Recommendation{Pathway: steps}),
			[]string{"(" + term.Says(term.Force(code)) + ")"}}
	},
	"State": func(code string) rendered {
		s := term.State(code)
		rule := recommendation.Rule{Title: "Title"}
		return rendered{answered(&recommendation.Recommendation{
			Grounds:     []recommendation.Ground{{Title: "Title", State: s}},
			Escalations: []recommendation.Escalation{{Rule: rule, State: s}},
			Services:    []recommendation.Service{{Rule: rule, State: s}},
		}), nil}
	},
	"Met": func(code string) rendered {
		parts := []recommendation.Part{{Value: term.Met(code), Says: "Part"}}
		level := recommendation.Level{Criterion: recommendation.Criterion{Rule: "one", Parts: parts}}
		return rendered{answered(&recommendation.Recommendation{Level: level}),
			[]string{term.Says(term.Met(code)) + ": Part"}}
	},
	"Kind": func(code string) rendered {
		k := term.Kind(code)
		list := []recommendation.Question{{Ask: "What of it?",
			Could: []recommendation.Could{{Kind: k, Rule: "one", Title: "Title", Level: 3}}}}
		items := []coverage.Item{{Answer: term.AnsweredByRules, Rules: []coverage.ItemRule{{ID: "one", Kind: k}}}}
		asked := answered(&recommendation.Recommendation{Questions: list})
		return rendered{inFormats(KindQuestions, func(w io.Writer, f Format) error { return Questions(w, f, list, Options{}) }) +
			asked + checked(items), []string{k.Could(), "(" + term.Says(k) + ")"}}
	},
	"Citing": func(code string) rendered {
		k := term.Citing(code)
		want := []string{term.Says(k) + " made"}
		if k == term.CitingRule {
			want = []string{"c: made"} // a rule is named by its id alone
		}
		clause := coverage.Clause{ID: "c", CitedBy: []coverage.Citation{{Kind: k, ID: "made"}}}
		return rendered{covered(coverage.Policy{Clauses: []coverage.Clause{clause}}), want}
	},
	"NoRule": func(code string) rendered {
		k := term.NoRule(code)
		return rendered{covered(coverage.Policy{Totals: coverage.Totals{Marked: 1, MarkedAs: map[term.NoRule]int{k: 1}},
			Clauses: []coverage.Clause{{ID: "c", NoRule: &coverage.NoRule{Kind: k, Why: "Why"}}}}),
			[]string{"(1 " + term.Says(k) + ")", "no rule, " + term.Says(k) + ": Why"}}
	},
	"Truth": func(code string) rendered {
		v := term.Truth(code)
		failure := scenario.Failure{Rules: []scenario.Rule{{ID: "one", Truth: v}}}
		report := &scenario.Report{Results: []scenario.Result{{Name: "Name", Failures: []scenario.Failure{failure}}}}
		rules := []coverage.Rule{{ID: "one", MustBeSeen: []term.Truth{v}, NeverSeen: []term.Truth{v}}}
		return rendered{covered(coverage.Policy{Rules: rules}) +
			inFormats(KindScenarios, func(w io.Writer, f Format) error { return Scenarios(w, f, report, Options{}) }),
			[]string{"never seen " + term.Says(v), "one is " + term.Says(v)}}
	},
	"Answered": func(code string) rendered {
		a := term.Answered(code)
		items := []coverage.Item{{ID: "x", Answer: a, Gap: "Why", Rules: []coverage.ItemRule{{ID: "one", Kind: term.KindLevel}}}}
		return rendered{checked(items), []string{term.Says(a)}}
	},
	"Status": func(code string) rendered {
		s := term.Status(code)
		want := []string{term.Says(s)}
		if s == term.StatusInForce {
			want = nil // what goes without saying
		}
		caution := recommendation.Caution{Rule: recommendation.Rule{Cite: []string{"C-1"}}, Says: "Mind"}
		return rendered{answered(&recommendation.Recommendation{Cautions: []recommendation.Caution{caution},
			Clauses: map[string]recommendation.Clause{"C-1": {Document: "Doc", Section: "1", Says: "Says", Status: s}}}), want}
	},
	"Aspect": func(code string) rendered {
		c := &comparison.Comparison{}
		for i := range 2 {
			c.Policies = append(c.Policies, comparison.Side{Policy: fmt.Sprintf("policy-%d", i), Consent: recommendation.Consent{
				Agreement: term.AgreementRequired, Inform: term.InformExpected, Sharing: term.SharingWithAgreement}})
		}
		return rendered{inFormats(KindComparison, func(w io.Writer, f Format) error { return Comparison(w, f, c, Options{}) }),
			[]string{term.Says(term.Aspect(code))}}
	},
	"Standing": func(code string) rendered {
		s := term.Standing(code)
		e := recommendation.Evidence{Source: "made", Standing: s, Says: "Much"}
		return rendered{answered(&recommendation.Recommendation{
			Contradictions: []recommendation.Contradiction{{Title: "Title", Says: "None", Evidence: e}},
			Level: recommendation.Level{Because: []recommendation.Fact{{Title: "Title", Says: "None",
				Evidence: []recommendation.Evidence{e}}}},
		}), []string{"made (" + term.Says(s) + ")", "made, " + term.Says(s) + ": "}}
	},
	"Reader": func(code string) rendered {
		r := term.Reader(code)
		return rendered{answered(&recommendation.Recommendation{Reader: r}), []string{"For " + term.Says(r) + "."}}
	},
	"Of": func(code string) rendered {
		l := &facts.List{Searched: []facts.Searched{{Word: "made"}}, Facts: []facts.Fact{{Path: "made.up", Of: term.Of(code)}}}
		return rendered{inFormats(KindFacts, func(w io.Writer, f Format) error { return Facts(w, f, l, Options{All: true}) }),
			[]string{"Of " + term.Says(term.Of(code)) + "."}}
	},
	"Severity": func(code string) rendered {
		list := diagnostic.List{{Severity: term.Severity(code), Code: diagnostic.Empty, Message: "Made up"}}
		return rendered{inFormats(KindDiagnostics, func(w io.Writer, f Format) error {
			return Diagnostics(w, f, &diagnostic.Report{Found: list}, Options{})
		}), []string{term.Says(term.Severity(code))}}
	},
}

// unrendered are the lists whose words no rendering shows to people, and why.
var unrendered = map[string]string{
	"Asked":            "a question says for itself whether it asks about a domain or a fact",
	"Verified":         "for authors",
	"FactType":         "a fact is told by its value",
	"Need":             "a code of a return, in the data only",
	"ConflictSeverity": "an error is refused, and a note stands among the notes",
	"Unit":             "a limit is told by its basis, which is the author's",
	"Days":             "hours are told in the words of the document, and when a number answers as a date and time",
	"Every":            "it stands for policies, which are named one by one",
	"Doer":             "what the reader does is a step, and what others do stands under what happens next",
	"Deed":             "the screen does what they say",
	"Whom":             "the screen chooses by them whom to ask",
	"Awaits":           "a step that has to wait begins with the words for it",
	"Outcome":          "the first line and the row on agreement have words of their own for it",
}

// answered is a recommendation in all formats for people.
func answered(r *recommendation.Recommendation) string {
	return inFormats(KindRecommendation, func(w io.Writer, f Format) error { return Recommendation(w, f, r, Options{Full: true}) })
}

// covered is a report on the coverage of one policy, likewise.
func covered(p coverage.Policy) string {
	return inFormats(KindCoverage, func(w io.Writer, f Format) error {
		return Coverage(w, f, &coverage.Report{Policies: []coverage.Policy{p}}, Options{All: true})
	})
}

// checked is a checklist of these items, likewise.
func checked(items []coverage.Item) string {
	p := coverage.PolicyChecklist{Totals: coverage.SumItems(items), Items: items}
	return inFormats(KindChecklist, func(w io.Writer, f Format) error {
		return Checklist(w, f, &coverage.Checklist{Policies: []coverage.PolicyChecklist{p}}, Options{})
	})
}

// inFormats is a report in every format of its kind but those for programs, with all space
// and all emphasis alike.
func inFormats(kind Kind, write func(io.Writer, Format) error) string {
	var b bytes.Buffer
	for _, f := range kind.Formats() {
		if f == JSON || f == YAML {
			continue
		}
		if err := write(&b, f); err != nil {
			panic(err)
		}
	}
	text := strings.NewReplacer("**", "", "\\", "", string(unbroken), " ").Replace(b.String())
	return strings.Join(strings.Fields(text), " ")
}

// TestNoWordIsShownAsItsCode tries every word of every list in every rendering for people:
// its words are there, and its code is not.
func TestNoWordIsShownAsItsCode(t *testing.T) {
	for _, g := range term.Groups() {
		show := wordsShown[g.Type]
		if (show == nil) != (unrendered[g.Type] != "") {
			t.Errorf("%s: say either how people are shown its words or why they are not", g.Type)
			continue
		}
		if show == nil {
			continue
		}
		for _, w := range g.Words {
			got := show(w.Code)
			code := regexp.MustCompile(`\b` + regexp.QuoteMeta(w.Code) + `\b`)
			if strings.Contains(w.Code, "_") && code.MatchString(got.text) {
				t.Errorf("%s %q is shown as its code:\n%s", g.Type, w.Code, got.text)
			}
			for _, want := range got.want {
				if !strings.Contains(strings.ToLower(got.text), strings.ToLower(want)) {
					t.Errorf("%s %q is shown without %q:\n%s", g.Type, w.Code, want, got.text)
				}
			}
		}
	}
}

// TestWordsOfOneListAreToldApart keeps two words of a list from being shown alike.
func TestWordsOfOneListAreToldApart(t *testing.T) {
	for _, g := range term.Groups() {
		said := map[string]string{}
		for _, w := range g.Words {
			if other, found := said[w.Says]; found {
				t.Errorf("%s: %s and %s are both shown as %q", g.Type, w.Code, other, w.Says)
			}
			said[w.Says] = w.Code
		}
	}
}

// TestAQuestionSaysOfEveryKindWhatItCouldChange: a kind that is not among them would be
// left out.
func TestAQuestionSaysOfEveryKindWhatItCouldChange(t *testing.T) {
	listed := map[term.Kind]int{}
	for _, k := range couldKinds {
		listed[k]++
	}
	for _, k := range term.TableOf[term.Kind]().Values() {
		if listed[k] != 1 || k.Could() == "" {
			t.Errorf("%s stands %d times among the kinds that a question may wait for, led by %q", k, listed[k], k.Could())
		}
	}
}
