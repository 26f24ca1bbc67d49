package generate

import (
	"windscreen/engine/internal/frequency"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// certain is the chance of what is certain. Chances are whole numbers, so that every machine
// draws the same.
const certain = 1_000_000

// odds are the chances of the values of a fact among the children to whom it may apply.
type odds struct {
	shares []chance
	// quiet is the value of all the rest, if hasQuiet. Otherwise each of rest is as likely
	// as the others.
	quiet    vocabulary.Value
	hasQuiet bool
	rest     []int64
}

// chance is how likely one of some values is.
type chance struct {
	of     int64
	values []int64
}

// allOdds works out the odds of every fact, by Fact.Index. Shares are of all children; where a
// fact cannot apply at some ages, they are more of those to whom it can.
func (g *Generator) allOdds(f *frequency.Frequencies) []odds {
	odds := make([]odds, len(g.reader.Vocabulary.Facts))
	for _, fact := range g.order {
		odds[fact.Index] = g.oddsOf(f, fact, certain)
	}
	ages := g.ages(f)
	for _, fact := range g.order {
		if fact.Applies != nil {
			odds[fact.Index] = g.oddsOf(f, fact, g.reach(fact, ages))
		}
	}
	return odds
}

// oddsOf are the odds of a fact that may apply to some of all children.
func (g *Generator) oddsOf(f *frequency.Frequencies, fact *vocabulary.Fact, reach int64) odds {
	var o odds
	o.quiet, o.hasQuiet = frequency.Quiet(fact)
	o.rest = plain(fact)
	shares := f.Facts[fact]
	for _, s := range shares {
		o.shares = append(o.shares, chance{min(int64(s.Of)*(certain/frequency.Whole)*certain/max(reach, 1), certain), s.Values})
		if !o.hasQuiet {
			o.rest = without(o.rest, s.Values)
		}
	}
	loud := int64(frequency.Whole-f.Quiet) * (certain / frequency.Whole)
	switch {
	case len(shares) > 0:
	case fact.Dated() && fact.Applies == nil:
		o.shares = []chance{{of: loud}}
	case fact.Dated():
		o.shares = []chance{{of: certain}}
	case fact.Kind == vocabulary.Choices: // quiet is no word at all, so that no word is left out
		o.shares = []chance{{loud, o.rest}}
	case o.hasQuiet:
		if values := without(o.rest, []int64{o.quiet.Lo}); len(values) > 0 {
			o.shares = []chance{{loud, values}}
		}
	}
	if o.hasQuiet && !fact.Background {
		for i := range o.shares {
			o.shares[i].of = o.shares[i].of * int64(g.options.Concerns) / all
		}
	}
	return o
}

// plain are the single values of a fact: of a list of words, the words. Of a number with a
// presumed range they are those within it.
func plain(f *vocabulary.Fact) []int64 {
	lo, hi := f.Unknown().Lo, f.Unknown().Hi
	switch f.Kind {
	case vocabulary.Date, vocabulary.Time:
		return nil
	case vocabulary.Choices:
		lo, hi = 0, int64(len(f.Words))-1
	case vocabulary.Whole:
		if f.Presumed != nil {
			lo, hi = max(lo, f.Presumed.Lo), min(hi, f.Presumed.Hi)
		}
	case vocabulary.YesNo, vocabulary.Scale, vocabulary.Choice:
	}
	var out []int64
	for n := lo; n <= hi; n++ {
		out = append(out, n)
	}
	return out
}

// without leaves values out of a list.
func without(list, values []int64) []int64 {
	var out []int64
	for _, n := range list {
		left := true
		for _, m := range values {
			left = left && n != m
		}
		if left {
			out = append(out, n)
		}
	}
	return out
}

// of is the chance of a single value.
func (o odds) of(n int64) int64 {
	rest, is := int64(certain), int64(0)
	for _, s := range o.shares {
		rest -= s.of
		for _, m := range s.values {
			if m == n {
				is += s.of / int64(len(s.values))
			}
		}
	}
	switch {
	case o.hasQuiet:
		if o.quiet == vocabulary.Exactly(n) {
			is += max(rest, 0)
		}
	default:
		for _, m := range o.rest {
			if m == n {
				is += max(rest, 0) / int64(len(o.rest))
			}
		}
	}
	return is
}

// age is a kind of child that most conditions tell apart: of one age, or not yet born.
type age struct {
	values []vocabulary.Value
	of     int64
}

// ages are all of them, with the share of children of each.
func (g *Generator) ages(f *frequency.Frequencies) []age {
	v := g.reader.Vocabulary
	nothing := make([]vocabulary.Value, len(v.Facts))
	for _, fact := range v.Facts {
		nothing[fact.Index] = fact.Unknown()
	}
	years, unborn := v.Fact("child.age"), v.Fact("child.unborn")
	if years == nil {
		return []age{{nothing, certain}}
	}
	with := func(of int64, put func(values []vocabulary.Value)) age {
		values := append([]vocabulary.Value(nil), nothing...)
		put(values)
		return age{values, of}
	}
	born, out := int64(certain), []age(nil)
	if unborn != nil {
		born -= g.oddsOf(f, unborn, certain).of(1)
		out = append(out, with(certain-born, func(values []vocabulary.Value) { values[unborn.Index] = vocabulary.Exactly(1) }))
	}
	ofAge := g.oddsOf(f, years, born)
	for n := years.Min; n <= years.Max; n++ {
		out = append(out, with(ofAge.of(n)*born/certain, func(values []vocabulary.Value) {
			values[years.Index] = vocabulary.Exactly(n)
			if unborn != nil {
				values[unborn.Index] = vocabulary.Exactly(0)
			}
		}))
	}
	return out
}

// reach is the share of children whose age does not rule a fact out.
func (g *Generator) reach(f *vocabulary.Fact, ages []age) int64 {
	reach := int64(0)
	for _, a := range ages {
		if f.Applies.Truth(a.values, g.options.AsOf.Unix()) != logic.False {
			reach += a.of
		}
	}
	return min(reach, certain)
}
