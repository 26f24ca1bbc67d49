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

// The words with which a page says that the family is kept out for now.
const (
	doNotTell   = "Do not tell or ask the family yet"
	goOnAlone   = "Go on talking, alone, with whoever knows and is safe to talk to."
	sayLittle   = "To those in the family who know already, say only what you must, such as that it is being looked into."
	saySeen     = "Say only that the child must be seen today."
	sayPassOn   = "Say that the child must be seen today and that you have to pass it on, and no more."
	saySeenOnly = "Say only that the child must be seen today, and no more."
	actFirst    = "Act without asking or telling the family first. Do not show them this page."
)

// keepsOut reports whether a step says that the family is kept out for now.
func keepsOut(e page.Entry) bool {
	return e.Text == actFirst || slices.ContainsFunc([]string{doNotTell, goOnAlone, sayLittle, saySeen, sayPassOn, saySeenOnly},
		func(begins string) bool { return strings.HasPrefix(e.Text, begins) })
}

// putOff are the words with which a step that waits begins, behind the labels of the children.
var putOff = regexp.MustCompile(`(?:^O|^For [^:]*, o|\. O)nce (?:telling the family is safe|the family agrees): `)

// waitsForSomething reports whether a step is put off.
func waitsForSomething(text string) bool { return putOff.MatchString(text) }

// approaches finds words that send the reader to the family.
var approaches = regexp.MustCompile(`((?i:not )(?:\w+ or )?|whether to )?` +
	`\b(?i:tell|ask|offer|inform|involve|consult|talk(?:ed)? (?:(?:it )?through )?(?:with|to)|speak (?:with|to)|work with) ` +
	`(?:the |a |both |its |their )?(?:child and (?:the )?)?(?:famil(?:y|ies)|parents?|mother|father|carers?)\b` +
	`(’s|'s)?( today, if it is safe)?`)

// sendsToFamily reports whether a text sends its reader to the family.
func sendsToFamily(text string) bool {
	for _, m := range approaches.FindAllStringSubmatch(text, -1) {
		if m[1] == "" && m[2] == "" && m[3] == "" {
			return true
		}
	}
	return false
}

func tellsNobody(l Look) []string {
	if !keptOut(l.Answer.Family.Telling.Value) {
		return nil
	}
	var out []string
	for _, e := range l.Page.Steps.Entries {
		if keepsOut(e) || waitsForSomething(e.Text) {
			continue
		}
		if sendsToFamily(e.Text) {
			out = append(out, quoted(e))
		}
		for _, c := range l.Answer.Children {
			if slices.Contains(needsOf(c, e.Rule), term.AwaitsTelling) {
				out = append(out, fmt.Sprintf("%s, which needs that telling is safe, says %q", e.Rule, e.Text))
			}
		}
	}
	return out
}

// saysSoEarly holds that the page says that the family is kept out, and says it before anything but what comes
// before all else, as somebody may be in danger.
func saysSoEarly(l Look) []string {
	steps := l.Page.Steps.Entries
	at := slices.IndexFunc(steps, keepsOut)
	telling := l.Answer.Family.Telling.Value
	switch {
	case !keptOut(telling) && at >= 0:
		return []string{fmt.Sprintf("telling is %s, and step %d says %q", telling, at+1, steps[at].Text)}
	case !keptOut(telling):
		return nil
	case at < 0:
		return []string{"no step says so"}
	case waits(telling) && steps[at].Text == actFirst:
		return []string{"telling waits for advice, and a step says to act first"}
	}
	var out []string
	for _, e := range steps[:at] {
		if !first(l.Answer, e.Rule) {
			out = append(out, fmt.Sprintf("only step %d says so, behind %q", at+1, e.Text))
		}
	}
	return out
}

// first reports whether an action comes before anything else.
func first(a *family.Answer, id string) bool {
	return slices.ContainsFunc(a.Family.Actions, func(x family.Action) bool { return x.ID == id && x.First })
}

// stepOf is the rule of a step of a child, and who does it and when; zero if the child has no such step.
func stepOf(c family.Child, id string) (recommendation.Rule, recommendation.Doing) {
	for _, x := range c.Escalations {
		if x.ID == id {
			return x.Rule, x.Doing
		}
	}
	for _, x := range c.Pathway {
		if x.ID == id {
			return x.Rule, x.Doing
		}
	}
	return recommendation.Rule{}, recommendation.Doing{}
}

// needsOf is what a step of a child waits for.
func needsOf(c family.Child, id string) []term.Awaits {
	_, doing := stepOf(c, id)
	return doing.Needs
}

// mayBeFeared is a source that may be the person who is feared.
const mayBeFeared = "whoever has the child"

func asksNobody(l Look) []string {
	if !keptOut(l.Answer.Family.Telling.Value) {
		return nil
	}
	var out []string
	for _, e := range l.Page.FindOut.Entries {
		for _, c := range l.Answer.Children {
			for _, q := range c.Questions {
				if q.Fact != e.Fact || q.Fact == "" {
					continue
				}
				for _, w := range e.Who {
					if slices.Contains(q.Family, w) || w == mayBeFeared {
						out = append(out, fmt.Sprintf("%s is asked about %s", w, e.Fact))
					}
				}
			}
		}
	}
	return out
}

func doneAgain(l Look) []string {
	var out []string
	for _, c := range l.Answer.Children {
		for _, d := range c.Done {
			for _, s := range d.Steps {
				for _, e := range l.Page.Steps.Entries {
					if e.Rule == s.ID && isFor(e.Children, c.Child) {
						out = append(out, fmt.Sprintf("%s, which %s took care of", s.ID, d.Name))
					}
				}
			}
		}
	}
	return out
}

// number is a telephone number.
var number = regexp.MustCompile(`\b0[\d ]{8,}\d|\b(?:999|101|111)\b`)

func ringsEarly(l Look) []string {
	var out []string
	for _, e := range l.Page.Steps.Entries {
		if waitsForSomething(e.Text) && (e.Contact != nil || e.Now || number.MatchString(e.Text)) {
			out = append(out, quoted(e))
		}
	}
	return out
}

// atOnce reports whether an escalation leaves no time.
func atOnce(x recommendation.Escalation) bool {
	return x.Immediate || slices.ContainsFunc(x.Due, func(d recommendation.Due) bool { return d.AtOnce })
}

// needsAgreement reports whether an escalation waits for the family's agreement, and refusedTo whether that was refused
// for the child.
func needsAgreement(x recommendation.Escalation) bool {
	return x.Agreement == term.AgreementRequired || slices.Contains(x.Needs, term.AwaitsAgreement)
}

func refusedTo(c family.Child, x recommendation.Escalation) bool {
	return needsAgreement(x) && outcomeOf(c) == term.OutcomeRefused
}

// overdue holds that what should have been done is on the page and says so, whoever has to do it: as a step of
// the reader, or among what happens next.
func overdue(l Look) []string {
	var out []string
	for _, c := range l.Answer.Children {
		for _, x := range c.Escalations {
			told := !mine(x.Doing, c.Reader) && slices.Contains(x.By, term.DoerReferrer) && !slices.ContainsFunc(x.By,
				func(d term.Doer) bool { return d != term.DoerReferrer && d != term.DoerFrontDoor })
			if x.State != term.NowDue || excludedBy(c, x.ID) != "" || refusedTo(c, x) || told {
				continue
			}
			list := l.Page.Next.Entries
			if mine(x.Doing, c.Reader) {
				list = l.Page.Steps.Entries
			}
			for _, d := range x.Due {
				if d.Overdue && !d.AtOnce && !slices.ContainsFunc(list, func(e page.Entry) bool {
					return isFor(e.Children, c.Child) && (e.Rule == x.ID || e.When.Equal(d.At.Time)) && (e.Overdue || x.Immediate)
				}) {
					out = append(out, fmt.Sprintf("%s of %q", x.ID, c.Child))
				}
			}
		}
	}
	return out
}

func leftOut(l Look) []string {
	var out []string
	for _, c := range l.Answer.Children {
		for _, x := range c.Escalations {
			waiting := needsAgreement(x) || keptOut(l.Answer.Family.Telling.Value) && slices.Contains(x.Needs, term.AwaitsTelling)
			if x.State != term.NowDue || !atOnce(x) || !mine(x.Doing, c.Reader) || excludedBy(c, x.ID) != "" || waiting {
				continue
			}
			if !slices.ContainsFunc(l.Page.Steps.Entries,
				func(e page.Entry) bool { return e.Rule == x.ID && isFor(e.Children, c.Child) && e.Now }) {
				out = append(out, fmt.Sprintf("%s of %q", x.ID, c.Child))
			}
		}
	}
	return out
}
