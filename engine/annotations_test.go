package engine_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"windscreen/engine"
	"windscreen/engine/internal/testroot"
	"windscreen/engine/recommendation"
)

// codedRoot is the base root with census codes on facts of every kind, which may be
// left out again.
func codedRoot(t *testing.T, codes bool) *engine.Engine {
	t.Helper()
	of := func(s string) string {
		if codes {
			return s
		}
		return ""
	}
	e, err := engine.Load(t.Context(), testroot.With(txtar.File{Name: "vocabulary/home.yaml", Data: []byte(`
domain: home
title: Home life
ask: Have you gone through home life?
of: home
facts:
  abuse:
    title: Abuse between adults
    ask: What is known about abuse between adults?
    scale: {none: No sign of it, past: Ended, present: Happening, serious: Causing injury or fear}
    nothing: none
` + of("    census: {past: [3A, N1], present: [10A, 3A, 3B, N1], serious: [10A, 3A, 3B, N1]}\n") + `  child_present:
    title: The child was there
    ask: Was the child there
    type: yes_no
    nothing: "no"
` + of("    census: {yes: [3A, N4]}\n") + `  noise:
    title: Noise
    ask: Is it noisy
    scale: {quiet: Quiet, loud: Loud}
    silence: It is asked
` + of("    census: {loud: [N1]}\n") + `  kind:
    title: Kind of home
    ask: What kind of home
    choice: {house: A house, boat: A boat}
    silence: It is asked
` + of("    census: {boat: [20A, N7]}\n"))}))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestFactsKnownToBeThereAreAnnotated(t *testing.T) {
	e := codedRoot(t, true)
	none := recommendation.Annotations{CINFactors: []recommendation.Code{}, Needs: []recommendation.Code{}}
	for text, want := range map[string]recommendation.Annotations{
		"": none,
		"home: {abuse: none, child_present: no, noise: unknown, kind: house}": none,
		"home: {abuse: {at_most: present}}":                                   none, // it may be none
		"explored: [home]":                                                    none,
		"home: {abuse: past, kind: boat}": { // each by its own rung or word
			CINFactors: []recommendation.Code{
				{Code: "3A", Facts: []string{"home.abuse"}},
				{Code: "20A", Facts: []string{"home.kind"}},
			},
			Needs: []recommendation.Code{
				{Code: "N1", Facts: []string{"home.abuse"}},
				{Code: "N7", Facts: []string{"home.kind"}},
			},
		},
		"home: {abuse: {at_least: present}, child_present: yes, noise: loud}": {
			CINFactors: []recommendation.Code{
				{Code: "3A", Facts: []string{"home.abuse", "home.child_present"}},
				{Code: "3B", Facts: []string{"home.abuse"}},
				{Code: "10A", Facts: []string{"home.abuse"}},
			},
			Needs: []recommendation.Code{
				{Code: "N1", Facts: []string{"home.abuse", "home.noise"}},
				{Code: "N4", Facts: []string{"home.child_present"}},
			},
		},
	} {
		r := answer(t, e, "policy: made-up\nas_of: 2020-03-02T14:10\n"+text+"\n")
		if diff := cmp.Diff(want, r.Annotations); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
		for _, c := range r.Annotations.CINFactors {
			for _, f := range c.Facts {
				if r.Titles[f] == "" {
					t.Errorf("%s has no title", f)
				}
			}
		}
	}
}

// TestAnnotationsAreNeverAnInput compares answers under a vocabulary with codes and
// the same without them.
func TestAnnotationsAreNeverAnInput(t *testing.T) {
	with, without := codedRoot(t, true), codedRoot(t, false)
	for _, text := range []string{
		"", "explored: [home]", "home: {abuse: serious, child_present: yes, noise: loud, kind: boat}", "home: {abuse: {at_least: present}}",
	} {
		text = "policy: made-up\nas_of: 2020-03-02T14:10\n" + text + "\n"
		got := answer(t, with, text)
		got.Annotations = recommendation.Annotations{}
		for path := range got.Titles {
			delete(got.Titles, path)
		}
		want := answer(t, without, text)
		for path := range want.Titles {
			delete(want.Titles, path)
		}
		if diff := cmp.Diff(withoutHashes(t, want), withoutHashes(t, got)); diff != "" {
			t.Errorf("%q (-without +with):\n%s", text, diff)
		}
	}
}
