package workbench_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"windscreen/engine"
)

func TestAFormSentTwiceMakesTheSameCase(t *testing.T) {
	p := begun(t, handler(t))
	typed := []string{"do", "next", "harm.immediate_danger@.how", "is:true", "harm.immediate_danger@.evidence.source", "police"}
	once := p.send("/case/question", typed...)
	form := p.work()
	form.Set("case", once.caseText())
	for i := 0; i+1 < len(typed); i += 2 {
		form.Add(typed[i], typed[i+1])
	}
	if twice := post(t, p.h, "/case/question", form).has(200); twice.caseText() != once.caseText() {
		t.Errorf("sent twice, the case is\n%s\nwant\n%s", twice.caseText(), once.caseText())
	}
	if again := p.send("/case/question", typed...); again.body != once.body {
		t.Error("the same form gives another page")
	}
}

func TestAPageOfAnotherVersionLosesNothing(t *testing.T) {
	p := begun(t, handler(t))
	p.send("/case/question", "harm.no_such_fact@.how", "is:planted-answer").
		has(422, "does not know: harm.no_such_fact@.how", "is:planted-answer", "as_of: 2020-03-02T14:10", "Use this text")
	form := p.work()
	form.Set("v", "0")
	form.Set("harm.immediate_danger@.how", "is:true")
	post(t, p.h, "/case/question", form).
		has(422, "made by another version", "harm.immediate_danger@.how: is:true", "as_of: 2020-03-02T14:10")
}

func TestACaseFileOfAnotherVersionIsShownWithItsFaults(t *testing.T) {
	const text = "policy: bexley-2020\nas_of: 2020-03-02T14:10\n# planted comment\nhome: {no_such_fact: true}\nnew_key: planted\n"
	p := open(t, handler(t), text).
		has(422, "cannot be opened as it is", "Line 4: There is no fact called home.no_such_fact", "Line 5:",
			"planted comment", "Nothing was lost")
	form := url.Values{"v": {"1"}, "do": {"use"}, "case": {"policy: bexley-2020\r\nas_of: 2020-03-02T14:10\r\n# planted comment\r\n"}}
	post(t, p.h, "/case/file", form).has(200, "Nothing has been said yet", "planted comment")
	form.Set("case", text)
	if saved := post(t, p.h, "/case/save", form); saved.body != text {
		t.Errorf("a case with faults was saved as\n%s", saved.body)
	}
}

func TestWhatIsTypedWronglyIsSaidInPlainWordsAndKept(t *testing.T) {
	h := handler(t)
	p := begun(t, h).send("/case/form", "domain", "child").has(200)
	p.send("/case/form", "child.age@.how", "is", "child.age@.number", "six", "child.asylum@.how", "is:with_family").
		has(422, "Age must be a whole number from 0 to 25", `value="six"`, "asylum: with_family")
	p.send("/case/form", "child.age@.how", "partly").has(422, "Age: say what it is at least, or at most")
	p.send("/case/form", "child.date_of_birth@.day", "31", "child.date_of_birth@.month", "2", "child.date_of_birth@.year", "2019").
		has(422, "Date of birth", `value="31"`)
	p.send("/case/form", "child.disability_kinds@.words", "!none", "child.disability_kinds@.words", "autism").
		has(422, "choose what applies, or none of these, not both")
	p.send("/case/form", "child.age@.how", "is", "child.age@.number", "6", "child.age@.evidence.standing", "observed").
		has(422, "Age: say who it comes from", "observed")
	p.send("/case/form", "child.age@.how", "is", "child.age@.number", "6", "child.age@.evidence.source", "someone@example.org").
		has(422, "Age:", "never a person's name", "someone@example.org")
}

func TestTheStartPageSaysWhatIsMissing(t *testing.T) {
	h := handler(t)
	begun(t, h, "policy", "").has(422, "Choose the document to apply")
	begun(t, h, "clock", "quarter past").has(422, "must be a time of day", `value="quarter past"`)
	begun(t, h, "day", "30", "month", "2").has(422, "must be a real date")
	begun(t, h, "several", "yes", "labels", "baby").has(422, "Give each child a label")
	begun(t, h, "several", "yes", "labels", "baby\n??").has(422, "labels")
	begun(t, h, "policy", "bexley", "year", "2010").has(422, "policy")
	begun(t, h, "id", "two words").has(422, `value="two words"`)
	begun(t, h, "policy", "atlantis").has(422)
}

func TestAPageWithoutACaseSaysHowToBegin(t *testing.T) {
	h := handler(t)
	get(t, h, "/case/question").has(http.StatusMethodNotAllowed, "Start again or open a case file")
	get(t, h, "/no-such-page").has(http.StatusNotFound, "There is no such page")
	post(t, h, "/case/question", url.Values{}).has(422, "another version")
	open(t, h, "").has(422, "Choose a case file")
	open(t, h, "\x00\x01").has(422, "cannot be opened")
	open(t, h, "a: &a [*a]").has(422, "cannot be opened")
}

func TestWhatIsTooLargeOrBrokenIsRefused(t *testing.T) {
	h := handler(t)
	open(t, h, "# "+strings.Repeat("x", 5*engine.MaxBytes()+2<<20)).has(http.StatusRequestEntityTooLarge, "This is too large")
	r := httptest.NewRequest(http.MethodPost, "/case/open", strings.NewReader("--x\r\nnothing"))
	r.Header.Set("Content-Type", "multipart/form-data; boundary=x")
	ask(t, h, r).has(http.StatusBadRequest, "could not be read")
	r = httptest.NewRequest(http.MethodPost, "/case/form", strings.NewReader("case=%zz"))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	ask(t, h, r).has(http.StatusBadRequest, "could not be read")
}

func TestWhatACaseSaysIsNeverMarkup(t *testing.T) {
	const planted = `<script>alert(1)</script>"'><img src=x>`
	p := open(t, handler(t), "policy: bexley-2020\nas_of: 2020-03-02T14:10\nhome: {domestic_abuse: present}\nevidence:\n"+
		"  home.domestic_abuse: [{source: police, note: '"+strings.ReplaceAll(planted, "'", "''")+"'}]\n").has(200)
	for _, path := range []string{"/case/form", "/case/file", "/case/answer", "/case/question"} {
		shown := p.send(path, "domain", "home", "ask", "home.domestic_abuse").has(200)
		if strings.Contains(shown.body, "<script>") || strings.Contains(shown.body, "<img") {
			t.Errorf("%s shows what the case says as markup", path)
		}
	}
}

func TestNothingOfACaseIsKeptOrPutIntoAnAddress(t *testing.T) {
	p := open(t, handler(t), fixture(t, "family-of-three"))
	for _, path := range []string{
		"/case/question", "/case/form", "/case/answer", "/case/copy", "/case/details", "/case/file", "/case/save",
	} {
		shown := p.send(path)
		if got := shown.header.Get("Cache-Control"); got != "no-store" {
			t.Errorf("%s may be kept: %q", path, got)
		}
		if shown.header.Get("Set-Cookie") != "" || shown.header.Get("Location") != "" {
			t.Errorf("%s sets a cookie or leads on: %v", path, shown.header)
		}
	}
}
