package engine_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"

	"windscreen/engine"
	"windscreen/rules"
)

// statements are the ways to state one fact of the vocabulary, in a case: each rung, word, yes and no.
func statements(t *testing.T) []string {
	t.Helper()
	names, err := fs.Glob(rules.FS, "vocabulary/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, name := range names {
		data, err := fs.ReadFile(rules.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		var file struct {
			Domain string `yaml:"domain"`
			Facts  map[string]struct {
				Type    string            `yaml:"type"`
				Scale   map[string]string `yaml:"scale"`
				Choice  map[string]string `yaml:"choice"`
				Choices map[string]string `yaml:"choices"`
			} `yaml:"facts"`
		}
		if err := yaml.Unmarshal(data, &file); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for fact, f := range file.Facts {
			state := func(value string) { out = append(out, fmt.Sprintf("%s: {%s: %s}", file.Domain, fact, value)) }
			for word := range f.Scale {
				state(word)
			}
			for word := range f.Choice {
				state(word)
			}
			for word := range f.Choices {
				state("[" + word + "]")
			}
			if f.Type == "yes_no" {
				state("true")
				state("false")
			}
		}
	}
	if len(out) < 300 {
		t.Fatalf("only %d ways to state a fact were found", len(out))
	}
	return out
}

// TestOneFactMakesOutTheSameGroundsUnderEveryPolicy: what the law asks does not depend on the county. Each fact
// stands alone, beside an age and whether the child is there, which some facts are read together with.
func TestOneFactMakesOutTheSameGroundsUnderEveryPolicy(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	e := shipped(t)
	var about []string
	for _, s := range statements(t) {
		switch domain := s[:strings.Index(s, ":")]; domain {
		case "child":
			about = append(about, "child: {age: 1, "+s[len("child: {"):], "child: {age: 16, "+s[len("child: {"):])
		case "home":
			about = append(about, "child: {age: 1}\nhome: {child_present: true, "+s[len("home: {"):], "child: {unborn: true}\n"+s)
		case "consent":
		default:
			about = append(about, "child: {age: 1}\n"+s, "child: {age: 16}\n"+s, "child: {age: 16, disability: present}\n"+s)
		}
	}
	cases := map[string]*engine.Case{}
	for _, text := range about {
		if strings.Count(text, "child_present") > 1 {
			continue
		}
		// What cannot be true together, such as an age and a child not yet born, is no case.
		if c, err := e.ReadCase("case.yaml", []byte("as_of: 2018-03-05T14:10\npolicy: essex-2017\n"+text)); err == nil {
			cases[text] = c
		}
	}
	if len(cases) < 600 {
		t.Fatalf("only %d cases were read", len(cases))
	}
	grounds := map[string]map[string][]string{}
	made := map[string]bool{}
	if err := e.EachPolicy(t.Context(), nil, func(p *engine.Policy) error {
		grounds[p.ID()] = map[string][]string{}
		for text, c := range cases {
			var v engine.Verdict
			if err := p.Verdict(c, &v); err != nil {
				return err
			}
			grounds[p.ID()][text] = append([]string{}, v.Grounds...)
			for _, g := range v.Grounds {
				made[g] = true
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	for id, got := range grounds {
		if diff := cmp.Diff(grounds["essex-2017"], got); diff != "" {
			t.Errorf("under essex-2017 and %s (-essex +other):\n%s", id, diff)
		}
	}
	if !made["s47"] || !made["s17_impairment"] || !made["s17_decided"] || !made["s20"] {
		t.Errorf("only %v were made out", made)
	}
}
