package casefile

import (
	"fmt"
	"slices"
	"time"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/vocabulary"
)

// finish works out what follows from what was stated: what evidence says by itself, ages
// from dates of birth, what cannot be true together, and what silence means in domains gone
// through.
func (p *reading) finish() {
	p.claims()
	p.ahead()
	for _, f := range p.Vocabulary.Facts {
		if f.YearsSince != nil {
			p.derive(f)
		}
	}
	p.conflicts()
	p.whenDone()
	for _, name := range p.explored {
		for _, f := range p.Vocabulary.Domain(name).Facts {
			if f.ClosesWithDomain() && p.c.Origins[f.Index] == NotStated {
				p.c.Values[f.Index], p.c.Origins[f.Index] = *f.Nothing, Explored
			}
		}
	}
	p.c.Explored = slices.Sorted(slices.Values(p.explored))
}

// ahead refuses dates and times after as_of.
func (p *reading) ahead() {
	if p.c.AsOf.IsZero() {
		return
	}
	for _, f := range p.Vocabulary.Facts {
		if f.Kind != vocabulary.Date && f.Kind != vocabulary.Time || f.MayBeAhead || p.c.Origins[f.Index] != Stated {
			continue
		}
		if p.c.Values[f.Index].Lo > p.c.AsOf.Unix() {
			at := p.stated[f]
			p.at(at.file, at.node, diagnostic.InFuture, "check the date, or as_of", "%s is after as_of", f.Path)
		}
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
	if !since.Known() || p.c.AsOf.IsZero() {
		return
	}
	years := yearsBetween(time.Unix(since.Lo, 0).In(p.London), p.c.AsOf)
	from := p.stated[f.YearsSince]
	if years < f.Min || years > f.Max {
		p.at(from.file, from.node, diagnostic.OffScale,
			fmt.Sprintf("%s goes from %d to %d; check the date, or as_of", f.Path, f.Min, f.Max),
			"according to %s, %s would be %d", f.YearsSince.Path, f.Path, years)
		return
	}
	switch p.c.Origins[f.Index] {
	case Stated:
		v := p.c.Values[f.Index]
		if years < v.Lo || years > v.Hi {
			at := p.stated[f]
			p.at(at.file, at.node, diagnostic.Conflict, "correct one of the two, or leave this one out",
				"%s is stated as %s, but %s makes it %d", f.Path, f.Says(v, p.London), f.YearsSince.Path, years)
		}
	case SaidUnknown:
		at := p.stated[f]
		p.at(at.file, at.node, diagnostic.Conflict, "leave this one out",
			"%s is said to be unknown, but %s makes it %d", f.Path, f.YearsSince.Path, years)
	case NotStated, Explored, Derived, Alleged:
		p.c.Values[f.Index], p.c.Origins[f.Index] = vocabulary.Exactly(years), Derived
		p.c.From[f.Index] = f.YearsSince
		return
	}
	p.c.Values[f.Index] = vocabulary.Exactly(years)
}

// yearsBetween counts completed years.
func yearsBetween(from, to time.Time) int64 {
	years := to.Year() - from.Year()
	if to.Month() < from.Month() || to.Month() == from.Month() && to.Day() < from.Day() {
		years--
	}
	return int64(years)
}
