package mutate

import (
	"slices"
	"strconv"

	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// attributes lists the changes of what follows from rules.
func (l *list) attributes() {
	for i, x := range l.policy.Indicators {
		l.indicator(i, x)
	}
	for i, x := range l.policy.Grounds {
		if other := (x.Statute + 1) % len(l.policy.Statutes); other != x.Statute {
			l.attribute(x.Rule, term.ChangeGround, l.statute(x.Statute), l.statute(other), func(e *edit) {
				y := *x
				y.Rule, y.Statute = e.rule(x.Rule), other
				e.out.Policy.Grounds[i] = &y
			})
		}
	}
	for i, x := range l.policy.Consent {
		l.line(i, x)
	}
	for i, x := range l.policy.Escalations {
		l.escalation(i, x)
	}
	for i, x := range l.policy.Pathway {
		l.step(i, x)
	}
	for i, x := range l.policy.Services {
		l.service(i, x)
	}
}

// attribute adds a change of what follows from a rule.
func (l *list) attribute(r *policy.Rule, kind term.Change, from, into string, by func(*edit)) {
	l.add(r, kind, from, into, func(e *edit) error {
		by(e)
		return nil
	})
}

func (l *list) statute(i int) string { return l.policy.Statutes[i].Name }

// indicator lists the changes of what a sign weighs.
func (l *list) indicator(i int, x *policy.Indicator) {
	change := func(kind term.Change, from, into string, set func(*policy.Indicator)) {
		l.attribute(x.Rule, kind, from, into, func(e *edit) {
			y := *x
			y.Rule = e.rule(x.Rule)
			set(&y)
			e.out.Policy.Indicators[i] = &y
		})
	}
	strengths := term.TableOf[term.Strength]().Values()
	at := term.Order(x.Strength)
	for _, other := range []int{at - 1, at + 1} {
		if other >= 0 && other < len(strengths) {
			s := strengths[other]
			change(term.ChangeStrength, string(x.Strength), string(s), func(y *policy.Indicator) { y.Strength = s })
		}
	}
	number := func(level int) string { return strconv.Itoa(l.policy.Levels[level].Number) }
	for _, level := range []int{x.Level - 1, x.Level + 1} {
		if level >= 0 && level < len(l.policy.Levels) {
			change(term.ChangeLevel, number(x.Level), number(level), func(y *policy.Indicator) { y.Level = level })
		}
	}
	if n := len(l.policy.Domains); n > 1 {
		other := (x.Domain + 1) % n
		change(term.ChangeDomain, l.policy.Domains[x.Domain], l.policy.Domains[other], func(y *policy.Indicator) { y.Domain = other })
	}
	if n := len(l.policy.Concepts); n > 1 {
		other := (x.Concept + 1) % n
		change(term.ChangeConcept, l.policy.Concepts[x.Concept], l.policy.Concepts[other], func(y *policy.Indicator) { y.Concept = other })
	}
	if x.Ground >= 0 {
		change(term.ChangeGround, l.statute(x.Ground), "", func(y *policy.Indicator) { y.Ground = -1 })
	}
}

// line lists the changes of a line of the consent position.
func (l *list) line(i int, x *policy.Line) {
	if i+1 < len(l.policy.Consent) && x.Answer.Single() && !l.policy.Consent[i+1].Always {
		if next := l.policy.Consent[i+1]; next.Answer == x.Answer {
			l.add(x.Rule, term.ChangeOrder, "", next.ID, func(e *edit) error {
				e.out.Policy.Consent[i], e.out.Policy.Consent[i+1] = next, x
				e.out.Rules = []int{x.Index, next.Index}
				return nil
			})
		}
	}
	if !x.Answer.Single() {
		return
	}
	for _, value := range x.Answer.Values().Codes() {
		if value == x.Value {
			continue
		}
		l.attribute(x.Rule, term.ChangeValue, x.Value, value, func(e *edit) {
			y := *x
			y.Rule, y.Value = e.rule(x.Rule), value
			e.out.Policy.Consent[i] = &y
		})
	}
}

// escalation lists the changes of what an escalation says.
func (l *list) escalation(i int, x *policy.Escalation) {
	change := func(kind term.Change, from, into string, set func(*policy.Escalation)) {
		l.attribute(x.Rule, kind, from, into, func(e *edit) {
			y := *x
			y.Rule = e.rule(x.Rule)
			set(&y)
			e.out.Policy.Escalations[i] = &y
		})
	}
	switch {
	case x.First:
		change(term.ChangeFirst, "true", "", func(y *policy.Escalation) { y.First = false })
	case x.Immediate:
		change(term.ChangeImmediate, "true", "", func(y *policy.Escalation) { y.Immediate = false })
	default:
		change(term.ChangeImmediate, "", "true", func(y *policy.Escalation) { y.Immediate = true })
	}
	for _, a := range otherAgreements(x.Agreement) {
		change(term.ChangeAgreement, string(x.Agreement), string(a), func(y *policy.Escalation) { y.Agreement = a })
	}
	if x.Contact != nil {
		change(term.ChangeContact, x.Contact.ID, "", func(y *policy.Escalation) { y.Contact = nil })
	}
	for d, due := range x.Due {
		name := due.Clause + " "
		for _, n := range []int{due.Limit.N - 1, due.Limit.N + 1} {
			if due.Limit.Unit.Numbered() && n > 0 {
				other := policy.Limit{Unit: due.Limit.Unit, N: n}
				change(term.ChangeDue, name+within(due.Limit), name+within(other), func(y *policy.Escalation) {
					y.Due = slices.Clone(y.Due)
					y.Due[d].Limit.N = n
				})
			}
		}
		change(term.ChangeDue, name+within(due.Limit), "", func(y *policy.Escalation) {
			y.Due = slices.Delete(slices.Clone(y.Due), d, d+1)
		})
	}
}

// within is a limit as rule files write it.
func within(l policy.Limit) string {
	if !l.Unit.Numbered() {
		return string(l.Unit)
	}
	return strconv.Itoa(l.N) + " " + string(l.Unit)
}

// otherAgreements are the agreements that something could need in place of one; the last is
// that it says nothing of its own.
func otherAgreements(is term.Agreement) []term.Agreement {
	all := append(term.TableOf[term.Agreement]().Values(), "")
	return slices.DeleteFunc(all, func(a term.Agreement) bool { return a == is })
}

// step lists the changes of what a step of the pathway says.
func (l *list) step(i int, x *policy.Step) {
	change := func(kind term.Change, from, into string, set func(*policy.Step)) {
		l.attribute(x.Rule, kind, from, into, func(e *edit) {
			y := *x
			y.Rule = e.rule(x.Rule)
			set(&y)
			e.out.Policy.Pathway[i] = &y
		})
	}
	for _, f := range term.TableOf[term.Force]().Values() {
		if f != x.Force {
			change(term.ChangeForce, string(x.Force), string(f), func(y *policy.Step) { y.Force = f })
		}
	}
	if x.Contact != nil {
		change(term.ChangeContact, x.Contact.ID, "", func(y *policy.Step) { y.Contact = nil })
	}
}

// service lists the changes of what is said of a service.
func (l *list) service(i int, x *policy.Service) {
	change := func(kind term.Change, from, into string, set func(*policy.Service)) {
		l.attribute(x.Rule, kind, from, into, func(e *edit) {
			y := *x
			y.Rule = e.rule(x.Rule)
			set(&y)
			e.out.Policy.Services[i] = &y
		})
	}
	for _, a := range otherAgreements(x.Agreement) {
		change(term.ChangeAgreement, string(x.Agreement), string(a), func(y *policy.Service) { y.Agreement = a })
	}
	if x.Contact != nil {
		change(term.ChangeContact, x.Contact.ID, "", func(y *policy.Service) { y.Contact = nil })
	}
}
