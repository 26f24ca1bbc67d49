package workbench_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"windscreen/engine"
	"windscreen/rules"
)

// FuzzPosts sends any body to any page. Nothing panics, every answer is a page or a file, and a page is well made.
func FuzzPosts(f *testing.F) {
	e, err := engine.Open(rules.FS) // each worker prepares only what it is asked for
	if err != nil {
		f.Fatal(err)
	}
	h := handlerOf(f, e)
	pages := []string{"start", "open", "question", "form", "answer", "copy", "details", "file", "save", "preview", "done", "compare"}
	p := begun(f, h, "several", "yes", "labels", "baby\nsix")
	f.Add(uint8(2), p.work().Encode()+"&do=next&harm.immediate_danger%400.how=is%3Atrue&harm.immediate_danger%400.evidence.source=police")
	f.Add(uint8(3), p.work().Encode()+"&domain=child&shown=child.age%400&child.age%400.how=months&child.age%400.months=4")
	f.Add(uint8(0), "policy=bexley&several=yes&labels=a%0Ab&day=2&month=3&year=2020&clock=1%3A00")
	f.Add(uint8(7), "v=1&do=use&case=as_of%3A+2020-03-02T14%3A10")
	f.Add(uint8(8), "v=1&case=%7B%22as_of%22%3A%222020-03-02T14%3A10%22%7D")
	f.Add(uint8(2), "v=1&case=%26a+%5B*a%5D&shown=x%40-1")
	f.Fuzz(func(t *testing.T, page uint8, body string) {
		if len(body) > 1<<14 {
			return
		}
		r := httptest.NewRequest(http.MethodPost, "/case/"+pages[int(page)%len(pages)], strings.NewReader(body))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		if s := ask(t, h, r); s.status >= 500 || s.status < 200 || s.body == "" && pages[int(page)%len(pages)] != "save" {
			t.Errorf("status %d:\n%s", s.status, s.body)
		}
	})
}
