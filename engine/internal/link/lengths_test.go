package link

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestTheGuideForAuthorsSaysHowLongTextsMayBe, row by row of its table, in words that begin each row.
func TestTheGuideForAuthorsSaysHowLongTextsMayBe(t *testing.T) {
	data, err := os.ReadFile("../../../rules/README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(data), "\n### Short texts\n")
	part, _, _ := strings.Cut(rest, "\n### ")
	for where, most := range map[string]int{
		"a fact": roomForQuestion, "an escalation": roomForStep, "a step of the pathway": roomForStep, "an entry of `due`": roomForLimit,
		"an entry of `statutes`": roomForGround, "a line of `agreement`, `inform` or `sharing`": roomForAnswer,
		"a line of `answered`": roomForAnswered, "a line of `record`": roomForList,
	} {
		row := ""
		for line := range strings.Lines(part) {
			if strings.HasPrefix(line, "| "+where+" |") {
				row = strings.TrimSuffix(strings.TrimSpace(line), " |")
			}
		}
		if row = strings.TrimSuffix(row, " characters"); !strings.HasSuffix(row, fmt.Sprintf("| %d", most)) {
			t.Errorf("rules/README.md does not say that the short text of %s has at most %d characters: %q", where, most, row)
		}
	}
	if says := fmt.Sprintf("at most %d characters.", roomForSource); !strings.Contains(strings.Join(strings.Fields(part), " "), says) {
		t.Errorf("rules/README.md does not say of a source: %s", says)
	}
}
