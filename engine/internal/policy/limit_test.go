package policy_test

import (
	"testing"

	"windscreen/engine/internal/policy"
)

func TestALimitIsReadAsAuthorsWriteIt(t *testing.T) {
	for text, want := range map[string]policy.Limit{
		"24 hours":                {Unit: policy.UnitHours, N: 24},
		"1 day":                   {Unit: policy.UnitDays, N: 1},
		"6 weeks":                 {Unit: policy.UnitWeeks, N: 6},
		"3 months":                {Unit: policy.UnitMonths, N: 3},
		"1 working day":           {Unit: policy.UnitWorkingDays, N: 1},
		"45 working days":         {Unit: policy.UnitWorkingDays, N: 45},
		"at once":                 {Unit: policy.UnitAtOnce},
		"same working day":        {Unit: policy.UnitSameWorkingDay},
		"end of next working day": {Unit: policy.UnitEndOfNextWorkingDay},
	} {
		got, err := policy.ParseLimit(text)
		if err != nil || got != want {
			t.Errorf("%q is %+v (%v), want %+v", text, got, err, want)
		}
	}
	for _, text := range []string{"", "soon", "0 hours", "-1 day", "1.5 days", "24hours", "99999 days", "3 working hours", "At once"} {
		if got, err := policy.ParseLimit(text); err == nil {
			t.Errorf("%q is read as %+v", text, got)
		}
	}
}
