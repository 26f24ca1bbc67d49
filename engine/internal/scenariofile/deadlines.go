package scenariofile

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/recommendation"
	"windscreen/engine/scenario"
	"windscreen/engine/term"
)

// deadlines reads the deadlines that are expected.
func (e *expecting) deadlines(list []Deadline) {
	for _, d := range list {
		e.specific = true
		if !d.At.IsSet() || !d.Clause.IsSet() {
			continue
		}
		at, err := casefile.ParseMoment(d.At.Value, e.Reader.London)
		if err != nil {
			e.fault(d.At.Node, diagnostic.UnreadableDate, fmt.Sprintf("%q is not a date and time", source.Clip(d.At.Value)),
				"write for example 2020-03-02T14:10, which is London time, or 2020-03-02T14:10:00Z")
		}
		if setting := e.setting(d); err == nil && len(setting) > 0 {
			e.deadline(d, at, setting)
		}
	}
}

// setting are the escalations that a deadline may belong to: those with one by its
// clause. Where there is just one, the deadline claims that it is due.
func (e *expecting) setting(d Deadline) []*policy.Escalation {
	escalations, by := e.policy.Escalations, e.policy.ID
	if d.Escalation.IsSet() {
		r := e.rule(d.Escalation, kind(term.KindEscalation))
		if r == nil {
			return nil
		}
		by = r.ID
		escalations = slices.DeleteFunc(slices.Clone(escalations), func(x *policy.Escalation) bool { return x.Rule != r })
	}
	var known []string
	var setting []*policy.Escalation
	for _, x := range escalations {
		clauses := dueClauses(x)
		known = append(known, clauses...)
		if slices.Contains(clauses, d.Clause.Value) {
			setting = append(setting, x)
		}
	}
	switch {
	case len(setting) == 0:
		e.clause(d.Clause, fmt.Sprintf("%s has no deadline by the clause %s", by, source.Clip(d.Clause.Value)), known)
	case len(setting) == 1 && !e.claimDue(setting[0], d.Clause):
		return nil
	}
	return setting
}

// claimDue notes that an escalation must be due for its deadline to be met.
func (e *expecting) claimDue(x *policy.Escalation, t shape.Text) bool {
	about := "rule " + x.ID
	if before, ok := e.claims[about]; ok && before.want != logic.True {
		e.fault(t.Node, diagnostic.Conflict,
			fmt.Sprintf("%s has deadlines only if it is due, which %s on line %d rules out", x.ID, before.list, before.line),
			"keep one of the two")
		return false
	}
	e.claims[about] = claim{"deadlines", logic.True, t.Node.Line}
	return true
}

// deadline expects one deadline, of any of these escalations.
func (e *expecting) deadline(d Deadline, at time.Time, setting []*policy.Escalation) {
	failure := func(a *answer) *scenario.Failure {
		var actual []string
		var rules []*policy.Rule
		for _, x := range setting {
			rules = append(rules, x.Rule)
			if got := a.outcome.Truths[x.Index]; got != logic.True {
				actual = append(actual, x.ID+" "+dueness[got])
			}
			for _, due := range a.due(x) {
				if due.Clause == d.Clause.Value && due.At.Equal(at) && (!d.Assumed.IsSet() || due.Assumed == d.Assumed.Value) {
					return nil
				}
				actual = append(actual, saysDue(due))
			}
		}
		expected := saysDeadline(at.In(e.Reader.London).Format(time.RFC3339), d.Clause.Value)
		if d.Assumed.IsSet() {
			expected += saysAssumed(d.Assumed.Value)
		}
		f := a.failure(expected, strings.Join(actual, "\n"), rules...)
		for i := range f.Rules {
			a.readStarts(&f.Rules[i], setting[i])
		}
		return f
	}
	met := func(a *answer) int64 { return boolean(failure(a) == nil) }
	e.checkMost("deadlines", d.At.Node, met, failure)
	var names []string
	for _, x := range setting {
		names = append(names, x.ID)
	}
	e.explained(readsRule, names...)
}

// dueClauses are the clauses that set the deadlines of an escalation.
func dueClauses(x *policy.Escalation) []string {
	var clauses []string
	for _, d := range x.Due {
		clauses = append(clauses, d.Clause)
	}
	return clauses
}

// due are the deadlines of an escalation in the answer.
func (a *answer) due(x *policy.Escalation) []recommendation.Due {
	for _, s := range a.explained.Escalations {
		if s.ID == x.ID {
			return s.Due
		}
	}
	return nil
}

// readStarts adds the dates and times that an escalation's clocks run from to what
// its rule is shown to read.
func (a *answer) readStarts(r *scenario.Rule, x *policy.Escalation) {
	for _, d := range x.Due {
		if d.From != nil && !slices.ContainsFunc(r.Reads, func(o scenario.Reading) bool { return o.Name == d.From.Path }) {
			r.Reads = append(r.Reads, a.fact(d.From))
		}
	}
}

// saysDue puts a deadline of the answer in words.
func saysDue(d recommendation.Due) string {
	if d.At.IsZero() {
		return d.Clause + ": " + d.Problem
	}
	return saysDeadline(d.At.Format(time.RFC3339), d.Clause) + saysAssumed(d.Assumed)
}

func saysDeadline(at, clause string) string { return at + " by " + clause }

func saysAssumed(assumed bool) string {
	if assumed {
		return ", its start assumed"
	}
	return ", its start known"
}
