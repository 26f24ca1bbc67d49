package english_test

import (
	"testing"

	"windscreen/engine/internal/english"
)

func TestWordsBeginOrContinueASentence(t *testing.T) {
	tests := []struct{ in, upper, lower string }{
		{"the child", "The child", "the child"},
		{"The child", "The child", "the child"},
		{"FGM", "FGM", "FGM"},
		{"A child", "A child", "a child"},
		{"évident", "Évident", "évident"},
		{"6 and 11", "6 and 11", "6 and 11"},
		{"", "", ""},
	}
	for _, test := range tests {
		if got := english.UpperFirst(test.in); got != test.upper {
			t.Errorf("UpperFirst(%q) = %q, want %q", test.in, got, test.upper)
		}
		if got := english.LowerFirst(test.in); got != test.lower {
			t.Errorf("LowerFirst(%q) = %q, want %q", test.in, got, test.lower)
		}
	}
}

func TestSentencesEndOnce(t *testing.T) {
	tests := []struct {
		name  string
		parts []string
		want  string
	}{
		{"without a full stop gets one", []string{"call the police"}, "Call the police."},
		{"with a full stop keeps it", []string{"Call the police."}, "Call the police."},
		{"a question keeps its mark", []string{"Is anybody hurt?"}, "Is anybody hurt?"},
		{"a colon leads on", []string{"For 6:", "call"}, "For 6: Call."},
		{"a full stop within brackets is enough", []string{"Call (at once.)"}, "Call (at once.)"},
		{"a full stop within quotation marks is enough", []string{"“Call.”"}, "“Call.”"},
		{"brackets without a full stop get one", []string{"Call (now)"}, "Call (now)."},
		{"two parts are two sentences", []string{"Referral.", "telephone first"}, "Referral. Telephone first."},
		{"a part said twice is said once", []string{"Refer the child", "Refer the child."}, "Refer the child."},
		{"empty parts leave no trace", []string{"", "Refer", ""}, "Refer."},
		{"nothing stays nothing", nil, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := english.Sentences(test.parts...); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
	if got := english.Stopped(""); got != "" {
		t.Errorf("nothing ends as %q", got)
	}
	if got := english.Bare("Call the police. "); got != "Call the police" {
		t.Errorf("got %q", got)
	}
}

func TestAListHasOneWordBeforeItsLast(t *testing.T) {
	tests := []struct {
		names   []string
		and, or string
	}{
		{nil, "", ""},
		{[]string{"a"}, "a", "a"},
		{[]string{"a", "b"}, "a and b", "a or b"},
		{[]string{"a", "b", "c"}, "a, b and c", "a, b or c"},
	}
	for _, test := range tests {
		if got := english.And(test.names); got != test.and {
			t.Errorf("And(%q) = %q, want %q", test.names, got, test.and)
		}
		if got := english.Or(test.names); got != test.or {
			t.Errorf("Or(%q) = %q, want %q", test.names, got, test.or)
		}
	}
}
