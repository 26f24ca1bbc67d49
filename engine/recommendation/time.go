package recommendation

import (
	"fmt"
	"time"
)

// Moment is a moment in London time. The zero Moment means none. In JSON it is text as in
// RFC 3339, or "" for none.
type Moment struct{ time.Time }

// String is the moment as in RFC 3339, or empty for none.
func (m Moment) String() string { return said(m.Time, time.RFC3339) }

// MarshalJSON writes the moment.
func (m Moment) MarshalJSON() ([]byte, error) { return []byte(`"` + m.String() + `"`), nil }

// UnmarshalJSON reads what MarshalJSON writes. The offset stays as it was written.
func (m *Moment) UnmarshalJSON(data []byte) (err error) {
	m.Time, err = read(data, time.RFC3339)
	return err
}

// Day is a day of the calendar. The zero Day means none. In JSON it is YYYY-MM-DD, or "" for
// none.
type Day struct{ time.Time }

// DayOf reads a day written as YYYY-MM-DD. Anything else gives the zero Day.
func DayOf(text string) Day {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return Day{}
	}
	return Day{t}
}

// String is the day as YYYY-MM-DD, or empty for none.
func (d Day) String() string { return said(d.Time, time.DateOnly) }

// MarshalJSON writes the day.
func (d Day) MarshalJSON() ([]byte, error) { return []byte(`"` + d.String() + `"`), nil }

// UnmarshalJSON reads what MarshalJSON writes.
func (d *Day) UnmarshalJSON(data []byte) (err error) {
	d.Time, err = read(data, time.DateOnly)
	return err
}

// said is a time in a layout.
func said(t time.Time, layout string) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(layout)
}

// read is a time from JSON.
func read(data []byte, layout string) (time.Time, error) {
	if s := string(data); s == `""` || s == "null" {
		return time.Time{}, nil
	}
	t, err := time.Parse(`"`+layout+`"`, string(data))
	if err != nil {
		return time.Time{}, fmt.Errorf("%s is not a time as %s: %w", data, layout, err)
	}
	return t, nil
}
