package engine_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"windscreen/engine"
	"windscreen/engine/authoring"
	"windscreen/engine/diagnostic"
	"windscreen/engine/term"
	"windscreen/rules"
)

// at begins a case.
const at = `{"as_of": "2020-03-02T14:10", `

// TestAVerdictInJSONIsUnderThePolicyThatTheCaseNames: it says what the policy itself says, on cases that are read quickly and on
// others, one after another with one verdict.
func TestAVerdictInJSONIsUnderThePolicyThatTheCaseNames(t *testing.T) {
	e := shipped(t)
	var v engine.Verdict
	for _, x := range []struct {
		text, policy string
		under        []engine.Option
	}{
		{at + `"policy": "bexley"}`, "bexley-2020", nil},
		{at + `"policy": "essex", "home": {"domestic_abuse": "present"}}`, "essex-2017", nil},
		{at + `"policy": "bexley-2017"}`, "bexley-2017", nil},
		{at + `"home": {"domestic_abuse": "present"}}`, "essex-2017", []engine.Option{engine.Under("essex")}},
		{at + `"policy": "essex", "judgement": {"level": 2, "by": "a", "reason": "b"}}`, "bexley-2020",
			[]engine.Option{engine.Under("bexley")}},
		{at + `"policy": "bexley", "children": {"1": {"child": {"age": 3}}, "2": {}}}`, "bexley-2020", nil},
		{at + `"policy": "bexley", "done": {}}`, "bexley-2020", nil},
	} {
		if err := e.VerdictJSON([]byte(x.text), &v, x.under...); err != nil {
			t.Errorf("%s: %v", x.text, err)
			continue
		}
		p, err := e.Policy(x.policy)
		if err != nil {
			t.Fatal(err)
		}
		var want engine.Verdict
		if err := p.VerdictJSON([]byte(x.text), &want); err != nil {
			t.Fatal(err)
		}
		got, _ := v.Decided("")
		of, _ := want.Decided("")
		if diff := cmp.Diff(of, got, cmpopts.EquateEmpty()); diff != "" || got.Policy != x.policy {
			t.Errorf("%s: by %s\n%s", x.text, got.Policy, diff)
		}
	}
}

func TestAVerdictInJSONFailsAsEvaluateDoes(t *testing.T) {
	e := shipped(t)
	var v engine.Verdict
	for what, x := range map[string]struct {
		text  string
		under []engine.Option
		code  diagnostic.Code
	}{
		"no policy":             {`{"as_of": "2020-03-02T14:10"}`, nil, diagnostic.MissingKey},
		"a policy that is none": {`{"as_of": "2020-03-02T14:10", "policy": "nowhere"}`, nil, diagnostic.UnknownPolicy},
		"none in force":         {`{"as_of": "1990-03-02T14:10", "policy": "bexley"}`, nil, diagnostic.NotInForce},
		"another that is none":  {`{"as_of": "2020-03-02T14:10"}`, []engine.Option{engine.Under("nowhere")}, diagnostic.UnknownPolicy},
		"a level that is none": {at + `"policy": "bexley", "judgement": {"level": 9, "by": "a", "reason": "b"}}`, nil,
			diagnostic.OffScale},
		"a domain that is none":     {`{"as_of": "2020-03-02T14:10", "policy": "bexley", "x": {}}`, nil, diagnostic.UnknownName},
		"text that is not JSON":     {`as_of: 2020-03-02T14:10`, nil, diagnostic.SyntaxJSON},
		"text after the case":       {`{"as_of": "2020-03-02T14:10", "policy": "bexley"} x`, nil, diagnostic.SyntaxJSON},
		"a case twice, and so none": {`{"as_of": "2020-03-02T14:10", "policy": "bexley"}{}`, nil, diagnostic.SyntaxJSON},
	} {
		if list := saidOf(t, e.VerdictJSON([]byte(x.text), &v, x.under...)); list[0].Code != x.code {
			t.Errorf("%s: %v", what, list)
		}
	}
	thin := []byte(`{"as_of": "2020-03-02T14:10", "policy": "bexley"}`)
	for what, err := range map[string]error{
		"no verdict":        e.VerdictJSON(thin, nil),
		"no engine":         (*engine.Engine)(nil).VerdictJSON(thin, &v),
		"a zero option":     e.VerdictJSON(thin, &v, engine.Option{}),
		"one child":         e.VerdictJSON(thin, &v, engine.Child("1")),
		"a reader":          e.VerdictJSON(thin, &v, engine.For(term.TableOf[term.Reader]().Values()[0])),
		"no case":           e.Verdict(nil, &v),
		"a schema of none":  second((*engine.Engine)(nil).CaseSchema()),
		"law not in force":  e.VerdictJSON(thin, &v, engine.NotCommenced()),
		"less than a whole": e.VerdictJSON(thin, &v, engine.Brief()),
	} {
		var failure *diagnostic.Failure
		if err == nil || errors.As(err, &failure) {
			t.Errorf("%s: the error is %v, and should be of misuse", what, err)
		}
	}
}

// second is the error of two results.
func second(_ []byte, err error) error { return err }

func TestADecisionIsForTheChildThatIsNamed(t *testing.T) {
	e := shipped(t)
	data, err := os.ReadFile(filepath.Join("../fixtures/cases", "family-of-twins.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	c, err := e.ReadCase("case.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	var v engine.Verdict
	if err := e.Verdict(c, &v); err != nil {
		t.Fatal(err)
	}
	d, there := v.Decided("twin 2")
	if !there || d.Child != "twin 2" || len(d.Children) > 0 || d.Recommended != v.Children[1].Recommended {
		t.Errorf("of the second twin: %+v", d)
	}
	if _, there := v.Decided("nobody"); there {
		t.Error("a child that is not there has a decision")
	}
	if d, there := v.Decided(""); !there || len(d.Children) != 2 || d.Policy != "bexley-2020" {
		t.Errorf("of the family: %+v", d)
	}
}

func TestAnEngineAndARootGiveTheSameSchemaOfACase(t *testing.T) {
	root, err := authoring.Open(rules.FS, "")
	if err != nil {
		t.Fatal(err)
	}
	want, err := root.CaseSchema()
	if err != nil {
		t.Fatal(err)
	}
	if got, err := shipped(t).CaseSchema(); err != nil || string(got) != string(want) {
		t.Errorf("%d bytes, want %d: %v", len(got), len(want), err)
	}
}

func TestANameStandsForAPolicyOrForTheEditionsOfACouncil(t *testing.T) {
	e := shipped(t)
	for name, want := range map[string][]string{
		"bexley": {"bexley-2017", "bexley-2020"}, "bexley-2020": {"bexley-2020"}, "nowhere": nil, "": nil,
	} {
		if diff := cmp.Diff(want, e.IDsOf(name), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%q:\n%s", name, diff)
		}
	}
}
