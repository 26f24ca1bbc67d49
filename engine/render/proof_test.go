package render_test

import (
	"strings"
	"testing"

	"windscreen/engine/diagnostic"
	"windscreen/engine/facts"
	"windscreen/engine/proof"
	"windscreen/engine/render"
)

// provedAndNot is a report with an invariant in each state, and one text wherever it takes text.
func provedAndNot(text string) *proof.Report {
	of := func(s proof.State) proof.Invariant {
		return proof.Invariant{ID: text, Title: text, File: text, Start: diagnostic.Position{Line: 3, Column: 5}, Why: text,
			Holds: text, State: s}
	}
	refuted, gaveUp := of(proof.Refuted), of(proof.GaveUp)
	refuted.Smallest = true
	refuted.Case = &facts.Case{Policy: "made-up", AsOf: "2020-03-02T14:10:00Z", Stated: facts.Stated{"child": {"age": 7}}}
	refuted.Rules = []proof.Rule{{ID: text, Title: text, File: text, Start: diagnostic.Position{Line: 9, Column: 1}}}
	gaveUp.Reason = text
	all := []proof.Invariant{of(proof.Proved), refuted, gaveUp}
	beside := facts.Case{Policy: "made-up", AsOf: "2020-03-02T14:10:00Z", Stated: facts.Stated{"child": {"age": 8}}}
	laws := []proof.LawKept{
		{Title: text, State: proof.Proved, Facts: 2},
		{Title: text, State: proof.Refuted, Facts: 1, Breaches: []proof.Breach{{Fact: "child.age", Case: refuted.Case, Level: 3, AtMost: 4,
			Beside: &beside, BesideLevel: 2, BesideAtMost: 2, Unlikely: true}}},
		{Title: text, State: proof.GaveUp, Reason: text, Facts: 1},
	}
	return &proof.Report{Policies: []proof.Policy{{ID: text, Invariants: all, Laws: laws}, {ID: "bare"}}}
}

func TestARefutedInvariantIsShownWithACaseThatCanBeRun(t *testing.T) {
	want := `word
  proved   word: word
  REFUTED  word: word
    word:3:5: word
    word
    This case breaks it, and no smaller one does:
      policy: made-up
      as_of: "2020-03-02T14:10:00Z"
      child:
        age: 7
    word:9:1: word, word
  GAVE UP  word: word
    word:3:5: word
    It was not decided: word.
  proved   word, of 2 facts
  REFUTED  word, of 1 fact
    Only unlikely cases break it. This case, at level 3, at most 4, breaks it by child.age; whether a smaller one does was not decided:
      policy: made-up
      as_of: "2020-03-02T14:10:00Z"
      child:
        age: 7
    It is at level 2 with child.age: 8.
  GAVE UP  word, of 1 fact
    It was not decided: word.

bare
  this policy has no invariants

1 invariant and 1 law proved, 2 refuted, 2 not decided
`
	if got := in(t, render.Text, of(render.Proof, provedAndNot("word")), render.Options{}); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestNoWordOfARuleFileActsInAProof(t *testing.T) {
	got := in(t, render.Text, of(render.Proof, provedAndNot("a\nb\x1b[31m")), render.Options{})
	if strings.Contains(got, "a\nb") || strings.Contains(got, "\x1b") {
		t.Errorf("a text of a rule file breaks the line or colours it:\n%q", got)
	}
}
