package workbench_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestTheDocumentsCanBeRead(t *testing.T) {
	h := handler(t)
	list := get(t, h, "/policies/").has(200, `href="/policies/bexley-2020"`, `href="/policies/essex-2017"`)
	list.golden("policies.html")
	get(t, h, "/").has(200, `href="/policies/"`)
	page := httptest.NewRecorder() // a page with its own style, which no other has
	h.ServeHTTP(page, httptest.NewRequest(http.MethodGet, "/policies/bournemouth-2017", nil))
	if page.Code != 200 || !strings.Contains(page.Body.String(), "Level 4, Statutory") {
		t.Errorf("%d: %.200s", page.Code, page.Body)
	}
	if p := page.Header().Get("Content-Security-Policy"); strings.Contains(p, "unsafe") || !strings.Contains(p, "sha256-") {
		t.Errorf("the page may run more than its own script: %s", p)
	}
	get(t, h, "/policies/nonsense").has(404)
	get(t, h, "/policies/bexley").has(404)
}
