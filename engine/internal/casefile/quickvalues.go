package casefile

import (
	"time"

	"windscreen/engine/internal/vocabulary"
)

// value takes a value by the fact's type.
func (q *Quick) value(f *quickFact, v *vocabulary.Value) {
	switch f.kind {
	case vocabulary.YesNo:
		*v = q.yes()
	case vocabulary.Choices:
		*v = q.set(f)
	case vocabulary.Date:
		*v = q.date(q.text())
	case vocabulary.Time:
		*v = q.time(q.text())
	case vocabulary.Scale, vocabulary.Whole, vocabulary.Choice:
		if f.kind != vocabulary.Choice && q.peek() == '{' {
			*v = q.partly(f)
		} else {
			*v = vocabulary.Exactly(q.point(f))
		}
	}
}

// yes takes a yes or no, as JSON has it or in a word.
func (q *Quick) yes() vocabulary.Value {
	if q.peek() != '"' {
		return vocabulary.YesOrNo(q.yesNo())
	}
	switch string(q.text()) {
	case "true", "yes":
		return vocabulary.YesOrNo(true)
	case "false", "no":
	default:
		q.bad = true
	}
	return vocabulary.YesOrNo(false)
}

// point takes one rung, word or whole number.
func (q *Quick) point(f *quickFact) int64 {
	if f.kind == vocabulary.Whole {
		n := q.whole()
		q.bad = q.bad || n < f.Min || n > f.Max
		return n
	}
	i := q.oneOf(&f.words)
	if i == noName {
		q.fail()
		return 0
	}
	return int64(i)
}

// partly takes {"at_least": …, "at_most": …}.
func (q *Quick) partly(f *quickFact) vocabulary.Value {
	v := q.unknown[f.Index]
	var keys uint
	for on := q.open('{', '}'); on; on = q.next('}') {
		switch string(q.key()) {
		case "at_least":
			q.once(&keys, keyAtLeast)
			v.Lo = q.point(f)
		case "at_most":
			q.once(&keys, keyAtMost)
			v.Hi = q.point(f)
		case KeyOfMonths:
			q.once(&keys, keyMonths)
			v = q.ofMonths(f)
		default:
			q.bad = true
		}
	}
	q.bad = q.bad || keys&keyMonths != 0 && keys != keyMonths || v.Lo > v.Hi || v == q.unknown[f.Index]
	return v
}

// day is a day of the calendar.
type day struct {
	year  int
	month time.Month
	day   int
}

// before reports whether it comes before another day.
func (d day) before(e day) bool {
	return d.year < e.year || d.year == e.year && (d.month < e.month || d.month == e.month && d.day < e.day)
}

// midnight begins the day, in London.
func (d day) midnight(london *time.Location) time.Time {
	return time.Date(d.year, d.month, d.day, 0, 0, 0, 0, london)
}

// day takes YYYY-MM-DD.
func (q *Quick) day() day {
	text := q.text()
	if len(text) != len(time.DateOnly) {
		q.fail()
		return day{}
	}
	return q.ymd(text)
}

// ymd reads a day. It must exist, and lie within the years that a case may name.
func (q *Quick) ymd(text []byte) day {
	d := day{q.digits(text[:4]), time.Month(q.digits(text[5:7])), q.digits(text[8:10])}
	q.bad = q.bad || text[4] != '-' || text[7] != '-' || d.year < FirstYear || d.year > LastYear ||
		d.month < time.January || d.month > time.December || d.day < 1 || d.day > daysIn(d.year, d.month)
	return d
}

// daysIn is how many days a month has.
func daysIn(y int, m time.Month) int {
	switch m {
	case time.February:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	case time.April, time.June, time.September, time.November:
		return 30
	default:
		return 31
	}
}

// digits reads a number of decimal digits.
func (q *Quick) digits(text []byte) (n int) {
	for _, c := range text {
		q.bad = q.bad || !isDigit(c)
		n = 10*n + int(c-'0')
	}
	return n
}

// moment takes a time of day on a date, in Unix seconds: with a zone, or else in
// London time, but for one that the clocks skipped or that comes twice.
func (q *Quick) moment(text []byte) int64 {
	const toMinute, toSecond = len("2006-01-02T15:04"), len("2006-01-02T15:04:05")
	if len(text) < toMinute || text[10] != 'T' || text[13] != ':' {
		q.bad = true
		return 0
	}
	d := q.ymd(text)
	hour, minute, second := q.digits(text[11:13]), q.digits(text[14:16]), 0
	zone := text[toMinute:]
	if len(zone) >= 3 && zone[0] == ':' {
		second, zone = q.digits(zone[1:3]), text[toSecond:]
	}
	q.bad = q.bad || hour > 23 || minute > 59 || second > 59
	if q.bad {
		return 0
	}
	if len(zone) == 0 {
		t := time.Date(d.year, d.month, d.day, hour, minute, second, 0, q.reader.London)
		q.bad = t.Hour() != hour || t.Minute() != minute || t.Add(time.Hour).Hour() == hour || t.Add(-time.Hour).Hour() == hour
		return t.Unix()
	}
	return time.Date(d.year, d.month, d.day, hour, minute, second, 0, time.UTC).Unix() - q.offset(zone)
}

// offset reads a zone as seconds ahead of UTC.
func (q *Quick) offset(zone []byte) int64 {
	if len(zone) == 1 && zone[0] == 'Z' {
		return 0
	}
	if len(zone) != 6 || zone[0] != '+' && zone[0] != '-' || zone[3] != ':' {
		q.bad = true
		return 0
	}
	hours, minutes := q.digits(zone[1:3]), q.digits(zone[4:6])
	q.bad = q.bad || hours > 23 || minutes > 59
	seconds := int64(hours*3600 + minutes*60)
	if zone[0] == '-' {
		return -seconds
	}
	return seconds
}
