package engine_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"windscreen/engine"
	"windscreen/engine/internal/testroot"
	"windscreen/engine/recommendation"
	"windscreen/engine/render"
)

// localRoot is a document that adds its clause, words and contact to one national rule and
// none to another, has a line of its own that rests on the law alone, and builds on signs
// that are not national.
var localRoot = txtar.Parse([]byte(`
-- shared/law/policy.yaml --
title: The law
publisher: Parliament
edition: As in force
national: true
files: [clauses.yaml, grounds.yaml, duties.yaml]
-- shared/law/duties.yaml --
escalations:
  - {id: law.refer, title: Refer the child, cite: [LAW-47], when: ground.s47, action: Refer the child to the council, who: Anybody}
  - {id: law.police, title: Tell the police, cite: [LAW-47], when: ground.s47, action: Tell the police of the child, who: Anybody}
consent:
  inform:
    - {id: law.advice, value: advice_first, says: Ask somebody, cite: [LAW-47], when: ground.s47}
    - {id: law.last, value: not_before_advice, says: Wait, cite: [LAW-47], when: ground.s47}
-- shared/signs/policy.yaml --
title: Signs
publisher: Nobody
edition: First
files: [clauses.yaml, signs.yaml]
-- shared/signs/clauses.yaml --
document: Signs added
clauses:
  - {id: SIGN, section: "1", says: A sign}
-- shared/signs/signs.yaml --
cautions:
  - {id: signs.added, cite: [SIGN], says: Signs were added}
-- authorities/made/up/policy.yaml --
title: A made-up document
publisher: Nobody
edition: First
builds_on: [law, signs]
files: [clauses.yaml, rules.yaml, local.yaml]
domains: {care: Care, safety: Safety}
contacts:
  hub: {name: The hub, phone: 0000 000000, as_printed: "2020", cite: [MU-1]}
in_force: {from: 2019-01-01}
-- authorities/made/up/local.yaml --
local:
  law.refer: {cite: [MU-2], says: Refer the child to the hub, contact: hub}
escalations:
  - {id: own, title: Tell the court, cite: [LAW-47], when: ground.s47, action: Tell the court of the child, who: Anybody}
consent:
  inform:
    - {id: here, value: not_before_advice, says: Wait, cite: [MU-1], when: home.child_present,
       before: {rule: law.advice, why: The document puts the child first}}
    - {id: inform, value: expected, says: Tell them, cite: [MU-1]}
-- authorities/made/up/rules.yaml --
levels:
  - {id: level-1, level: 1, name: Some, cite: [MU-1]}
  - {id: level-2, level: 2, name: More, cite: [MU-1], when: ground.s47}
consent:
  agreement:
    - {id: agreement, value: required, says: Ask first, cite: [MU-1]}
  sharing:
    - {id: sharing, value: with_agreement, says: With agreement, cite: [MU-1]}
`)).Files

// localAnswer answers a case in which the national rules hold.
func localAnswer(t *testing.T, home string) *recommendation.Recommendation {
	t.Helper()
	root := testroot.With()
	for _, f := range localRoot {
		root[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	e, err := engine.Load(t.Context(), root)
	if err != nil {
		t.Fatal(err)
	}
	return evaluate(t, e, "case.yaml",
		[]byte("{policy: made-up, as_of: 2020-03-02T14:10, child: {status: police_protection}, home: {"+home+"}}"))
}

func TestADocumentAddsItsClauseWordsAndContactToANationalRule(t *testing.T) {
	type told struct {
		Action, Contact string
		Cite            []string
		National        bool
	}
	got := map[string]told{}
	for _, e := range localAnswer(t, "").Escalations {
		x := told{Action: e.Action, Cite: e.Cite, National: e.National}
		if e.Contact != nil {
			x.Contact = e.Contact.Name
		}
		got[e.ID] = x
	}
	want := map[string]told{
		"law.refer":  {Action: "Refer the child to the hub", Contact: "The hub", Cite: []string{"MU-2", "LAW-47"}},
		"law.police": {Action: "Tell the police of the child", Cite: []string{"LAW-47"}, National: true},
		"own":        {Action: "Tell the court of the child", Cite: []string{"LAW-47"}, National: true},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWhatOtherSharedPoliciesSayIsNotNational(t *testing.T) {
	r := localAnswer(t, "")
	if len(r.Cautions) != 1 || r.Cautions[0].ID != "signs.added" || r.Cautions[0].National {
		t.Errorf("%+v", r.Cautions)
	}
}

func TestWhatIsNationalIsMarkedOnceInTextAndMarkdownAndIsAKeyInTheData(t *testing.T) {
	r := localAnswer(t, "")
	for format, marks := range map[render.Format][]string{
		render.Text:     {"Tell the police of the child. [national: LAW-47]", "Refer the child to the hub. [MU-2, LAW-47]"},
		render.Markdown: {`Tell the police of the child. \[national: LAW-47\]`, `Refer the child to the hub. \[MU-2, LAW-47\]`},
	} {
		var out bytes.Buffer
		if err := render.Recommendation(&out, format, r, render.Options{Full: true}); err != nil {
			t.Fatal(err)
		}
		for _, mark := range marks {
			text := strings.Join(strings.Fields(strings.ReplaceAll(out.String(), "**", "")), " ")
			if n := strings.Count(text, mark); n != 1 {
				t.Errorf("%v: %q stands %d times in\n%s", format, mark, n, out.String())
			}
		}
	}
	data, err := json.Marshal(r.Escalations)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(data), `"national":true`); n != 2 {
		t.Errorf("%d of the escalations are national in %s", n, data)
	}
}

func TestALineMayStandBeforeOneOfASharedPolicy(t *testing.T) {
	for home, want := range map[string]string{
		"": "advice_first", "child_present: false": "advice_first", "child_present: true": "not_before_advice",
	} {
		c := localAnswer(t, home).Consent
		if string(c.Inform) != want {
			t.Errorf("%q: inform is %s, not %s", home, c.Inform, want)
		}
	}
	// While its fact is open it is among what the answer could yet be; what stands behind the
	// answer is not.
	var could []string
	for _, x := range localAnswer(t, "").Consent.CouldBe {
		could = append(could, x.Rule)
	}
	if diff := cmp.Diff([]string{"here"}, could); diff != "" {
		t.Errorf("could be (-want +got):\n%s", diff)
	}
}
