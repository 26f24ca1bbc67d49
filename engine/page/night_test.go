package page

import (
	"strings"
	"testing"
	"time"

	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

func TestALimitAfterTheContactClosesNamesTheNightNumber(t *testing.T) {
	hub := func(night string, now recommendation.Answering) func(*recommendation.Escalation) {
		return func(e *recommendation.Escalation) {
			e.Contact = &recommendation.Contact{ID: "hub", Name: "the hub", Phone: "1", OutOfHours: night, Now: &now}
		}
	}
	open := recommendation.Answering{Phone: "1", Until: at(t, "2 17:00")}
	noHours := recommendation.Answering{Phone: "1", NoHours: true}
	tonight := act("b", "See the child", byWhom(term.DoerSocialWorker), before(at(t, "2 21:30")))
	for name, x := range map[string]struct {
		night string
		now   recommendation.Answering
		limit change
		want  string
	}{
		"before it closes": {"2", open, act("b", "See the child", byWhom(term.DoerSocialWorker), before(at(t, "2 16:30"))),
			"Ring: 1, open until 17:00 today."},
		"tomorrow": {"2", open, act("b", "See the child", byWhom(term.DoerSocialWorker), before(at(t, "3 12:00"))),
			"Ring: 1, open until 17:00 today."},
		"tonight":              {"2", open, tonight, "Ring: 1, open until 17:00 today. After that: 2."},
		"none printed":         {"", open, tonight, "Ring: 1, open until 17:00 today. No night number is printed."},
		"no hours":             {"", noHours, tonight, "Ring: 1, no hours printed. No night number is printed."},
		"no hours, and by day": {"", noHours, act("b", "See", byWhom(term.DoerSocialWorker)), "Ring: 1, no hours printed."},
		"answered at any hour": {"", recommendation.Answering{Phone: "1", Always: true}, tonight, "Ring: 1, answered at any hour."},
	} {
		t.Run(name, func(t *testing.T) {
			reader := func(r *recommendation.Recommendation) { r.Reader = term.ReaderReferrer }
			same(t, lines(Of(alone(reader, act("a", "Ring", immediate, hub(x.night, x.now)), x.limit)).Steps), x.want)
		})
	}
}

func TestAContactForAdviceNamesTheNumberForWhatCannotWait(t *testing.T) {
	tonight := act("b", "See the child", byWhom(term.DoerSocialWorker), before(at(t, "2 21:30")))
	for name, x := range map[string]struct {
		now  recommendation.Answering
		want string
	}{
		"open": {recommendation.Answering{Phone: "1", Until: at(t, "2 17:00")},
			"Ring: 1, open until 17:00 today. After that, for what cannot wait: 2."},
		"closed": {recommendation.Answering{Phone: "1", NotCovered: true, Since: at(t, "1 17:00"), Other: "1", From: at(t, "3 09:00")},
			"Ring: 1, closed until Tue 3 Mar 09:00. For what cannot wait: 2."},
	} {
		t.Run(name, func(t *testing.T) {
			hub := func(e *recommendation.Escalation) {
				e.Contact = &recommendation.Contact{ID: "hub", Name: "the hub", Phone: "1", Urgent: "2", Now: &x.now}
			}
			reader := func(r *recommendation.Recommendation) { r.Reader = term.ReaderReferrer }
			same(t, lines(Of(alone(reader, act("a", "Ring", immediate, hub), tonight)).Steps), x.want)
		})
	}
}

func TestALimitOnDaysOffNamesTheNumberForThem(t *testing.T) {
	hour := func(year int, month time.Month, day, hour int) recommendation.Moment {
		return recommendation.Moment{Time: time.Date(year, month, day, hour, 0, 0, 0, time.UTC)}
	}
	for name, x := range map[string]struct {
		asOf  change
		until recommendation.Moment
		limit recommendation.Moment
		want  bool
	}{
		"on Saturday, said on Friday":                   {on(2020, 3, 6, 14), hour(2020, 3, 6, 17), hour(2020, 3, 7, 14), true},
		"on Monday, said on Friday":                     {on(2020, 3, 6, 14), hour(2020, 3, 6, 17), hour(2020, 3, 9, 14), false},
		"on Easter Monday, said on the Thursday before": {on(2018, 3, 29, 14), hour(2018, 3, 29, 17), hour(2018, 4, 2, 14), true},
		"on the day after, said on the Thursday before": {on(2018, 3, 29, 14), hour(2018, 3, 29, 17), hour(2018, 4, 3, 14), false},
	} {
		t.Run(name, func(t *testing.T) {
			hub := func(e *recommendation.Escalation) {
				now := recommendation.Answering{Phone: "1", Until: x.until}
				e.Contact = &recommendation.Contact{ID: "hub", Phone: "1", OutOfHours: "2", Now: &now}
			}
			p := Of(alone(x.asOf, act("a", "Ring", immediate, hub), act("b", "See", byWhom(term.DoerSocialWorker), before(x.limit))))
			if got := strings.Contains(p.Steps.Entries[0].Text, "After that: 2."); got != x.want {
				t.Errorf("%s", p.Steps.Entries[0].Text)
			}
		})
	}
}

func TestTheNightTeamIsToldFromMidAfternoonOnAndTellsTheDayTeam(t *testing.T) {
	for name, x := range map[string]struct {
		now  string
		want string
	}{
		"in the morning":       {"2 10:00", "See the child."},
		"in mid-afternoon":     {"2 15:00", "See the child. | Tell the night team."},
		"an hour after five":   {"2 17:59", "See the child. | Tell the night team."},
		"in the evening":       {"2 18:00", "See the child. | Tell the day team."},
		"before the morning":   {"2 07:59", "See the child. | Tell the day team."},
		"on a Saturday by day": {"7 10:00", "See the child. | Tell the day team."},
	} {
		t.Run(name, func(t *testing.T) {
			moment := func(r *recommendation.Recommendation) { r.AsOf = at(t, x.now) }
			var got []string
			see, tell := act("a", "See the child", immediate), act("b", "Tell the night team", does(term.DeedHandsOver))
			back := act("c", "Tell the day team", does(term.DeedHandsBack))
			for _, e := range Of(alone(moment, see, tell, back)).Steps.Entries {
				got = append(got, e.Text)
			}
			if text := strings.Join(got, " | "); text != x.want {
				t.Errorf("got %q, want %q", text, x.want)
			}
		})
	}
}

func TestWhatOneTeamHandsToAnotherIsNothingThatOthersDo(t *testing.T) {
	for _, now := range []string{"2 10:00", "2 16:00", "7 22:10"} {
		reader := func(r *recommendation.Recommendation) { r.AsOf, r.Reader = at(t, now), term.ReaderReferrer }
		over := act("b", "Tell the night team", does(term.DeedHandsOver), byWhom(term.DoerSocialWorker))
		back := act("c", "Tell the day team", does(term.DeedHandsBack), byWhom(term.DoerSocialWorker))
		see := act("a", "See the child", byWhom(term.DoerSocialWorker))
		if got := Of(alone(reader, see, over, back)).Next.Entries; len(got) != 1 || got[0].Rule != "a" {
			t.Errorf("at %s others do %v", now, got)
		}
	}
}
