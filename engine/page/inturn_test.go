package page

import (
	"slices"
	"strings"
	"testing"
)

func TestWhatIsDoneFirstIsPulledUp(t *testing.T) {
	after := map[string][]string{"conference": {"enquiry", "discussion"}, "enquiry": {"discussion"}}
	for _, x := range []struct{ list, stays, want string }{
		{"form conference enquiry discussion note", "", "form discussion enquiry conference note"},
		{"discussion form enquiry conference", "", "discussion form enquiry conference"},
		{"conference discussion conference enquiry", "", "discussion enquiry conference conference"},
		{"form note", "", "form note"},
		{"conference form enquiry", "enquiry", "conference form enquiry"},
	} {
		got := inTurn(strings.Fields(x.list), func(s string) string { return s }, after, func(s string) bool { return s == x.stays })
		if !slices.Equal(got, strings.Fields(x.want)) {
			t.Errorf("%s: %v, not %s", x.list, got, x.want)
		}
	}
}
