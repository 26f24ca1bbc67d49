package engine_test

import (
	"slices"
	"testing"
)

// TestARefusedCopyAsksFirstWhatGoingThroughDoesNotSettle has a mother who agreed, and it is kept from the father: whether it is kept
// from anybody else, and what is believed on the whole, come before all that going through the home would settle.
func TestARefusedCopyAsksFirstWhatGoingThroughDoesNotSettle(t *testing.T) {
	e := shipped(t)
	r := evaluate(t, e, "case.yaml", []byte("{policy: bexley-2020, as_of: 2023-06-06T15:00, child: {age: 2},"+
		" harm: {immediate_danger: false}, home: {people: [mother, father]},"+
		" consent: {asked: asked, given: {mother: agreed}, told: [mother], keep_from: [father]}}"))
	for at, fact := range []string{"consent.keep_from", "harm.significant_harm", "home.domestic_abuse"} {
		if !slices.Contains(r.CopyAsks[at], fact) {
			t.Errorf("%s is not asked at %d: %q", fact, at, r.CopyAsks)
		}
	}
	place := map[string]int{}
	for i, q := range r.Questions {
		place[q.Fact] = i + 1
	}
	last := 0
	for _, fact := range r.CopyAsks[2] {
		if at := place[fact]; at > 0 && at < last {
			t.Errorf("%s is not in the order of the answer: %q", fact, r.CopyAsks)
		} else if at > 0 {
			last = at
		}
	}
}

// TestAContactHasTheNameOfTheDay looks at the day before the name changed, and at the day itself.
func TestAContactHasTheNameOfTheDay(t *testing.T) {
	e := shipped(t)
	for day, want := range map[string]string{
		"2024-08-26T23:30": "the NHS advice line", "2024-08-27T00:30": "NHS 111, by its mental health option",
	} {
		r := evaluate(t, e, "case.yaml", []byte("{policy: bexley-2020, as_of: "+day+", child: {age: 6}, explored: all,"+
			" consent: {told: [mother], keep_from: []}}"))
		var got []string
		for _, l := range r.Consent.Copy {
			if l.ForFamily != nil && l.ForFamily.Ring != nil {
				got = append(got, l.ForFamily.Ring.Name)
			}
		}
		if len(got) == 0 || slices.ContainsFunc(got, func(name string) bool { return name != want }) {
			t.Errorf("%s: %q, want %q", day, got, want)
		}
	}
}
