package lang

import (
	"testing"
	"time"

	"windscreen/engine/internal/logic"
)

func TestDaysAndYearsFollowTheCalendar(t *testing.T) {
	at := func(text string) logic.Range {
		moment, err := time.ParseInLocation("2006-01-02T15:04", text, london())
		if err != nil {
			t.Fatal(err)
		}
		return logic.Exactly(moment.Unix())
	}
	for _, x := range []struct {
		word     string
		n        int64
		from, to string
		want     int // of the time between, against n
	}{
		{"days", 28, "2020-03-02T00:00", "2020-03-30T00:00", 0}, // over the change of the clocks in March
		{"days", 28, "2020-10-01T09:00", "2020-10-29T09:00", 0}, // and in October
		{"days", 28, "2020-10-01T09:00", "2020-10-29T09:01", 1},
		{"weeks", 4, "2020-03-02T00:00", "2020-03-30T00:00", 0},
		{"hours", 24, "2020-03-28T12:00", "2020-03-29T12:00", -1}, // 23 hours pass
		{"years", 1, "2019-03-02T00:00", "2020-03-01T14:10", -1},  // 365 days in a leap year
		{"years", 1, "2019-03-02T00:00", "2020-03-02T00:00", 0},
		{"years", 1, "2020-02-29T00:00", "2021-02-28T23:59", -1},
		{"years", 1, "2020-02-29T00:00", "2021-03-01T00:00", 1}, // 1 March is past the year
		{"years", 18, "2002-03-01T00:00", "2020-02-29T00:00", -1},
		{"years", 18, "2002-03-01T00:00", "2020-03-01T00:00", 0},
	} {
		long, measure := Length(x.word, x.n)
		between := measure.Between(at(x.from), at(x.to))
		got := 0
		switch {
		case between.Lo < long:
			got = -1
		case between.Lo > long:
			got = 1
		}
		if got != x.want {
			t.Errorf("from %s to %s against %s(%d): %d, not %d", x.from, x.to, x.word, x.n, got, x.want)
		}
	}
	if open := ByYears.Between(logic.Anything(), at("2020-03-01T00:00")); open != logic.Anything() {
		t.Errorf("with one moment unknown the time between is %v", open)
	}
}
