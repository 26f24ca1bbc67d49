package comparison

import (
	"cmp"
	"slices"

	"windscreen/engine/internal/pattern"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// Nearest is the criterion between a side and its next level up, if it explains why the side
// differs, and else nil.
//
// If another side has a higher level, or a higher level not ruled out, it is the criterion
// that is nearest to being met: one that asks for something that the highest side has met or
// has open, or else the first, with open ones before those not met. If the side itself may
// turn out higher than another, it is the first that is open.
func (c *Comparison) Nearest(side int) *recommendation.Obstacle {
	s := &c.Policies[side]
	highest := slices.MaxFunc(c.Policies, compareLevels)
	if compareLevels(*s, highest) >= 0 {
		lowest := slices.MinFunc(c.Policies, compareLevels)
		return firstOf(s.WhyNot, func(o recommendation.Obstacle) bool {
			return o.Value == term.Open && lowest.Level.AtMost < s.Level.AtMost
		})
	}
	asked := map[string]bool{}
	for _, p := range highest.Level.Criterion.Parts {
		if p.Value == term.IsMet && highest.Level.Recommended > s.Level.Recommended {
			note(asked, p.Text)
		}
	}
	for _, o := range highest.WhyNot {
		if o.Value == term.Open && highest.Level.Recommended == s.Level.Recommended {
			note(asked, o.Part)
		}
	}
	alike := firstOf(s.WhyNot, func(o recommendation.Obstacle) bool {
		return slices.ContainsFunc(asks().FindAllString(o.Part, -1), func(what string) bool { return asked[what] })
	})
	return cmp.Or(alike, firstOf(s.WhyNot, func(recommendation.Obstacle) bool { return true }))
}

// compareLevels orders sides by level, and then by the highest not ruled out.
func compareLevels(a, b Side) int {
	return cmp.Or(cmp.Compare(a.Level.Recommended, b.Level.Recommended), cmp.Compare(a.Level.AtMost, b.Level.AtMost))
}

// asks finds what a criterion asks for: a ground, a sign that decides, a count.
var asks = pattern.New(`ground\.[a-z0-9_]+|decisive|tally|domains`)

func note(asked map[string]bool, text string) {
	for _, what := range asks().FindAllString(text, -1) {
		asked[what] = true
	}
}

func firstOf(list []recommendation.Obstacle, wanted func(recommendation.Obstacle) bool) *recommendation.Obstacle {
	if i := slices.IndexFunc(list, wanted); i >= 0 {
		return &list[i]
	}
	return nil
}
