package benchmark

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// apart are the rows that a bench has only if the rules are built as Go, if the parser to measure beside is built in, or if the
// command runs.
var apart = regexp.MustCompile(`generated Go|fastjson|^eval of one case`)

// TestTheReadmeShowsTheRowsOfBench holds the table in the README to what is measured: each row, in order, with its other side
// and its goal. What the figures come to depends on the machine.
func TestTheReadmeShowsTheRowsOfBench(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long")
	}
	b := shipped(t)
	var printers []Printer
	for _, name := range []string{"text", "json", "yaml", "markdown", "html"} {
		printers = append(printers, Printer{Name: name})
	}
	work, err := b.work(printers)
	if err != nil {
		t.Fatal(err)
	}
	singles, err := b.Singles(nil)
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, p := range work {
		goal := ""
		if p.Goal != 0 {
			goal = fmt.Sprintf("≥ %.3g", p.Goal)
		}
		row := func(name string) string { return strings.Join([]string{name, p.Against.Name, goal}, "; ") }
		if apart.MatchString(p.Name) {
			continue
		}
		want = append(want, row(p.Name))
		if p.alone {
			want = append(want, p.Name+", allocations; ; ≤ 0")
		}
		if p.bytes {
			want = append(want, row(p.Name+", memory"))
		}
	}
	for _, s := range singles {
		want = append(want, s.Name+"; ; ")
	}
	if diff := cmp.Diff(want, shownRows(t)); diff != "" {
		t.Errorf("bench (-) and the README (+):\n%s", diff)
	}
}

// shownRows are the rows in the README that every bench has.
func shownRows(t *testing.T) []string {
	t.Helper()
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(readme), "Medians of ")
	_, rest, _ = strings.Cut(rest, "\n\n")
	table, _, _ := strings.Cut(rest, "\n```")
	// A row is a name, what the other side costs, what this side does, a ratio and a goal. All but the name can be missing.
	const cost = `[0-9.]+(?: (?:ns|µs|ms|s|MiB))?`
	row := regexp.MustCompile(`^(.+?)   *(?:(\S.*?) ` + cost + `   *)?` + cost + `(?:   *[0-9.]+)?(?:   *([≤≥] [0-9.]+)  met)?$`)
	var rows []string
	for _, line := range strings.Split(table, "\n")[1:] {
		cells := row.FindStringSubmatch(line)
		switch {
		case cells == nil:
			t.Errorf("the README has a row that cannot be read: %s", line)
		case !apart.MatchString(cells[1]):
			rows = append(rows, strings.Join([]string{cells[1], cells[2], cells[3]}, "; "))
		}
	}
	return rows
}
