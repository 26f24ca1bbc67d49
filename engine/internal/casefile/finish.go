package casefile

import (
	"fmt"
	"slices"
	"strconv"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/vocabulary"
)

// finish works out what follows from what was stated: what evidence says by itself, ages from
// dates of birth, what cannot be true together, and then what the vocabulary supplies.
func (p *reading) finish() {
	p.claims()
	p.settleAsOf()
	p.ahead()
	known := slots{p.c.Values, p.c.Origins}
	for _, f := range p.Vocabulary.Facts {
		if f.YearsSince != nil {
			p.derive(f)
		}
		if f.AheadOf != nil && !p.c.AsOf.IsZero() && expect(f, known, p.c.AsOf.Unix()) {
			p.c.From[f.Index] = []*vocabulary.Fact{f.AheadOf}
		}
	}
	p.notOfHome()
	p.conflicts()
	p.allDone()
	p.whenDone()
	p.c.Explored = p.allExplored()
	said := slices.Clone(p.c.Values)
	if p.part != whole {
		p.c.stated = &slots{said, slices.Clone(p.c.Origins)}
	}
	room := p.supply.newRoom()
	p.went(p.c, &room.gone)
	p.supply.apply(known, p.c.AsOf.Unix(), &room)
	for _, f := range p.supply.presumed {
		if p.c.Origins[f.Index] == Stated && p.c.Values[f.Index] != said[f.Index] {
			p.c.Said[f.Index] = said[f.Index]
		}
	}
}

// ahead refuses dates and times after as_of.
func (p *reading) ahead() {
	if p.c.AsOf.IsZero() {
		return
	}
	for _, f := range p.Vocabulary.Facts {
		if !f.Dated() || f.MayBeAhead || p.c.Origins[f.Index] != Stated || p.c.Values[f.Index].Lo <= p.c.AsOf.Unix() {
			continue
		}
		at, remedy := p.stated[f], "check the date, or as_of"
		if expected := p.expectationOf(f); expected != nil {
			remedy = fmt.Sprintf("if it is still to come, write %s; or check the date, or as_of", expected.Path)
		}
		p.at(at.file, at.node, diagnostic.InFuture, remedy, "%s is after as_of", f.Path)
	}
	for _, d := range p.dated {
		if d.day.After(p.c.AsOf) {
			p.at(d.file, d.node, diagnostic.InFuture, "check the date, or as_of",
				"the date of the evidence is after as_of")
		}
	}
}

// derive works out completed years since a date and holds them against what is
// stated.
func (p *reading) derive(f *vocabulary.Fact) {
	since := p.c.Values[f.YearsSince.Index]
	if f.YearsSince.IsUnknown(since) || p.c.AsOf.IsZero() || since.Lo > p.c.AsOf.Unix() {
		return
	}
	exact := yearsSince(since, p.c.AsOf, p.London)
	years := overlap(exact, f.Unknown())
	from := p.stated[f.YearsSince]
	if years.Lo > years.Hi {
		p.at(from.file, from.node, diagnostic.OffScale,
			fmt.Sprintf("%s goes from %d to %d; check the date, or as_of", f.Path, f.Min, f.Max),
			"according to %s, %s would be %s", f.YearsSince.Path, f.Path, numbers(exact))
		return
	}
	switch p.c.Origins[f.Index] {
	case Stated:
		v := p.c.Values[f.Index]
		both := overlap(years, v)
		if both.Lo > both.Hi {
			at := p.stated[f]
			p.at(at.file, at.node, diagnostic.Conflict, "correct one of the two, or leave this one out",
				"%s is stated as %s, but %s makes it %s", f.Path, f.Says(v, p.London), f.YearsSince.Path, numbers(years))
			return
		}
		p.c.Values[f.Index] = both
	case SaidUnknown:
		at := p.stated[f]
		p.at(at.file, at.node, diagnostic.Conflict, "leave this one out",
			"%s is said to be unknown, but %s makes it %s", f.Path, f.YearsSince.Path, numbers(years))
	case NotStated, Explored, Derived, Alleged, Presumed, NotApplicable:
		p.c.Values[f.Index], p.c.Origins[f.Index] = years, Derived
		p.c.From[f.Index] = []*vocabulary.Fact{f.YearsSince}
	}
}

// numbers is a number, or two between which it lies.
func numbers(v vocabulary.Value) string {
	if v.Known() {
		return strconv.FormatInt(v.Lo, 10)
	}
	return fmt.Sprintf("%d to %d", v.Lo, v.Hi)
}
