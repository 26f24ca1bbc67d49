package render

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAParagraphIsWrappedAndSetIn(t *testing.T) {
	got := paragraph(30, "  Who: ", 4, "a neighbour, a landlord, the housing department")
	want := "  Who: a neighbour, a\n    landlord, the housing\n    department\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for line := range strings.Lines(got) {
		if len(strings.TrimRight(line, "\n")) > 30 {
			t.Errorf("too wide: %s", line)
		}
	}
}

func TestEveryLineOfAParagraphIsAsFullAsItCanBe(t *testing.T) {
	const width = 40
	for name, x := range map[string]struct {
		mark   string
		indent int
	}{
		"a mark that is longer than what follows is set in": {"   Could call for: ", 5},
		"a mark of the same length":                         {"10. ", 4},
		"a mark that is shorter":                            {"  ", 4},
	} {
		t.Run(name, func(t *testing.T) {
			lines := strings.Split(strings.TrimSuffix(paragraph(width, x.mark, x.indent, strings.Repeat("abc ", 40)), "\n"), "\n")
			if len(lines) < 4 {
				t.Fatalf("%q", lines)
			}
			for i, line := range lines[:len(lines)-1] {
				before := strings.Repeat(" ", x.indent)
				if i == 0 {
					before = x.mark
				}
				if !strings.HasPrefix(line, before) || len(line) > width {
					t.Errorf("%q", line)
				}
				// Another word would have gone over. A short mark leaves its line as wide as the others.
				if len(line)+max(0, x.indent-len(x.mark))*(1-min(i, 1))+len(" abc") <= width {
					t.Errorf("there is room for a word in %q", line)
				}
			}
		})
	}
}
