package authoring_test

import (
	"os"
	"testing"

	"gopkg.in/yaml.v3"

	"windscreen/engine/authoring"
)

// TestTheCaseOfAScenarioGetsTheLevelThatItExpects takes shipped scenarios out of their file.
func TestTheCaseOfAScenarioGetsTheLevelThatItExpects(t *testing.T) {
	root, e := shippedRoot(t), shippedEngine(t)
	compared := 0
	for _, name := range []string{"authorities/bexley/2020/levels.yaml", "shared/families/injured-sibling.yaml"} {
		data, err := os.ReadFile("../../fixtures/" + name)
		if err != nil {
			t.Fatal(err)
		}
		var file struct {
			Scenarios []struct {
				Name   string         `yaml:"name"`
				Matrix map[string]any `yaml:"matrix"`
				Expect struct {
					Level int `yaml:"level"`
				} `yaml:"expect"`
			} `yaml:"scenarios"`
		}
		if err := yaml.Unmarshal(data, &file); err != nil {
			t.Fatal(err)
		}
		for _, s := range file.Scenarios {
			if s.Expect.Level == 0 || s.Matrix != nil {
				continue
			}
			text, err := root.Case(authoring.ScenarioFile{Name: name, Data: data}.At("../../fixtures/"+name), s.Name)
			if err != nil {
				t.Errorf("%s: %s", s.Name, err)
				continue
			}
			c, err := e.ReadCase("case.yaml", text)
			if err != nil {
				t.Errorf("%s: %s\n%s", s.Name, err, text)
				continue
			}
			answer, err := e.EvaluateFamily(c)
			if err != nil {
				t.Fatal(err)
			}
			compared++
			if got := answer.Family.Level.Recommended; got != s.Expect.Level {
				t.Errorf("%s: level %d, want %d", s.Name, got, s.Expect.Level)
			}
		}
	}
	if compared < 10 {
		t.Errorf("only %d scenarios were compared", compared)
	}
}
