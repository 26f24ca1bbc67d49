package recommend

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/source"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// step is an escalation or a step of the pathway, and the words for its having been done.
type step struct {
	*policy.Rule
	doneBy []string
	// escalation is nil for a step of the pathway.
	escalation *policy.Escalation
}

// steps are all that can be done already under a policy.
func steps(p *policy.Policy) []step {
	var out []step
	for _, e := range p.Escalations {
		out = append(out, step{e.Rule, e.DoneBy, e})
	}
	for _, s := range p.Pathway {
		out = append(out, step{s.Rule, s.DoneBy, nil})
	}
	return out
}

// doneBy finds, for each rule, what was done that takes care of it. If several things do, it is the first
// that was done.
func doneBy(p *policy.Policy, c *casefile.Case) map[*policy.Rule]*casefile.Done {
	if len(c.Done) == 0 {
		return nil
	}
	out := map[*policy.Rule]*casefile.Done{}
	for _, s := range steps(p) {
		for i := range c.Done {
			d := &c.Done[i]
			if (d.Name == s.ID || slices.Contains(s.doneBy, d.Name)) && (out[s.Rule] == nil || d.Before(out[s.Rule])) {
				out[s.Rule] = d
			}
		}
	}
	return out
}

// DoneAlready are the ids of the rules of a policy that a case says were done already; nil
// where there are none.
func DoneAlready(p *policy.Policy, c *casefile.Case) map[string]bool {
	var out map[string]bool
	for r := range doneBy(p, c) {
		if out == nil {
			out = map[string]bool{}
		}
		out[r.ID] = true
	}
	return out
}

// ownDone is a case without what was done that is a step of another policy's. Under the policy
// that the case names, a name that is neither a word nor a step is a fault.
func ownDone(p *policy.Policy, c *casefile.Case) (*casefile.Case, diagnostic.List) {
	if len(c.Done) == 0 {
		return c, nil
	}
	var known []string
	for _, w := range p.Vocabulary.Done {
		known = append(known, w.Name)
	}
	words := strings.Join(known, ", ")
	for _, s := range steps(p) {
		known = append(known, s.ID)
	}
	var faults diagnostic.List
	var own []casefile.Done
	for _, d := range c.Done {
		if slices.Contains(known, d.Name) {
			own = append(own, d)
			continue
		}
		fault := d.Place
		fault.Severity = diagnostic.Error
		fault.Message = fmt.Sprintf("%s is neither a word for what was done nor a step of %s", d.Name, p.ID)
		fault.Remedy = cmp.Or(source.DidYouMean(d.Name, known),
			"the words are "+words+"; or write the id of an escalation or a step of the pathway")
		faults = append(faults, fault)
	}
	if c.Policy != "" && c.Policy != p.ID {
		faults = nil
	}
	faults.Sort()
	if len(own) == len(c.Done) || len(faults) > 0 {
		return c, faults
	}
	other := *c
	other.Done = own
	return &other, nil
}

// alreadyDone lists what was done already, in order of time, with what it takes care of. What
// has no time comes last.
func (b *builder) alreadyDone() []recommendation.Done {
	out := []recommendation.Done{}
	if len(b.c.Done) == 0 || b.options.screenOnly() {
		return out
	}
	all := steps(b.policy)
	var order []*casefile.Done
	for i := range b.c.Done {
		order = append(order, &b.c.Done[i])
	}
	slices.SortStableFunc(order, func(d, e *casefile.Done) int {
		switch {
		case d.Before(e):
			return -1
		case e.Before(d):
			return 1
		}
		return 0
	})
	for _, d := range order {
		x := recommendation.Done{Name: d.Name, Title: b.doneTitle(d.Name), By: d.By, Steps: []recommendation.DoneStep{}}
		if from := d.From.In(b.london); d.Exactly() {
			x.At = recommendation.Moment{Time: from}
		} else if !d.From.IsZero() {
			x.On = recommendation.DayOf(from.Format(time.DateOnly))
		}
		for _, s := range all {
			if b.done[s.Rule] == d && !b.off(s.Rule) && b.outcome.Truths[s.Index] != logic.False {
				x.Steps = append(x.Steps, b.doneStep(s, d))
			}
		}
		out = append(out, x)
	}
	return out
}

// doneTitle is what was done, in words.
func (b *builder) doneTitle(name string) string {
	for _, w := range b.policy.Vocabulary.Done {
		if w.Name == name {
			return w.Says
		}
	}
	for _, s := range steps(b.policy) {
		if s.ID == name {
			return s.Title
		}
	}
	return name
}

// doneStep is a step that was done. Of one that would be due it says whether that was in time.
func (b *builder) doneStep(s step, d *casefile.Done) recommendation.DoneStep {
	x := recommendation.DoneStep{Kind: s.Kind, State: term.Possible, Due: []recommendation.DoneDue{}}
	if b.outcome.Truths[s.Index] == logic.Unknown {
		x.Rule = b.rule(s.Rule, []recommendation.Fact{})
		return x
	}
	x.State, x.Rule = term.NowDue, b.ruleAfter(s.Rule)
	if s.escalation == nil {
		return x
	}
	for _, due := range b.due(s.escalation) {
		one := recommendation.DoneDue{Due: due}
		if !due.AtOnce && !due.At.IsZero() {
			one.Missed = d.From.After(due.At.Time)
			one.Unclear = d.From.IsZero() || !one.Missed && d.To.After(due.At.Time)
		}
		x.Due = append(x.Due, one)
	}
	return x
}
