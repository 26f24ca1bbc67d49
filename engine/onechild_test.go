package engine_test

import (
	"testing"

	"windscreen/engine"
	"windscreen/rules"
)

func TestAnAnswerForOneChildOfSeveral(t *testing.T) {
	e, err := engine.Open(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	c, err := e.ReadCase("case.yaml", []byte(`
policy: bexley-2020
as_of: 2020-03-02T14:10
children:
  baby: {child: {age: {months: 4}}, harm: {immediate_danger: true}}
  "11": {child: {age: 11}}
`))
	if err != nil {
		t.Fatal(err)
	}
	family, err := e.EvaluateFamily(c)
	if err != nil {
		t.Fatal(err)
	}
	for _, child := range family.Children {
		r, err := e.Evaluate(c, engine.Child(child.Child))
		if err != nil {
			t.Fatal(err)
		}
		if r.Level.Recommended != child.Level.Recommended {
			t.Errorf("%q: level %d alone, and %d in the family", child.Child, r.Level.Recommended, child.Level.Recommended)
		}
	}
	if family.Children[0].Level.Recommended == family.Children[1].Level.Recommended {
		t.Error("both children are at one level, so nothing shows whose answer was given")
	}
	for _, label := range []string{"", "nobody"} {
		if _, err := e.Evaluate(c, engine.Child(label)); err == nil {
			t.Errorf("there is an answer for a child called %q", label)
		}
	}
}
