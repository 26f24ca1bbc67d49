package vocabulary

import "time"

// dateForms are how much of a date a case may give, the most exact first: a layout, and
// the first day after what it names.
var dateForms = []struct {
	Layout              string
	years, months, days int
}{
	{Layout: time.DateOnly, days: 1},
	{Layout: "2006-01", months: 1},
	{Layout: "2006", years: 1},
}

// ReadDate reads a day, a month or a year as the first and the last London midnight in it.
func ReadDate(text string, london *time.Location) (Value, bool) {
	for _, form := range dateForms {
		if len(text) != len(form.Layout) {
			continue
		}
		t, err := time.ParseInLocation(form.Layout, text, london)
		if err != nil {
			return Value{}, false
		}
		return Value{t.Unix(), t.AddDate(form.years, form.months, form.days).AddDate(0, 0, -1).Unix()}, true
	}
	return Value{}, false
}

// AnyTimeOf is any moment of the London day that begins then.
func AnyTimeOf(midnight time.Time) Value {
	return Value{midnight.Unix(), midnight.AddDate(0, 0, 1).Unix() - 1}
}

// Open reports whether open(fact) in a condition is true. A date or a time is open if nothing is
// known of it: a case that gives the month or the day says that it happened. Any other fact is
// open if its value is not known exactly.
func (f *Fact) Open(v Value) bool {
	if f.Dated() {
		return f.IsUnknown(v)
	}
	return !v.Known()
}

// plainDate is what is known of a date, as a case would state it.
func plainDate(v Value, london *time.Location) string {
	from := time.Unix(v.Lo, 0).In(london)
	for _, form := range dateForms {
		if text := from.Format(form.Layout); same(text, v, london) {
			return text
		}
	}
	return from.Format(time.DateOnly)
}

// same reports whether a text stands for a date.
func same(text string, v Value, london *time.Location) bool {
	read, ok := ReadDate(text, london)
	return ok && read == v
}

// saysDate puts what is known of a date in words.
func saysDate(v Value, london *time.Location) string {
	from, to := time.Unix(v.Lo, 0).In(london), time.Unix(v.Hi, 0).In(london)
	switch text := plainDate(v, london); {
	case v.Known():
		return from.Format("2 January 2006")
	case len(text) == len("2006"):
		return text + ", on a day that is not known"
	case len(text) == len("2006-01"):
		return from.Format("January 2006") + ", on a day that is not known"
	default:
		return "from " + from.Format("2 January 2006") + " to " + to.Format("2 January 2006")
	}
}

// plainTime is what is known of a moment, as a case would state it: any moment of a day is
// the day.
func plainTime(v Value, london *time.Location) string {
	from := time.Unix(v.Lo, 0).In(london)
	if !v.Known() {
		return from.Format(time.DateOnly)
	}
	return from.Format(time.RFC3339)
}

// saysTime puts what is known of a moment in words.
func saysTime(v Value, london *time.Location) string {
	from := time.Unix(v.Lo, 0).In(london)
	if !v.Known() {
		return from.Format("2 January 2006") + ", at a time that is not known"
	}
	return from.Format("2 January 2006, 15:04")
}
