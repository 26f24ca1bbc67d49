package scenariofile_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine"
	"windscreen/engine/internal/scenariofile"
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
	e, err := engine.LoadShipped()
	if err != nil {
		t.Fatal(err)
	}
	var files []engine.ScenarioFile
	for i, block := range regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(guide(t), -1) {
		files = append(files, engine.ScenarioFile{Name: fmt.Sprintf("example-%d.yaml", i+1), Data: []byte(block[1])})
	}
	if len(files) < 3 {
		t.Fatalf("%d examples found", len(files))
	}
	if report := e.RunScenarios(files); !report.OK() {
		t.Error(inWords(t, report))
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
	}
	visit("file", scenariofile.Schema())
}
