package rules_test

import (
	"maps"
	"testing"

	"gopkg.in/yaml.v3"

	"windscreen/rules"
)

// words reads the words of a fact, with their meanings.
func words(t *testing.T, domain, fact string) map[string]string {
	t.Helper()
	b, err := rules.FS.ReadFile("vocabulary/" + domain + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Facts map[string]struct {
			Choice  map[string]string `yaml:"choice"`
			Choices map[string]string `yaml:"choices"`
		} `yaml:"facts"`
	}
	if err := yaml.Unmarshal(b, &file); err != nil {
		t.Fatal(err)
	}
	f := file.Facts[fact]
	if len(f.Choice)+len(f.Choices) == 0 {
		t.Fatalf("%s.%s has no words", domain, fact)
	}
	if len(f.Choice) > 0 {
		return f.Choice
	}
	return f.Choices
}

func TestWhoIsInvolvedAndWhoReferredAreOneListOfAgencies(t *testing.T) {
	people := []string{"family", "acquaintance", "self", "other_individual", "anonymous"}
	agencies, sources := words(t, "involved", "agencies"), words(t, "referral", "source")
	for _, fact := range []string{"arranged", "no_concern"} {
		if !maps.Equal(words(t, "involved", fact), agencies) {
			t.Errorf("involved.%s has other words than involved.agencies", fact)
		}
	}
	for word, meaning := range agencies {
		if sources[word] != meaning {
			t.Errorf("referral.source has %s: %q, and involved.agencies has %q", word, sources[word], meaning)
		}
	}
	if got, want := len(sources), len(agencies)+len(people); got != want {
		t.Errorf("referral.source has %d words, want the %d agencies and %d for people", got, len(agencies), len(people))
	}
	for _, p := range people {
		if _, agency := agencies[p]; agency || sources[p] == "" {
			t.Errorf("%s is to be a word of referral.source and of that alone", p)
		}
	}
}
