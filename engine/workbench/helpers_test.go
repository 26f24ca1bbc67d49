package workbench_test

import (
	"bytes"
	"context"
	"flag"
	"html"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine"
	"windscreen/engine/workbench"
	"windscreen/rules"
)

var update = flag.Bool("update", false, "write the golden files anew")

// shipped is the engine over the shipped rules.
var shipped = sync.OnceValues(func() (*engine.Engine, error) { return engine.Load(context.Background(), rules.FS) })

// handler is a workbench over the shipped rules, on a day of March 2020.
func handler(t testing.TB) http.Handler {
	t.Helper()
	e, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	return handlerOf(t, e)
}

// handlerOf is a workbench over an engine, on a day of March 2020.
func handlerOf(t testing.TB, e *engine.Engine) http.Handler {
	t.Helper()
	now := time.Date(2020, 3, 2, 14, 10, 0, 0, time.UTC)
	h, err := workbench.New(func() *engine.Engine { return e }, workbench.Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// shown is a page that came back.
type shown struct {
	t      testing.TB
	h      http.Handler
	status int
	header http.Header
	body   string
}

// get asks for an address.
func get(t testing.TB, h http.Handler, path string) *shown {
	t.Helper()
	return ask(t, h, httptest.NewRequest(http.MethodGet, path, nil))
}

// post sends a form.
func post(t testing.TB, h http.Handler, path string, form url.Values) *shown {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return ask(t, h, r)
}

func ask(t testing.TB, h http.Handler, r *http.Request) *shown {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	s := &shown{t: t, h: h, status: w.Code, header: w.Header(), body: w.Body.String()}
	if strings.HasPrefix(s.header.Get("Content-Type"), "text/html") {
		s.wellMade()
	}
	return s
}

// open opens a case file.
func open(t testing.TB, h http.Handler, text string) *shown {
	t.Helper()
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	f, err := m.CreateFormFile("file", "case.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, "/case/open", &b)
	r.Header.Set("Content-Type", m.FormDataContentType())
	return ask(t, h, r)
}

// fixture is one of the plain cases.
func fixture(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "fixtures", "cases", name+".yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// forms cuts a page into its forms.
var forms = regexp.MustCompile(`(?s)<form[^>]*>.*?</form>`)

// hidden is a hidden field.
var hidden = regexp.MustCompile(`<input type="hidden" name="([^"]*)" value="([^"]*)">`)

// These find the fields of a form.
var (
	inputs     = regexp.MustCompile(`<input [^>]*>`)
	attributes = regexp.MustCompile(` ([a-z-]+)(?:="([^"]*)")?`)
	selects    = regexp.MustCompile(`(?s)<select [^>]*name="([^"]*)".*?</select>`)
	selected   = regexp.MustCompile(`<option value="([^"]*)" selected>`)
	areas      = regexp.MustCompile(`(?s)<textarea [^>]*name="([^"]*)"[^>]*>\n?(.*?)</textarea>`)
)

// work is what the form of the page sends if nobody types anything.
func (s *shown) work() url.Values {
	s.t.Helper()
	for _, f := range forms.FindAllString(s.body, -1) {
		if !strings.Contains(f[:strings.Index(f, ">")], `data-ws="work"`) {
			continue
		}
		out := url.Values{}
		add := func(name, value string) { out.Add(html.UnescapeString(name), html.UnescapeString(value)) }
		for _, tag := range inputs.FindAllString(f, -1) {
			is := map[string]string{}
			for _, a := range attributes.FindAllStringSubmatch(tag, -1) {
				is[a[1]] = a[2]
			}
			_, checked := is["checked"]
			if checked || is["type"] != "radio" && is["type"] != "checkbox" {
				add(is["name"], is["value"])
			}
		}
		for _, m := range selects.FindAllStringSubmatch(f, -1) {
			if chosen := selected.FindStringSubmatch(m[0]); chosen != nil {
				add(m[1], chosen[1])
			} else {
				add(m[1], "")
			}
		}
		for _, m := range areas.FindAllStringSubmatch(f, -1) {
			add(m[1], m[2])
		}
		return out
	}
	s.t.Fatalf("the page has no form to work on:\n%s", s.body)
	return nil
}

// send sends the form of the page with what was typed, in pairs of name and value.
func (s *shown) send(path string, typed ...string) *shown {
	s.t.Helper()
	form := s.work()
	for i := 0; i+1 < len(typed); i += 2 {
		if many := strings.HasSuffix(typed[i], ".words") || typed[i] == "gone"; !many || typed[i+1] == "" {
			form.Del(typed[i])
		}
		form.Add(typed[i], typed[i+1])
	}
	// A browser sends the line ends of the web.
	form.Set("case", strings.ReplaceAll(form.Get("case"), "\n", "\r\n"))
	return post(s.t, s.h, path, form)
}

// has checks the status, and that the page shows texts.
func (s *shown) has(status int, texts ...string) *shown {
	s.t.Helper()
	if s.status != status {
		s.t.Errorf("status %d, want %d", s.status, status)
	}
	plain := html.UnescapeString(s.body)
	for _, text := range texts {
		if !strings.Contains(plain, text) {
			s.t.Errorf("the page lacks %q:\n%s", text, s.body)
		}
	}
	return s
}

// lacks checks that the page does not show texts.
func (s *shown) lacks(texts ...string) *shown {
	s.t.Helper()
	for _, text := range texts {
		if strings.Contains(html.UnescapeString(s.body), text) {
			s.t.Errorf("the page has %q", text)
		}
	}
	return s
}

// caseText is the case that travels with the page.
func (s *shown) caseText() string {
	s.t.Helper()
	for _, m := range hidden.FindAllStringSubmatch(s.body, -1) {
		if m[1] == "case" {
			return html.UnescapeString(m[2])
		}
	}
	s.t.Fatal("no case travels with the page")
	return ""
}

// These find what has to fit together in a page.
var (
	ids    = regexp.MustCompile(` id="([^"]*)"`)
	points = regexp.MustCompile(` (?:for|aria-labelledby|aria-describedby|data-aria-controls|list)="([^"]*)"`)
	inline = regexp.MustCompile(`(?i)<script>|<style|\sstyle="|\son[a-z]+="|javascript:`)
	gets   = regexp.MustCompile(`<form[^>]*>`)
	tags   = regexp.MustCompile(`<(/?)(form|main|aside|details|summary|fieldset|div|ul|ol|dl|table|section|nav|header|footer|pre|` +
		`p|h1|h2|h3|button|label|select|textarea)\b`)
)

// wellMade checks what holds of every page: an id stands once, a label has its field, there is one first heading, nothing
// is inline, no form puts a case into an address, and what is begun is ended.
func (s *shown) wellMade() {
	s.t.Helper()
	seen := map[string]bool{}
	for _, m := range ids.FindAllStringSubmatch(s.body, -1) {
		if seen[m[1]] {
			s.t.Errorf("two elements have the id %q", m[1])
		}
		seen[m[1]] = true
	}
	for _, m := range points.FindAllStringSubmatch(s.body, -1) {
		for id := range strings.FieldsSeq(m[1]) {
			if !seen[id] {
				s.t.Errorf("nothing has the id %q, to which %s points", id, m[0])
			}
		}
	}
	if n := strings.Count(s.body, "<h1"); n != 1 && !strings.Contains(s.body, "The answer – Windscreen</title>") {
		s.t.Errorf("the page has %d first headings", n)
	}
	if found := inline.FindString(s.body); found != "" {
		s.t.Errorf("the page has %q inline", found)
	}
	for _, f := range gets.FindAllString(s.body, -1) {
		if !strings.Contains(f, `method="post"`) {
			s.t.Errorf("%s does not post", f)
		}
	}
	var begun []string
	for _, m := range tags.FindAllStringSubmatch(s.body, -1) {
		if m[1] == "" {
			begun = append(begun, m[2])
			continue
		}
		if len(begun) == 0 || begun[len(begun)-1] != m[2] {
			s.t.Errorf("</%s> ends %v", m[2], begun)
			return
		}
		begun = begun[:len(begun)-1]
	}
	if len(begun) > 0 {
		s.t.Errorf("%v are not ended", begun)
	}
}

// golden holds a page against a file below testdata.
func (s *shown) golden(file string) {
	s.t.Helper()
	path := filepath.Join("testdata", file)
	got := stamps.ReplaceAllString(s.body, "?hash")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			s.t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		s.t.Fatalf("%v; run the test with -update to write it", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		s.t.Errorf("%s is not as before (-before +now):\n%s", file, diff)
	}
}

// stamps are the hashes in the addresses of the style sheet and the script.
var stamps = regexp.MustCompile(`\?[0-9a-f]{16}`)
