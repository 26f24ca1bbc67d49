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

// gate is the rule that says that the family wellbeing service is not offered while harm is open.
const gate = "caution.family-wellbeing-gate"

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

// each are the entries of some sections that are for a child, with that child, and how they break a law.
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

func steps(p *page.Page) []page.Entry   { return p.Steps.Entries }
func moments(p *page.Page) []page.Entry { return p.Next.Entries }
func rows(p *page.Page) []page.Entry    { return p.Family.Entries }
func both(a, b func(*page.Page) []page.Entry) func(*page.Page) []page.Entry {
	return func(p *page.Page) []page.Entry { return slices.Concat(a(p), b(p)) }
}
func questions(p *page.Page) []page.Entry { return p.FindOut.Entries }

func quoted(e page.Entry) string {
	return strings.TrimPrefix(fmt.Sprintf("%s: %q", e.Rule, e.Text), ": ")
}

// quotedIf is the entry if its text matches.
func quotedIf(e page.Entry, words *regexp.Regexp) string {
	if words.MatchString(e.Text) {
		return quoted(e)
	}
	return ""
}

// outcomeOf is what the answers on a child come to.
func outcomeOf(c family.Child) term.Outcome {
	for _, x := range c.Consent.Answered {
		if x.Outcome != "" {
			return x.Outcome
		}
	}
	return ""
}

// whetherHarm are the words that ask whether the harm is significant.
var whetherHarm = regexp.MustCompile(`(?i)(?:is|whether) (?:this|it|there|the child)\b[^.]*\bsignificant harm\b`)

func asksWhatIsSettled(l Look) []string {
	return each(l, both(questions, steps), func(c family.Child, e page.Entry) string {
		for _, g := range c.Grounds {
			if g.ID == "s47" && g.State == term.Holds {
				return quotedIf(e, whetherHarm)
			}
		}
		return ""
	})
}

// The words for seeing the child, and for doing so now.
var (
	seen  = regexp.MustCompile(`(?i)\bsee the child\b|\bthe child is seen\b`)
	today = regexp.MustCompile(`(?i)\btoday\b|\bat once\b`)
)

// seenWhen is by when an entry says that the child is seen; empty if it gives no time, as of a limit that has not begun.
func seenWhen(e page.Entry) string {
	switch {
	case !seen.MatchString(e.Text):
		return ""
	case e.Now, today.MatchString(e.Text), today.MatchString(e.Label):
		return "today"
	case !e.When.IsZero():
		return "by " + e.When.Format("2 January 15:04")
	case e.Label != "No time printed" && e.Label != "Once in touch":
		return e.Label
	}
	return ""
}

func seenTwice(l Look) []string {
	var out []string
	for _, c := range l.Answer.Children {
		var at []string
		for _, e := range both(steps, moments)(l.Page) {
			if when := seenWhen(e); when != "" && isFor(e.Children, c.Child) && !slices.Contains(at, when) {
				at = append(at, when)
			}
		}
		if len(at) > 1 {
			out = append(out, strings.Join(at, ", and "))
		}
	}
	return out
}

// asAgreed are the words that go on as though help had been agreed to, or announce a referral.
var asAgreed = regexp.MustCompile(`(?i)agreed to goes (?:ahead|on)|referral included`)

func goesOnAfterRefusal(l Look) []string {
	return each(l, both(steps, rows), func(c family.Child, e page.Entry) string {
		switch {
		case outcomeOf(c) != term.OutcomeRefused:
			return ""
		case slices.Contains(needsOf(c, e.Rule), term.AwaitsAgreement):
			return quoted(e)
		}
		return quotedIf(e, asAgreed)
	})
}

func datesWithoutContact(l Look) []string {
	return each(l, moments, func(c family.Child, e page.Entry) string {
		if e.When.IsZero() {
			return ""
		}
		for _, x := range c.Escalations {
			if x.ID == e.Rule && slices.ContainsFunc(x.Due, func(d recommendation.Due) bool {
				return d.At.Equal(e.When.Time) && !d.Assumed
			}) {
				return ""
			}
		}
		return quoted(e)
	})
}

// The words for referring the child, for what counts from a contact, and for an exception.
var (
	refers     = regexp.MustCompile(`(?i)(?:^|: |, )refer the child\b`)
	ofContact  = regexp.MustCompile(`(?i)\b(?:contact|referral)\b`)
	mayBeTaken = regexp.MustCompile(`(?i)\bunless\b|\bif you are sure\b`)
)

// contacted reports whether a limit of a child counts from a contact that was made.
func contacted(c family.Child) bool {
	return slices.ContainsFunc(c.Escalations, func(x recommendation.Escalation) bool {
		return slices.ContainsFunc(x.Due, func(d recommendation.Due) bool {
			return !d.Assumed && !d.AtOnce && ofContact.MatchString(d.Basis)
		})
	})
}

// refersAgain holds that the step to refer says what may have been done, unless it is known that it was not.
func refersAgain(l Look) []string {
	return each(l, steps, func(c family.Child, e page.Entry) string {
		r, _ := stepOf(c, e.Rule)
		known := r.Unless != nil && !r.Unless.Open
		if known || !contacted(c) || mayBeTaken.MatchString(e.Text) {
			return ""
		}
		return quotedIf(e, refers)
	})
}

// aboutTheLevel are the words that send somebody to a manager about the level.
var aboutTheLevel = regexp.MustCompile(`(?i)\b(?:talk|speak) (?:to|with) your manager\b[^.]*\blevel\b`)

func judgesAgain(l Look) []string {
	return each(l, steps, func(c family.Child, e page.Entry) string {
		if c.Judgement == nil {
			return ""
		}
		return quotedIf(e, aboutTheLevel)
	})
}

// fromTheService are the words for what the family wellbeing service gives.
var fromTheService = regexp.MustCompile(`(?i)\bkeyworker\b|\bfamily wellbeing (?:assessment|plan)\b|` +
	`\b(?:offer|pass|refer)\b[^.]*\bfamily wellbeing\b|\bkey review comes\b`)

func offersWhatIsNotOffered(l Look) []string {
	return each(l, both(steps, moments), func(c family.Child, e page.Entry) string {
		if !slices.ContainsFunc(c.Cautions, func(x recommendation.Caution) bool { return x.ID == gate }) {
			return ""
		}
		return quotedIf(e, fromTheService)
	})
}

// The words with which a row says that agreement is needed, and that it was given.
var (
	needed = regexp.MustCompile(`(?i)(?:^|[.:] )needed\b`)
	given  = regexp.MustCompile(`(?i)\bgiven\b`)
)

// hidesTheAnswer holds that a row on agreement says that it was given no later than in the sentence that says that
// it is needed, and for whom if it is for several children. While somebody must not be told, the row says nothing of
// who answered.
func hidesTheAnswer(l Look) []string {
	return each(l, rows, func(c family.Child, e page.Entry) string {
		need := needed.FindStringIndex(e.Text)
		if outcomeOf(c) != term.OutcomeGiven || need == nil || keptRow(l, e) || !agreementRow(c, e) {
			return ""
		}
		rest, _, _ := strings.Cut(e.Text[need[0]:], ".")
		if head := e.Text[:need[0]] + rest; given.MatchString(head) && (sameForAll(l, e) || strings.Contains(head, c.Child)) {
			return ""
		}
		return quoted(e)
	})
}

// keptRow reports whether somebody must not be told of one of the children of an entry.
func keptRow(l Look, e page.Entry) bool {
	return slices.ContainsFunc(l.Answer.Children, func(c family.Child) bool { return isFor(e.Children, c.Child) && keptFromSomebody(c) })
}

// agreementRow reports whether a row says whether agreement is needed for a child. The second such row has no
// label.
func agreementRow(c family.Child, e page.Entry) bool {
	return e.Label == "Agreement" || e.Label == "" && e.Rule == c.Consent.Why[term.AnswerAgreement].ID
}

// sameForAll reports whether the answers on all children of an entry come to the same.
func sameForAll(l Look, e page.Entry) bool {
	var all []term.Outcome
	for _, c := range l.Answer.Children {
		if o := outcomeOf(c); isFor(e.Children, c.Child) && !slices.Contains(all, o) {
			all = append(all, o)
		}
	}
	return len(all) == 1
}

// writesDown are the words for writing down that parents agreed.
var writesDown = regexp.MustCompile(`(?i)\bwrite down the parents['’] agreement\b`)

func recordsWhatIsNotAsked(l Look) []string {
	return each(l, both(steps, rows), func(c family.Child, e page.Entry) string {
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
