package engine_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"windscreen/engine"
	"windscreen/engine/internal/testroot"
	"windscreen/engine/recommendation"
	"windscreen/engine/render"
)

// onTheDates answers a case under dangerRules.
func onTheDates(t *testing.T, text string) *recommendation.Recommendation {
	t.Helper()
	e, err := engine.Load(t.Context(), testroot.With(txtar.File{Name: "authorities/made/up/extra.yaml", Data: []byte(dangerRules)}))
	if err != nil {
		t.Fatal(err)
	}
	return evaluate(t, e, "case.yaml", []byte("policy: made-up\nhome: {child_present: true}\n"+text))
}

func TestADeadlineSaysWhetherItIsPastAndFromWhenItCounts(t *testing.T) {
	for name, x := range map[string]struct {
		text             string
		at, start        string
		overdue, assumed bool
	}{
		"a contact to the minute": {"as_of: 2020-03-02T14:10\nchild: {seen_at: 2020-03-02T10:00}",
			"2020-03-03T10:00:00Z", "", false, false},
		"a contact long past": {"as_of: 2020-03-04T14:10\nchild: {seen_at: 2020-03-02T10:00}",
			"2020-03-03T10:00:00Z", "", true, false},
		"a limit that ends now": {"as_of: 2020-03-03T10:00\nchild: {seen_at: 2020-03-02T10:00}",
			"2020-03-03T10:00:00Z", "", false, false},
		"a contact on a day": {"as_of: 2020-03-03T14:10\nchild: {seen_at: 2020-03-02}",
			"2020-03-03T00:00:00Z", "the time of day was not given; counted from the start of the day", true, false},
		"a contact that is not known": {"as_of: 2020-03-03T14:10", "2020-03-04T14:10:00Z", "", false, true},
	} {
		t.Run(name, func(t *testing.T) {
			for _, e := range onTheDates(t, x.text).Escalations {
				for _, d := range e.Due {
					if d.AtOnce {
						if d.Overdue {
							t.Errorf("%s leaves no time and is overdue", e.ID)
						}
						continue
					}
					at := d.At.UTC().Format("2006-01-02T15:04:05Z")
					if at != x.at || d.Overdue != x.overdue || d.Assumed != x.assumed || d.Start != x.start {
						t.Errorf("%s: %+v", e.ID, d)
					}
				}
			}
		})
	}
}

func TestAnAnswerSaysHowOldItsDocumentIs(t *testing.T) {
	// The made-up document is in force from 1 January 2019.
	for asOf, years := range map[string]int{"2019-01-01T09:00": 0, "2021-12-31T09:00": 2, "2022-01-01T09:00": 3, "2026-11-02T14:10": 7} {
		r := onTheDates(t, "as_of: "+asOf)
		if r.Document.YearsOld != years {
			t.Errorf("on %s it is %d years old, not %d", asOf, r.Document.YearsOld, years)
		}
		for full, says := range map[bool]string{false: "years older than the case", true: "years old:"} {
			var out bytes.Buffer
			if err := render.Recommendation(&out, render.Text, r, render.Options{Full: full, Width: 1000}); err != nil {
				t.Fatal(err)
			}
			if said := strings.Contains(out.String(), says); said != (years >= 3) {
				t.Errorf("on %s, full %t, that it is %d years old is said: %v", asOf, full, years, said)
			}
		}
	}
}
