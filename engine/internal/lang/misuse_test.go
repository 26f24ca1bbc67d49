package lang_test

import (
	"strings"
	"testing"

	"windscreen/engine/internal/lang"
)

// TestWordsThatAreUsedWronglyAreExplained holds what is said where a word of the language has the wrong things in its brackets.
func TestWordsThatAreUsedWronglyAreExplained(t *testing.T) {
	parser, err := lang.NewParser()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		`x.scale.atLeast("some", "much")`: "atLeast takes 1, not 2",
		`x.scale.between("some")`:         "between takes 2, not 1",
		`x.scale.tally("some")`:           "tally is not part of the language of conditions",
		`x.scale.atLeast(x.nothing)`:      "nothing",
		`x.nothing.atLeast("some")`:       "nothing",
		`x.scale.atLeast(2)`:              "not a rung",
		`x.scale.between("much", "some")`: "no rung lies from",
		`x.number.between(x.number, 3)`:   "not a fixed number",
		`x.number.between(5, 3)`:          "no number lies from 5 to 3",
		`x.number.atLeast(3)`:             "x.number is a number; atLeast is for scales",
		`tally(2).atLeast(3)`:             "is a count; atLeast is for scales",
		`x.choice.atLeast("red")`:         "atLeast is for scales",
		`as_of - x.at > hours(1, 2)`:      "hours takes one number",
		`as_of - x.at > hours(x.nothing)`: "nothing",
		`as_of - x.at > hours(x.number)`:  "is not a number of hours",
		`as_of - x.at > years(1000)`:      "no two times in a case are 1000 years apart",
		`not(x.a)`:                        "not is not part of the language of conditions",
		`atLeast(x.scale, "some")`:        "atLeast is not part of the language of conditions",
		`atLeastN(2, x.a)`:                "atLeastN takes a number and two conditions or more",
		`atLeastN(x.nothing, x.a, x.b)`:   "nothing",
		`atLeastN(x.number, x.a, x.b)`:    "not a fixed number",
		`atLeastN(3, x.a, x.b)`:           "at least 3 of 2 conditions is always or never true",
		`open(x.a, x.b)`:                  "open takes one fact or condition",
		`open(2)`:                         "is never open",
		`open(x.nothing)`:                 "nothing",
		`certain(x.a, x.b)`:               "certain takes one condition",
		`tally(2, 3) >= 1`:                "tally takes the number of a level",
		`tally(x.nothing) >= 1`:           "nothing",
		`tally(x.number) >= 1`:            "not the number of a level",
		`tally(9) >= 1`:                   "9",
	} {
		c, faults := parser.Condition(text, testScope())
		if c != nil || len(faults) == 0 {
			t.Errorf("%s is taken", text)
			continue
		}
		if !strings.Contains(faults[0].Message, want) {
			t.Errorf("%s: %q has no %q", text, faults[0].Message, want)
		}
	}
}
