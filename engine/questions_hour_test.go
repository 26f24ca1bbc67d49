package engine_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"windscreen/engine"
	"windscreen/engine/internal/testroot"
)

const hourFacts = `
domain: made
of: child
title: Made up
ask: Have you gone through what is made up?
facts:
  arrived: {title: Arrived, ask: When did it arrive, type: time}
  shows: {title: What shows, ask: Shows, type: yes_no, nothing: "no"}
`

const hourRules = `
indicators:
  - {id: x1, title: X1, cite: [MU-1], level: 2, domain: care, concept: x1, strength: counts, when: made.shows}
escalations:
  - {id: x2, title: X2, cite: [MU-1], when: as_of - made.arrived <= hours(10), immediate: true, action: A, who: W}
`

// A day is an answer. Only the hour is open, which matters less than what nobody has said.
func TestTheHourOfAKnownDayIsAskedLast(t *testing.T) {
	e, err := engine.Load(t.Context(), testroot.With(
		txtar.File{Name: "vocabulary/made.yaml", Data: []byte(hourFacts)},
		txtar.File{Name: "authorities/made/up/extra.yaml", Data: []byte(hourRules)},
	))
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		name, known string
		want        []string
	}{
		{"a time that nobody gave stands before other facts", "explored: []", []string{"made", "made.arrived", "made.shows"}},
		{"a day was given", "made: {arrived: 2020-03-02}", []string{"made", "made.shows", "made.arrived"}},
		{"a time was given", "made: {arrived: 2020-03-02T09:00}", []string{"made", "made.shows"}},
	} {
		t.Run(x.name, func(t *testing.T) {
			if diff := cmp.Diff(x.want, append([]string{}, asked(answerOn(t, e, x.known))...)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
