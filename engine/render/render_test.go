package render_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	rec "windscreen/engine/recommendation"
	"windscreen/engine/render"
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
	if err := render.Recommendation(&got, render.JSON, r, render.Options{}); err != nil {
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
	got := textOf(t, settled())
	now, why := strings.Index(got, "\nDo now\n"), strings.Index(got, "\nWhy level 4")
	if now < 0 || why < 0 || now > why {
		t.Errorf("Do now at %d, Why at %d in:\n%s", now, why, got)
	}
	if strings.Count(got, "Ring the police on 999") != 1 {
		t.Errorf("the immediate action is not there once in:\n%s", got)
	}
}

func TestEvidenceIsTheCasesAndIsToldOnce(t *testing.T) {
	if got := textOf(t, settled()); strings.Count(got, "school, 11 Feb 2020") != 1 {
		t.Errorf("not once in:\n%s", got)
	}
}

func TestFactsOfWhatCannotWaitAreToldEvenIfNothingElseRestsOnThem(t *testing.T) {
	r := settled()
	r.Escalations[0].Because = []rec.Fact{{Fact: "home.weapon", Title: "A weapon in the home", Says: "within reach"}}
	got := textOf(t, r)
	if !strings.Contains(got, "What is to be done now rests on:\n    - A weapon in the home: within reach\n") {
		t.Errorf("the fact is not told in:\n%s", got)
	}
}

func TestAnExploredFactSaysThatNobodyStatedIt(t *testing.T) {
	got := strings.Join(strings.Fields(textOf(t, refused(), render.Options{Rules: true})), " ")
	if !strings.Contains(got, "no sign of it (gone through, nothing said of it)") {
		t.Errorf("not said in:\n%s", got)
	}
}

func TestQuestionsBeyondTheFirstFiveAreCounted(t *testing.T) {
	got := textOf(t, thin())
	if !strings.Contains(got, "  5. ") || strings.Contains(got, "  6. ") || !strings.Contains(got, "And 4 more questions;") {
		t.Errorf("not five and the rest counted in:\n%s", got)
	}
}

func TestTextShowsNoRuleUnlessAsked(t *testing.T) {
	for name, r := range examples() {
		if got := textOf(t, r); strings.Contains(got, "tally(") || strings.Contains(got, "atLeast") {
			t.Errorf("%s shows CEL:\n%s", name, got)
		}
	}
	var got bytes.Buffer
	if err := render.Recommendation(&got, render.Text, settled(), render.Options{Rules: true, Width: 200}); err != nil {
		t.Fatal(err)
	}
	if want := `Rule home.violence: home.domestic_abuse.atLeast("serious") && home.child_present`; !strings.Contains(got.String(), want) {
		t.Errorf("%s is not in:\n%s", want, got.String())
	}
}

func textOf(t *testing.T, r *rec.Recommendation, o ...render.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := render.Recommendation(&b, render.Text, r, append(o, render.Options{})[0]); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func ExampleRecommendation() {
	r := &rec.Recommendation{
		Level: rec.Level{
			Recommended: 1, AtMost: 3, Name: "Universal",
			Scale: []rec.Rung{{Level: 1, Name: "Universal"}, {Level: 2, Name: "Additional"}, {Level: 3, Name: "Intensive"}},
		},
		Questions: []rec.Question{{Domain: "home", Ask: "Have you gone through home life?", Who: []string{"school"}}},
	}
	if err := render.Recommendation(os.Stdout, render.Text, r, render.Options{Width: 72}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// At least level 1, Universal; up to level 3, Intensive, is not ruled out.
	//  [1 Universal]  2 Additional?  3 Intensive?
	//
	// What to find out
	//   1. Have you gone through home life?
	//      Who: school.
	//
	// Read beside this
	//   - This is not legal advice. The published criteria are a guide to
	//     discuss, not a test to pass; professional judgement has the last
	//     word.
}
