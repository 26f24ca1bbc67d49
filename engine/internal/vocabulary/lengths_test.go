package vocabulary_test

import (
	"testing"
	"time"

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
