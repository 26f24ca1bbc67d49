package render_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/page"
	rec "windscreen/engine/recommendation"
	"windscreen/engine/render"
	"windscreen/engine/term"
)

func TestColourIsTheCallersChoiceAlone(t *testing.T) {
	t.Setenv("NO_COLOR", "1")
	var got bytes.Buffer
	if err := render.Recommendation(&got, render.Text, settled(), render.Options{Colour: true}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(got.String(), "\x1b[1mLevel 4, Specialist.") {
		t.Errorf("the level is not bold:\n%s", got.String())
	}
}

func TestEmptyListsInJSONAreNeverNull(t *testing.T) {
	r := &rec.Recommendation{
		Level:       rec.Level{Because: []rec.Fact{{Value: []string(nil)}}},
		Grounds:     make([]rec.Ground, 1),
		Indicators:  make([]rec.Indicator, 1),
		Escalations: make([]rec.Escalation, 1),
		Questions:   make([]rec.Question, 1),
		WhyNot:      make([]rec.Obstacle, 1),
		Consent:     rec.Consent{CouldBe: make([]rec.CouldBe, 1), Record: make([]rec.Line, 1)},
	}
	var got bytes.Buffer
	if err := render.Recommendation(&got, render.JSON, r, render.Options{Full: true}); err != nil {
		t.Fatal(err)
	}
	var data any
	if err := json.Unmarshal(got.Bytes(), &data); err != nil {
		t.Fatal(err)
	}
	// What may be absent as a whole is null; no list is.
	want := map[string]bool{"judgement": true, "receipt.case": true, "escalations.0.contact": true}
	nulls := map[string]bool{}
	findNulls(data, "", nulls)
	if diff := cmp.Diff(want, nulls); diff != "" {
		t.Errorf("null (-want +got):\n%s", diff)
	}
}

func findNulls(v any, path string, into map[string]bool) {
	switch v := v.(type) {
	case nil:
		into[strings.TrimPrefix(path, ".")] = true
	case map[string]any:
		for k, child := range v {
			findNulls(child, path+"."+k, into)
		}
	case []any:
		for i, child := range v {
			findNulls(child, fmt.Sprintf("%s.%d", path, i), into)
		}
	}
}

func TestYAMLQuotesWhatLooksLikeSomethingElse(t *testing.T) {
	for _, s := range []string{
		"no", "Yes", "on", "n", "null", "~", "true", "012", "1e3", "0x1F", "12:30", "2020-03-02", "", "<<", "=", "-", "!tag", "nan", ".inf",
	} {
		var got bytes.Buffer
		if err := render.Recommendation(&got, render.YAML, &rec.Recommendation{Policy: s}, render.Options{}); err != nil {
			t.Fatal(err)
		}
		if want := fmt.Sprintf("\npolicy: %q\n", s); !strings.Contains(got.String(), want) {
			t.Errorf("no %s in\n%s", want, got.String())
		}
	}
}

func TestWhatCannotWaitStandsDirectlyUnderTheLevel(t *testing.T) {
	got := textOf(t, settled(), render.Options{})
	now, why := strings.Index(got, "\nDo now\n"), strings.Index(got, "\nWhy level 4")
	if now < 0 || why < 0 || now > why {
		t.Errorf("Do now at %d, Why at %d in:\n%s", now, why, got)
	}
	if strings.Count(got, "Ring the police on 999") != 1 {
		t.Errorf("the immediate action is not there once in:\n%s", got)
	}
}

func TestEvidenceIsTheCasesAndIsToldOnce(t *testing.T) {
	if got := fullText(t, settled(), render.Options{}); strings.Count(got, "school, 11 Feb 2020") != 1 {
		t.Errorf("not once in:\n%s", got)
	}
}

func TestFactsOfWhatCannotWaitAreToldEvenIfNothingElseRestsOnThem(t *testing.T) {
	r := settled()
	r.Escalations[0].Because = []rec.Fact{{Fact: "home.weapon", Title: "A weapon in the home", Says: "within reach"}}
	got := fullText(t, r, render.Options{})
	if !strings.Contains(got, "What is to be done now rests on:\n    - A weapon in the home: within reach\n") {
		t.Errorf("the fact is not told in:\n%s", got)
	}
}

func TestAnExploredFactSaysThatNobodyStatedIt(t *testing.T) {
	got := strings.Join(strings.Fields(fullText(t, refused(), render.Options{Rules: true})), " ")
	if !strings.Contains(got, "no sign of it (gone through, nothing said of it)") {
		t.Errorf("not said in:\n%s", got)
	}
}

func TestQuestionsBeyondTheFirstFiveAreCounted(t *testing.T) {
	got := fullText(t, thin(), render.Options{})
	if !strings.Contains(got, "  5. ") || strings.Contains(got, "  6. ") || !strings.Contains(got, "And 2 more questions;") {
		t.Errorf("not five and the rest counted in:\n%s", got)
	}
}

func TestTextShowsNoRuleUnlessAsked(t *testing.T) {
	for name, r := range examples() {
		if got := fullText(t, r, render.Options{}); strings.Contains(got, "tally(") || strings.Contains(got, "atLeast") {
			t.Errorf("%s shows CEL:\n%s", name, got)
		}
	}
	got := fullText(t, settled(), render.Options{Rules: true, Width: 200})
	if want := `Rule home.violence: home.domestic_abuse.atLeast("serious") && home.child_present`; !strings.Contains(got, want) {
		t.Errorf("%s is not in:\n%s", want, got)
	}
}

func textOf(t *testing.T, r *rec.Recommendation, o render.Options) string {
	t.Helper()
	return in(t, render.Text, of(render.Recommendation, r), o)
}

// fullText is the text of everything.
func fullText(t *testing.T, r *rec.Recommendation, o render.Options) string {
	t.Helper()
	o.Full = true
	return textOf(t, r, o)
}

func ExampleRecommendation() {
	r := &rec.Recommendation{
		Document: rec.Document{Title: "Help in Exampleshire", Edition: "2020"},
		Level: rec.Level{
			Recommended: 1, AtMost: 3, Name: "Universal",
			Scale: []rec.Rung{{Level: 1, Name: "Universal"}, {Level: 2, Name: "Additional"}, {Level: 3, Name: "Intensive"}},
		},
		Consent: rec.Consent{Agreement: term.AgreementRequired, Inform: term.InformExpected, Sharing: term.SharingWithAgreement},
		Questions: []rec.Question{{Kind: term.AskFact, Fact: "home.warmth", Ask: "Is there warmth in the home?",
			Who: []string{"school", "health visitor"}}},
	}
	if err := render.Recommendation(os.Stdout, render.Text, r, render.Options{Width: 72}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Level not settled. Levels 1 to 3 are possible. Find out more.
	//   (1 Universal)   (2 Additional)   (3 Intensive)
	// Help in Exampleshire, 2020.
	//
	// Do next
	//   1. Ask the questions below. Until they are answered, nothing here says
	//      that no help is needed.
	//
	// The family
	//   Agreement  Needed.
	//   Telling    Expected.
	//   Sharing    With their agreement.
	//
	// Why the level is not settled
	//   No sign of need is known so far. There may be one.
	//
	// Find out next                                                       from
	//   1. Is there warmth in the home?                 school, health visitor
	//
	// How sure this is
	//   Level      Not settled. Nothing that is known so far decides it.
	//
	// For professionals. Not legal advice; professional judgement has the last
	// word.
}

func ExamplePage() {
	p := &page.Page{
		Head: page.Head{
			Level: page.Entry{Text: "Level 3, Intensive."}, Do: "One step is due",
			Scale:    []page.Rung{{Level: 2, Name: "Additional"}, {Level: 3, Name: "Intensive", Here: true}},
			Document: "Exampleshire, 2020. Mon 2 Mar 2020 at 14:10.",
		},
		Steps: page.Section{Heading: "Do next", Entries: []page.Entry{
			{Text: "Once the family agrees: send the form.", Cite: []string{"EX-FORM-01"}},
		}},
		Family: page.Section{Heading: "The family", Entries: []page.Entry{
			{Label: "Agreement", Text: "Needed, for help at level 3.", Cite: []string{"EX-CON-01"}},
		}},
		Foot: "Not legal advice.",
	}
	if err := render.Page(os.Stdout, render.Text, p, render.Options{}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Level 3, Intensive. One step is due.
	//   2 Additional   [3 Intensive]
	// Exampleshire, 2020. Mon 2 Mar 2020 at 14:10.
	//
	// Do next
	//   1. Once the family agrees: send the form.                         [EX-FORM-01]
	//
	// The family
	//   Agreement  Needed, for help at level 3.                            [EX-CON-01]
	//
	// Not legal advice.
}
