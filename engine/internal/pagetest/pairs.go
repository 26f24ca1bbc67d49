package pagetest

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"windscreen/engine/family"
	"windscreen/engine/page"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// Pair is two lines that contradict each other on one page, and the law that keeps them apart.
type Pair struct{ One, Other, Law string }

// The laws that keep pairs apart, besides those that hold for other reasons too.
const (
	lawTells    = "while the family is kept out, no step tells or asks it"
	lawAsks     = "while the family is kept out, no question is for it"
	lawSettled  = "where a section 47 ground holds, nobody is asked whether the harm is significant"
	lawSeen     = "there is one time by which the child is seen"
	lawRefused  = "where help was refused, nothing goes on as agreed and no referral is announced"
	lawNoDates  = "no date without a contact from which it counts"
	lawTaken    = "where a contact was made, the step to refer says what may have been done"
	lawJudged   = "where somebody judged the level, nobody is sent to a manager about it"
	lawHarmOpen = "while the family wellbeing service is not offered, it is no step"
	lawAnswered = "where agreement was given, the row begins with that"
	lawNoRecord = "where agreement is not needed to refer, nobody writes it down"
	lawOverdue  = "what is due at the moment of the case is not overdue"
)

// Pairs are those that stood side by side in full answers.
func Pairs() []Pair {
	return []Pair{
		{"telling waits for advice", "talk with the family now", lawTells},
		{"telling waits for advice", "a question for the child, a parent or a relative", lawAsks},
		{"telling waits for advice", "a form to talk through with the family", lawTells},
		{"section 47 holds", "ask whether this is significant harm", lawSettled},
		{"the child is seen the same day", "the child is seen within three working days", lawSeen},
		{"all of it was refused", "what was agreed to goes ahead", lawRefused},
		{"refused, and no referral", "tell the family, any referral included", lawRefused},
		{"nobody has been in touch with the MASH", "a date by which it replies", lawNoDates},
		{"the MASH was contacted", "refer the child, with no word of that", lawTaken},
		{"the level was judged", "talk to your manager about the level", lawJudged},
		{"the family wellbeing service is not offered", "its keyworker, assessment or plan is expected", lawHarmOpen},
		{"agreement was given", "agreement is needed, and nothing else", lawAnswered},
		{"agreement is not needed", "write down the parents' agreement", lawNoRecord},
		{"telling waits for advice", "offer the child and family an assessment", lawTells},
		{"due at the moment of the contact", "was due by that moment", lawOverdue},
	}
}

// pairLaws are the laws that hold for the sake of pairs alone.
func pairLaws() []Law {
	return []Law{
		{lawSettled, asksWhatIsSettled},
		{lawSeen, seenTwice},
		{lawRefused, goesOnAfterRefusal},
		{lawNoDates, datesWithoutContact},
		{lawTaken, refersAgain},
		{lawJudged, judgesAgain},
		{lawHarmOpen, offersWhatIsNotOffered},
		{lawAnswered, hidesTheAnswer},
		{lawNoRecord, recordsWhatIsNotAsked},
		{lawOverdue, overdueAtOnce},
	}
}

// each are the entries of some sections that are for a child, with that child.
func each(l Look, of func(*page.Page) []page.Entry, broken func(family.Child, page.Entry) string) []string {
	var out []string
	for _, c := range l.Answer.Children {
		for _, e := range of(l.Page) {
			if !isFor(e.Children, c.Child) {
				continue
			}
			if how := broken(c, e); how != "" && !slices.Contains(out, how) {
				out = append(out, how)
			}
		}
	}
	return out
}

func steps(p *page.Page) []page.Entry     { return p.Steps.Entries }
func questions(p *page.Page) []page.Entry { return p.FindOut.Entries }
func moments(p *page.Page) []page.Entry   { return p.Next.Entries }
func rows(p *page.Page) []page.Entry      { return slices.Concat(p.Steps.Entries, p.Family.Entries) }

func quoted(e page.Entry) string { return fmt.Sprintf("%s: %q", e.Rule, e.Text) }

// quotedIf is the entry where its text matches.
func quotedIf(e page.Entry, words *regexp.Regexp) string {
	if words.MatchString(e.Text) {
		return quoted(e)
	}
	return ""
}

func asksWhatIsSettled(l Look) []string {
	return each(l, questions, func(c family.Child, e page.Entry) string {
		settled := slices.ContainsFunc(c.Grounds, func(g recommendation.Ground) bool {
			return strings.HasPrefix(g.Name, "s47") && g.State == term.Holds
		})
		if settled && e.Fact == "harm.significant_harm" && len(l.Answer.Children) == 1 {
			return quoted(e)
		}
		return ""
	})
}

// seen are the words for seeing the child.
var seen = regexp.MustCompile(`(?i)\bsees? the child\b|\bthe child is seen\b`)

func seenTwice(l Look) []string {
	var out []string
	for _, c := range l.Answer.Children {
		var at []string
		for _, e := range moments(l.Page) {
			if isFor(e.Children, c.Child) && seen.MatchString(e.Text) && !slices.Contains(at, e.Label) {
				at = append(at, e.Label)
			}
		}
		if len(at) > 1 {
			out = append(out, strings.Join(at, " and "))
		}
	}
	return out
}

// asAgreed are the words that go on as though help had been agreed to, or announce a referral.
var asAgreed = regexp.MustCompile(`(?i)agreed to goes (?:ahead|on)|referral included`)

// outcomeOf is what the answers on a child come to.
func outcomeOf(c family.Child) term.Outcome {
	for _, x := range c.Consent.Answered {
		if x.Outcome != "" {
			return x.Outcome
		}
	}
	return ""
}

func goesOnAfterRefusal(l Look) []string {
	return each(l, rows, func(c family.Child, e page.Entry) string {
		if outcomeOf(c) != term.OutcomeRefused {
			return ""
		}
		return quotedIf(e, asAgreed)
	})
}

func datesWithoutContact(l Look) []string {
	return each(l, moments, func(c family.Child, e page.Entry) string {
		for _, x := range c.Escalations {
			for _, d := range x.Due {
				if x.ID == e.Rule && !e.When.IsZero() && d.At.Equal(e.When.Time) && !d.Assumed {
					return ""
				}
			}
		}
		if e.When.IsZero() {
			return ""
		}
		return quoted(e)
	})
}

// refersAgain holds that a step with an exception that may have come true says so.
func refersAgain(l Look) []string {
	return each(l, steps, func(c family.Child, e page.Entry) string {
		for _, x := range c.Escalations {
			if x.ID == e.Rule && x.Unless != nil && x.Unless.Open && !strings.Contains(e.Text, "unless") &&
				!strings.Contains(e.Text, "If you are sure") {
				return quoted(e)
			}
		}
		return ""
	})
}

// aboutTheLevel are the words that send somebody to a manager about the level.
var aboutTheLevel = regexp.MustCompile(`(?i)(?:talk|speak) (?:to|with) your manager\b[^.]*\blevel\b`)

func judgesAgain(l Look) []string {
	return each(l, steps, func(c family.Child, e page.Entry) string {
		if c.Judgement == nil {
			return ""
		}
		return quotedIf(e, aboutTheLevel)
	})
}

// fromTheService are the words for what the family wellbeing service gives.
var fromTheService = regexp.MustCompile(`(?i)family wellbeing service|keyworker|family wellbeing assessment`)

func offersWhatIsNotOffered(l Look) []string {
	return each(l, steps, func(c family.Child, e page.Entry) string {
		if !slices.ContainsFunc(c.Cautions, func(x recommendation.Caution) bool { return x.ID == "caution.family-wellbeing-gate" }) {
			return ""
		}
		return quotedIf(e, fromTheService)
	})
}

func hidesTheAnswer(l Look) []string {
	return each(l, func(p *page.Page) []page.Entry { return p.Family.Entries }, func(c family.Child, e page.Entry) string {
		if e.Label == "Agreement" && outcomeOf(c) == term.OutcomeGiven && strings.Contains(e.Text, "Needed") &&
			!strings.Contains(e.Text, "Given") {
			return quoted(e)
		}
		return ""
	})
}

// writesDown are the words for writing down that parents agreed.
var writesDown = regexp.MustCompile(`(?i)write down the parents' agreement`)

func recordsWhatIsNotAsked(l Look) []string {
	return each(l, rows, func(c family.Child, e page.Entry) string {
		if c.Consent.Agreement != term.AgreementNotRequired {
			return ""
		}
		return quotedIf(e, writesDown)
	})
}

func overdueAtOnce(l Look) []string {
	return each(l, moments, func(_ family.Child, e page.Entry) string {
		if strings.HasPrefix(e.Text, "Overdue") && !e.When.Before(l.Answer.Family.AsOf.Time) {
			return quoted(e)
		}
		return ""
	})
}
