// Package draw makes up cases and rules, many and cheaply, for benchmarks and long
// comparisons. The same source of chance gives the same cases and rules.
package draw

import (
	"encoding/json"
	"math/rand/v2"
	"time"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// AsOf is the moment that cases speak of.
var AsOf = time.Date(2020, 3, 2, 14, 10, 0, 0, time.UTC)

// Case makes a case in which each fact is known with a chance of share in a hundred,
// partly graded where graded says so.
func Case(r *rand.Rand, p *policy.Policy, share int, graded bool, london *time.Location) *casefile.Case {
	c := &casefile.Case{
		Policy: p.ID, AsOf: AsOf.In(london),
		Values: make([]vocabulary.Value, len(p.Vocabulary.Facts)), Origins: make([]casefile.Origin, len(p.Vocabulary.Facts)),
	}
	for _, f := range p.Vocabulary.Facts {
		c.Values[f.Index] = f.Unknown()
		if r.IntN(100) < share {
			c.Values[f.Index], c.Origins[f.Index] = Value(r, f, graded), casefile.Stated
		}
	}
	if graded && r.IntN(4) == 0 {
		l := p.Levels[r.IntN(len(p.Levels))]
		c.Judgement = &casefile.Judgement{Level: l.Number, By: "nobody", Reason: "made up"}
	}
	return c
}

// Value draws what is known of one fact.
func Value(r *rand.Rand, f *vocabulary.Fact, graded bool) vocabulary.Value {
	all := f.Unknown()
	partly := graded && r.IntN(3) == 0
	if f.Dated() {
		at := AsOf.Unix() - r.Int64N(90*24*3600)
		if partly {
			return Around(f, at)
		}
		return vocabulary.Exactly(at)
	}
	if f.Kind == vocabulary.Choices {
		v := vocabulary.Exactly(r.Int64N(all.Hi + 1))
		if partly {
			v.Hi |= r.Int64N(all.Hi + 1)
		}
		return v
	}
	v := vocabulary.Exactly(all.Lo + r.Int64N(all.Hi-all.Lo+1))
	if partly && (f.Kind == vocabulary.Scale || f.Kind == vocabulary.Whole) {
		v.Hi += r.Int64N(all.Hi - v.Hi + 1)
	}
	return v
}

// Around is the day that a moment lies in, or the month of a date.
func Around(f *vocabulary.Fact, at int64) vocabulary.Value {
	// Where cases lie, days and months in London are those in UTC.
	y, m, d := time.Unix(at, 0).UTC().Date()
	if f.Kind == vocabulary.Time {
		return vocabulary.AnyTimeOf(time.Date(y, m, d, 0, 0, 0, 0, time.UTC))
	}
	return vocabulary.Value{Lo: time.Date(y, m, 1, 0, 0, 0, 0, time.UTC).Unix(), Hi: time.Date(y, m+1, 0, 0, 0, 0, 0, time.UTC).Unix()}
}

// Text makes a case like Case does, as JSON, with evidence for one fact in eight. Dates
// that numbers are worked out from are left out: they could contradict the number.
func Text(r *rand.Rand, p *policy.Policy, share int, graded bool, london *time.Location) ([]byte, error) {
	c := Case(r, p, share, graded, london)
	c.Evidence = map[int][]casefile.Evidence{}
	for _, f := range p.Vocabulary.Facts {
		if d := f.YearsSince; d != nil {
			c.Values[d.Index], c.Origins[d.Index] = d.Unknown(), casefile.NotStated
			delete(c.Evidence, d.Index)
		}
		if f.IsUnknown(c.Values[f.Index]) {
			c.Origins[f.Index] = casefile.NotStated
		}
		if c.Origins[f.Index] == casefile.Stated && r.IntN(8) == 0 {
			c.Evidence[f.Index] = []casefile.Evidence{{Source: "school", On: "2020-02-28"}}
		}
	}
	forgetConflicts(c, p.Vocabulary)
	return json.Marshal(c.Canonical(p.Vocabulary, london))
}

// forgetConflicts leaves out of a case what the vocabulary says cannot be true, so that the
// case is not refused.
func forgetConflicts(c *casefile.Case, v *vocabulary.Vocabulary) {
	for _, conflict := range v.Conflicts {
		if conflict.Severity != term.ConflictError || conflict.When.Truth(c.Values, c.AsOf.Unix()) != logic.True {
			continue
		}
		conflict.When.Facts(func(f *vocabulary.Fact) {
			c.Values[f.Index], c.Origins[f.Index] = f.Unknown(), casefile.NotStated
			delete(c.Evidence, f.Index)
		})
	}
}
