package generate

import (
	"slices"
	"time"

	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// tries is how often a value is drawn anew that cannot stand beside what was drawn before.
const tries = 16

// fact draws a fact that applies. It is unknown where nothing can be stated.
func (g *Generator) fact(f *vocabulary.Fact) vocabulary.Value {
	for range tries {
		if v := g.drawn(f); g.stands(f, v) {
			return v
		}
	}
	// What is left is tried in turn, the quiet value first.
	before := g.values[f.Index]
	for _, v := range g.candidates(f) {
		if g.stands(f, v) {
			return v
		}
	}
	return before
}

// applies reports whether a fact may be stated of the child.
func (g *Generator) applies(f *vocabulary.Fact) bool {
	if f.FromOthers != nil && g.options.Children > 0 {
		return false
	}
	return f.Applies == nil || f.Applies.Truth(g.values, g.options.AsOf.Unix()) == logic.True
}

// stands reports whether a value of a fact can be true beside what was drawn before.
func (g *Generator) stands(f *vocabulary.Fact, v vocabulary.Value) bool {
	before := g.values[f.Index]
	g.values[f.Index] = v
	defer func() { g.values[f.Index] = before }()
	return !slices.ContainsFunc(g.about[f.Index], func(c *vocabulary.Conflict) bool {
		return c.When.Truth(g.values, g.options.AsOf.Unix()) == logic.True
	})
}

// drawn draws a value by the odds.
func (g *Generator) drawn(f *vocabulary.Fact) vocabulary.Value {
	switch f.Path {
	case "child.date_of_birth":
		return g.birth(f)
	case "child.expected_on":
		return g.day(f, 1+g.chance.IntN(280))
	}
	o := &g.odds[f.Index]
	at := g.chance.Int64N(certain)
	for _, s := range o.shares {
		if at < s.of {
			return g.one(f, s.values)
		}
		at -= s.of
	}
	switch {
	case o.hasQuiet:
		return o.quiet
	case f.Dated():
		return f.Unknown()
	case f.Kind == vocabulary.Choices && g.chance.IntN(2) == 0:
		return vocabulary.Exactly(0)
	}
	return g.one(f, o.rest)
}

// one draws one of some values; of a list of words, one word or, one time in four, two.
func (g *Generator) one(f *vocabulary.Fact, values []int64) vocabulary.Value {
	if f.Dated() {
		return g.date(f)
	}
	n := values[g.chance.IntN(len(values))]
	if f.Kind != vocabulary.Choices {
		return vocabulary.Exactly(n)
	}
	words := int64(1) << n
	if g.chance.IntN(4) == 0 {
		words |= 1 << values[g.chance.IntN(len(values))]
	}
	return vocabulary.Exactly(words)
}

// candidates are the values of a fact that are tried where no value drawn can stand.
func (g *Generator) candidates(f *vocabulary.Fact) []vocabulary.Value {
	var out []vocabulary.Value
	if o := &g.odds[f.Index]; o.hasQuiet {
		out = append(out, o.quiet)
	}
	for _, n := range plain(f) {
		if f.Kind == vocabulary.Choices {
			n = 1 << n
		}
		out = append(out, vocabulary.Exactly(n))
	}
	return out
}

// lately is how many days back the dates of what has happened go, and ahead how many days
// those of what is to come.
const lately, ahead = 28, 28

// date draws a day or a moment: of what is to come where it may lie ahead, and otherwise of
// the last weeks.
func (g *Generator) date(f *vocabulary.Fact) vocabulary.Value {
	days := -g.chance.IntN(lately)
	if f.MayBeAhead {
		days = 1 + g.chance.IntN(ahead)
	}
	return g.day(f, days)
}

// day is so many days from as_of: of a time, a moment in office hours that is not after as_of
// unless the day is.
func (g *Generator) day(f *vocabulary.Fact, days int) vocabulary.Value {
	asOf := g.options.AsOf.In(g.reader.London)
	midnight := time.Date(asOf.Year(), asOf.Month(), asOf.Day()+days, 0, 0, 0, 0, g.reader.London)
	if f.Kind == vocabulary.Date {
		return vocabulary.Exactly(midnight.Unix())
	}
	at := midnight.Add(time.Duration(9*60+15*g.chance.IntN(32)) * time.Minute)
	if days <= 0 && at.After(asOf) {
		at = asOf.Truncate(time.Minute)
	}
	return vocabulary.Exactly(at.Unix())
}

// birth draws the date of birth of a child whose age was drawn. A child who is not yet born has
// none.
func (g *Generator) birth(f *vocabulary.Fact) vocabulary.Value {
	years := g.reader.Vocabulary.Fact("child.age")
	unborn := g.reader.Vocabulary.Fact("child.unborn")
	if years == nil || !g.values[years.Index].Known() || unborn != nil && g.values[unborn.Index].Hi == 1 {
		return f.Unknown()
	}
	asOf := g.options.AsOf.In(g.reader.London)
	// The last birthday is from this day back to less than a year ago.
	last := time.Date(asOf.Year(), asOf.Month(), asOf.Day()-g.chance.IntN(364), 0, 0, 0, 0, g.reader.London)
	born := time.Date(last.Year()-int(g.values[years.Index].Lo), last.Month(), last.Day(), 0, 0, 0, 0, g.reader.London)
	return vocabulary.Exactly(born.Unix())
}
