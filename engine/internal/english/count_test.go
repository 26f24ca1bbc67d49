package english_test

import (
	"testing"
	"time"

	"windscreen/engine/internal/english"
)

func TestCountsUpToTenAreWords(t *testing.T) {
	tests := []struct {
		n             int
		word, figures string
	}{
		{0, "no children", "0 children"},
		{1, "one child", "1 child"},
		{2, "two children", "2 children"},
		{10, "ten children", "10 children"},
		{11, "11 children", "11 children"},
		{-1, "-1 children", "-1 children"},
	}
	for _, test := range tests {
		if got := english.Numbered(test.n, "child"); got != test.word {
			t.Errorf("Numbered(%d) = %q, want %q", test.n, got, test.word)
		}
		if got := english.Counted(test.n, "child"); got != test.figures {
			t.Errorf("Counted(%d) = %q, want %q", test.n, got, test.figures)
		}
	}
}

func TestAPluralHasItsSingular(t *testing.T) {
	for one, several := range map[string]string{
		"sign": "signs", "more child": "more children", "agency": "agencies", "day": "days", "rule file": "rule files",
	} {
		if got := english.Plural(one); got != several {
			t.Errorf("Plural(%q) = %q, want %q", one, got, several)
		}
		if got := english.Singular(several); got != one {
			t.Errorf("Singular(%q) = %q, want %q", several, got, one)
		}
	}
}

func TestATimeIsInWords(t *testing.T) {
	for d, want := range map[time.Duration]string{15 * time.Second: "15 seconds", time.Minute: "1 minute", 90 * time.Second: "90 seconds",
		2 * time.Hour: "2 hours", 300 * time.Millisecond: "300ms", 0: "0s"} {
		if got := english.Lasting(d); got != want {
			t.Errorf("%v is %q, not %q", d, got, want)
		}
	}
}
