package engine_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine"
	"windscreen/engine/authoring"
	"windscreen/engine/internal/testroot"
)

// byEvaluator is what one evaluator comes to: the whole answer and the verdict.
type byEvaluator struct {
	Answer  any
	Verdict engine.Decision
}

// answerBy answers one case.
func answerBy(t *testing.T, options ...engine.LoadOption) (a byEvaluator) {
	t.Helper()
	e, err := engine.Load(t.Context(), testroot.With(), options...)
	if err != nil {
		t.Fatal(err)
	}
	data := []byte(`{"policy": "made-up", "as_of": "2020-03-06T16:10:00Z",
		"home": {"abuse": {"at_least": "present"}}, "child": {"age": 6}}`)
	c, err := e.ReadCase("case.json", data)
	if err != nil {
		t.Fatal(err)
	}
	if a.Answer, err = e.EvaluateFamily(c); err != nil {
		t.Fatal(err)
	}
	p, err := e.Policy("made-up")
	if err != nil {
		t.Fatal(err)
	}
	var v engine.Verdict
	if err := p.VerdictJSON(data, &v); err != nil {
		t.Fatal(err)
	}
	a.Verdict = v.Decision
	return a
}

func TestEveryEvaluatorGivesTheSameAnswerCheckedOrNot(t *testing.T) {
	want := answerBy(t)
	for _, e := range []engine.Evaluator{engine.Plan, engine.CEL, engine.Expr} {
		if d := cmp.Diff(want, answerBy(t, engine.With(e))); d != "" {
			t.Errorf("the default (-) and %s (+):\n%s", e, d)
		}
		if d := cmp.Diff(want, answerBy(t, engine.With(e), engine.CrossCheck())); d != "" {
			t.Errorf("the default (-) and %s, checked (+):\n%s", e, d)
		}
	}
}

func TestOpeningRulesToTryRefusesAnOptionThatIsNone(t *testing.T) {
	if _, err := authoring.Open(testroot.With(), "", authoring.OpenOption{}); err == nil {
		t.Error("the zero OpenOption is taken")
	}
	if _, err := authoring.Open(testroot.With(), "", authoring.CrossCheck()); err != nil {
		t.Error(err)
	}
}
