package recommend

import (
	"fmt"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/policy"
)

// Own is a case as a policy sees it. A recorded judgement uses the levels of the policy that
// the case names; under any other policy it is left out. A judgement of a level that the
// policy does not have is a fault. The same goes for a step that was done already: under a
// policy that the case does not name, one that is not the policy's is left out.
func Own(p *policy.Policy, c *casefile.Case) (*casefile.Case, diagnostic.List) {
	c, faults := ownDone(p, c)
	if len(faults) > 0 {
		return nil, faults
	}
	j := c.Judgement
	if j == nil {
		return c, nil
	}
	if c.Policy != "" && c.Policy != p.ID {
		other := *c
		other.Judgement = nil
		return &other, nil
	}
	if HasLevel(p, j.Level) {
		return c, nil
	}
	d := c.JudgementAt
	d.Code, d.Severity = diagnostic.OffScale, diagnostic.Error
	d.Message = fmt.Sprintf("%s has no level %d", p.ID, j.Level)
	d.Remedy = fmt.Sprintf("its levels run from %d to %d", p.Levels[0].Number, p.Levels[len(p.Levels)-1].Number)
	return nil, diagnostic.List{d}
}

// HasLevel reports whether a policy has a level of this number.
func HasLevel(p *policy.Policy, number int) bool {
	return slices.ContainsFunc(p.Levels, func(l *policy.Level) bool { return l.Number == number })
}
