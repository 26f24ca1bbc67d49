package policy_test

import (
	"testing"

	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

func TestALimitIsReadAsAuthorsWriteIt(t *testing.T) {
	for text, want := range map[string]policy.Limit{
		"24 hours":                {Unit: term.UnitHours, N: 24},
		"1 day":                   {Unit: term.UnitDays, N: 1},
		"6 weeks":                 {Unit: term.UnitWeeks, N: 6},
		"3 months":                {Unit: term.UnitMonths, N: 3},
		"1 working day":           {Unit: term.UnitWorkingDays, N: 1},
		"45 working days":         {Unit: term.UnitWorkingDays, N: 45},
		"at once":                 {Unit: term.UnitAtOnce},
		"same working day":        {Unit: term.UnitSameWorkingDay},
		"end of next working day": {Unit: term.UnitEndOfNextWorkingDay},
		"before":                  {Unit: term.UnitBefore},
	} {
		got, err := policy.ParseLimit(text)
		if err != nil || got != want {
			t.Errorf("%q is %+v (%v), want %+v", text, got, err, want)
		}
		if back := want.String(); back != text {
			t.Errorf("%q is written back as %q", text, back)
		}
	}
	for _, text := range []string{"", "soon", "0 hours", "-1 day", "1.5 days", "24hours", "99999 days", "3 working hours", "At once"} {
		if got, err := policy.ParseLimit(text); err == nil {
			t.Errorf("%q is read as %+v", text, got)
		}
	}
}
