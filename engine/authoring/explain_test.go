package authoring_test

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"windscreen/engine"
	"windscreen/engine/authoring"
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/testroot"
)

// unshown are the codes that no small text file can show.
var unshown = []string{"json-syntax", "too-large", "not-text", "engine-fault", "undecided", "answered-already"}

func TestEveryCodeHasAPage(t *testing.T) {
	var paged []string
	for _, e := range authoring.Explanations() {
		if e.Title == "" || len(strings.Fields(e.Text)) < 15 {
			t.Errorf("%s: the page says nothing", e.Code)
		}
		if slices.Contains(paged, string(e.Code)) {
			t.Errorf("%s has two pages", e.Code)
		}
		paged = append(paged, string(e.Code))
		if (len(e.Avoid) == 0 || len(e.Prefer) == 0) != slices.Contains(unshown, string(e.Code)) {
			t.Errorf("%s: an example is missing, or there is one that cannot be", e.Code)
		}
	}
	for _, code := range append(codes(t), "expects-nothing", "unused-case", "answered-already") {
		if !slices.Contains(paged, code) {
			t.Errorf("no page explains the code %s", code)
		}
	}
}

// TestTheExamplesOfPagesProduceTheFindingsAndNoOthers lays each example over the sound rules of the tests.
func TestTheExamplesOfPagesProduceTheFindingsAndNoOthers(t *testing.T) {
	for _, e := range authoring.Explanations() {
		t.Run(string(e.Code), func(t *testing.T) {
			if len(e.Avoid) == 0 {
				t.Skip("no small file can show it")
			}
			if found := said(t, e.Avoid); !slices.ContainsFunc(found, func(d diagnostic.Diagnostic) bool { return d.Code == e.Code }) {
				t.Errorf("the example to avoid does not have it:\n%s", found)
			}
			if found := said(t, e.Prefer); len(found) > 0 {
				t.Errorf("the example to prefer has faults:\n%s", found)
			}
		})
	}
}

// said is all that is said of the examples of a page.
func said(t *testing.T, examples []authoring.Example) diagnostic.List {
	t.Helper()
	var files []txtar.File
	var beside []authoring.Example
	for _, e := range examples {
		if e.File == "case.yaml" || e.File == "scenarios.yaml" {
			beside = append(beside, e)
		} else {
			files = append(files, txtar.File{Name: e.File, Data: []byte(e.Text)})
		}
	}
	fsys := testroot.With(files...)
	found := lint(t, fsys)
	for _, e := range beside {
		if e.File == "case.yaml" {
			found = append(found, saidOfACase(t, fsys, e)...)
			continue
		}
		root, err := authoring.Open(fsys, "")
		if err != nil {
			t.Fatal(err)
		}
		report, err := root.Run(t.Context(), []authoring.ScenarioFile{{Name: e.File, Data: []byte(e.Text)}})
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, report.Faults...)
		for _, r := range report.Results {
			if len(r.Failures) > 0 {
				t.Errorf("%s fails: %v", r.Name, r.Failures)
			}
		}
	}
	return found
}

func TestAnUnknownCodeNamesTheNearest(t *testing.T) {
	if _, err := authoring.Explain("never-hold"); err == nil || !strings.Contains(err.Error(), "did you mean never-holds?") {
		t.Errorf("got %v", err)
	}
}

// saidOfACase is what is said of a case: its faults and warnings.
func saidOfACase(t *testing.T, fsys fs.FS, e authoring.Example) diagnostic.List {
	t.Helper()
	loaded, err := engine.Load(t.Context(), fsys)
	if err != nil {
		t.Fatal(err)
	}
	c, err := loaded.ReadCase(e.File, []byte(e.Text))
	var warnings diagnostic.List
	if err == nil {
		warnings = c.Warnings()
		_, err = loaded.Evaluate(c)
	}
	var failure *diagnostic.Failure
	switch {
	case errors.As(err, &failure):
		return append(warnings, failure.Diagnostics...)
	case err != nil:
		t.Fatal(err)
	}
	return warnings
}
