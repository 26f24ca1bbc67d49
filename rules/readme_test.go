package rules_test

import (
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"windscreen/rules"
)

// An example names a file, and what it shows next stands in that file.
var named = regexp.MustCompile("`((?:authorities|shared|vocabulary|fixtures)/\\S+\\.yaml)`")

func TestTheWorkedExampleStandsInTheFiles(t *testing.T) { standsInTheFiles(t, "## Worked example", 4) }

func TestTheExamplesOfTheFirstScreenStandInTheFiles(t *testing.T) {
	standsInTheFiles(t, "## What the first screen says", 11)
}

// standsInTheFiles checks that each block of YAML in a part of the guide stands in the file named last
// before it.
func standsInTheFiles(t *testing.T, heading string, blocks int) {
	t.Helper()
	steps := strings.Split(section(t, heading), "```yaml\n")
	if len(steps)-1 != blocks {
		t.Fatalf("%q shows the content of %d files, want %d", heading, len(steps)-1, blocks)
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

// ofContents are the links of the table of contents.
var ofContents = regexp.MustCompile(`\]\(#([^)]+)\)`)

// notInAnchors are the characters of a heading that its anchor leaves out.
var notInAnchors = regexp.MustCompile(`[^a-z0-9 _-]`)

func TestEveryLinkWithinTheGuideHasItsHeading(t *testing.T) {
	guide, anchors := file(t, "README.md"), map[string]bool{}
	for line := range strings.Lines(guide) {
		if heading, ok := strings.CutPrefix(strings.TrimSpace(line), "##"); ok {
			name := strings.ToLower(strings.TrimLeft(heading, "# "))
			anchors[strings.ReplaceAll(notInAnchors.ReplaceAllString(name, ""), " ", "-")] = true
		}
	}
	links := ofContents.FindAllStringSubmatch(guide, -1)
	if len(links) < 30 {
		t.Fatalf("only %d links were found", len(links))
	}
	for _, l := range links {
		if !anchors[l[1]] {
			t.Errorf("no heading has the anchor %s", l[1])
		}
	}
}

// key is a key of a rule at the beginning of a line.
var key = regexp.MustCompile(`^(- )?[a-z ]+:`)

// entry is a row of the glossary.
var entry = regexp.MustCompile(`(?m)^\| ([^|]+) \| [A-Z]`)

// TestTheGlossaryExplainsWordsThatTheRulesUse, and no others; and every abbreviation that a short text
// uses is explained.
func TestTheGlossaryExplainsWordsThatTheRulesUse(t *testing.T) {
	var all, short strings.Builder
	err := fs.WalkDir(rules.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		inShort := false
		for line := range strings.Lines(strings.ReplaceAll(file(t, path), "_", " ")) {
			text := strings.TrimSpace(line)
			all.WriteString(text + " ")
			if key.MatchString(text) {
				inShort = strings.HasPrefix(text, "short:")
			}
			if inShort {
				short.WriteString(text + " ")
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	explained := map[string]bool{"GP": true, "NHS": true, "UK": true} // known to everybody
	rows := entry.FindAllStringSubmatch(section(t, "## Words of the field"), -1)
	if len(rows) < 30 {
		t.Fatalf("only %d words are explained", len(rows))
	}
	last := ""
	for _, row := range rows {
		if strings.ToLower(row[1]) < last {
			t.Errorf("%q stands after %q", row[1], last)
		}
		last = strings.ToLower(row[1])
		for word := range strings.SplitSeq(row[1], ", ") {
			explained[strings.Fields(word)[0]] = true
			if !strings.Contains(strings.ToLower(all.String()), strings.ToLower(word)) {
				t.Errorf("no rule uses the words %q", word)
			}
		}
	}
	for _, word := range regexp.MustCompile(`\b[A-Z]{2,}\b`).FindAllString(short.String(), -1) {
		if !explained[word] {
			t.Errorf("a short text says %s, which the glossary does not explain", word)
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
