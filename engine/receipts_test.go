package engine_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine"
	"windscreen/engine/family"
)

// inJSON is any data as text, to compare.
func inJSON(t *testing.T, of any) string {
	t.Helper()
	data, err := json.MarshalIndent(of, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestAVerdictAndAnAnswerNameTheSameRules: the hash is that of the list of files as sha256sum writes it.
func TestAVerdictAndAnAnswerNameTheSameRules(t *testing.T) {
	e := shipped(t)
	const text = `{"as_of": "2030-03-02T14:10", "policy": "bexley-2017", "child": {"age": 6}}`
	r := answer(t, e, text)
	var list strings.Builder
	for _, f := range r.Receipt.Files {
		fmt.Fprintf(&list, "%s  %s\n", f.SHA256, f.File)
	}
	sum := sha256.Sum256([]byte(list.String()))
	want := hex.EncodeToString(sum[:])
	if r.Receipt.RulesSHA256 != want {
		t.Errorf("the answer says %s, and its files come to %s", r.Receipt.RulesSHA256, want)
	}
	var quick, strict engine.Verdict
	if err := e.VerdictJSON([]byte(text), &quick); err != nil {
		t.Fatal(err)
	}
	c, err := e.ReadCase("case.json", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Verdict(c, &strict); err != nil {
		t.Fatal(err)
	}
	for what, v := range map[string]*engine.Verdict{"read quickly": &quick, "read strictly": &strict} {
		d, there := v.Decided("")
		if !there || d.Receipt.RulesSHA256 != want || d.Receipt.Engine != engine.Version() || d.Kind != engine.KindVerdict {
			t.Errorf("%s: %+v", what, d)
		}
		if d.InForce || d.InForce != r.Document.InForce {
			t.Errorf("%s: an edition that is no longer in force is said to be", what)
		}
	}
	if err := e.VerdictJSON([]byte(`{"as_of": "2020-03-02T14:10", "policy": "bexley"}`), &quick); err != nil {
		t.Fatal(err)
	}
	if d, _ := quick.Decided(""); !d.InForce {
		t.Error("an edition that is in force is said not to be")
	}
}

func TestWhyNotAsksAboutALevelFurtherUp(t *testing.T) {
	e := shipped(t)
	c, err := e.ReadCase("case.json", []byte(`{"as_of": "2020-03-02T14:10", "policy": "bexley-2020"}`))
	if err != nil {
		t.Fatal(err)
	}
	for level, want := range map[int]int{0: 2, 2: 2, 4: 4, 1: 0, 9: 0} {
		a, err := e.EvaluateFamily(c, engine.WhyNot(level))
		if err != nil {
			t.Fatal(err)
		}
		list := a.Children[0].WhyNot
		for _, o := range list {
			if o.Level != want {
				t.Errorf("asked why not %d, it says why not %d", level, o.Level)
			}
		}
		if (len(list) == 0) != (want == 0) {
			t.Errorf("asked why not %d, it says %d things", level, len(list))
		}
	}
}

// TestTheAnswersBesideAComparisonAreThoseThatItCompares: they are worked out once, and are what each policy answers by itself.
func TestTheAnswersBesideAComparisonAreThoseThatItCompares(t *testing.T) {
	e := shipped(t)
	c, err := e.ReadCase("case.json", []byte(`{"as_of": "2020-03-02T14:10", "policy": "bexley",
		"children": {"6": {"child": {"age": 6}}, "baby": {}}}`))
	if err != nil {
		t.Fatal(err)
	}
	children, answers, err := e.CompareAnswers(t.Context(), c, "bexley-2020", "essex")
	if err != nil {
		t.Fatal(err)
	}
	want, err := e.CompareFamily(t.Context(), c, "bexley-2020", "essex")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(inJSON(t, want), inJSON(t, children)); diff != "" {
		t.Error(diff)
	}
	for i, name := range []string{"bexley-2020", "essex"} {
		of, err := e.EvaluateFamily(c, engine.Under(name))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(inJSON(t, of), inJSON(t, answers[i])); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestQuestionsAreCountedForEachChildAndLimited(t *testing.T) {
	e := shipped(t)
	c, err := e.ReadCase("case.json", []byte(`{"as_of": "2020-03-02T14:10", "policy": "bexley", "children": {"6": {}, "baby": {}}}`))
	if err != nil {
		t.Fatal(err)
	}
	a, err := e.EvaluateFamily(c)
	if err != nil {
		t.Fatal(err)
	}
	all, few, one := family.QuestionsOn(a, "", 0), family.QuestionsOn(a, "", 3), family.QuestionsOn(a, "baby", 3)
	if len(few.Questions) != 3 || few.LeftOut != len(all.Questions)-3 || all.LeftOut != 0 || len(all.Children) != 2 {
		t.Errorf("%d questions, %d left out of %d", len(few.Questions), few.LeftOut, len(all.Questions))
	}
	if len(one.Children) != 1 || one.Children[0].Child != "baby" || one.Children[0].Questions != len(a.Children[1].Questions) ||
		one.Questions[0].Children[0] != "baby" || one.Questions[0].All {
		t.Errorf("the questions about one child are %+v", one.Children)
	}
}
