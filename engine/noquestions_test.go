package engine_test

import (
	"testing"

	"windscreen/engine"
)

func TestAnAnswerCanDoWithoutQuestions(t *testing.T) {
	e := shipped(t)
	c, err := e.ReadCase("case.yaml", []byte("policy: bexley-2020\nas_of: 2020-03-02T14:10\nchild: {age: 7}\n"))
	if err != nil {
		t.Fatal(err)
	}
	with, err := e.Evaluate(c)
	if err != nil {
		t.Fatal(err)
	}
	without, err := e.Evaluate(c, engine.NoQuestions())
	if err != nil {
		t.Fatal(err)
	}
	if len(with.Questions) == 0 || len(without.Questions) > 0 {
		t.Errorf("%d questions, and %d where none are wanted", len(with.Questions), len(without.Questions))
	}
	if with.Level.Recommended != without.Level.Recommended {
		t.Errorf("level %d, and %d without questions", with.Level.Recommended, without.Level.Recommended)
	}
}
