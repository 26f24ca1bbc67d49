package page

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"windscreen/engine/internal/english"
	"windscreen/engine/term"
)

// TestTheGuideForAuthorsSaysWhatThePageAdds: an author who writes a short text has to know with which
// words the page begins the row, and how much room there is.
func TestTheGuideForAuthorsSaysWhatThePageAdds(t *testing.T) {
	data, err := os.ReadFile("../../rules/README.md")
	if err != nil {
		t.Fatal(err)
	}
	guide := strings.Join(strings.Fields(string(data)), " ")
	says := func(text string) {
		if !strings.Contains(guide, text) {
			t.Errorf("rules/README.md does not say: %s", text)
		}
	}
	says(fmt.Sprintf("first screen: %d lines of %d columns", Height, Width))
	says("up to " + english.Number(mostQuestions) + " questions")
	says("There is room for " + english.Number(mostSteps) + ".")
	says("the first " + english.Number(leastNext) + " moments")
	says("the first " + english.Number(fewNotRaised) + " harms")
	says("the first " + english.Number(leastQuestions) + " questions")
	says("the first " + english.Number(leastSteps) + " steps")
	says("the first " + english.Number(leastRows) + " children")
	says(doNotTell[:strings.Index(doNotTell, ",")])
	for _, a := range []term.Answer{term.AnswerAgreement, term.AnswerInform, term.AnswerSharing} {
		if n := len(leads[a]); n != len(a.Values()) {
			t.Fatalf("%s has %d values and %d first words", a, len(a.Values()), n)
		}
		first := "`" + string(a) + "`"
		var done []string
		for _, v := range a.Values() {
			if slices.Contains(done, v.Code) {
				continue
			}
			var same []string
			for _, other := range a.Values() {
				if leads[a][other.Code] == leads[a][v.Code] {
					same = append(same, "`"+other.Code+"`")
					done = append(done, other.Code)
				}
			}
			row := fmt.Sprintf("| %s | %s | %s. |", first, strings.Join(same, ", "), leads[a][v.Code])
			says(strings.ReplaceAll(row, "|  |", "| |"))
			first = ""
		}
	}
}
