package casefile_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/internal/casefile"
)

// TestWhatEachPersonAnsweredMakesOneAnswer: expected from what each word means. Those with
// parental responsibility answer for the family, and who is not named was not asked.
func TestWhatEachPersonAnsweredMakesOneAnswer(t *testing.T) {
	r := reader(t)
	type answer struct{ Given, By, YoungPerson string }
	for written, want := range map[string]answer{
		"{mother: agreed}":                                        {"agreed", "mother", "not_asked"},
		"{mother: agreed, father: agreed}":                        {"agreed", "mother father", "not_asked"},
		"{mother: agreed, father: refused}":                       {"contested", "mother father", "not_asked"},
		"{mother: partly, other_holder: withdrawn}":               {"contested", "mother other_holder", "not_asked"},
		"{mother: partly, father: agreed}":                        {"partly", "mother father", "not_asked"},
		"{mother: refused, father: withdrawn}":                    {"refused", "mother father", "not_asked"},
		"{father: withdrawn}":                                     {"withdrawn", "father", "not_asked"},
		"{mother: agreed, father: not_answered}":                  {"agreed", "mother", "not_asked"},
		"{mother: not_answered, father: not_answered}":            {"not_answered", "mother father", "not_asked"},
		"{mother: agreed, young_person: refused}":                 {"agreed", "mother", "refused"},
		"{mother: not_answered, young_person: agreed}":            {"not_answered", "mother", "agreed"},
		"{young_person: refused}":                                 {"refused", "young_person", "refused"},
		"{carer_without_responsibility: agreed}":                  {"agreed", "carer_without_responsibility", "not_asked"},
		"{carer_without_responsibility: agreed, mother: refused}": {"refused", "mother", "not_asked"},
	} {
		c := read(t, r, "as_of: 2020-03-02T14:10:00Z\nconsent: {given: "+written+"}\n")
		plain := func(path string) any {
			f := r.Vocabulary.Fact(path)
			if c.Origins[f.Index] != casefile.Stated {
				t.Errorf("%s: %s is not stated", written, path)
			}
			return f.Plain(c.Values[f.Index], r.London)
		}
		by, _ := plain("consent.by").([]string)
		got := answer{fmt.Sprint(plain("consent.given")), strings.Join(by, " "), fmt.Sprint(plain("consent.young_person"))}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", written, diff)
		}
	}
}

func TestAnAnswerPersonByPersonThatCannotBeReadIsRefused(t *testing.T) {
	r := reader(t)
	for written, want := range map[string]string{
		"{given: {}}":                                            "= write who answered what, or leave out consent.given",
		"{given: {mothr: agreed}}":                               "did you mean mother",
		"{given: {aunt: agreed}}":                                "= write one of mother, father, other_holder",
		"{given: {mother: agreeed}}":                             "did you mean agreed",
		"{given: {mother: contested}}":                           "one person's answer to consent.given cannot be \"contested\"",
		"{given: {mother: unknown}}":                             "or leave out a person who was not asked",
		"{given: {mother: [agreed]}}":                            "one person's answer to consent.given is one word",
		"{given: {mother: agreed}, by: [mother]}":                "= leave out by, or write one answer at given",
		"{by: [mother], given: {mother: agreed}}":                "= leave out by, or write one answer at given",
		"{given: {young_person: agreed}, young_person: refused}": "= leave out young_person, or write one answer at given",
		"{asked: {mother: asked}}":                               "consent.asked is a choice and takes one value",
	} {
		c, list := r.Read("case.yaml", []byte("as_of: 2020-03-02T14:10:00Z\nconsent: "+written+"\n"))
		if c != nil || !strings.Contains(list.String(), want) {
			t.Errorf("%s: want %q, got\n%s", written, want, list)
		}
	}
}

func TestALaterAnswerReplacesOnePersonByPerson(t *testing.T) {
	r := reader(t)
	c, list := r.ReadLayers(layers(t,
		"as_of: 2020-03-02T14:10:00Z\nconsent: {given: refused, by: [mother], young_person: agreed}",
		"consent: {given: {father: agreed}}"))
	if c == nil {
		t.Fatal(list)
	}
	for path, want := range map[string]any{
		"consent.given": "agreed", "consent.by": []string{"father"}, "consent.young_person": "not_asked",
	} {
		f := r.Vocabulary.Fact(path)
		if diff := cmp.Diff(want, f.Plain(c.Values[f.Index], r.London)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
}
