package pagetest_test

import (
	"testing"

	"windscreen/engine/internal/pagetest"
	"windscreen/engine/page"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// readBy is whom a planted page is for.
func readBy(x term.Reader) func(*recommendation.Recommendation) {
	return func(r *recommendation.Recommendation) { r.Reader = x }
}

// inOrder is an answer in which a conference comes after an enquiry.
func inOrder(r *recommendation.Recommendation) {
	r.Escalations = []recommendation.Escalation{
		{Rule: recommendation.Rule{ID: "conference", After: []string{"enquiry"}}, State: term.NowDue},
		{Rule: recommendation.Rule{ID: "enquiry"}, State: term.NowDue},
	}
}

// waitsFor is an answer for a reader in which telling waits.
func waitsFor(x term.Reader) func(*recommendation.Recommendation) {
	return func(r *recommendation.Recommendation) { r.Reader, r.Consent.Inform = x, term.InformAdviceFirst }
}

// goingOn is an answer whose rule on telling says this.
func goingOn(says string) func(*recommendation.Recommendation) {
	return func(r *recommendation.Recommendation) {
		telling(term.InformAdviceFirst)(r)
		r.Consent.Why = map[term.Answer]recommendation.Line{term.AnswerInform: {Says: says}}
	}
}

// keptFromOne is an answer in which telling is expected, one person must not be told, and the rule on telling does this.
func keptFromOne(does ...term.Deed) func(*recommendation.Recommendation) {
	return func(r *recommendation.Recommendation) {
		telling(term.InformExpected)(r)
		r.Consent.Why = map[term.Answer]recommendation.Line{term.AnswerInform: {Rule: recommendation.Rule{ID: "tell", Does: does}}}
		kept := recommendation.Rule{ID: "kept", ForFamily: &recommendation.ForFamily{NoCopy: true}}
		r.Consent.Answered = []recommendation.Line{{Rule: kept}}
	}
}

func changes(text string) line { return line{inSure, page.Entry{Label: "Changes if", Text: text}} }

func act(rule, text string) line { return line{inSteps, page.Entry{Text: text, Rule: rule}} }

// lines planted on a page that break a law, and what a sound page says in their place.
var plantedLaws = []struct {
	law string
	planted
}{
	{"nobody in children's social care is sent to children's social care", planted{
		readBy(term.ReaderFrontDoor),
		[]line{step("Tell the police now, on 101 or in danger 999. Tell whoever looks after the child, and social care.")},
		[]line{step("Ask adult social care to assess the adult. Look in the records of social care, schools and health.")},
	}},
	{"nobody in children's social care is sent to children's social care", planted{
		readBy(term.ReaderSocialWorker),
		[]line{{inFamily, page.Entry{Label: "Sharing", Text: "Share what is needed. Tell the MASH without waiting for agreement."}}},
		[]line{{inFamily, page.Entry{Label: "Sharing", Text: "Share what is needed. The MASH shares in proportion to the risk."}}},
	}},
	{"nobody in children's social care is sent to children's social care", planted{
		readBy(term.ReaderFrontDoor),
		[]line{{inSteps, page.Entry{Text: "Ring them now.", Contact: &recommendation.Contact{Name: "Safeguarding Hub (MASH)"}}}},
		[]line{{inSteps, page.Entry{Text: "Ring them now.", Contact: &recommendation.Contact{Name: "Forced Marriage Unit"}}}},
	}},
	{"what is done first stands first", planted{
		inOrder,
		[]line{act("conference", "Hold a conference."), act("enquiry", "Make the enquiry.")},
		[]line{act("enquiry", "Make the enquiry."), act("conference", "Hold a conference.")},
	}},
	{"what is done first stands first", planted{
		inOrder,
		[]line{
			{inNext, page.Entry{Text: "Hold a conference.", Rule: "conference"}},
			{inNext, page.Entry{Text: "Make it.", Rule: "enquiry"}},
		},
		[]line{act("conference", "Hold a conference."), act("enquiry", "Once telling the family is safe: make the enquiry.")},
	}},
	{"while telling waits, no row says why", planted{
		telling(term.InformAdviceFirst),
		[]line{{inFamily, page.Entry{Label: "Sharing", Text: "Share what is needed. Asking for agreement would create or raise it."}}},
		[]line{{inFamily, page.Entry{Label: "Sharing", Text: "Share what is needed. Tell the MASH, without asking for agreement."}}},
	}},
	{"while telling waits, the page of the referrer gives no reason", planted{
		waitsFor(term.ReaderReferrer),
		[]line{{inWhy, page.Entry{Text: "Physical injury: someone is said to have caused it.", Fact: "harm.physical_injury"}}},
		[]line{{inWhy, page.Entry{Text: "The reasons are in the full answer."}}},
	}},
	{"while telling waits, the page of the referrer gives no reason", planted{
		waitsFor(term.ReaderReferrer),
		[]line{{inWhy, page.Entry{Label: "8", Text: "Level 4. Abuse of the child is reported."}}},
		[]line{{inWhy, page.Entry{Label: "8", Text: "Level 4."}}},
	}},
	{"while telling waits, nothing says which of the children spoke", planted{
		waitsFor(term.ReaderReferrer),
		[]line{step("For 15: write down today, word for word, what the child said.")},
		[]line{step("Write down today, word for word, what the child said."), step("For 15: refer the child to the MASH.")},
	}},
	{"what answers change is a call for help or a level, and while telling may wait a call alone", planted{
		telling(term.InformExpected),
		[]line{changes("1 is yes: call 999 before anything else. 2 is yes: whoever got in touch is in dispute with the family.")},
		[]line{changes("1 is yes: call 999 before anything else. 2 is “much”: at least level 3.")},
	}},
	{"what answers change is a call for help or a level, and while telling may wait a call alone", planted{
		telling(term.InformExpected),
		[]line{changes("2 is “much”: level 4, section 47.")},
		[]line{changes("1 and 2 are yes: level 4.")},
	}},
	{"what answers change is a call for help or a level, and while telling may wait a call alone", planted{
		telling(term.InformExpected),
		[]line{changes("2 is “much”: level 4 for 6, and for 11 section 47.")},
		[]line{changes("1 is “much”: at least level 3 for 11. 2 is yes: level 4 for baby and 6.")},
	}},
	{"what answers change is a call for help or a level, and while telling may wait a call alone", planted{
		telling(term.InformAdviceFirst),
		[]line{changes("1 is yes: call 999 before anything else. 2 is “an injury without an explanation”: level 4.")},
		[]line{changes("1 is yes: call 999 before anything else.")},
	}},
	{"where agreement is not needed, no row says who gave it", planted{
		telling(term.InformExpected),
		[]line{{inFamily, page.Entry{Label: "Agreement", Text: "Not needed, though given by the mother. Significant harm is suspected."}}},
		[]line{{inFamily, page.Entry{Label: "Agreement", Text: "Not needed, though given. The law is enforced by the council."}}},
	}},
	{"while somebody must not be told, no row says who answered", planted{
		keptFromOne(),
		[]line{{inFamily, page.Entry{Label: "Agreement", Text: "Needed, and given. It comes from the parents."}}},
		[]line{{inFamily, page.Entry{Label: "Agreement", Text: "Needed. It comes from the parents."}}},
	}},
	{"while somebody must not be told, no row says who answered", planted{
		keptFromOne(term.DeedGoesOn),
		[]line{{inFamily, page.Entry{Label: "Agreement", Text: "Needed, and given by the mother. It comes from the parents."}}},
		[]line{{inFamily, page.Entry{Label: "Agreement", Text: "Needed, and given. It comes from the parents."}}},
	}},
	{"those who know are spoken with only where the rule on telling says so of every child", planted{
		goingOn("Say no more to those who know already."),
		[]line{step("Go on talking, alone, with whoever knows and is safe to talk to.")},
		[]line{notYet},
	}},
	{"nobody is kept from what they know, or from what has to be said today", planted{
		func(r *recommendation.Recommendation) {
			telling(term.InformAdviceFirst)(r)
			r.Consent.Answered = []recommendation.Line{{Rule: recommendation.Rule{ID: "knows", Does: []term.Deed{term.DeedKnown}}}}
		},
		[]line{notYet},
		[]line{step("To those in the family who know already, say only what you must, such as that it is being looked into.")},
	}},
	{"nobody is kept from what they know, or from what has to be said today", planted{
		func(r *recommendation.Recommendation) {
			telling(term.InformAdviceFirst)(r)
			r.Escalations = []recommendation.Escalation{
				{Rule: recommendation.Rule{ID: "seen", Does: []term.Deed{term.DeedSeenToday}}, State: term.NowDue}}
		},
		[]line{notYet},
		[]line{step("Say only that the child must be seen today.")},
	}},
	{"while the family is kept out, no question is for it", planted{
		func(r *recommendation.Recommendation) {
			telling(term.InformAdviceFirst)(r)
			r.Questions = []recommendation.Question{{Fact: "child.where"}}
		},
		[]line{{inFindOut, page.Entry{Text: "Where is the child now?", Fact: "child.where", Who: []string{"whoever has the child"}}}},
		[]line{{inFindOut, page.Entry{Text: "Where is the child now?", Fact: "child.where", Who: []string{"school", "police"}}}},
	}},
}

// broken is how a page breaks the law with a name.
func broken(t *testing.T, name string, l pagetest.Look) []string {
	t.Helper()
	for _, law := range pagetest.Laws(pagetest.Bounds{}) {
		if law.Name == name {
			return law.Broken(l)
		}
	}
	t.Fatalf("no law is called %q", name)
	return nil
}

func TestALevelThatMayBeHigherIsNotSettledWhereSomethingPresses(t *testing.T) {
	const law = "where something is due at once, a level that may be higher is said not to be settled"
	l := look(func(r *recommendation.Recommendation) { r.Level.Recommended, r.Level.AtMost = 1, 4 }, nil)
	l.Page.Head = page.Head{Level: page.Entry{Text: "At least level 1. Levels 2, 3 and 4 are possible."}, Do: "Act now, by telephone"}
	if len(broken(t, law, l)) == 0 {
		t.Error("a floor that is not said to be one does not break the law")
	}
	l.Page.Head.Level.Text = "At least level 1, and not settled: it may be 4."
	if how := broken(t, law, l); len(how) > 0 {
		t.Error(how)
	}
}

func TestBesideTheWordsOfAJudgeStandsWhatMayBeShared(t *testing.T) {
	const law = "beside the words of whoever judged stands what may be shared"
	l := look(telling(term.InformExpected), []line{{inFamily, page.Entry{Label: "Telling", Text: "Expected."}}})
	l.Page.Why = []page.Section{{Heading: "Why judged level 4", Entries: []page.Entry{{Text: "The team manager: “They hide something.”"}}}}
	if len(broken(t, law, l)) == 0 {
		t.Error("a page without the row does not break the law")
	}
	l.Page.Family.Entries = append(l.Page.Family.Entries, page.Entry{Label: "Sharing", Text: "With their agreement."})
	if how := broken(t, law, l); len(how) > 0 {
		t.Error(how)
	}
}

func TestChildrenOfWhomTheSameIsSaidShareARow(t *testing.T) {
	for _, law := range pagetest.Laws(pagetest.Bounds{}) {
		if law.Name != "children of whom the same is said share a row" {
			continue
		}
		l := look(telling(term.InformExpected), []line{
			{inWhy, page.Entry{Label: "3", Text: "Level 4."}}, {inWhy, page.Entry{Label: "8", Text: "Level 4."}},
		})
		l.Page.Children = []string{"3", "8"}
		if len(law.Broken(l)) == 0 {
			t.Error("two rows that say the same do not break the law")
		}
		l.Page.Why[0].Entries[1].Text = "Level 3."
		if how := law.Broken(l); len(how) > 0 {
			t.Errorf("a sound page breaks it: %v", how)
		}
	}
}

func TestPlantedLinesBreakTheirLaw(t *testing.T) {
	laws := map[string]func(pagetest.Look) []string{}
	for _, law := range pagetest.Laws(pagetest.Bounds{Lines: page.Height, FirstStep: page.NearTop}) {
		laws[law.Name] = law.Broken
	}
	for _, p := range plantedLaws {
		broken := laws[p.law]
		if broken == nil {
			t.Errorf("no law is called %q", p.law)
			continue
		}
		if how := broken(look(p.answer, p.broken)); len(how) == 0 {
			t.Errorf("%q does not break the law %q", p.broken[0].Text, p.law)
		}
		if how := broken(look(p.answer, p.sound)); len(how) > 0 {
			t.Errorf("a sound page breaks the law %q: %v", p.law, how)
		}
	}
}
