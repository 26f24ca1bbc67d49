package workbench_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// begun is a case that was begun on the start page.
func begun(t testing.TB, h http.Handler, typed ...string) *shown {
	t.Helper()
	form := url.Values{"policy": {"bexley-2020"}, "day": {"2"}, "month": {"3"}, "year": {"2020"}, "clock": {"14:10"},
		"reader": {"referrer"}, "several": {"no"}}
	for i := 0; i+1 < len(typed); i += 2 {
		form.Set(typed[i], typed[i+1])
	}
	return post(t, h, "/case/start", form)
}

func TestTheMainPagesLookAsTheyDidBefore(t *testing.T) {
	h := handler(t)
	get(t, h, "/").has(200).golden("start.html")
	one := begun(t, h).has(200)
	one.golden("question.html")
	one.send("/case/form", "domain", "home").has(200).golden("form.html")
	one.send("/case/form", "q", "neglect").has(200).golden("search.html")
	one.send("/case/details").has(200).golden("details.html")
	three := open(t, h, fixture(t, "family-of-three")).has(200)
	three.golden("question-family.html")
	three.send("/case/answer").has(200).golden("answer-family.html")
	three.send("/case/answer", "child", "baby").has(200).golden("answer-child.html")
	three.send("/case/copy").has(200).golden("copy-withheld.html")
	three.send("/case/done").has(200).golden("done.html")
	three.send("/case/file").has(200).golden("file.html")
	open(t, h, fixture(t, "young-carer")).send("/case/copy").has(200).golden("copy.html")
	open(t, h, "policy: bexley-2020\nas_of: 2020-03-02T14:10\nhome: {warmth: low}\n").has(422).golden("faulty.html")
}

func TestACaseIsToldFromABlankPageToItsAnswer(t *testing.T) {
	h := handler(t)
	p := begun(t, h, "id", "demo-1").
		has(200, "Is the child in danger of serious harm now, so that waiting is not safe?", "Nothing has been said yet",
			"If you suspect harm, ring the MASH")
	p = p.send("/case/question", "do", "next", "harm.immediate_danger@.how", "is:false").has(200).
		lacks("Is the child in danger of serious harm now, so")
	p = p.send("/case/question", "ask", "care.physical_chastisement").has(200, "Save and go on")
	p = p.send("/case/question", "do", "next", "care.physical_chastisement@.how", "is:with_mark",
		"care.physical_chastisement@.evidence.source", "school", "care.physical_chastisement@.evidence.standing", "observed",
		"care.physical_chastisement@.evidence.day", "2", "care.physical_chastisement@.evidence.month", "3",
		"care.physical_chastisement@.evidence.year", "2020", "care.physical_chastisement@.evidence.note", "A mark on the arm: red").
		has(200, "Level 4, Specialist.", "Section 47")
	want := `policy: bexley-2020
id: demo-1
as_of: 2020-03-02T14:10
reader: referrer
harm:
  immediate_danger: false
care:
  physical_chastisement: with_mark
evidence:
  care.physical_chastisement:
    - {value: with_mark, source: school, standing: observed, on: 2020-03-02, note: 'A mark on the arm: red'}
`
	if got := p.caseText(); got != want {
		t.Errorf("the case is\n%s\nwant\n%s", got, want)
	}
	p.send("/case/answer").has(200, "Level 4, Specialist.").lacks("A mark on the arm: red</")
	saved := p.send("/case/save").has(200)
	if saved.body != want || saved.header.Get("Content-Disposition") != `attachment; filename="demo-1.yaml"` {
		t.Errorf("saved %q as %q", saved.body, saved.header.Get("Content-Disposition"))
	}
	open(t, h, saved.body).has(200, "Level 4, Specialist.", "What you have said so far (2)")
}

func TestAFamilyIsToldChildByChild(t *testing.T) {
	h := handler(t)
	p := begun(t, h, "several", "yes", "labels", "baby\r\n6\r\n\r\n6\r\n").has(200, "For baby", "For 6", "The page for baby")
	p = p.send("/case/question", "do", "next", "harm.immediate_danger@0.how", "is:false", "harm.immediate_danger@1.how", "unknown").has(200)
	p = p.send("/case/question", "ask", "home.domestic_abuse").has(200).lacks("For baby</legend>")
	p = p.send("/case/question", "do", "next", "home.domestic_abuse@.how", "partly", "home.domestic_abuse@.at_least", "present").has(200)
	p = p.send("/case/form", "domain", "child", "gone", "home@").has(200)
	p = p.send("/case/form", "domain", "child", "child.age@0.how", "months", "child.age@0.months", "4", "child.age@1.how", "is",
		"child.age@1.number", "6").has(200, "4 months", "6 years")
	want := `policy: bexley-2020
as_of: 2020-03-02T14:10
reader: referrer
home:
  domestic_abuse: {at_least: present}
explored: [home]
children:
  baby:
    harm:
      immediate_danger: false
    child:
      age: {months: 4}
  "6":
    harm:
      immediate_danger: unknown
    child:
      age: 6
`
	if got := p.caseText(); got != want {
		t.Errorf("the case is\n%s\nwant\n%s", got, want)
	}
}

func TestBackSkipAndDoNotKnow(t *testing.T) {
	h := handler(t)
	first := begun(t, h).has(200)
	asked := first.work().Get("shown")
	second := first.send("/case/question", "do", "skip").has(200, "What has happened").send("/case/question", "do", "pass").has(200)
	if now := second.work().Get("shown"); now == asked || second.caseText() != first.caseText() {
		t.Errorf("after a question was put off, %s is asked, and the case is\n%s", now, second.caseText())
	}
	third := second.send("/case/question", "do", "next", second.work().Get("shown")+".how", "unknown").has(200)
	if now := third.work().Get("shown"); now == second.work().Get("shown") {
		t.Errorf("%s is asked again at once after it was said that nobody knows", now)
	}
	back := third.send("/case/question", "do", "back").has(200)
	if now := back.work().Get("shown"); now != second.work().Get("shown") {
		t.Errorf("back goes to %s, want %s", now, second.work().Get("shown"))
	}
	back.has(200, `value="unknown" checked`)
}

func TestAQuestionWithoutAnAnswerIsAskedAgain(t *testing.T) {
	begun(t, handler(t)).send("/case/question", "do", "next").
		has(422, "Choose an answer, or skip the question for now", "There is a problem")
}

func TestWhatWasGoneThroughClosesAnArea(t *testing.T) {
	p := begun(t, handler(t)).send("/case/form", "domain", "learning").has(200)
	p = p.send("/case/form", "gone", "learning@").has(200, "Gone through")
	if got := p.caseText(); !strings.Contains(got, "explored: [learning]") {
		t.Errorf("the case is\n%s", got)
	}
	p = p.send("/case/form", "gone", "").has(200)
	if got := p.caseText(); strings.Contains(got, "explored") {
		t.Errorf("the tick was taken away, and the case is\n%s", got)
	}
}

func TestTheBeginningOfACaseCanBeChanged(t *testing.T) {
	h := handler(t)
	p := open(t, h, fixture(t, "family-of-three"))
	form := url.Values{"v": {"1"}, "case": {p.caseText()}, "from": {"details"}, "do": {"next"}, "policy": {"essex-2017"},
		"day": {"3"}, "month": {"3"}, "year": {"2020"}, "clock": {"9:05"}, "reader": {"front_door"},
		"labels": {"new one"}, "id": {"demo-2"}}
	post(t, h, "/case/details", form).has(200, "Essex", "Tue 3 Mar 2020 at 09:05", "The page for new one", "demo-2")
	form.Set("day", "31")
	form.Set("month", "2")
	post(t, h, "/case/details", form).has(422, "must be a real date", `value="31"`, `value="demo-2"`)
}

func TestWhatWasDoneAndJudgedIsRecorded(t *testing.T) {
	h := handler(t)
	p := open(t, h, fixture(t, "mark-after-chastisement")).has(200)
	form := url.Values{"v": {"1"}, "case": {p.caseText()}, "from": {"done"}, "do": {"next"}}
	shown := post(t, h, "/case/done", form).has(200, "What the answer asks for", "The level that a professional has judged")
	step := regexp.MustCompile(`name="step" type="checkbox" value="([^"]+)"`).FindStringSubmatch(shown.body)
	if step == nil {
		t.Fatalf("there is no step:\n%s", shown.body)
	}
	form.Set("step", step[1])
	form.Set("judgement..level", "4")
	post(t, h, "/case/done", form).has(422, "say who did it", "A judgement needs a level, who judged, and the reason", "checked")
	form.Set("step."+step[1]+".by", "school")
	form.Set("step."+step[1]+".day", "2")
	form.Set("step."+step[1]+".month", "3")
	form.Set("step."+step[1]+".year", "2020")
	form.Set("judgement..by", "team manager")
	form.Set("judgement..reason", "Seen before")
	shown = post(t, h, "/case/done", form).has(200, "Done already", "by school, 2 March 2020")
	for _, want := range []string{"done:\n  " + step[1] + ": {by: school, at: 2020-03-02}",
		"judgement: {level: 4, by: team manager, reason: Seen before}"} {
		if got := shown.caseText(); !strings.Contains(got, want) {
			t.Errorf("the case lacks %q:\n%s", want, got)
		}
	}
	form = url.Values{"v": {"1"}, "case": {shown.caseText()}, "do": {"next"}, "undo": {step[1] + "@"}}
	if got := post(t, h, "/case/done", form).has(200).caseText(); strings.Contains(got, "done:") || strings.Contains(got, "judgement") {
		t.Errorf("both were taken away, and the case is\n%s", got)
	}
}

func TestAStepForOneChildIsDoneForThatChild(t *testing.T) {
	h := handler(t)
	p := open(t, h, fixture(t, "family-of-three")).has(200)
	form := url.Values{"v": {"1"}, "case": {p.caseText()}, "do": {"next"}, "step": {"england.another-child"},
		"step.england.another-child.by": {"school"}}
	got := post(t, h, "/case/done", form).has(200, "For 6: ", "For 11: ").caseText()
	if n := strings.Count(got, "england.another-child: {by: school}"); n != 2 {
		t.Errorf("it is done for %d children, want 2:\n%s", n, got)
	}
}

func TestASearchWithoutAFindNamesTheNearestWords(t *testing.T) {
	begun(t, handler(t)).send("/case/form", "q", "neglekt").has(200, "0 facts found", "Nearest words:", "neglect")
}

func TestThePreviewFollowsWhatIsTyped(t *testing.T) {
	begun(t, handler(t)).send("/case/preview", "harm.immediate_danger@.how", "is:true").has(200, "Level 4, Specialist.", "Act now").
		lacks("Save and go on")
}

func TestAFamilyMayHaveACopyOnlyWhereItIsSafe(t *testing.T) {
	h := handler(t)
	open(t, h, fixture(t, "young-carer")).send("/case/copy").has(200, "You may hand this to a parent")
	open(t, h, fixture(t, "young-carer")).send("/case/copy", "for", "aunt").has(200, "You may hand this to a parent")
	open(t, h, fixture(t, "family-of-three")).send("/case/copy").has(200, "There is no copy for the family").lacks("You may hand this")
	open(t, h, fixture(t, "thin-referral")).send("/case/copy").has(200, "Find out and state first")
}

// A mother agreed to help, and it is kept from the father.
const keptFromTheFather = `
policy: bexley-2020
as_of: 2020-03-02T14:10
child: {age: 6}
home: {domestic_abuse: present}
harm: {immediate_danger: false, significant_harm: unlikely, by: [parent]}
explored: all
consent: {given: {mother: agreed}, told: [mother], keep_from: [father]}
`

func TestACopyForOnePersonSaysHowItIsHandedOver(t *testing.T) {
	p := open(t, handler(t), keptFromTheFather)
	p.send("/case/copy").has(200, "There is no copy for the family")
	p.send("/case/copy", "for", "mother").has(200, "For the mother.", "Give it to her in person when she is alone", "and to nobody else").
		golden("copy-mother.html")
	p.send("/case/copy", "for", "father").has(200, "There is no copy for the father").lacks("For the father.", "in person")
}

func TestWhatIsTypedBesideDoNotKnowIsTaken(t *testing.T) {
	const ask, how = "child.date_of_birth", "child.date_of_birth@.how"
	p := begun(t, handler(t)).send("/case/question", "ask", ask).send("/case/question", "do", "next", how, "unknown").has(200)
	p = p.send("/case/question", "ask", ask).send("/case/question", "do", "next", how, "unknown", "child.date_of_birth@.day", "1",
		"child.date_of_birth@.month", "2", "child.date_of_birth@.year", "2014").has(200)
	if got := p.caseText(); !strings.Contains(got, "date_of_birth: 2014-02-01") {
		t.Errorf("the case is\n%s", got)
	}
}

func TestAnAreaOfACaseThatWasAllGoneThroughIsNotQuietlyKept(t *testing.T) {
	p := open(t, handler(t), "policy: bexley-2020\nas_of: 2020-03-02T14:10\nexplored: all\n").send("/case/form", "domain", "home").has(200)
	p.send("/case/form", "gone", "").has(422, "the case says that everything was gone through")
}

func TestAChoiceThatIsOnlyAllegedIsLeftOpenAndItsEvidenceSaysSo(t *testing.T) {
	const set, choice = "child.disability_kinds", "child.lives_with"
	p := begun(t, handler(t)).send("/case/question", "ask", set).has(200, "What they say, if it is not the answer above")
	p = p.send("/case/question", "do", "next", set+"@.words", "autism", set+"@.evidence.source", "parent",
		set+"@.evidence.standing", "alleged").has(200)
	for _, want := range []string{"disability_kinds: unknown", "{value: [autism], source: parent, standing: alleged}"} {
		if got := p.caseText(); !strings.Contains(got, want) {
			t.Errorf("the case lacks %q:\n%s", want, got)
		}
	}
	p = p.send("/case/question", "ask", set).has(200, "Take away: parent, alleged: Autism")
	p = p.send("/case/question", "do", "next", set+"@.words", "autism", set+"@.evidence.source", "school").has(200)
	if got := p.caseText(); !strings.Contains(got, "disability_kinds: [autism]") {
		t.Errorf("somebody else bears it out, and the case is\n%s", got)
	}
	p = p.send("/case/question", "ask", set).has(200).send("/case/question", "do", "next", set+"@.evidence.source", "relative",
		set+"@.evidence.standing", "alleged", set+"@.evidence.value", "sight").has(200)
	if got := p.caseText(); !strings.Contains(got, "disability_kinds: [autism]") ||
		!strings.Contains(got, "{value: [sight], source: relative") {
		t.Errorf("what is alleged besides is lost, or changes the answer:\n%s", got)
	}
	open(t, p.h, "policy: bexley-2020\nas_of: 2020-03-02T14:10\n").send("/case/question", "ask", set).has(200).
		send("/case/question", "do", "next", set+"@.words", "!unknown", set+"@.words", "autism").
		has(422, "choose what applies, or that you do not know, not both")
	p = p.send("/case/question", "ask", choice).has(200).send("/case/question", "do", "next", choice+"@.how", "is:close_relative",
		choice+"@.evidence.source", "neighbour", choice+"@.evidence.standing", "alleged").has(200)
	if got := p.caseText(); !strings.Contains(got, "lives_with: unknown") ||
		!strings.Contains(got, "{value: close_relative, source: neighbour") {
		t.Errorf("a choice that is alleged is stated:\n%s", got)
	}
}

func TestASetThatSomebodySaysInAnotherOrderIsNotOnlyAlleged(t *testing.T) {
	const set = "child.disability_kinds"
	p := open(t, handler(t), "policy: bexley-2020\nas_of: 2020-03-02T14:10\n"+
		"child: {disability_kinds: [sight, autism]}\nevidence:\n  child.disability_kinds:\n"+
		"    - {value: [sight, autism], source: school}\n").send("/case/question", "ask", set).has(200)
	p = p.send("/case/question", "do", "next", set+"@.evidence.source", "relative",
		set+"@.evidence.standing", "alleged").has(200)
	if got := p.caseText(); strings.Contains(got, "disability_kinds: unknown") || !strings.Contains(got, "source: relative") {
		t.Errorf("what the school says is not counted, since its words stand in another order:\n%s", got)
	}
}

func TestAFormWithAFaultIsShownWhereTheFaultIs(t *testing.T) {
	p := begun(t, handler(t)).send("/case/form", "domain", "child").has(200)
	form := p.work()
	form.Set("child.age@.how", "is")
	form.Set("child.age@.number", "six")
	for _, to := range [][2]string{{"domain", "home"}, {"domain", ""}, {"q", "neglect"}, {"q", "age"}} {
		form.Del("q")
		form.Del("domain")
		form.Set(to[0], to[1])
		for _, path := range []string{"/case/form", "/case/answer"} {
			post(t, p.h, path, form).has(422, "Age must be a whole number", `value="six"`, `id="child-age-"`)
		}
	}
	form.Del("q")
	form.Set("child.age@.number", "6")
	form.Set("domain", "home")
	post(t, p.h, "/case/form", form).has(200, "age: 6").lacks(`id="child-age-"`)

	gone := open(t, p.h, "policy: bexley-2020\nas_of: 2020-03-02T14:10\nexplored: all\n").
		send("/case/form", "domain", "home").has(200).work()
	gone.Del("gone")
	gone.Set("domain", "learning")
	post(t, p.h, "/case/form", gone).has(422, "everything was gone through", `id="gone-home-"`)
}

func TestAPreviewSaysWhatItLeavesOut(t *testing.T) {
	p := begun(t, handler(t)).send("/case/form", "domain", "child").has(200)
	p.send("/case/preview", "child.age@.how", "is", "child.age@.number", "six").
		has(422, "This answer leaves out what cannot be taken as it stands", "Age must be a whole number", "Nothing has been said yet")
	p.send("/case/preview", "child.age@.how", "is", "child.age@.number", "6").has(200).lacks("leaves out")
}

func TestADenialBySomebodyElseDoesNotMakeAnAnswerAnAllegation(t *testing.T) {
	const fact = "care.physical_chastisement"
	p := begun(t, handler(t)).send("/case/question", "ask", fact).send("/case/question", "do", "next", fact+"@.how", "is:with_mark",
		fact+"@.evidence.value", "none", fact+"@.evidence.source", "parent", fact+"@.evidence.standing", "alleged").has(200)
	if got := p.caseText(); !strings.Contains(got, "physical_chastisement: with_mark") {
		t.Errorf("the case is\n%s", got)
	}
}
