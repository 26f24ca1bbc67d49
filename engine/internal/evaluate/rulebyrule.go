package evaluate

import (
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
)

// RuleByRule is an evaluator made of something that gives the truth of one
// condition at a time.
type RuleByRule struct {
	Called string
	Policy *policy.Policy
	// Begin prepares to evaluate rules in an environment whose findings are filled
	// in between calls, stratum by stratum.
	Begin func(*lang.Env) Conditions
}

// Conditions gives the truth of conditions of one case; it serves one goroutine.
type Conditions interface {
	Truth(r *policy.Rule) (logic.Truth, error)
}

// Name is what people call the evaluator.
func (e RuleByRule) Name() string { return e.Called }

// Find evaluates indicators, grounds and level criteria, in that order.
func (e RuleByRule) Find(in Input, f *Findings) error {
	p := e.Policy
	conditions := e.Begin(f.Environment(in))
	clear(f.Grounds)
	for _, r := range p.Rules[:p.FindingsEnd] {
		if r.Kind == policy.KindLevel {
			continue // after counting
		}
		t, err := truth(conditions, r, in.AsOf)
		if err != nil {
			return err
		}
		f.Rules[r.Index] = t
	}
	f.ground(p)
	f.count(p)
	for _, l := range p.Levels {
		t, err := truth(conditions, l.Rule, in.AsOf)
		if err != nil {
			return err
		}
		f.Rules[l.Index] = t
	}
	f.level(p)
	return nil
}

// After evaluates the rules after the level.
func (e RuleByRule) After(in Input, f *Findings, truths []logic.Truth) error {
	conditions := e.Begin(f.Environment(in))
	for _, r := range e.Policy.Rules[e.Policy.FindingsEnd:] {
		t, err := truth(conditions, r, in.AsOf)
		if err != nil {
			return err
		}
		truths[r.Index] = t
	}
	return nil
}

// truth is the truth of a rule: false on a day on which it is not in force.
func truth(c Conditions, r *policy.Rule, asOf int64) (logic.Truth, error) {
	switch {
	case !r.InForce(asOf):
		return logic.False, nil
	case r.Always:
		return logic.True, nil
	default:
		return c.Truth(r)
	}
}

// ground works out the grounds from the rules by which they hold.
func (f *Findings) ground(p *policy.Policy) {
	for _, i := range p.Indicators {
		if i.Ground >= 0 {
			f.Grounds[i.Ground] = logic.Or(f.Grounds[i.Ground], f.Rules[i.Index])
		}
	}
	for _, g := range p.Grounds {
		f.Grounds[g.Statute] = logic.Or(f.Grounds[g.Statute], f.Rules[g.Index])
	}
}

// level works out the level's range from the truths of the level criteria.
func (f *Findings) level(p *policy.Policy) {
	f.Level = logic.Exactly(int64(p.Levels[0].Number))
	for _, l := range p.Levels {
		switch f.Rules[l.Index] {
		case logic.True:
			f.Level = logic.Exactly(int64(l.Number))
		case logic.Unknown:
			f.Level.Hi = int64(l.Number)
		}
	}
}
