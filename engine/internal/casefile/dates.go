package casefile

import (
	"time"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// How much of a date or time a case may give. The JSON Schema of a case uses the same
// patterns.
const (
	MonthPattern = `^` + yearPattern + `-(0[1-9]|1[0-2])$`
	YearPattern  = `^` + yearPattern + `$`
	yearPattern  = `(19[0-9]{2}|20[0-9]{2}|2100)`
)

// date reads a day, a month or a year.
func (p *reading) date(f *vocabulary.Fact, n *yaml.Node) (vocabulary.Value, bool) {
	v, ok := vocabulary.ReadDate(n.Value, p.London)
	if ok {
		year := time.Unix(v.Lo, 0).In(p.London).Year()
		ok = FirstYear <= year && year <= LastYear
	}
	if !ok {
		p.fault(n, diagnostic.UnreadableDate, "write year-month-day, for example 2014-05-17; or a month, 2014-05, or a year, 2014",
			"%s is a date, and %q is not one", f.Path, source.Clip(n.Value))
	}
	return v, ok
}

// time reads a moment, or a day: any moment of it.
func (p *reading) time(f *vocabulary.Fact, n *yaml.Node) (vocabulary.Value, bool) {
	if day, ok := p.wholeDay(n); ok {
		return vocabulary.AnyTimeOf(day), true
	}
	t, ok := p.moment(n, f.Path)
	if _, twice := twin(n.Value, t); ok && twice {
		p.twice(stated{p.file, n}, "first")
	}
	return vocabulary.Exactly(t.Unix()), ok
}

// wholeDay is the midnight at which a day begins, if a day stands there.
func (p *reading) wholeDay(n *yaml.Node) (time.Time, bool) {
	if n.Kind != yaml.ScalarNode {
		return time.Time{}, false
	}
	day, err := time.ParseInLocation(time.DateOnly, n.Value, p.London)
	return day, err == nil && day.Year() >= FirstYear && day.Year() <= LastYear
}

// twice notes that a London time comes twice, because the clocks went back in it, and which
// of the two is taken.
func (p *reading) twice(at stated, taken string) {
	d := at.file.At(at.node, diagnostic.ComesTwice,
		"the clocks went back, so "+source.Clip(at.node.Value)+" came twice in London, and the "+taken+" is taken",
		"add the time zone, +01:00 for the first or Z for the second")
	d.Severity = diagnostic.Warning
	p.faults.Add(d)
}

// twin is the other moment that a London time without a zone stands for, where the clocks
// went back; t is the first.
func twin(text string, t time.Time) (time.Time, bool) {
	later := t.Add(time.Hour)
	for _, layout := range bareLayouts {
		if later.Format(layout) == text && t.Format(layout) == text {
			return later, true
		}
	}
	return time.Time{}, false
}

// bareLayouts are how a London time is written without a zone.
var bareLayouts = []string{"2006-01-02T15:04:05", "2006-01-02T15:04"}

// firstReading is the first of the moments that a London time without a zone stands for.
func firstReading(t time.Time, layout, text string) time.Time {
	if earlier := t.Add(-time.Hour); earlier.Format(layout) == text {
		return earlier
	}
	return t
}

// settleAsOf takes the second reading of an as_of that comes twice, where the case tells
// of something between the two.
func (p *reading) settleAsOf() {
	if p.laterAsOf.IsZero() {
		return
	}
	taken := "first"
	for _, f := range p.Vocabulary.Facts {
		lo := p.c.Values[f.Index].Lo
		if f.Dated() && !f.MayBeAhead && p.c.Origins[f.Index] == Stated && lo > p.c.AsOf.Unix() && lo <= p.laterAsOf.Unix() {
			p.c.AsOf, taken = p.laterAsOf, "second"
			break
		}
	}
	p.twice(p.momentAt, taken)
}

// yearsSince are the completed years since a date, up to a moment that is not before it.
func yearsSince(date vocabulary.Value, asOf time.Time, london *time.Location) vocabulary.Value {
	last := time.Unix(min(date.Hi, asOf.Unix()), 0).In(london)
	return vocabulary.Value{Lo: yearsBetween(last, asOf), Hi: yearsBetween(time.Unix(date.Lo, 0).In(london), asOf)}
}

// yearsBetween counts completed years.
func yearsBetween(from, to time.Time) int64 {
	years := to.Year() - from.Year()
	if to.Month() < from.Month() || to.Month() == from.Month() && to.Day() < from.Day() {
		years--
	}
	return int64(years)
}

// overlap is what two ranges have in common; where that is nothing, Lo is above Hi.
func overlap(v, w vocabulary.Value) vocabulary.Value {
	return vocabulary.Value{Lo: max(v.Lo, w.Lo), Hi: min(v.Hi, w.Hi)}
}

// date takes a day, or a month or a year, which are shorter.
func (q *Quick) date(text []byte) vocabulary.Value {
	var from, to time.Time
	london := q.reader.London
	switch len(text) {
	case len(time.DateOnly):
		d := q.ymd(text)
		if q.bad {
			return vocabulary.Value{}
		}
		return vocabulary.Exactly(d.midnight(london).Unix())
	case len("2006-01"):
		y, m := q.digits(text[:4]), time.Month(q.digits(text[5:7]))
		q.bad = q.bad || text[4] != '-' || m < time.January || m > time.December || y < FirstYear || y > LastYear
		from, to = time.Date(y, m, 1, 0, 0, 0, 0, london), time.Date(y, m+1, 0, 0, 0, 0, 0, london)
	case len("2006"):
		y := q.digits(text)
		q.bad = q.bad || y < FirstYear || y > LastYear
		from, to = time.Date(y, time.January, 1, 0, 0, 0, 0, london), time.Date(y, time.December, 31, 0, 0, 0, 0, london)
	default:
		q.bad = true
	}
	return vocabulary.Value{Lo: from.Unix(), Hi: to.Unix()}
}

// time takes a moment, or a day: any moment of it.
func (q *Quick) time(text []byte) vocabulary.Value {
	if len(text) != len(time.DateOnly) {
		return vocabulary.Exactly(q.moment(text))
	}
	d := q.ymd(text)
	if q.bad {
		return vocabulary.Value{}
	}
	return vocabulary.AnyTimeOf(d.midnight(q.reader.London))
}
