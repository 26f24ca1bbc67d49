package workbench_test

import (
	"html"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
)

// compared sends the case of a page to be compared under some documents.
func (s *shown) compared(names ...string) *shown {
	s.t.Helper()
	form := s.work()
	for key := range form {
		if key != "v" && key != "case" {
			form.Del(key)
		}
	}
	form.Set("do", "next")
	form["compare"] = names
	return post(s.t, s.h, "/case/compare", form)
}

func TestACaseStandsUnderSeveralDocumentsSideBySide(t *testing.T) {
	p := open(t, handler(t), fixture(t, "mark-after-chastisement")).has(200)
	p.send("/case/compare").has(200, "Which documents?", `value="bexley-2020" checked`).lacks("Side by side")
	p.compared("bexley-2020", "essex-2017", "bournemouth-2017").
		has(200, "Side by side", `href="/policies/essex-2017#clause-`, "First step: <strong>differs", "The law: the same").
		golden("compare.html")
	p.compared("bexley-2020", "bexley-2020", "bexley").has(200, "First step: the same")
}

func TestEachChildStandsUnderSeveralDocuments(t *testing.T) {
	p := open(t, handler(t), fixture(t, "family-of-three")).has(200).compared("bexley-2020", "essex-2017").
		has(200, "For baby</h2>", "For 6</h2>", "For 11</h2>")
	if n := strings.Count(p.body, "<h3>First step:"); n != 3 {
		t.Errorf("there are %d first steps", n)
	}
}

func TestAChoiceOfDocumentsThatCannotBeComparedIsSaid(t *testing.T) {
	p := open(t, handler(t), fixture(t, "thin-referral")).has(200)
	p.compared().has(422, "Choose at least two documents")
	p.compared("essex-2017").has(422, "Choose at least two documents", `value="essex-2017" checked`)
	p.compared("a", "b", "c", "d", "e", "f", "g").has(422, "Choose at most 6 documents")
	p.compared("atlantis", "essex-2017").has(422, "There is a problem", `value="essex-2017" checked`)
	if got, want := p.compared().caseText(), p.caseText(); got != want {
		t.Errorf("the case is\n%s\nwant\n%s", got, want)
	}
}

// clauseLink is a link to a clause of a document.
var clauseLink = regexp.MustCompile(`href="(/policies/[a-z0-9-]+)#([^"]*)"`)

func TestTheClausesOfAComparisonStandInTheDocuments(t *testing.T) {
	h := handler(t)
	documents := map[string]string{}
	links := 0
	for _, name := range []string{"mark-after-chastisement", "family-of-three", "young-carer"} {
		p := open(t, h, fixture(t, name)).compared("bexley-2017", "bexley-2020", "essex-2017", "bournemouth-2017").has(200)
		for _, m := range clauseLink.FindAllStringSubmatch(p.body, -1) {
			if documents[m[1]] == "" {
				w := httptest.NewRecorder()
				h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, m[1], nil))
				documents[m[1]] = w.Body.String()
			}
			links++
			if id := html.UnescapeString(m[2]); !strings.Contains(documents[m[1]], `id="`+id+`"`) {
				t.Errorf("%s has no %s", m[1], id)
			}
		}
	}
	if links == 0 {
		t.Error("there are no links to clauses")
	}
}
