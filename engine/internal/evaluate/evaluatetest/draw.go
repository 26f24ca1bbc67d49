package evaluatetest

import (
	"math/rand/v2"
	"time"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// Draw makes a case in which each fact is known with a chance of share in a hundred,
// partly graded where graded says so. It is far cheaper than Knowledge and is for
// many cases; the same r gives the same cases.
func Draw(r *rand.Rand, p *policy.Policy, share int, graded bool, london *time.Location) *casefile.Case {
	c := &casefile.Case{
		Policy: p.ID, AsOf: AsOf.In(london),
		Values: make([]vocabulary.Value, len(p.Vocabulary.Facts)), Origins: make([]casefile.Origin, len(p.Vocabulary.Facts)),
	}
	for _, f := range p.Vocabulary.Facts {
		c.Values[f.Index] = f.Unknown()
		if r.IntN(100) < share {
			c.Values[f.Index], c.Origins[f.Index] = DrawValue(r, f, graded), casefile.Stated
		}
	}
	if graded && r.IntN(4) == 0 {
		l := p.Levels[r.IntN(len(p.Levels))]
		c.Judgement = &casefile.Judgement{Level: l.Number, By: "nobody", Reason: "made up"}
	}
	return c
}

// DrawValue draws what is known of one fact.
func DrawValue(r *rand.Rand, f *vocabulary.Fact, graded bool) vocabulary.Value {
	all := f.Unknown()
	switch f.Kind {
	case vocabulary.Date, vocabulary.Time:
		return vocabulary.Exactly(AsOf.Unix() - r.Int64N(90*24*3600))
	case vocabulary.Choices:
		return vocabulary.Exactly(r.Int64N(all.Hi + 1))
	}
	v := vocabulary.Exactly(all.Lo + r.Int64N(all.Hi-all.Lo+1))
	if graded && (f.Kind == vocabulary.Scale || f.Kind == vocabulary.Whole) && r.IntN(3) == 0 {
		v.Hi += r.Int64N(all.Hi - v.Hi + 1)
	}
	return v
}
