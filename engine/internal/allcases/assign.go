package allcases

import (
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// Assign gives what a case that was read says as values of the variables. The case is of the policy and of
// the moment that is described. Looking both ways then looks at everything, or at nothing if c is Bounded.
func (c *Cases) Assign(of *casefile.Case) func(formula.Ref) bool {
	says := make([]vocabulary.Value, len(c.facts()))
	for _, f := range c.facts() {
		switch of.Origins[f.Index] {
		case casefile.Stated, casefile.Alleged, casefile.Explored:
			says[f.Index] = of.Says(f)
		case casefile.Derived:
			says[f.Index] = of.Says(f)
			if f.AheadOf != nil { // it follows from what is said of the date
				says[f.Index] = f.Unknown()
			}
		case casefile.NotStated, casefile.SaidUnknown, casefile.Presumed, casefile.NotApplicable:
			says[f.Index] = f.Unknown()
		}
	}
	return func(r formula.Ref) bool {
		v := c.variables[r]
		switch v.about {
		case saidUnknown:
			o := of.Origins[v.fact.Index]
			return o == casefile.SaidUnknown || o == casefile.Alleged && v.fact.IsUnknown(says[v.fact.Index]) &&
				c.said[v.fact.Index].alleged == formula.False
		case isAlleged:
			return of.Origins[v.fact.Index] == casefile.Alleged
		case isSilent:
			return of.Origins[v.fact.Index] == casefile.Explored
		case judgedAt:
			return of.Judgement != nil && of.Judgement.Level == c.Policy.Levels[v.at].Number
		case certainly, impossible:
			env := lang.Env{Values: of.Values, AsOf: c.at()}
			t := c.spans[v.at].node.Truth(&env)
			return t == logic.True && v.about == certainly || t == logic.False && v.about == impossible
		case settled:
			return !c.Bounded()
		case atLeast, below, exactly, something, word, applies, not:
		}
		return c.holds(v, says[v.fact.Index])
	}
}

// holds is a variable about what is said of a fact.
func (c *Cases) holds(v variable, says vocabulary.Value) bool {
	switch v.about {
	case atLeast:
		return says.Lo >= c.cuts[v.fact.Index][v.at]
	case below:
		return says.Hi < c.cuts[v.fact.Index][v.at]
	case exactly:
		return says.Known()
	case something:
		return !v.fact.IsUnknown(says)
	case word:
		return says == vocabulary.Exactly(int64(v.at))
	case applies:
		return says.Lo>>v.at&1 == 1
	case not:
		return says.Hi>>v.at&1 == 0
	case saidUnknown, isAlleged, isSilent, certainly, impossible, judgedAt, settled:
	}
	return false
}
