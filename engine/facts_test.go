package engine_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"windscreen/engine"
	"windscreen/engine/facts"
	"windscreen/engine/render"
	"windscreen/rules"
)

func TestEveryFactIsListedWithTheRulesThatReadIt(t *testing.T) {
	e := shipped(t)
	all, err := e.FactsAndRules(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all.Facts {
		if f.Title == "" || f.Ask == "" || f.Type == "" || f.Takes == "" || f.Silence == "" || f.Example == "" {
			t.Errorf("%s lacks something: %+v", f.Path, f)
		}
		if strings.Contains(f.Applies, "in some cases") {
			t.Errorf("whom %s applies to is not said in words", f.Path)
		}
	}
	one, err := e.FactsAndRules(t.Context(), "bexley-2020")
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range one.Facts {
		for _, r := range f.Rules {
			if r.Policy != "bexley-2020" && r.Policy != "england" && r.Policy != "stand-in-signs" {
				t.Errorf("%s: a rule of %s", f.Path, r.Policy)
			}
			if !slices.Contains(all.Facts[i].Rules, r) {
				t.Errorf("%s: %v is not among the rules of all policies", f.Path, r)
			}
		}
	}
	if _, err := e.FactsAndRules(t.Context(), "nowhere"); err == nil {
		t.Error("a policy that is not there gives no error")
	}
	for _, f := range e.Facts().Facts {
		if len(f.Rules) > 0 {
			t.Errorf("%s has rules", f.Path)
		}
	}
	if (&engine.Engine{}).Facts() != nil {
		t.Error("an engine that was not opened lists facts")
	}
}

func TestWhatIsHardToFindIsFound(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	all, err := shipped(t).FactsAndRules(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"grief", "overdose", "tired", "NRM"} {
		if len(all.Find(word).Facts) == 0 {
			t.Errorf("%s finds nothing", word)
		}
	}
	for word, want := range map[string]string{
		"chastisement": "care.physical_chastisement", "caring role": "child.caring_role", "hygiene": "health.presentation",
		"unknown risk": "needs.unknown_risk", "training after 16": "learning.after_16", "domestic abuse": "home.domestic_abuse",
		"bruise": "harm.physical_injury", "sleep": "wellbeing.concerns", "faith": "harm.control", "spirit": "harm.control",
		"sibling": "home.other_children", "hoarding": "home.condition", "bail": "involved.safety_plan", "MARAC": "home.domestic_abuse",
		"DASH": "home.domestic_abuse", "interpreter": "involved.gaps", "transport": "involved.gaps", "antenatal": "adults.in_pregnancy",
		"passport": "harm.control", "ADHD": "child.disability_kinds", "dyslexia": "learning.difficulties",
		"wheelchair": "child.disability", "gay": "harm.control",
	} {
		if found := all.Find(word).Facts; len(found) == 0 || found[0].Path != want {
			t.Errorf("%s: the first fact found is not %s: %v", word, want, found)
		}
	}
}

func TestDomainsStandInTheOrderOfAReferrer(t *testing.T) {
	var names []string
	for _, d := range shipped(t).Facts().Domains {
		names = append(names, d.Name)
	}
	if got := strings.Join(names, " "); !strings.HasPrefix(got, "child harm care home ") || !strings.HasSuffix(got, " consent referral") {
		t.Errorf("the order is %s", got)
	}
}

// formOf is the form of a list for a date, and so many children with labels.
func formOf(t *testing.T, l *facts.List, asOf string, children int) []string {
	t.Helper()
	var b bytes.Buffer
	if err := render.Form(&b, &facts.Form{AsOf: asOf, Children: children, List: l}); err != nil {
		t.Fatal(err)
	}
	return strings.SplitAfter(b.String(), "\n")
}

func TestAFormIsACaseAndSoItIsWithAnyOneFact(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	e := shipped(t)
	for asOf, children := range map[string]int{"2020-03-02T14:10": 0, "2026-07-01T00:30:00Z": 0, "2026-07-02T00:30:00Z": 3} {
		form := formOf(t, e.Facts(), asOf, children)
		if _, err := e.ReadCase("form.yaml", []byte(strings.Join(form, ""))); err != nil {
			t.Fatal(err)
		}
		on := 0
		for i, line := range form {
			indent, fact, off := strings.Cut(line, "#")
			if !off || strings.HasPrefix(fact, " ") || indent != "  " && indent != "      " {
				continue
			}
			on++
			with := slices.Clone(form)
			with[i] = indent + fact
			if _, err := e.ReadCase("form.yaml", []byte(strings.Join(with, ""))); err != nil {
				t.Errorf("%s with %s%v", asOf, line, err)
			}
		}
		if want := len(e.Facts().Facts); on != want {
			t.Errorf("%d facts can be filled in, not %d", on, want)
		}
	}
}

func TestAFormWithoutADateReadsOnceTheDateIsThere(t *testing.T) {
	e := shipped(t)
	text := strings.Join(formOf(t, e.Facts(), "", 0), "")
	if _, err := e.ReadCase("form.yaml", []byte(text)); err == nil {
		t.Error("a case without a date is read")
	}
	if _, err := e.ReadCase("form.yaml", []byte(strings.Replace(text, "\nas_of:\n", "\nas_of: 2026-03-06T15:40\n", 1))); err != nil {
		t.Error(err)
	}
}

func ExampleEngine_FactsAndRules() {
	e, err := engine.Open(rules.FS)
	if err != nil {
		fmt.Println(err)
		return
	}
	all, err := e.FactsAndRules(context.Background(), "essex-2017")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range all.Find("hygiene", "clothing").Facts {
		fmt.Println(f.Path, "–", f.Title)
	}
	// Output:
	// health.presentation – Hygiene and clothing
}
