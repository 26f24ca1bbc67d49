package engine_test

import (
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"windscreen/engine"
	"windscreen/engine/internal/testroot"
)

// TestAShortTextTakesTheWordsOfFacts: in the middle of a sentence, and whatever they are.
func TestAShortTextTakesTheWordsOfFacts(t *testing.T) {
	e, err := engine.Load(t.Context(), testroot.With(
		txtar.File{Name: "vocabulary/answer.yaml", Data: []byte(`
domain: answer
title: The answer
ask: Have you gone through the answer?
of: case
facts:
  by:
    title: Who answered
    ask: Who answered?
    choices: {mother: The mother, father: "The father, who holds parental responsibility", child: The child}
    silence: It is asked
  braces:
    title: Braces
    ask: What was said?
    choice: {some: "Something {answer.braces}", nothing: Nothing}
    silence: It is asked
`)},
		txtar.File{Name: testroot.Policy + "answered.yaml", Data: []byte(`
consent:
  answered:
    - {id: by, cite: [MU-1], says: They answered, short: "Given, by {answer.by}."}
    - {id: braces, cite: [MU-1], says: They said something, short: "{answer.braces}, by {answer.by}"}
`)}))
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct{ answer, by, braces string }{
		{"{}", "Given, by somebody.", "somebody, by somebody"},
		{"{by: [father], braces: nothing}", "Given, by the father.", "nothing, by the father"},
		{"{by: [mother, father, child], braces: some}", "Given, by the mother, the father and the child.",
			"something {answer.braces}, by the mother, the father and the child"},
		{"{by: {excludes: [mother]}, braces: nothing}", "Given, by somebody.", "nothing, by somebody"},
	} {
		c, err := e.ReadCase("case.yaml", []byte("policy: made-up\nas_of: 2020-03-02T14:10:00Z\nanswer: "+x.answer+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		r, err := e.Evaluate(c)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]string{}
		for _, l := range r.Consent.Answered {
			got[l.ID] = l.Short
		}
		if got["by"] != x.by || got["braces"] != x.braces {
			t.Errorf("with the answer %s the short texts are %q, want %q and %q", x.answer, got, x.by, x.braces)
		}
	}
}
