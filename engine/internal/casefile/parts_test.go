package casefile_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/internal/casefile"
)

// TestWhatTheTopSaysWasGoneThroughTakesNothingOfAChildToBeAbsent: of a child, silence about the
// home settles only what it takes to be so, and the child may say otherwise.
func TestWhatTheTopSaysWasGoneThroughTakesNothingOfAChildToBeAbsent(t *testing.T) {
	r := reader(t)
	f, list := r.ReadFamily("case.yaml", []byte(`
as_of: 2020-03-02T14:10:00Z
home: {domestic_abuse: serious}
explored: [home, adults]
children:
  silent:
  not there: {home: {child_present: no}}
  not known: {home: {child_present: unknown}}
  elsewhere: {home: {domestic_abuse: none}}
`))
	if f == nil {
		t.Fatalf("%s", list)
	}
	got := map[string]value{}
	for _, c := range f.Children {
		got[c.Label] = known(r, c.Case, "home.child_present")
		for _, path := range []string{"home.other_children", "adults.in_pregnancy"} {
			if fact := r.Vocabulary.Fact(path); c.Case.Origins[fact.Index] == casefile.Explored {
				t.Errorf("%s: %s is taken as absent", c.Label, path)
			}
		}
	}
	want := map[string]value{
		"silent": {"yes", casefile.Explored}, "not there": {"no", casefile.Stated},
		"not known": {"not known", casefile.SaidUnknown}, "elsewhere": {"no", casefile.NotApplicable},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("home.child_present (-want +got):\n%s", diff)
	}
}

// TestAYoungPersonsAnswerIsRefusedAtTheTop names the place. Among the answers of a child it is
// that child's, and so it is by itself beside what the others answered for all.
func TestAYoungPersonsAnswerIsRefusedAtTheTop(t *testing.T) {
	r := reader(t)
	const head, children = "as_of: 2020-03-02T14:10:00Z\n", "children: {\"15\": {}, baby: {}}\n"
	f, list := r.ReadFamily("case.yaml", []byte(head+"consent: {given: {mother: agreed, young_person: refused}}\n"+children))
	const want = "case.yaml:2:35: error[misplaced]: consent.young_person is of one child"
	if f != nil || !strings.Contains(list.String(), want) {
		t.Errorf("want %q, got\n%s", want, list)
	}
	for _, text := range []string{
		"consent: {given: {mother: agreed}}\nchildren: {\"15\": {consent: {young_person: refused}}, baby: {}}\n",
		"children: {\"15\": {consent: {given: {mother: agreed, young_person: refused}}}, baby: {consent: {given: {mother: agreed}}}}\n",
	} {
		f, list := r.ReadFamily("case.yaml", []byte(head+text))
		if f == nil {
			t.Fatalf("%s", list)
		}
		got := map[string]string{}
		for _, c := range f.Children {
			got[c.Label] = known(r, c.Case, "consent.given").Says + "; " + known(r, c.Case, "consent.young_person").Says
		}
		want := map[string]string{"15": "Agreed; They refused", "baby": "Agreed; They were not asked"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s(-want +got):\n%s", text, diff)
		}
	}
}
