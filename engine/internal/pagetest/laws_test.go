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
		[]line{{inNext, page.Entry{Text: "Hold a conference.", Rule: "conference"}}, {inNext, page.Entry{Text: "Make it.", Rule: "enquiry"}}},
		[]line{act("conference", "Hold a conference."), act("enquiry", "Once telling the family is safe: make the enquiry.")},
	}},
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
