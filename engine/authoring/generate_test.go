package authoring_test

import (
	"errors"
	"strings"
	"testing"

	"windscreen/engine"
	"windscreen/engine/authoring"
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/testroot"
	"windscreen/engine/render"
)

// Every case that is made up is read and answered under every policy, with no warning but that the
// edition was not in force.
func TestCasesAreAnsweredUnderEveryPolicy(t *testing.T) {
	root, e := shippedRoot(t), shippedEngine(t)
	for _, id := range e.IDs() {
		for _, o := range []authoring.CaseOptions{
			{Known: 100, Concerns: 100}, {Known: 20, Concerns: 100},
			{Known: 100, Concerns: 30, Children: 3}, {Known: 20, Concerns: 100, Children: 2},
		} {
			o.Policy, o.Seed = id, 4
			cases, err := root.Cases(o)
			if err != nil {
				t.Fatal(err)
			}
			n := 0
			for c := range cases {
				for _, format := range render.KindCase.Formats() {
					var text strings.Builder
					if err := render.Case(&text, format, c, render.Options{}); err != nil {
						t.Fatal(err)
					}
					read, err := e.ReadCase("case."+string(format), []byte(text.String()))
					if err != nil {
						t.Fatalf("%v\n%s", err, text.String())
					}
					for _, w := range read.Warnings() {
						if w.Code != diagnostic.NotInForce {
							t.Errorf("%s", w)
						}
					}
					a, err := e.EvaluateFamily(read)
					if err != nil {
						t.Fatalf("%v\n%s", err, text.String())
					}
					if len(a.Children) != max(1, o.Children) || read.ID() != c.ID {
						t.Errorf("%d children, id %q", len(a.Children), read.ID())
					}
				}
				if n++; n == 3 {
					break
				}
			}
		}
	}
}

func TestCasesThatCannotBeMadeUp(t *testing.T) {
	root, err := authoring.Open(testroot.With(), "")
	if err != nil {
		t.Fatal(err)
	}
	for want, o := range map[string]authoring.CaseOptions{
		"unknown-policy":            {Policy: "made-dwn"},
		"unreadable-date":           {AsOf: "2020-03-02"},
		"from 0 to 100, not 101":    {Known: 101},
		"from 0 to 100, not -1":     {Concerns: -1},
		"1 to 20 children, not 21":  {Children: 21},
		"1 to 20 children, not -21": {Children: -21},
	} {
		if _, err := root.Cases(o); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v, want %s", o, err, want)
		}
	}
	if _, err := (*authoring.Root)(nil).Cases(authoring.CaseOptions{}); err == nil {
		t.Error("a root that was not opened makes up cases")
	}
}

// Faults of the figures stop nothing but making up cases.
func TestFaultyFrequenciesSpoilNoPolicy(t *testing.T) {
	fsys := testroot.With()
	fsys["frequencies/made.yaml"] = testroot.With()["vocabulary/child.yaml"]
	root, err := authoring.Open(fsys, "")
	if err != nil {
		t.Fatal(err)
	}
	var failure *diagnostic.Failure
	if _, err := root.Cases(authoring.CaseOptions{}); !errors.As(err, &failure) || failure.Diagnostics[0].File != "frequencies/made.yaml" {
		t.Errorf("%v", err)
	}
	if _, err := engine.Load(t.Context(), fsys); err == nil {
		t.Error("everything is loaded, faults or not")
	}
	e, err := engine.Open(fsys)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.Policy("made-up"); err != nil {
		t.Error(err)
	}
}
