package casefile

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/pattern"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// value reads a value by the fact's type. It reports what it cannot read.
func (p *reading) value(f *vocabulary.Fact, n *yaml.Node) (vocabulary.Value, bool) {
	switch {
	case n.Kind == yaml.ScalarNode && (n.Tag == "!!null" || n.Value == ""):
		p.fault(n, diagnostic.NoValue, "write a value, or unknown, or leave the fact out", "%s has no value", f.Path)
		return vocabulary.Value{}, false
	case n.Kind == yaml.MappingNode && (f.Kind == vocabulary.Scale || f.Kind == vocabulary.Whole):
		if f.YearsSince != nil && has(n, KeyOfMonths) {
			return p.months(f, n)
		}
		return p.partly(f, n)
	case n.Kind != yaml.ScalarNode && f.Kind != vocabulary.Choices:
		p.fault(n, diagnostic.WrongShape, expected(f), "%s is a %s and takes one value", f.Path, f.Kind)
		return vocabulary.Value{}, false
	}
	switch f.Kind {
	case vocabulary.YesNo:
		return p.yesNo(f, n)
	case vocabulary.Choices:
		return p.set(f, n)
	case vocabulary.Date:
		return p.date(f, n)
	case vocabulary.Time:
		return p.time(f, n)
	case vocabulary.Scale, vocabulary.Choice, vocabulary.Whole:
		i, ok := p.point(f, n)
		return vocabulary.Exactly(i), ok
	}
	return vocabulary.Value{}, false
}

// yesNo reads a yes or no.
func (p *reading) yesNo(f *vocabulary.Fact, n *yaml.Node) (vocabulary.Value, bool) {
	switch n.Value {
	case "true", "yes":
		return vocabulary.YesOrNo(true), true
	case "false", "no":
		return vocabulary.YesOrNo(false), true
	}
	p.fault(n, diagnostic.WrongType, cmp.Or(p.Vocabulary.RenamedWord(f.Path, n.Value), expected(f)),
		"%s is a yes or no, not %q", f.Path, source.Clip(n.Value))
	return vocabulary.Value{}, false
}

// point reads one rung, word or whole number.
func (p *reading) point(f *vocabulary.Fact, n *yaml.Node) (int64, bool) {
	if f.Kind == vocabulary.Whole {
		return p.whole(f, n)
	}
	i := f.Word(n.Value)
	if n.Kind != yaml.ScalarNode || i < 0 {
		remedy := cmp.Or(p.Vocabulary.RenamedWord(f.Path, n.Value), source.DidYouMean(n.Value, f.WordNames()), expected(f))
		p.fault(n, diagnostic.OffScale, remedy, "%s has no %q", f.Path, source.Clip(n.Value))
		return 0, false
	}
	return int64(i), true
}

// whole reads a whole number written the one way it can be written.
func (p *reading) whole(f *vocabulary.Fact, n *yaml.Node) (int64, bool) {
	i, err := strconv.ParseInt(n.Value, 10, 64)
	if n.Kind != yaml.ScalarNode || n.Tag == "!!str" || err != nil || strconv.FormatInt(i, 10) != n.Value {
		remedy := cmp.Or(p.Vocabulary.RenamedWord(f.Path, n.Value), expected(f))
		if err == nil && i >= 0 {
			remedy = fmt.Sprintf("write %d", i)
		}
		p.fault(n, diagnostic.WrongType, remedy, "%s is a whole number, not %q", f.Path, source.Clip(n.Value))
		return 0, false
	}
	if i < f.Min || i > f.Max {
		p.fault(n, diagnostic.OffScale, expected(f), "%s cannot be %d", f.Path, i)
		return 0, false
	}
	return i, true
}

// partly reads {at_least: …, at_most: …}.
func (p *reading) partly(f *vocabulary.Fact, n *yaml.Node) (vocabulary.Value, bool) {
	v, ok := f.Unknown(), len(n.Content) > 0
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, bound := n.Content[i], n.Content[i+1]
		fine := false
		switch k.Value {
		case "at_least":
			fine = p.bound(f, bound, &v.Lo)
		case "at_most":
			fine = p.bound(f, bound, &v.Hi)
		default:
			p.fault(k, diagnostic.UnknownKey, source.DidYouMean(k.Value, []string{"at_least", "at_most"}),
				"write what is partly known as at_least or at_most, not %s", source.Clip(k.Value))
		}
		ok = ok && fine
	}
	if len(n.Content) == 0 {
		p.fault(n, diagnostic.NoValue, "write {at_least: …} or {at_most: …}", "%s has no value", f.Path)
	}
	if ok && v.Lo > v.Hi {
		p.fault(n, diagnostic.Conflict, "write the lower one at at_least", "%s has an at_least that is above its at_most", f.Path)
		return v, false
	}
	if ok && f.IsUnknown(v) {
		p.fault(n, diagnostic.OffScale, "leave out the fact, or write unknown", "this says nothing: it is true whatever %s is", f.Path)
		return v, false
	}
	return v, ok
}

// bound reads one end of what is partly known.
func (p *reading) bound(f *vocabulary.Fact, n *yaml.Node, end *int64) bool {
	at, ok := p.point(f, n)
	if ok {
		*end = at
	}
	return ok
}

// FirstYear and LastYear are the years that dates lie in; an earlier or later one is a slip of the pen.
const (
	FirstYear = 1900
	LastYear  = 2100
)

// day reads YYYY-MM-DD as the London midnight that begins the day.
func (p *reading) day(n *yaml.Node, what string) (time.Time, bool) {
	t, err := time.ParseInLocation(time.DateOnly, n.Value, p.London)
	if err != nil || t.Year() < FirstYear || t.Year() > LastYear {
		p.fault(n, diagnostic.UnreadableDate, "write year-month-day, for example 2014-05-17",
			"%s is a date, and %q is not one", what, source.Clip(n.Value))
		return time.Time{}, false
	}
	return t, true
}

// DatePattern and MomentPattern are how dates and moments are written. The JSON Schema of
// a case uses the same patterns; time.Parse accepts more.
const (
	DatePattern   = `^` + dayPattern + `$`
	MomentPattern = `^` + dayPattern + `T([01][0-9]|2[0-3]):[0-5][0-9]` +
		`((:[0-5][0-9])?|(:[0-5][0-9](\.[0-9]{1,9})?)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9]))$`
	dayPattern = yearPattern + `-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])`
)

var momentPattern = pattern.New(MomentPattern)

// moment reads a time of day on a date: with a zone, or else in London time.
func (p *reading) moment(n *yaml.Node, what string) (time.Time, bool) {
	t, err := time.Time{}, errNotMoment
	if n.Kind == yaml.ScalarNode {
		t, err = ParseMoment(n.Value, p.London)
	}
	switch {
	case err == nil:
		return t, true
	case errors.Is(err, errSkipped):
		p.fault(n, diagnostic.UnreadableDate, "the clocks went forward then; write the time zone, for example Z",
			"there was no %s in London", source.Clip(n.Value))
	default:
		p.fault(n, diagnostic.UnreadableDate, "write for example 2020-03-02T14:10, which is London time, or 2020-03-02T14:10:00Z",
			"%s is a date and time, and %q is not one", what, source.Clip(n.Value))
	}
	return time.Time{}, false
}

var (
	errNotMoment = errors.New("not a date and time")
	errSkipped   = errors.New("a time that the clocks went forward over")
)

// ParseMoment reads a moment to the second, as cases and scenarios write it: with a
// zone, or else in London time. It refuses a London time that the clocks skipped, and takes
// the first of two where they went back.
func ParseMoment(text string, london *time.Location) (time.Time, error) {
	if !momentPattern().MatchString(text) {
		return time.Time{}, errNotMoment
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04"} {
		t, err := time.ParseInLocation(layout, text, london)
		switch {
		case err != nil:
		case strings.Contains(layout, "Z07"):
			return t.Truncate(time.Second), nil
		case t.Format(layout) != text:
			return time.Time{}, errSkipped
		default:
			return firstReading(t, layout, text), nil
		}
	}
	return time.Time{}, errNotMoment
}

// expected says what a fact takes.
func expected(f *vocabulary.Fact) string {
	switch f.Kind {
	case vocabulary.YesNo:
		return "write true or false (or yes or no), {alleged: yes}, or unknown"
	case vocabulary.Scale:
		return "one of " + strings.Join(f.WordNames(), ", ") + "; or {at_least: …}, {alleged: …}, or unknown"
	case vocabulary.Choice:
		return "one of " + strings.Join(f.WordNames(), ", ") + "; or unknown"
	case vocabulary.Choices:
		return "write a list of any of " + strings.Join(f.WordNames(), ", ") + "; or {only: […]}, or unknown"
	case vocabulary.Whole:
		return fmt.Sprintf("write a whole number from %d to %d, or {at_least: …}, or unknown", f.Min, f.Max)
	case vocabulary.Date, vocabulary.Time:
		return "write a date"
	}
	return ""
}
