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

// unsaidLaws hold that a page that lies open says no more than its reader needs.
func unsaidLaws() []Law {
	return []Law{
		{"while telling waits, the page of the referrer gives no reason", givesReasons},
		{"while telling waits, nothing says which of the children spoke", namesWhoSpoke},
		{"what answers change is a call for help or a level, and while telling may wait a call alone", saysMoreOfAnswers},
		{"where agreement is not needed, no row says who gave it", namesTheGiver},
		{"those who know are spoken with only where the rule on telling says so of every child", speaksWithThoseWhoKnow},
		{"nobody is kept from what they know, or from what has to be said today", keepsWhatIsKnown},
		{"children of whom the same is said share a row", repeatsRows},
	}
}

// levelAlone finds a row or a reason that gives the level and nothing else.
var levelAlone = regexp.MustCompile(`^(?:The reasons are in the full answer(?:, as the family might see this page)?|` +
	`(?:Judged level|At least level|Level) [^.]*|The same)\.$`)

func givesReasons(l Look) []string {
	if l.Answer.Family.Reader != term.ReaderReferrer || !waits(l.Answer.Family.Telling.Value) {
		return nil
	}
	var out []string
	for _, p := range pagesOf(l) {
		for _, e := range reasons(p) {
			if e.Fact != "" || len(e.Cite) > 0 || !levelAlone.MatchString(e.Text) {
				out = append(out, quoted(e))
			}
		}
		for _, e := range p.Head.Warnings {
			if e.Fact != "" {
				out = append(out, quoted(e))
			}
		}
	}
	return out
}

// pagesOf are the page and, of several children, the page of each for whom telling waits as well.
func pagesOf(l Look) []*page.Page {
	out := []*page.Page{l.Page}
	for _, c := range l.Answer.Children {
		if len(l.Answer.Children) > 1 && waits(c.Consent.Inform) {
			out = append(out, page.OfChild(c))
		}
	}
	return out
}

// spoke finds words that tell that the child before whom they stand said something, or has a mark.
var spoke = regexp.MustCompile(`(?i)(?:^|, )for [^:]+: .*(?:\bchild (?:has )?(?:said|told)\b|\bwhat the child\b|\bexamines the child\b)`)

func namesWhoSpoke(l Look) []string {
	if !waits(l.Answer.Family.Telling.Value) {
		return nil
	}
	return each(l, both(steps, questions), func(_ family.Child, e page.Entry) string { return quotedIf(e, spoke) })
}

// changed finds what an answer may change: a call for help, or a level, and for which of several children.
var changed = regexp.MustCompile(`^(?:[^:]*\b999\b[^:]*|(?:at least )?level \d(?: for (?:[^:, ]+, )*[^:, ]+(?: and [^:, ]+)?)?)$`)

// answerTo finds one thing that answers change, behind the answers.
var answerTo = regexp.MustCompile(`(?:is|are) (?:yes|no|“[^”]*”|[^:“]*): ([^:]*?)\.(?: |$)`)

func saysMoreOfAnswers(l Look) []string {
	mayWait := keptOut(l.Answer.Family.Telling.Value)
	for _, c := range l.Answer.Children {
		for _, x := range c.Consent.CouldBe {
			mayWait = mayWait || x.Answer == term.AnswerInform && len(x.WaitsOn) == 1 && waits(term.Inform(x.Value))
		}
	}
	var out []string
	for _, e := range l.Page.Sure.Entries {
		if e.Label != "Changes if" {
			continue
		}
		for _, m := range answerTo.FindAllStringSubmatch(e.Text, -1) {
			if !changed.MatchString(m[1]) || mayWait && !strings.Contains(m[1], "999") {
				out = append(out, quoted(e))
			}
		}
	}
	return out
}

// giver finds who gave agreement that is not needed.
var giver = regexp.MustCompile(`(?i)\bnot needed\b[^.]*\bgiven\b[^.]*\bby the\b`)

func namesTheGiver(l Look) []string {
	return each(l, rows, func(_ family.Child, e page.Entry) string { return quotedIf(e, giver) })
}

func speaksWithThoseWhoKnow(l Look) []string {
	at := slices.IndexFunc(l.Page.Steps.Entries, func(e page.Entry) bool { return strings.HasPrefix(e.Text, goOnAlone) })
	if at < 0 {
		return nil
	}
	var out []string
	for _, c := range l.Answer.Children {
		if why := c.Consent.Why[term.AnswerInform]; !strings.Contains(why.Says, "Go on talking with whoever") {
			out = append(out, fmt.Sprintf("%q, for whom %s stands", c.Child, why.ID))
		}
	}
	return out
}

// keepsWhatIsKnown holds that no page forbids what cannot be done: to keep from the family what it knows of every child, or that a
// child is to be seen by somebody today.
func keepsWhatIsKnown(l Look) []string {
	known := !slices.ContainsFunc(l.Answer.Children, func(c family.Child) bool {
		return !slices.ContainsFunc(c.Consent.Answered, func(line recommendation.Line) bool { return line.Has(term.DeedKnown) })
	})
	seen := slices.ContainsFunc(l.Answer.Family.Actions, func(a family.Action) bool {
		return a.State == term.NowDue && mine(a.Doing, l.Answer.Family.Reader) && a.Has(term.DeedSeenToday)
	})
	if !known && !seen {
		return nil
	}
	var out []string
	for _, e := range l.Page.Steps.Entries {
		if strings.HasPrefix(e.Text, doNotTell) {
			out = append(out, quoted(e))
		}
	}
	return out
}

func repeatsRows(l Look) []string {
	var out []string
	for _, s := range l.Page.Why {
		for i, e := range s.Entries {
			if i > 0 && len(l.Page.Children) > 0 && e.Text == s.Entries[i-1].Text && !strings.HasPrefix(e.Text, "The same") {
				out = append(out, quoted(e))
			}
		}
	}
	return out
}
