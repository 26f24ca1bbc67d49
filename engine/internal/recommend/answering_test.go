package recommend_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/internal/calendar"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/shippedroot"
	"windscreen/engine/recommendation"
)

// wall is how tests write a moment, as London clocks show it.
const wall = "Mon 2006-01-02 15:04"

// answer is an Answering as tests write it.
type answer struct {
	phone               string
	noHours, notCovered bool
	since               string
	always              bool
	until               string
	other, from         string
}

func said(a *recommendation.Answering) answer {
	show := func(m recommendation.Moment) string {
		if m.IsZero() {
			return ""
		}
		return m.Format(wall)
	}
	return answer{a.Phone, a.NoHours, a.NotCovered, show(a.Since), a.Always, show(a.Until), a.Other, show(a.From)}
}

// contacts are the contacts of a shipped policy, and a clock.
func contacts(t *testing.T, id string) (map[string]*policy.Contact, *time.Location) {
	t.Helper()
	root := shippedroot.Rules(t)
	for _, p := range root.Policies {
		if p.ID == id {
			return p.Contacts, root.London
		}
	}
	t.Fatalf("there is no policy %s", id)
	return nil, nil
}

const (
	hub   = "020 3045 5440"
	other = "020 8303 7777 or 020 8303 7171"
	every = hub + ", and " + other
)

func TestWhichNumberOfTheHubAnswers(t *testing.T) {
	all, london := contacts(t, "bexley-2020")
	for moment, want := range map[string]answer{
		"Fri 2020-03-06 08:59": {phone: every, notCovered: true, since: "Fri 2020-03-06 08:00", other: hub, from: "Fri 2020-03-06 09:00"},
		"Fri 2020-03-06 09:00": {phone: hub, until: "Fri 2020-03-06 17:00"},
		"Fri 2020-03-06 14:59": {phone: hub, until: "Fri 2020-03-06 17:00"},
		"Fri 2020-03-06 15:00": {phone: hub, until: "Fri 2020-03-06 17:00", other: other, from: "Fri 2020-03-06 18:00"},
		"Fri 2020-03-06 16:59": {phone: hub, until: "Fri 2020-03-06 17:00", other: other, from: "Fri 2020-03-06 18:00"},
		"Fri 2020-03-06 17:00": {phone: every, notCovered: true, since: "Fri 2020-03-06 17:00",
			other: other, from: "Fri 2020-03-06 18:00"},
		"Fri 2020-03-06 17:59": {phone: every, notCovered: true, since: "Fri 2020-03-06 17:00",
			other: other, from: "Fri 2020-03-06 18:00"},
		"Fri 2020-03-06 18:00": {phone: other, until: "Mon 2020-03-09 08:00", other: hub, from: "Mon 2020-03-09 09:00"},
		"Fri 2020-03-06 19:00": {phone: other, until: "Mon 2020-03-09 08:00", other: hub, from: "Mon 2020-03-09 09:00"},
		"Sat 2020-03-07 23:10": {phone: other, until: "Mon 2020-03-09 08:00", other: hub, from: "Mon 2020-03-09 09:00"},
		"Mon 2020-03-09 07:59": {phone: other, until: "Mon 2020-03-09 08:00", other: hub, from: "Mon 2020-03-09 09:00"},
		"Mon 2020-03-09 08:00": {phone: every, notCovered: true, since: "Mon 2020-03-09 08:00", other: hub, from: "Mon 2020-03-09 09:00"},
		"Tue 2020-03-10 03:00": {phone: other, until: "Tue 2020-03-10 08:00", other: hub, from: "Tue 2020-03-10 09:00"},
		// Easter Monday, and Christmas Day with the weekend and a substitute day after it.
		"Mon 2020-04-13 10:00": {phone: other, until: "Tue 2020-04-14 08:00", other: hub, from: "Tue 2020-04-14 09:00"},
		"Fri 2020-12-25 12:00": {phone: other, until: "Tue 2020-12-29 08:00", other: hub, from: "Tue 2020-12-29 09:00"},
		"Thu 2020-12-24 17:30": {phone: every, notCovered: true, since: "Thu 2020-12-24 17:00",
			other: other, from: "Thu 2020-12-24 18:00"},
		// The clocks go forward, and back.
		"Sun 2020-03-29 00:30": {phone: other, until: "Mon 2020-03-30 08:00", other: hub, from: "Mon 2020-03-30 09:00"},
		"Sun 2020-10-25 01:30": {phone: other, until: "Mon 2020-10-26 08:00", other: hub, from: "Mon 2020-10-26 09:00"},
		// A year without a table of bank holidays, and the last evening of the last one that has.
		"Tue 2031-03-04 10:00": {phone: every, noHours: true},
		"Sat 2031-03-08 10:00": {phone: every, noHours: true},
		"Tue 2030-12-31 19:00": {phone: every, noHours: true},
	} {
		t.Run(moment, func(t *testing.T) {
			for _, id := range []string{"mash", "family-wellbeing"} {
				at, err := time.ParseInLocation(wall, moment, london)
				if err != nil || at.Format(wall) != moment {
					t.Fatalf("the test is wrong: %s, %v", moment, err)
				}
				if diff := cmp.Diff(want, said(recommend.AnsweringAt(all[id], at.UTC())), cmp.AllowUnexported(answer{})); diff != "" {
					t.Errorf("%s (-want +got):\n%s", id, diff)
				}
			}
		})
	}
}

func TestWhichNumberOfOtherContactsAnswers(t *testing.T) {
	const helpline, switchboard = "helpline 01342 831342", "switchboard 01342 832243"
	for name, tc := range map[string]struct {
		policy, contact, moment string
		want                    answer
	}{
		"no hours are printed": {"bexley-2020", "council", "Fri 2020-03-06 10:00", answer{phone: "020 8303 7777", noHours: true}},
		"no hours, in Essex": {
			"essex-2017", "priority-line", "Fri 2020-03-06 10:00",
			answer{phone: "0345 603 7627", noHours: true},
		},
		"no hours, and two numbers": {
			"bournemouth-2017", "mash", "Fri 2020-03-06 10:00",
			answer{phone: "01202 458101 or 01202 458102", noHours: true},
		},
		"hours in terms": {
			"bexley-2020", "bexley-voice", "Thu 2020-03-05 10:00",
			answer{phone: "07512 409 936", noHours: true},
		},
		"at any hour":             {"bexley-2020", "samaritans", "Fri 2020-12-25 03:00", answer{phone: "116 123", always: true}},
		"at any hour of any year": {"bexley-2020", "samaritans", "Tue 2031-03-04 03:00", answer{phone: "116 123", always: true}},
		"one number, and open": {
			"bexley-2020", "perinatal", "Fri 2020-03-06 16:00",
			answer{phone: "020 3961 3613", until: "Fri 2020-03-06 17:00"},
		},
		"one number, and closed": {
			"bexley-2020", "perinatal", "Sat 2020-03-07 16:00",
			answer{phone: "020 3961 3613", notCovered: true, since: "Fri 2020-03-06 17:00",
				other: "020 3961 3613", from: "Mon 2020-03-09 09:00"},
		},
		"one number, a bank holiday": {
			"bexley-2020", "slam", "Mon 2020-04-13 16:00",
			answer{phone: "020 3228 2545", notCovered: true, since: "Thu 2020-04-09 18:00",
				other: "020 3228 2545", from: "Tue 2020-04-14 09:00"},
		},
		"a switchboard before": {
			"bexley-2020", "young-epilepsy", "Fri 2020-03-06 08:30",
			answer{phone: switchboard, until: "Fri 2020-03-06 09:00", other: helpline, from: "Fri 2020-03-06 09:00"},
		},
		"a helpline": {
			"bexley-2020", "young-epilepsy", "Fri 2020-03-06 13:00",
			answer{phone: helpline, until: "Fri 2020-03-06 15:00", other: switchboard, from: "Fri 2020-03-06 15:00"},
		},
		"a switchboard after": {
			"bexley-2020", "young-epilepsy", "Fri 2020-03-06 15:00",
			answer{phone: switchboard, until: "Fri 2020-03-06 17:00", other: helpline, from: "Mon 2020-03-09 09:00"},
		},
		"neither": {
			"bexley-2020", "young-epilepsy", "Fri 2020-03-06 17:00",
			answer{phone: helpline + " and " + switchboard, notCovered: true, since: "Fri 2020-03-06 17:00",
				other: switchboard, from: "Mon 2020-03-09 08:30"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			all, london := contacts(t, tc.policy)
			at, err := time.ParseInLocation(wall, tc.moment, london)
			if err != nil || at.Format(wall) != tc.moment {
				t.Fatalf("the test is wrong: %s, %v", tc.moment, err)
			}
			if diff := cmp.Diff(tc.want, said(recommend.AnsweringAt(all[tc.contact], at)), cmp.AllowUnexported(answer{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Two numbers without an hour of the second: it is answered at all times at which the first is not. And two of
// which one never answers.
func TestNumbersThatLeaveNothingOut(t *testing.T) {
	days, err := calendar.Load()
	if err != nil {
		t.Fatal(err)
	}
	never := days.Hours(nil)
	noon := time.Date(2020, 3, 6, 12, 0, 0, 0, days.London())
	for name, tc := range map[string]struct {
		answered, others *calendar.Hours
		want             answer
	}{
		"the first never answers": {never, never.Outside(), answer{phone: "2", always: true, other: "1"}},
		"the first always does":   {never.Outside(), never, answer{phone: "1", always: true}},
		"neither ever answers":    {never, never, answer{phone: "1 and 2", notCovered: true, other: "2"}},
	} {
		t.Run(name, func(t *testing.T) {
			c := &policy.Contact{Phone: "1", OutOfHours: "2", Answered: tc.answered, OutOfHoursAnswered: tc.others}
			if diff := cmp.Diff(tc.want, said(recommend.AnsweringAt(c, noon)), cmp.AllowUnexported(answer{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestAYearOfBexleysHours holds which number answers every ten minutes of a year against what the document
// prints: nine to five on weekdays, six to eight and weekends, and nothing for the hours between.
func TestAYearOfBexleysHours(t *testing.T) {
	all, london := contacts(t, "bexley-2020")
	holidays := map[string]bool{"2020-01-01": true, "2020-04-10": true, "2020-04-13": true, "2020-05-08": true, "2020-05-25": true,
		"2020-08-31": true, "2020-12-25": true, "2020-12-28": true}
	for at := time.Date(2020, 1, 1, 0, 0, 0, 0, london); at.Year() == 2020; at = at.Add(10 * time.Minute) {
		want := every
		free := at.Weekday() == time.Saturday || at.Weekday() == time.Sunday || holidays[at.Format(time.DateOnly)]
		switch hour := at.Hour(); {
		case free || hour >= 18 || hour < 8:
			want = other
		case hour >= 9 && hour < 17:
			want = hub
		}
		a := recommend.AnsweringAt(all["mash"], at)
		if a.Phone != want || a.NoHours || a.NotCovered != (want == every) || !a.NotCovered && !a.Until.After(at) {
			t.Fatalf("%s: got %+v, want %s", at.Format(wall), a, want)
		}
	}
}
