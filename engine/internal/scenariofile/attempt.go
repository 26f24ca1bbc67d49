package scenariofile

import (
	"slices"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/recommend"
)

// attempt is one scenario under a changed policy.
type attempt struct {
	trial  *trial
	number int
	// differs is whether anything came out otherwise, and findings whether findings did. Verdict is whether the level, a ground or
	// a rule after the level that was not changed itself did, so that the whole answer may be another.
	differs, findings, verdict bool
	// shown is whether a changed rule holds or is open, and open whether one is open.
	shown, open bool
	// cases are the cases of the children, as they are answered, and changed what they come
	// to; nil where that is as before.
	cases   []*casefile.Case
	changed []*evaluate.Outcome
	// leaves is what the changed rules leave open, where that is something else than before; see left.
	leaves string
	looked bool
}

// outcomes works out what the scenario comes to, as far as it may be something else.
func (a *attempt) outcomes(y *trying) error {
	again := false
	for at := range a.trial.looks {
		l := &a.trial.looks[at]
		differs, same := false, true
		for _, i := range y.Rules {
			before := l.outcome.Truths[i]
			a.shown, a.open = a.shown || before != logic.False, a.open || before == logic.Unknown
			early := i < y.unit.Policy.FindingsEnd
			if !y.Conditions {
				again = again || early && before != logic.False
				continue
			}
			after := y.truth(i, l)
			a.shown, a.open = a.shown || after != logic.False, a.open || after == logic.Unknown
			differs = differs || before != after
			// What is open may be decided by looking both ways, or no longer be.
			same = same && (!early || before == after && after != logic.Unknown)
		}
		a.differs = a.differs || differs
		again = again || !same
	}
	switch {
	case again || a.differs && len(a.trial.looks) > 1:
		return a.again(y)
	case a.differs:
		l := &a.trial.looks[0]
		o := *l.outcome
		o.Truths = slices.Clone(o.Truths)
		for _, i := range y.Rules {
			o.Truths[i] = y.truth(i, l)
		}
		a.changed = []*evaluate.Outcome{&o}
	}
	return nil
}

// again evaluates the scenario under the changed policy.
func (a *attempt) again(y *trying) error {
	by, err := y.evaluator()
	if err != nil {
		return err
	}
	cases := make([]*casefile.Case, 0, len(a.trial.looks))
	for _, child := range a.trial.run.children {
		cases = append(cases, child.Case)
	}
	if cases, err = recommend.Together(y.Changed.Policy, by, a.trial.run.reader, cases); err != nil {
		return err
	}
	a.differs, a.cases = false, cases
	beside := a.trial.beside()
	for i, c := range cases {
		o, err := evaluate.Decide(by, recommend.Input(c))
		if err != nil {
			return err
		}
		a.changed = append(a.changed, o)
		before := beside[i].outcome
		findings := before.Level != o.Level || !slices.Equal(before.Grounds, o.Grounds) || !slices.Equal(before.Counted, o.Counted) ||
			!slices.Equal(before.Decisive, o.Decisive) || !slices.Equal(before.Tally, o.Tally) ||
			!slices.Equal(before.Domains, o.Domains) || !slices.Equal(before.Rules, o.Rules)
		// What a child takes from the others is part of its case.
		taken := !slices.Equal(beside[i].c.Values, c.Values)
		findings = findings || taken
		a.verdict = a.verdict || taken || before.Level != o.Level || !slices.Equal(before.Grounds, o.Grounds) ||
			y.lateElsewhere(before.Truths, o.Truths)
		a.findings = a.findings || findings
		a.differs = a.differs || findings || !slices.Equal(before.Truths, o.Truths)
	}
	return nil
}

// lateElsewhere reports whether a rule after the level comes out otherwise that was not changed itself.
func (y *trying) lateElsewhere(before, after []logic.Truth) bool {
	for i := y.unit.Policy.FindingsEnd; i < len(before); i++ {
		if before[i] != after[i] && !slices.Contains(y.Rules, i) {
			return true
		}
	}
	return false
}

// bearing are the places of the expectations of one part of the explained answer that the change can bear on.
func (a *attempt) bearing(y *trying, reads part) []int {
	var out []int
	for i, c := range a.trial.explained {
		if c.reads == reads && y.bears(a, c) {
			out = append(out, i)
		}
	}
	return out
}

// at are the expectations of the explained answer at some places.
func (t *trial) at(places []int) []check {
	var out []check
	for _, i := range places {
		out = append(out, t.explained[i])
	}
	return out
}

// fails holds the scenario against some of its expectations, all of one part of the answer, and
// reports whether one is not met.
func (a *attempt) fails(y *trying, reads part, checks []check) (bool, error) {
	if len(checks) == 0 {
		return false, nil
	}
	maker := y.unit.Maker
	if reads != readsOutcome {
		var err error
		if maker, err = y.made(); err != nil {
			return false, err
		}
	}
	all := &answers{}
	for i, l := range a.trial.beside() {
		if a.changed != nil {
			l.outcome = a.changed[i]
		}
		if a.cases != nil {
			l.c, l.input = a.cases[i], recommend.Input(a.cases[i])
		}
		all.children = append(all.children, &answer{maker: maker, policy: y.Changed.Policy, c: l.c, input: l.input, outcome: l.outcome,
			done: recommend.DoneAlready(y.Changed.Policy, l.c), env: l.outcome.Environment(l.input), short: true})
	}
	if reads != readsOutcome {
		if err := all.explainFor(checks); err != nil {
			return false, err
		}
	}
	return slices.ContainsFunc(checks, func(c check) bool { return c.failure(all) != nil }), nil
}
