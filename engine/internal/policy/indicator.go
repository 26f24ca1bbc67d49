package policy

import (
	"windscreen/engine/term"
)

// Indicator is a sign of need.
type Indicator struct {
	*Rule
	// Level, Domain and Concept are indexes into the policy's lists.
	Level, Domain, Concept int
	Strength               term.Strength
	// Ground is the index of the statute that the sign makes out by itself, or -1.
	Ground int
}

// Signs are, by index into Levels, the indicators that count or decide at that level or above.
func (p *Policy) Signs() [][]*Indicator {
	out := make([][]*Indicator, len(p.Levels))
	for _, i := range p.Indicators {
		if i.Strength == term.StrengthContext {
			continue
		}
		for level := range i.Level + 1 {
			out[level] = append(out[level], i)
		}
	}
	return out
}
