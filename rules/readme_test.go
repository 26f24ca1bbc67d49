package rules_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
)

// A step of the worked example names a file, and what it shows next stands in that file.
var named = regexp.MustCompile("`((?:authorities|vocabulary|fixtures)/\\S+\\.yaml)`")

func TestTheWorkedExampleStandsInTheFiles(t *testing.T) {
	steps := strings.Split(section(t, "## Worked example"), "```yaml\n")
	if len(steps) != 5 {
		t.Fatalf("the worked example shows the content of %d files, want 4", len(steps)-1)
	}
	for i, before := range steps[:len(steps)-1] {
		paths := named.FindAllStringSubmatch(before, -1)
		if paths == nil {
			t.Fatalf("no file is named before block %d", i+1)
		}
		path := paths[len(paths)-1][1]
		shown, _, _ := strings.Cut(steps[i+1], "```")
		if !strings.Contains(file(t, path), shown) {
			t.Errorf("%s does not hold, word for word:\n%s", path, shown)
		}
	}
}

func TestTheWorkedExamplePlacesItsMistake(t *testing.T) {
	const path, condition = "authorities/bexley/2020/indicators/level-3.yaml", `care.carers.atLeast("many_hardly_known")`
	for number, line := range strings.Split(file(t, path), "\n") {
		if !strings.Contains(line, condition) {
			continue
		}
		column := strings.Index(line, `"many_hardly_known"`) + 1
		place := fmt.Sprintf("rules/%s:%d:%d: error[off-scale]", path, number+1, column)
		if !strings.Contains(section(t, "## Worked example"), place) {
			t.Errorf("the worked example should say %s", place)
		}
		return
	}
	t.Fatalf("%s has no line with %s", path, condition)
}

// section is the part of README.md under a heading of the second rank.
func section(t *testing.T, heading string) string {
	t.Helper()
	_, rest, found := strings.Cut(file(t, "README.md"), "\n"+heading)
	if !found {
		t.Fatalf("README.md has no heading %q", heading)
	}
	part, _, _ := strings.Cut(rest, "\n## ")
	return part
}

// file is the text of a file of this folder, or of fixtures beside it.
func file(t *testing.T, path string) string {
	t.Helper()
	if strings.HasPrefix(path, "fixtures/") {
		path = "../" + path
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
