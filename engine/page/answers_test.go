package page

import (
	"strings"
	"testing"
)

func TestAnswersThatStartAlikeAreOneSentence(t *testing.T) {
	for _, x := range []struct{ first, second, want string }{
		{"Given, by the mother.", "Given in part, to some of the help.", "Given in part by the mother, to some of the help."},
		{"Given in part, by the father.", "Given in part, to the help that they would accept.",
			"Given in part by the father, to the help that they would accept."},
		{"Given in part, by the father.", "Given, to sharing.", "Given in part, by the father. Given, to sharing."},
		{"Given, by the mother.", "Given, by the young person for themselves.",
			"Given, by the mother, and by the young person for themselves."},
		{"Given, by the mother.", "Given in part, by the young person for themselves.",
			"Given, by the mother, and in part by the young person for themselves."},
		{"Given in part, by the mother.", "Given, by the young person for themselves.",
			"Given in part, by the mother, and given by the young person for themselves."},
		{"Given, by the child or young person.", "Given, by the young person for themselves.", "Given, by the child or young person."},
		{"Given, by the mother.", "Refused, as to sharing information.", "Given, by the mother. Refused, as to sharing information."},
	} {
		if got := strings.Join(joinedAnswers([]string{x.first, x.second}), " "); got != x.want {
			t.Errorf("%q and %q: %q, not %q", x.first, x.second, got, x.want)
		}
	}
}
