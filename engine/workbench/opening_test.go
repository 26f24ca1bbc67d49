package workbench_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
)

func TestAnInterviewOpensWithWhatHasHappened(t *testing.T) {
	const asks = "What has happened, or what worries you?"
	h := handler(t)
	first := begun(t, h).has(http.StatusOK, asks, "A mark or an injury",
		"Is the child in danger of serious harm now, so that waiting is not safe?")
	opening := first.send("/case/question", "do", "next", "harm.immediate_danger@.how", "unknown").
		has(http.StatusOK, "<h1 class=\"govuk-heading-m ws-question\" id=\"question\">"+asks, "Something that the child said").
		lacks("Save and go on")
	if got := opening.send("/case/question", "ask", "harm.injuries").has(http.StatusOK).work().Get("shown"); got != "harm.injuries@" {
		t.Errorf("a mark opens %s", got)
	}
	passed := opening.send("/case/question", "do", "pass").has(http.StatusOK, "Save and go on")
	passed.send("/case/question", "do", "skip").has(http.StatusOK, "Save and go on")
	told := opening.send("/case/question", "ask", "harm.physical_abuse").
		send("/case/question", "do", "next", "harm.physical_abuse@.how", "is:disclosed")
	told.has(http.StatusOK, "Level 4, Specialist.").lacks(asks)
}

func TestEveryOpeningOpensItsQuestion(t *testing.T) {
	h := handler(t)
	first := begun(t, h)
	before, _, _ := strings.Cut(first.body, "Something else")
	opens := regexp.MustCompile(`name="ask" value="([^"]*)">`).FindAllStringSubmatch(before, -1)
	if len(opens) < 8 {
		t.Fatalf("only %d openings", len(opens))
	}
	for _, o := range opens {
		if got := first.send("/case/question", "ask", o[1]).has(http.StatusOK).work().Get("shown"); got != o[1]+"@" {
			t.Errorf("%s opens %s", o[1], got)
		}
	}
}

func TestBeforeAnythingIsSaidNoPageReassures(t *testing.T) {
	h := handler(t)
	for _, policy := range []string{"bexley-2020", "bexley-2017", "essex-2017", "bournemouth-2017"} {
		begun(t, h, "policy", policy).has(http.StatusOK, "Nothing has been said yet. Levels 1 to 4 are possible.", "If you suspect harm").
			lacks("At least level 1", "no concern to raise", "Use universal services", "Nothing is due")
	}
	begun(t, h).send("/case/question", "ask", "harm.injuries").
		send("/case/question", "do", "next", "harm.injuries@.words", "body", "harm.injuries@.words", "bruise").
		has(http.StatusOK, "Level not settled. Levels 1 to 4 are possible.").lacks("At least level 1")
}

func TestWhatIsTickedGoesAlongWithEveryTab(t *testing.T) {
	p := begun(t, handler(t))
	for _, to := range []string{"form", "answer", "copy", "compare", "done", "details", "file", "save"} {
		if !regexp.MustCompile(`<button[^>]* form="work"[^>]* formaction="/case/` + to + `">`).MatchString(p.body) {
			t.Errorf("the tab to %s does not belong to the form that somebody works on", to)
		}
		got := p.send("/case/"+to, "harm.immediate_danger@.how", "is:true").has(http.StatusOK).body
		if !strings.Contains(got, "immediate_danger: true") {
			t.Errorf("the tick is lost on the way to %s", to)
		}
	}
}

func TestASearchThatFindsNothingSaysWhatToDo(t *testing.T) {
	p := begun(t, handler(t)).send("/case/form", "q", "zzzz").has(http.StatusOK, "Nothing was found. Try one plain word").
		lacks(">Save</button>\n<button class=\"govuk-button govuk-button--secondary\" formaction=\"/case/question\">")
	words := regexp.MustCompile(`name="word" value="([^"]*)"`).FindAllStringSubmatch(p.body, -1)
	if len(words) == 0 {
		t.Fatal("no words are offered")
	}
	for _, m := range words {
		p.send("/case/form", "word", m[1]).has(http.StatusOK, "found for “"+m[1]+"”").lacks(">0 facts found")
	}
	p.send("/case/form", "area", "home").has(http.StatusOK).lacks("found for “zzzz”")
}

func TestPlainWordsFindTheFactThatIsMeant(t *testing.T) {
	h := handler(t)
	for words, want := range map[string]string{
		"dad hit him with a belt": "care.physical_chastisement", "beaten": "care.physical_chastisement",
		"she told me": "harm.child_discloses", "disclosure": "harm.child_discloses", "grubby": "health.presentation",
		"dad": "harm.by", "gran collects": "involved.next_at",
		"weekend": "involved.next_at", "home time": "involved.next_at", "pick up": "involved.next_at", "young carer": "child.caring_role",
	} {
		p := begun(t, h).send("/case/form", "q", words).has(http.StatusOK)
		if shown := p.work()["shown"]; len(shown) == 0 || !strings.Contains(strings.Join(shown[:min(4, len(shown))], " "), want+"@") {
			t.Errorf("%q finds %v first, and not %s", words, shown[:min(4, len(shown))], want)
		}
	}
	begun(t, h).send("/case/form", "q", "prison").has(http.StatusOK, "A parent is in prison</span></summary>")
}

func TestASetThatWasAnsweredIsNotOfferedAgain(t *testing.T) {
	p := begun(t, handler(t)).send("/case/question", "ask", "harm.injuries").
		has(http.StatusOK, "Those chosen above are all: no others apply").
		send("/case/question", "do", "next", "harm.injuries@.words", "bruise").has(http.StatusOK)
	if strings.Contains(p.body, `name="ask" value="harm.injuries">Are`) {
		t.Error("what was answered is offered among the next questions")
	}
}

func TestTheRefusedCopyHasAWayOn(t *testing.T) {
	open(t, handler(t), fixture(t, "family-of-three")).send("/case/copy").
		has(http.StatusOK, "There is no copy for the family", "See the answer, and whom to ask", "020 3045 5440")
}

func TestALabelThatIsANumberIsOfferedAsTheAge(t *testing.T) {
	p := begun(t, handler(t), "several", "yes", "labels", "6\r\nbaby\r\n")
	form := p.send("/case/question", "ask", "child.age").has(http.StatusOK).work()
	if form.Get("child.age@0.number") != "6" || form.Get("child.age@0.how") != "is" || form.Get("child.age@1.number") != "" {
		t.Errorf("offered: %q %q, and of the other %q", form.Get("child.age@0.how"), form.Get("child.age@0.number"),
			form.Get("child.age@1.number"))
	}
	if strings.Contains(p.caseText(), "age:") {
		t.Errorf("the age is stated before anybody said so:\n%s", p.caseText())
	}
}

func TestTheBrowserIsToldOfNoCommand(t *testing.T) {
	for _, name := range []string{"family-of-three", "young-carer"} {
		open(t, handler(t), fixture(t, name)).send("/case/answer").has(http.StatusOK, "The full answer").
			lacks("windscreen questions", "windscreen eval", "--show-rules", "-o markdown")
	}
}
