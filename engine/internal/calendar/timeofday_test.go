package calendar

import (
	"strings"
	"testing"
	"time"
)

func TestParseTimeOfDayReadsBackAsWritten(t *testing.T) {
	for _, s := range []string{"00:00", "00:01", "09:00", "12:30", "17:00", "23:59"} {
		got, err := ParseTimeOfDay(s)
		if err != nil || got.String() != s || got.IsZero() {
			t.Errorf("ParseTimeOfDay(%q) = %s, %v (zero %v)", s, got, err, got.IsZero())
		}
	}
}

func TestParseTimeOfDayRefuses(t *testing.T) {
	for name, s := range map[string]string{
		"nothing":                    "",
		"the word for no time":       "none",
		"one digit for the hour":     "9:00",
		"one digit for the minute":   "09:0",
		"the hour after the last":    "24:00",
		"the minute after the last":  "17:60",
		"seconds":                    "17:00:00",
		"a 12-hour clock":            "5:00pm",
		"a full stop for the colon":  "17.00",
		"no colon":                   "1700",
		"a minus sign":               "-1:00",
		"space before":               " 17:00",
		"space after":                "17:00 ",
		"digits of another alphabet": "١٧:٠٠",
	} {
		t.Run(name, func(t *testing.T) {
			got, err := ParseTimeOfDay(s)
			if err == nil {
				t.Fatalf("ParseTimeOfDay(%q) = %s, want an error", s, got)
			}
			if !strings.Contains(err.Error(), "such as 09:00") {
				t.Errorf("the error does not say what to write: %v", err)
			}
		})
	}
}

func TestNoTimeIsNotMidnight(t *testing.T) {
	var none TimeOfDay
	if !none.IsZero() || none.String() != "none" {
		t.Errorf("the zero value is %s (zero %v), want none", none, none.IsZero())
	}
	if midnight := timeOfDay(t, "00:00"); midnight == none {
		t.Error("midnight and no time at all are the same")
	}
}

func TestATimeHasPassedOnlyOnceTheClockShowsLater(t *testing.T) {
	noon := timeOfDay(t, "12:00")
	exactly := time.Date(2026, 6, 16, 12, 0, 0, 0, time.UTC)
	for _, tc := range []struct {
		after time.Duration
		want  bool
	}{
		{-time.Second, false}, {0, false}, {time.Nanosecond, true}, {time.Second, true}, {time.Hour, true},
	} {
		if got := noon.passedAt(exactly.Add(tc.after)); got != tc.want {
			t.Errorf("%v after noon: passed %v, want %v", tc.after, got, tc.want)
		}
	}
}

func FuzzParseTimeOfDay(f *testing.F) {
	for _, s := range []string{"17:00", "9:00", "24:00", "", "17:00:00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, err := ParseTimeOfDay(s); err == nil && got.String() != s {
			t.Errorf("ParseTimeOfDay(%q) reads back as %q", s, got)
		}
	})
}
