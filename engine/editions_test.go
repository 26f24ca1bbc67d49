package engine_test

import (
	"bytes"
	"errors"
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"windscreen/engine"
	"windscreen/engine/authoring"
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/testroot"
)

// editions is the base root, whose document has a second edition from May 2020 to
// the end of that year, after which it has none. Each edition has levels of its own.
func editions() fs.FS {
	first := bytes.Replace(testroot.With()[testroot.Policy+"policy.yaml"].Data, []byte("{from: 2019-01-01}"),
		[]byte("{from: 2019-01-01, to: 2020-04-30}"), 1)
	return testroot.With(txtar.File{Name: "authorities/made/up/policy.yaml", Data: first},
		txtar.File{Name: "authorities/made/second/policy.yaml", Data: []byte(`
title: A made-up document
publisher: Nobody
edition: Second
in_force: {from: 2020-05-01, to: 2020-12-31}
files: [clauses.yaml, rules.yaml]
`)}, txtar.File{Name: "authorities/made/second/clauses.yaml", Data: []byte(`
document: A made-up document
clauses:
  - {id: S-1, section: "1", says: Everything}
`)}, txtar.File{Name: "authorities/made/second/rules.yaml", Data: []byte(`
levels:
  - {id: level-5, level: 5, name: All, cite: [S-1]}
consent:
  agreement: [{id: agreement, value: required, says: Ask first, cite: [S-1]}]
  inform: [{id: inform, value: expected, says: Tell them, cite: [S-1]}]
  sharing: [{id: sharing, value: with_agreement, says: With agreement, cite: [S-1]}]
`)})
}

func editionsRoot(t *testing.T) *engine.Engine {
	t.Helper()
	e, err := engine.Load(t.Context(), editions())
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestACaseThatNamesACouncilIsAnsweredUnderTheEditionOfItsDay(t *testing.T) {
	e := editionsRoot(t)
	for asOf, want := range map[string]string{
		"2019-01-01T00:00":     "made-up",
		"2020-04-30T23:59":     "made-up",
		"2020-05-01T00:00":     "made-second",
		"2020-04-30T23:00:00Z": "made-second", // the first of May in London
		"2020-12-31T23:59":     "made-second",
	} {
		c, err := e.ReadCase("case.yaml", []byte("policy: made\nas_of: "+asOf+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		r, err := e.Evaluate(c)
		if err != nil {
			t.Fatal(err)
		}
		got := []any{c.Policy(), c.Council(), len(c.Warnings()), r.Policy, r.Document.Council, r.Document.ChosenByDate, r.Document.InForce}
		if diff := cmp.Diff([]any{want, "made", 0, want, "made", true, true}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", asOf, diff)
		}
	}
}

func TestAnEditionIsSaidToBeChosenOnlyWhereItWas(t *testing.T) {
	e := editionsRoot(t)
	chosen := func(text, under string) map[string]bool {
		t.Helper()
		c, err := e.ReadCase("case.yaml", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		r, err := e.Evaluate(c, engine.Under(under))
		if err != nil {
			t.Fatal(err)
		}
		return map[string]bool{r.Policy: r.Document.ChosenByDate}
	}
	const day = "\nas_of: 2020-03-02T14:10\n"
	for _, x := range []struct {
		text, under string
		want        map[string]bool
	}{
		{day, "made", map[string]bool{"made-up": true}},
		{day, "made-up", map[string]bool{"made-up": false}},
		{"policy: made-up" + day, "made", map[string]bool{"made-up": true}},
		{"policy: made" + day, "made-up", map[string]bool{"made-up": true}}, // as the case asks
		{"policy: made" + day, "made-second", map[string]bool{"made-second": false}},
	} {
		if diff := cmp.Diff(x.want, chosen(x.text, x.under)); diff != "" {
			t.Errorf("%q under %s (-want +got):\n%s", x.text, x.under, diff)
		}
	}
}

func TestAJudgementIsByTheLevelsOfTheEditionChosen(t *testing.T) {
	e := editionsRoot(t)
	const judged = "policy: made\nas_of: 2020-06-02T14:10\njudgement: {level: 5, by: nobody, reason: made up}\n"
	c, err := e.ReadCase("case.yaml", []byte(judged))
	if err != nil {
		t.Fatal(err)
	}
	r, err := e.Evaluate(c)
	if err != nil || r.Judgement == nil || r.Judgement.Level != 5 {
		t.Errorf("a level of the edition chosen: %v, %v", r, err)
	}
	if r, err = e.Evaluate(c, engine.Under("made-up")); err != nil || r.Judgement != nil {
		t.Errorf("under the other edition: %v, %v", r, err)
	}
	c, err = e.ReadCase("case.yaml", []byte(strings.Replace(judged, "2020-06", "2020-03", 1)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.Evaluate(c); err == nil || !strings.Contains(err.Error(), "off-scale") {
		t.Errorf("a level that the edition of the day lacks: %v", err)
	}
}

func TestACaseOutsideItsPolicysLifeIsAnsweredWithAWarning(t *testing.T) {
	e := editionsRoot(t)
	for text, want := range map[string]string{
		"policy: made-up\nas_of: 2020-05-01T00:00\n": `case.yaml:1:9: warning[not-in-force]: ` +
			`made-up was not in force on 2020-05-01; it was in force from 2019-01-01 to 2020-04-30
    1 | policy: made-up
      |         ^^^^^^^
      = check as_of, or name made as the policy, for the edition in force on that day, made-second`,
		"as_of: 2021-02-01T10:00\npolicy: made-second\n": `case.yaml:2:9: warning[not-in-force]: ` +
			`made-second was not in force on 2021-02-01; it was in force from 2020-05-01 to 2020-12-31
    2 | policy: made-second
      |         ^^^^^^^^^^^
      = check as_of`,
		"policy: made-second\nas_of: 2020-12-31T23:59\n": "",
		"as_of: 1999-02-01T10:00\n":                      "",
	} {
		c, err := e.ReadCase("case.yaml", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, c.Warnings().String()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
		if c.Policy() == "" {
			continue
		}
		if _, err := e.Evaluate(c); err != nil {
			t.Errorf("%q is not answered: %v", text, err)
		}
	}
}

func TestADayWithoutAnEditionIsAnErrorThatNamesTheEditions(t *testing.T) {
	e := editionsRoot(t)
	_, err := e.ReadCase("case.yaml", []byte("policy: made\nas_of: 2021-01-01T00:00\n"))
	var failure *diagnostic.Failure
	if !errors.As(err, &failure) {
		t.Fatalf("the case is read: %v", err)
	}
	want := `case.yaml:1:9: error[not-in-force]: no edition of made was in force on 2021-01-01
    1 | policy: made
      |         ^^^^
      = check as_of, or name an edition: made-up from 2019-01-01 to 2020-04-30; made-second from 2020-05-01 to 2020-12-31`
	if diff := cmp.Diff(want, failure.Diagnostics.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestScenariosMayNameACouncil(t *testing.T) {
	e, err := authoring.Open(editions(), "")
	if err != nil {
		t.Fatal(err)
	}
	report, err := e.Run(t.Context(), []authoring.ScenarioFile{{Name: "made.yaml", Data: []byte(`
policy: made
scenarios:
  - name: The first edition
    case: {as_of: 2020-03-02T14:10, home: {abuse: none}, child: {status: none}}
    expect: {level: 1, rules: {not: [abuse]}}
  - name: The second edition
    case: {as_of: 2020-06-02T14:10, policy: made}
    expect: {level: 5, cites: {hold: [S-1]}}
`)}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range report.Results {
		got = append(got, r.Policy)
	}
	if diff := cmp.Diff([]string{"made-up", "made-second"}, got); diff != "" || !report.OK() {
		t.Errorf("(-want +got):\n%s\n%v %v", diff, report.Faults, report.Results)
	}
	report, err = e.Run(t.Context(), []authoring.ScenarioFile{{Name: "made.yaml", Data: []byte(`
policy: mad
scenarios:
  - name: No edition
    case: {as_of: 2021-03-02T14:10, policy: made}
    expect: {level: 1, rules: {not: [abuse]}}
`)}})
	if err != nil {
		t.Fatal(err)
	}
	var codes []diagnostic.Code
	for _, d := range report.Faults {
		codes = append(codes, d.Code)
	}
	if diff := cmp.Diff([]diagnostic.Code{"unknown-policy", "not-in-force"}, codes); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Without a date, nothing chooses among a council's editions.
func TestACouncilIsAnErrorThatNamesItsEditionsWhereNoDateIsAtHand(t *testing.T) {
	e := shipped(t)
	_, err := e.Policy("bexley")
	_, errDirectory := e.Directory(t.Context(), "bexley")
	errEach := e.EachPolicy(t.Context(), []string{"bexley"}, func(*engine.Policy) error { return nil })
	for err, want := range map[error]string{
		err: "name one: bexley-2017 or bexley-2020, or use PolicyOn", errDirectory: "name one: bexley-2017 or bexley-2020",
		errEach: "name one: bexley-2017 or bexley-2020",
	} {
		d := saidOf(t, err)[0]
		if d.Code != diagnostic.UnknownPolicy || d.Message != "bexley is a council with several editions" || d.Remedy != want {
			t.Errorf("it says %s, want %s", d, want)
		}
	}
}
