package recommend

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// escalations lists what must happen, and then what may have to. Of what is due, the one
// thing that its rule puts first comes first, then what is immediate, then the rest by the
// earliest deadline.
//
// Deadlines alone would not put a call for help first: one that counts from an earlier
// contact would come before one that counts from now.
func (b *builder) escalations() []recommendation.Escalation {
	out := roomForOpen[recommendation.Escalation](b, b.policy.Escalations)
	for _, e := range b.policy.Escalations {
		holds := b.holds(e.Rule)
		if holds == logic.False {
			continue
		}
		x := recommendation.Escalation{
			Immediate: e.Immediate, First: e.First, Action: b.toReader(e.Rule, e.Action), Who: e.Who, Agreement: e.Agreement,
			Due: []recommendation.Due{}, Doing: recommendation.Doing(e.Doing),
		}
		switch holds {
		case logic.True:
			x.State = term.NowDue
			x.Rule = b.ruleAfter(e.Rule)
			x.Due = b.due(e)
		case logic.False, logic.Unknown:
			x.State = term.Possible
			x.Rule = b.rule(e.Rule, []recommendation.Fact{})
			if (e.First || !b.options.Brief) && b.explains() {
				x.WaitsOn = b.paths(b.openFacts(e.Rule))
			}
		}
		x.Contact = b.contactTo(e.Rule, e.Contact)
		out = append(out, x)
	}
	return sorted(out, func(a, c *recommendation.Escalation) int {
		return cmp.Or(
			order(a.State == term.NowDue, c.State == term.NowDue),
			order(a.First, c.First),
			order(a.Immediate, c.Immediate),
			compareDue(a.Due, c.Due),
			strings.Compare(a.ID, c.ID),
		)
	})
}

// order puts true before false.
func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	default:
		return 1
	}
}

// compareDue puts what is due at once first, then what has the earlier first deadline, and
// last what has none.
func compareDue(a, b []recommendation.Due) int {
	if len(a) == 0 || len(b) == 0 {
		return order(len(a) > 0, len(b) > 0)
	}
	if now := order(atOnce(a), atOnce(b)); now != 0 || atOnce(a) {
		return now
	}
	return compareAt(a[0], b[0])
}

func atOnce(due []recommendation.Due) bool {
	return slices.ContainsFunc(due, func(d recommendation.Due) bool { return d.AtOnce })
}

// compareAt compares deadlines; one that cannot be worked out comes last.
func compareAt(a, b recommendation.Due) int {
	if a.At.IsZero() || b.At.IsZero() {
		return order(!a.At.IsZero(), !b.At.IsZero())
	}
	return a.At.Compare(b.At.Time)
}

// due works out the deadlines of an escalation, earliest first. One that cannot be
// worked out, because it lies outside the table of bank holidays, is kept and says
// so: a deadline never goes missing in silence.
func (b *builder) due(e *policy.Escalation) []recommendation.Due {
	out := []recommendation.Due{}
	for _, d := range e.Due {
		b.cite([]string{d.Clause})
		start, assumed := b.c.AsOf, d.From != nil || d.Limit.Unit != term.UnitAtOnce
		due := recommendation.Due{Clause: d.Clause, Basis: d.Basis, Short: d.Short, AtOnce: d.Limit.Unit == term.UnitAtOnce}
		if from := d.From; from != nil && !from.IsUnknown(b.input.Values[from.Index]) {
			start, assumed = time.Unix(b.input.Values[from.Index].Lo, 0), false
			due.From = recommendation.Moment{Time: start.In(b.london)}
			due.Start = startSays(from, b.input.Values[from.Index])
		}
		due.Assumed = assumed
		at, err := b.deadline(start, d.Limit)
		if e.Immediate && err == nil && d.Limit.Unit == term.UnitSameWorkingDay && b.day(at) != b.day(start) {
			// What is immediate is never rolled to the next working day.
			at = start
		}
		if err != nil {
			due.Problem = "no date can be worked out: " + err.Error()
		} else {
			due.At = recommendation.Moment{Time: at.In(b.london)}
			due.Overdue = !due.AtOnce && at.Before(b.c.AsOf)
		}
		out = append(out, due)
	}
	slices.SortStableFunc(out, func(a, c recommendation.Due) int {
		return cmp.Or(compareAt(a, c), strings.Compare(a.Clause, c.Clause))
	})
	return out
}

// day is the London day of a moment.
func (b *builder) day(t time.Time) string { return t.In(b.london).Format(time.DateOnly) }

// today is the day of the case. Every contact with an earlier name asks for it.
func (b *builder) today() string {
	if b.asOf == "" {
		b.asOf = b.day(b.c.AsOf)
	}
	return b.asOf
}

// deadline counts a limit from a start.
func (b *builder) deadline(start time.Time, l policy.Limit) (time.Time, error) {
	switch l.Unit {
	case term.UnitHours:
		return b.policy.Clock.AddHours(start, l.N)
	case term.UnitDays:
		return b.policy.Clock.AddDays(start, l.N)
	case term.UnitWeeks:
		return b.policy.Clock.AddWeeks(start, l.N)
	case term.UnitMonths:
		return b.policy.Clock.AddMonths(start, l.N)
	case term.UnitWorkingDays:
		return b.policy.Clock.WorkingDays(start, l.N)
	case term.UnitSameWorkingDay:
		return b.policy.Clock.SameWorkingDay(start)
	case term.UnitEndOfNextWorkingDay:
		return b.policy.Clock.EndOfNextWorkingDay(start)
	case term.UnitAtOnce, term.UnitBefore: // never counted forward
	}
	return start, nil
}
