package casefile

import "windscreen/engine/internal/vocabulary"

// What is expected: a birth that lies ahead. A case gives the date on which it is expected,
// and that the child is not yet born follows, unless the case also gives the date of birth.
// A date that is past says nothing: the child may be late, or nobody wrote down the birth.

// stillAhead reports whether a date that is expected lies ahead, and what takes its place
// is not stated.
func stillAhead(expected *vocabulary.Fact, values []vocabulary.Value, origins []Origin, asOf int64) bool {
	return origins[expected.Index] == Stated && values[expected.Index].Lo > asOf &&
		(expected.Expects == nil || origins[expected.Expects.Index] != Stated)
}

// expect works out a fact that is so while a date lies ahead.
func (p *reading) expect(f *vocabulary.Fact) {
	if p.c.Origins[f.Index] == NotStated && !p.c.AsOf.IsZero() && stillAhead(f.AheadOf, p.c.Values, p.c.Origins, p.c.AsOf.Unix()) {
		p.c.Values[f.Index], p.c.Origins[f.Index] = vocabulary.YesOrNo(true), Derived
		p.c.From[f.Index] = f.AheadOf
	}
}

// expectationOf is the date to write while another lies ahead, or nil.
func (p *reading) expectationOf(f *vocabulary.Fact) *vocabulary.Fact {
	for _, expected := range p.Vocabulary.Facts {
		if expected.Expects == f {
			return expected
		}
	}
	return nil
}

// expect works out a fact that is so while a date lies ahead.
func (q *Quick) expect(f *vocabulary.Fact) {
	if q.Origins[f.Index] == NotStated && stillAhead(f.AheadOf, q.Values, q.Origins, q.AsOf) {
		q.Values[f.Index], q.Origins[f.Index] = vocabulary.YesOrNo(true), Derived
	}
}
