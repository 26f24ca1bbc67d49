package service_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"windscreen/engine/page"
)

// keptFromFather is a case of which the mother knows and agreed, and which is kept from the father.
const keptFromFather = `{"as_of": "2020-03-02T14:10", "policy": "bexley-2020", "child": {"age": 6}, "home": {"domestic_abuse": "present"},
	"harm": {"immediate_danger": false, "significant_harm": "unlikely", "by": ["parent"]}, "explored": ["all"],
	"consent": {"given": {"mother": "agreed"}, "told": ["mother"], "keep_from": ["father"]}}`

// twoChildren are children of whom nothing keeps a copy away.
const twoChildren = `{"as_of": "2020-03-02T14:10", "policy": "bexley-2020", "explored": ["home"],
	"consent": {"seeking_raises_risk": false, "keep_from": [], "told": ["mother", "father"]},
	"children": {"6": {"child": {"age": 6}, "explored": "all"}, "8": {"child": {"age": 8}, "explored": "all"}}}`

// riskOpen is a case of which all is said but whether telling the family adds to a risk.
const riskOpen = `{"as_of": "2020-03-02T14:10", "policy": "bexley-2020", "child": {"age": 6}, "explored": "all",
	"consent": {"keep_from": [], "told": ["mother", "father"]}}`

// nothingOfTheFamily is a case that says neither whether the family may be told nor from whom it is kept.
const nothingOfTheFamily = `{"as_of": "2020-03-02T14:10", "policy": "bexley-2020", "child": {"age": 6}, "explored": "all"}`

func TestACopyIsForTheFamilyOrForOnePerson(t *testing.T) {
	c := described(t)
	for _, x := range []struct {
		body, copyFor, child, to string
		how                      bool
	}{
		{twoChildren, "family", "", "", false},
		{twoChildren, "family", "6", "", false},
		{twoChildren, "father", "", "father", false},
		{keptFromFather, "mother", "", "mother", true},
	} {
		a := c.holds(c.request("/v1/evaluate?copy_for="+x.copyFor, "application/json", []byte(x.body), "Windscreen-Child", x.child))
		var got page.Copy
		if err := json.Unmarshal(a.body, &got); err != nil || a.StatusCode != http.StatusOK {
			t.Fatalf("%s: %s %v %s", x.copyFor, a.Status, err, a.body)
		}
		if got.Kind != page.KindCopy || !got.Page.ForFamily || got.Page.For != x.to || (len(got.HowToHand) > 0) != x.how {
			t.Errorf("the copy for the %s, child %q: %+v", x.copyFor, x.child, got)
		}
		if a.Header.Get("Windscreen-Warnings") == "" {
			t.Errorf("%s: nothing counts what deserves a second look", x.copyFor)
		}
	}
}

func TestACopyThatMustNotBeGivenIsRefusedWithWhatStandsInTheWay(t *testing.T) {
	c := described(t)
	for _, x := range []struct {
		body, copyFor, child string
		reason               page.Reason
		asks                 bool
	}{
		{keptFromFather, "family", "", page.AdviceFirst, false},
		{keptFromFather, "father", "", page.NotTheirs, false},
		{riskOpen, "family", "", page.TellingOpen, true},
		{riskOpen, "mother", "", page.TellingOpen, true},
		{nothingOfTheFamily, "family", "", page.NotTheirs, true},
		{nothingOfTheFamily, "mother", "", page.NotTheirs, true},
		{twoChildren, "young_person", "", page.WhichChild, false},
		{twoChildren, "young_person", "6", page.NotTheirs, false},
	} {
		a := c.holds(c.request("/v1/evaluate?copy_for="+x.copyFor, "application/json", []byte(x.body), "Windscreen-Child", x.child))
		p := c.problem(a, http.StatusUnprocessableEntity)
		w := p.Withheld
		if p.kind() != "no-copy" || w == nil || w.Reason != x.reason || (len(w.Questions) > 0) != x.asks || w.Says == "" {
			t.Errorf("the copy for %s, child %q: %s", x.copyFor, x.child, a.body)
			continue
		}
		if x.child != "" && !slices.Equal(w.Children, []string{x.child}) {
			t.Errorf("because of child %q there is no copy, and it names %q", x.child, w.Children)
		}
		if (p.Header == "Windscreen-Child") != (x.reason == page.WhichChild) {
			t.Errorf("%s: the header that is wrong is %q", x.reason, p.Header)
		}
	}
}

func TestACopyTakesNoSizeAndNobodyElse(t *testing.T) {
	r := start(t)
	for query, parameter := range map[string]string{"copy_for=aunt": "copy_for", "copy_for=mother&size=full": "size",
		"copy_for=mother&size=verdict": "size"} {
		p := r.problem(r.post("/v1/evaluate?"+query, twoChildren), http.StatusUnprocessableEntity)
		if p.Parameter != parameter || p.kind() != "bad-parameter" {
			t.Errorf("%s: %+v", query, p)
		}
	}
	const people = `"enum":["family","mother","father","other_carer","young_person"]`
	if text := string(r.get("/v1/openapi.json").body); !strings.Contains(text, people) {
		t.Error("the description does not say whom a copy can be for")
	}
}
