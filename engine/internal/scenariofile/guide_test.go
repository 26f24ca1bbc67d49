package scenariofile_test

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine/authoring"
	"windscreen/engine/internal/scenariofile"
	"windscreen/rules"
)

// guide is the guide for people who write scenarios.
func guide(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "fixtures", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestTheExamplesInTheGuideRun runs every example under the shipped rules: an
// example that does not work teaches the wrong thing.
func TestTheExamplesInTheGuideRun(t *testing.T) {
	e, err := authoring.Open(rules.FS, "")
	if err != nil {
		t.Fatal(err)
	}
	var files []authoring.ScenarioFile
	dir := t.TempDir()
	for i, block := range regexp.MustCompile("(?s)```yaml\n(?:# (fixtures/\\S+)\n)?(.*?)```").FindAllStringSubmatch(guide(t), -1) {
		name := filepath.Join(dir, filepath.FromSlash(cmp.Or(block[1], fmt.Sprintf("example-%d.yaml", i+1))))
		if err := os.MkdirAll(filepath.Dir(name), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(block[2]), 0o600); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(block[2], "scenarios:\n") { // the others are cases that these share, which come first
			files = append(files, authoring.ScenarioFile{Name: name, Data: []byte(block[2])}.At(name))
		}
	}
	if len(files) < 3 {
		t.Fatalf("%d examples found", len(files))
	}
	if report := run(t, e, files); !report.OK() {
		t.Error(inWords(t, report))
	}
}

// TestTheFailureInTheGuideNamesARuleWhereItStands: a place that does not exist sends
// whoever reads it looking for nothing.
func TestTheFailureInTheGuideNamesARuleWhereItStands(t *testing.T) {
	m := regexp.MustCompile(`rule +(\S+) is unknown \((\S+):([0-9]+):9\)\n +when +(.*)\n`).FindStringSubmatch(guide(t))
	if m == nil {
		t.Fatal("the guide shows no failure")
	}
	data, err := fs.ReadFile(rules.FS, m[2])
	if err != nil {
		t.Fatal(err)
	}
	line, err := strconv.Atoi(m[3])
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(data), "\n")
	if line > len(lines) || lines[line-1] != "  - id: "+m[1] {
		t.Errorf("%s does not stand at line %d of %s", m[1], line, m[2])
	}
	if !strings.Contains(strings.Join(lines[min(line, len(lines)):], "\n"), m[4]) {
		t.Errorf("%s has another condition than %s", m[1], m[4])
	}
}

func TestTheGuideExplainsEveryKey(t *testing.T) {
	text := guide(t)
	var visit func(path string, s *jsonschema.Schema)
	visit = func(path string, s *jsonschema.Schema) {
		if s == nil {
			return
		}
		for key, property := range s.Properties {
			// Keys stand in code quotes, alone or in an example.
			if !strings.Contains(text, "`"+key+"`") && !strings.Contains(text, key+": ") {
				t.Errorf("the guide does not mention %s.%s", path, key)
			}
			visit(path+"."+key, property)
		}
		visit(path, s.Items)
		for _, one := range s.AnyOf {
			visit(path, one)
		}
	}
	visit("file", scenariofile.Schema())
}
