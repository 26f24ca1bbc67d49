package source_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/source"
)

// Every one of these takes less than half a second; without the limits, or with
// work that grows with the square of the size, some take minutes. With -short the
// files are small, and only show that nothing breaks.
func TestHostileFilesAreReadInBoundedTime(t *testing.T) {
	const most = 30 * time.Second
	size := 1<<20 - 64
	if testing.Short() {
		size = 1 << 16
	}
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	files := map[string]string{
		"brackets":              fill("["),
		"braces":                fill("{"),
		"closed brackets":       fill("[]"),
		"list on one line":      "[" + fill("a,") + "]",
		"wide text on one line": "[" + fill("é,") + "]",
		"nested mappings":       fill("{a: "),
		"dashes":                fill("- "),
		"lines of dashes":       fill("-\n"),
		"question marks":        fill("? "),
		"colons":                fill(": "),
		"keys":                  fill("a: "),
		"same key":              fill("a: 1\n"),
		"same key in JSON":      "{" + fill(`"a":1,`) + `"a":1}`,
		"anchors":               fill("- &a b\n"),
		"aliases":               fill("- *a\n"),
		"commented aliases":     fill("#*a\n") + "- *a\n",
		"billion laughs":        "a: &a [x,x]\n" + fill("b: &b [*a,*a]\n"),
		"tags":                  fill("- !a\n"),
		"comments":              fill("#\n"),
		"spaced comments":       fill(" #"),
		"indented comments":     "a:\n" + fill("  # x\n\n"),
		"quotes":                fill(`"`),
		"one long quote":        `"` + fill(`\x20`) + `"`,
		"one long block":        "a: |\n" + fill(" x\n"),
		"many blocks":           fill("- |\n x\n"),
		"blank lines":           fill("\n"),
		"blank lines in plain":  "a" + fill("\n") + " b",
		"tabs":                  fill("\t"),
		"carriage returns":      fill("\r"),
		"directives":            fill("%a\n"),
		"documents":             fill("---\n"),
		"plain words":           fill("a "),
		"one long key":          fill("a") + ": b",
		"indentation":           steps(size),
		"deep JSON":             `{"a":` + fill(`[`),
		"wide JSON":             `{"a":[` + fill("1,") + "1]}",
		"unclosed JSON":         fill(`{"a":1,`),
	}
	for name, text := range files {
		for _, file := range []string{"x.yaml", "x.json"} {
			t.Run(name+" in "+file, func(t *testing.T) {
				start := time.Now()
				doc, list := source.Parse(file, []byte(text), source.RuleLimits())
				if took := time.Since(start); took > most {
					t.Errorf("took %v", took)
				}
				if doc == nil && !list.HasErrors() {
					t.Error("no document and no error")
				}
				if len(list) > source.MaxFaults+1 {
					t.Errorf("%d faults listed", len(list))
				}
			})
		}
	}
}

func steps(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		b.WriteString(strings.Repeat(" ", i%1000))
		b.WriteString("a:\n")
	}
	return b.String()
}

func TestAFileOverTheSizeLimitIsRefusedWithoutBeingLookedAt(t *testing.T) {
	data := []byte(strings.Repeat("a: [\n", 12_000_000/5))
	var list diagnostic.List
	allocs := testing.AllocsPerRun(1, func() {
		_, list = source.Parse("big.yaml", data, source.RuleLimits())
	})
	if allocs > 10 {
		t.Errorf("%v allocations: the file was looked at", allocs)
	}
	if len(list) != 1 || list[0].Code != diagnostic.TooLarge {
		t.Errorf("got %v", list)
	}
}

func TestLimitsAreExact(t *testing.T) {
	lim := source.Limits{Bytes: 40, Depth: 3, Nodes: 7}
	for _, tt := range []struct {
		name string
		text string
		want string
	}{
		{"the largest size", "a: " + strings.Repeat("x", 37), ""},
		{"a byte too many", "a: " + strings.Repeat("x", 38), "too-large"},
		{"the deepest", "a: [[x]]", ""},
		{"one too deep", "a: [[[x]]]", "too-deep 1:6"},
		{"the most nodes", "[a, b, c, d, e, f]", ""},
		{"a node too many", "[a, b, c, d, e, f, g]", "too-large 1:20"},
		{"the deepest JSON", `{"a":[[1]]}`, ""},
		{"one too deep in JSON", `{"a":[[[1]]]}`, "too-deep 1:8"},
		{"the most nodes in JSON", `{"a":[1,2,3,4]}`, ""},
		{"a node too many in JSON", `{"a":[1,2,3,4,5]}`, "too-large 1:15"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, list := source.Parse("x", []byte(tt.text), lim)
			var faults strings.Builder
			for _, d := range list {
				faults.WriteString(string(d.Code))
				if !d.Start.IsZero() {
					fmt.Fprintf(&faults, " %d:%d", d.Start.Line, d.Start.Column)
				}
			}
			if got := faults.String(); got != tt.want || (doc == nil) != (tt.want != "") {
				t.Errorf("got %q (document %v), want %q", got, doc != nil, tt.want)
			}
		})
	}
}

func TestNoMoreFaultsAreListedThanAnyoneCouldRead(t *testing.T) {
	_, list := source.Parse("x.yaml", []byte(strings.Repeat("a: 1\n", 1000)), source.RuleLimits())
	if len(list) != source.MaxFaults+1 {
		t.Fatalf("%d faults listed", len(list))
	}
	if last := list[source.MaxFaults]; !strings.Contains(last.Message, "more faults") {
		t.Errorf("the last fault does not say that there are more: %v", last)
	}
}
