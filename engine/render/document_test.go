package render_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine"
	"windscreen/engine/document"
	rec "windscreen/engine/recommendation"
	"windscreen/engine/render"
	"windscreen/engine/term"
	"windscreen/rules"
)

// readable is a made-up document with something in every part.
func readable() *document.Document {
	rule := func(id, title string) document.Rule {
		return document.Rule{ID: id, Title: title, Cite: []string{"MU-1"}}
	}
	when := func(r document.Rule, says, code string, of ...document.Condition) document.Rule {
		r.When, r.Code = &document.Condition{Says: says, Of: of}, code
		return r
	}
	return &document.Document{
		Format: document.FormatVersion, Policy: "exampleshire-2020",
		Document: rec.Document{Title: "Help in Exampleshire", Publisher: "Exampleshire Board", Edition: "March 2020",
			InForceFrom: rec.DayOf("2020-03-01")},
		Levels: []document.Level{
			{Level: 1, Name: "Some", Criterion: rule("level-1", "Every child")},
			{Level: 2, Name: "More",
				Criterion: when(rule("level-2", "Two signs"), "At least 2 different signs of need at level 2", "tally(2) >= 2"),
				Domains: []document.Domain{{Name: "family-life", Signs: []document.Sign{{
					Rule: when(rule("abuse", "Abuse at home <b>"), "All of these:", "home.abuse && early\n",
						document.Condition{Says: "Abuse: yes"}, document.Condition{Says: "It is early", Named: "early"}),
					Strength: term.StrengthDecides, Ground: "Section 47"}}}}},
		},
		Grounds: []document.Ground{{Name: "s47", Title: "Section 47", Ways: []document.Rule{rule("ground", "In police protection")}}},
		Answers: []document.Line{{Rule: rule("tell", "They are told"), About: term.AnswerInform, Says: "Tell them"}},
		Actions: []document.Action{{Rule: rule("refer", "A referral"), Says: "Refer the child", Immediate: true,
			Who: "whoever has the concern",
			Due: []document.Due{{Says: "Within a day of the call", Cite: "MU-1"}}, Contact: "hub"}},
		Pathway: []document.Step{{Rule: rule("form", "The form"), Part: term.TableOf[term.Part]().Values()[0],
			Force: term.TableOf[term.Force]().Values()[0], Says: "Use the form", Contact: "hub"}},
		Cautions: []document.Line{{Rule: rule("old", "An old document"), Says: "Check the numbers"}},
		Services: []document.Service{{Rule: rule("club", "A club"), Says: "A club for all", ListedAt: 1},
			{Rule: rule("other", "Other help"), Says: "Other help"}},
		Conditions: []document.Named{{Name: "early", Title: "It is early",
			When: document.Condition{Says: "The time of the case: before noon"}, Code: "as_of < noon"}},
		Contacts: []rec.Contact{{ID: "hub", Name: "The hub", Phone: "0000 000000", Hours: "9 to 5",
			AsPrinted: "2020", Cite: []string{"MU-2"}}},
		Choices: []document.Choice{{Name: "sign_quorum", Value: "2", Why: "The document gives no number", Cite: []string{"MU-1"}}},
		Clauses: map[string]rec.Clause{"MU-1": {Document: "Help in Exampleshire", Section: "Levels", Page: "4",
			Says: "Two signs are level 2"}},
	}
}

func TestADocumentLooksAsItDid(t *testing.T) {
	d := readable()
	d.Show(func(rule string) []string {
		if rule == "abuse" {
			return []string{"Abuse is level 2"}
		}
		return nil
	})
	goldens(t, map[string]look{
		"document/made-up.html": {of(render.Document, d), render.HTML, render.Options{}},
		"document/made-up.json": {of(render.Document, d), render.JSON, render.Options{}},
	})
}

// TestEveryLinkOfADocumentLeadsSomewhere: a link to what is not there would lead nowhere. The made-up document has a link of each
// kind, and the shipped ones have many.
func TestEveryLinkOfADocumentLeadsSomewhere(t *testing.T) {
	documents := map[string]*document.Document{"made-up": readable()}
	e, err := engine.Open(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	err = e.EachPolicy(t.Context(), nil, func(p *engine.Policy) error {
		d, err := p.Document()
		documents[p.ID()] = d
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, d := range documents {
		var b bytes.Buffer
		if err := render.Document(&b, render.HTML, d, render.Options{}); err != nil {
			t.Fatal(err)
		}
		there := map[string]bool{}
		for _, part := range strings.Split(b.String(), ` id="`)[1:] {
			id, _, _ := strings.Cut(part, `"`)
			if there[id] {
				t.Errorf("%s: two things have the id %q", name, id)
			}
			there[id] = true
		}
		links := strings.Split(b.String(), `href="#`)[1:]
		for _, part := range links {
			if to, _, _ := strings.Cut(part, `"`); !there[to] {
				t.Errorf("%s: nothing has the id %q", name, to)
			}
		}
		if len(links) < 10 {
			t.Errorf("%s: only %d links", name, len(links))
		}
	}
}

func TestADocumentLetsNothingOfOthersRun(t *testing.T) {
	d := readable()
	d.Document.Title, d.Levels[1].Domains[0].Signs[0].Title = "<script>x</script>", `"><img src=x onerror=y>`
	var b bytes.Buffer
	if err := render.Document(&b, render.HTML, d, render.Options{}); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"<script>x", "<img"} {
		if strings.Contains(b.String(), bad) {
			t.Errorf("%s stands in the page", bad)
		}
	}
	if strings.Count(b.String(), "<script>") != 1 {
		t.Error("the page has another script than its own")
	}
	if p := render.DocumentContentSecurityPolicy(); strings.Contains(p, "unsafe") || !strings.HasPrefix(p, "default-src 'none'") {
		t.Errorf("the policy is %s", p)
	}
}

func TestShowingScenariosReachesEveryRule(t *testing.T) {
	d, asked := readable(), map[string]bool{}
	d.Show(func(rule string) []string {
		asked[rule] = true
		return []string{rule}
	})
	want := map[string]bool{}
	for _, id := range []string{"level-1", "level-2", "abuse", "ground", "tell", "refer", "form", "old", "club", "other"} {
		want[id] = true
	}
	if diff := cmp.Diff(want, asked); diff != "" {
		t.Errorf("asked for (-want +got):\n%s", diff)
	}
}
