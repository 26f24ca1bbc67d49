package engine_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
)

// saidOf are the diagnostics of an error.
func saidOf(t *testing.T, err error) diagnostic.List {
	t.Helper()
	var failure *diagnostic.Failure
	if err == nil || !errors.As(err, &failure) {
		t.Fatalf("the error is %v, and should be a failure", err)
	}
	return failure.Diagnostics
}

// TestNothingThatACaseSaysIsInAnError: an error may be written to a log. Each case below has
// a fault, and the words secret and 1987 stand where it says something that the log must not hold.
func TestNothingThatACaseSaysIsInAnError(t *testing.T) {
	const when = "as_of: 1987-03-02T14:10\n"
	const judged = "judgement: {level: 1987, by: secret, reason: secret}\n"
	const good = "as_of: 2020-03-02T14:10\n"
	for what, x := range map[string]struct {
		code  diagnostic.Code
		text  string
		under []engine.Option
	}{
		"not YAML":                       {diagnostic.Syntax, "policy: [secret\n", nil},
		"a policy that is none":          {diagnostic.UnknownPolicy, good + "policy: Secret of 12 Secret Street\n", nil},
		"no policy":                      {diagnostic.MissingKey, good, nil},
		"another policy that is none":    {diagnostic.UnknownPolicy, good, []engine.Option{engine.Under("nowhere")}},
		"no edition in force":            {diagnostic.NotInForce, when + "policy: bexley\n", nil},
		"no edition of another":          {diagnostic.NotInForce, when + "policy: bexley-2020\n", []engine.Option{engine.Under("bexley")}},
		"a level that does not exist":    {diagnostic.OffScale, good + "policy: bexley\n" + judged, nil},
		"a level that another has not":   {diagnostic.OffScale, good + judged, []engine.Option{engine.Under("bexley")}},
		"a word that a fact cannot have": {diagnostic.OffScale, good + "home: {domestic_abuse: secret}\n", nil},
		"a fact that does not exist":     {diagnostic.UnknownName, good + "home: {secret: 1987}\n", nil},
		"no time":                        {diagnostic.MissingKey, "policy: bexley\nid: secret\n", nil},
		"an unreadable time":             {diagnostic.UnreadableDate, "as_of: secret\n", nil},
	} {
		e := shipped(t)
		c, err := e.ReadCase("case.yaml", []byte(x.text))
		if err == nil {
			_, err = e.Evaluate(c, x.under...)
		}
		list := saidOf(t, err)
		if list[0].Code != x.code {
			t.Errorf("%s: the code is %s, want %s", what, list[0].Code, x.code)
		}
		private(t, what, "case.yaml", list)
		if text := strings.ToLower(err.Error()); strings.Contains(text, "secret") || strings.Contains(text, "1987") {
			t.Errorf("%s: the error holds what the case says: %s", what, text)
		}
	}
}

// private checks that all that is said of a case is private.
func private(t *testing.T, what, file string, list diagnostic.List) {
	t.Helper()
	for _, d := range list {
		if d.File == file && !d.Private {
			t.Errorf("%s: this is not private: %s", what, d)
		}
	}
}

func TestWarningsAboutACaseArePrivate(t *testing.T) {
	e := shipped(t)
	c, err := e.ReadCase("case.yaml", []byte("as_of: 1987-03-02T14:10\npolicy: bexley-2020\n"))
	if err != nil {
		t.Fatal(err)
	}
	list := c.Warnings()
	if len(list) != 1 || list[0].Code != diagnostic.NotInForce {
		t.Fatalf("the warnings are %v", list)
	}
	private(t, "a policy not in force", "case.yaml", list)
	if _, err = e.Compare(t.Context(), c, "nowhere"); err == nil {
		t.Fatal("a policy that does not exist is compared")
	}
	private(t, "a comparison", "case.yaml", saidOf(t, err))
	p, err := e.Policy("bexley-2020")
	if err != nil {
		t.Fatal(err)
	}
	err = p.VerdictJSON([]byte(`{"as_of": "2020-03-02T14:10", "policy": "Secret"}`), &engine.Verdict{})
	if list := saidOf(t, err); !list[0].Private || strings.Contains(err.Error(), "Secret") {
		t.Errorf("a verdict says %v", err)
	}
}

// The cases below have every fault that a case can have.
func TestAllThatIsSaidOfAFaultyCaseIsPrivate(t *testing.T) {
	e := shipped(t)
	names, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no faulty cases: %v", err)
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		of := archive.Files[0]
		c, err := e.ReadCase(of.Name, of.Data)
		if err == nil {
			private(t, name, of.Name, c.Warnings())
			_, err = e.Evaluate(c)
		}
		if err != nil {
			private(t, name, of.Name, saidOf(t, err))
		}
	}
}
