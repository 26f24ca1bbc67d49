package vocabulary_test

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

func TestLengthsFollowTheCalendar(t *testing.T) {
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		from   string
		length vocabulary.Length
		want   string
	}{
		{"2019-03-02T00:00:00Z", vocabulary.Length{Years: 1}, "2020-03-02T00:00:00Z"},
		{"2020-02-29T00:00:00Z", vocabulary.Length{Years: 1}, "2021-03-01T00:00:00Z"},
		{"2020-02-29T23:00:00Z", vocabulary.Length{Years: 1}, "2021-03-01T00:00:00Z"},
		{"2020-02-29T23:00:00Z", vocabulary.Length{Years: 4}, "2024-02-29T23:00:00Z"},
		// The clocks go forward on 29 March 2020: four weeks are an hour less.
		{"2020-03-16T00:00:00Z", vocabulary.Length{Days: 28}, "2020-04-12T23:00:00Z"},
		{"2020-03-16T14:10:00Z", vocabulary.Length{}, "2020-03-16T14:10:00Z"},
	} {
		from, err := time.Parse(time.RFC3339, x.from)
		if err != nil {
			t.Fatal(err)
		}
		got := x.length.After(logic.Exactly(from.Unix()), london)
		if text := time.Unix(got.Lo, 0).UTC().Format(time.RFC3339); !got.Known() || text != x.want {
			t.Errorf("%+v after %s is %s, not %s", x.length, x.from, text, x.want)
		}
	}
	if all := logic.Anything(); (vocabulary.Length{Years: 1}).After(all, london) != all {
		t.Error("what is not known becomes known")
	}
}

func TestAfterLiesWithinAbout(t *testing.T) {
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	// Drawn day by day, so that 29 February and the days of the clocks come up.
	moment := rapid.Custom(func(t *rapid.T) int64 {
		year, month := rapid.IntRange(1900, 2100).Draw(t, "year"), rapid.SampledFrom([]time.Month{1, 2, 3, 7, 10, 12}).Draw(t, "month")
		day, second := rapid.IntRange(1, 31).Draw(t, "day"), rapid.IntRange(0, 24*3600-1).Draw(t, "second")
		return time.Date(year, month, day, 0, 0, second, 0, london).Unix()
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := moment.Draw(t, "a"), moment.Draw(t, "b")
		r := logic.Range{Lo: min(a, b), Hi: max(a, b)}
		switch rapid.IntRange(0, 5).Draw(t, "how much is known") {
		case 0:
			r.Lo = math.MinInt64
		case 1:
			r.Hi = math.MaxInt64
		case 2:
			r = logic.Exactly(a)
		}
		l := vocabulary.Length{Years: rapid.IntRange(0, 201).Draw(t, "years"), Days: rapid.IntRange(0, 201*366).Draw(t, "days")}
		if after, about := l.After(r, london), l.About(r); !about.Covers(after) {
			t.Errorf("%+v after %+v is %+v, which is not within %+v", l, r, after, about)
		}
	})
}
