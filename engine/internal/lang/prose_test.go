package lang

import (
	"strings"
	"testing"
)

func TestAComparisonInWordsIsWrittenAsACondition(t *testing.T) {
	for text, want := range map[string]string{
		"child.age is over 3":              "write child.age > 3",
		"child.age is not 3":               "write !child.age.between(3, 3)",
		"level is not 3":                   "write !certain(level.between(3, 3))",
		"child.unborn is not false":        "write child.unborn",
		"child.unborn is not true":         "write !child.unborn",
		"care.neglect is at least serious": `write care.neglect.atLeast("serious")`,
	} {
		if got := inProse(text, strings.Index(text, " ")+1); got != want {
			t.Errorf("of %q: %q, not %q", text, got, want)
		}
	}
	if got := inProse("child.age < 3", 5); got != "" {
		t.Errorf("of a condition: %q", got)
	}
}
