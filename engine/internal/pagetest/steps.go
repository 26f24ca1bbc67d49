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

const doNotTell = "Do not tell or ask the family yet"

// putOff are the words with which a step that waits begins, behind the labels of the children.
var putOff = []string{"Once telling the family is safe: ", "Once the family agrees: "}

// waitsFor is what a step waits for, in the words with which it begins; empty if it does not wait.
func waitsFor(text string) string {
	for _, lead := range putOff {
		if strings.HasPrefix(text, lead) || strings.Contains(text, ": "+lead) {
			return lead
		}
	}
	return ""
}

// approaches finds words that send the reader to the family.
var approaches = regexp.MustCompile(`((?i:not )(?:\w+ or )?|whether to )?\b(?i:tell|ask|offer|inform|involve|consult|talk (?:it through )?(?:with|to)|speak (?:with|to)|work with) ` +
	`(?:the |a |both |its |their )?(?:child and (?:the )?)?(?:famil(?:y|ies)|parents?|mother|father|carers?)\b(’s|'s)?( today, if it is safe)?`)

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
	if !waits(l.Answer.Family.Telling.Value) {
		return nil
	}
	var out []string
	said := false
	for _, e := range l.Page.Steps.Entries {
		if strings.HasPrefix(e.Text, doNotTell) {
			said = true
			continue
		}
		if waitsFor(e.Text) != "" {
			continue
		}
		if sendsToFamily(e.Text) {
			out = append(out, fmt.Sprintf("%s: %q", e.Rule, e.Text))
		}
		for _, c := range l.Answer.Children {
			if slices.Contains(needsOf(c, e.Rule), term.AwaitsTelling) {
				out = append(out, fmt.Sprintf("%s, which needs that telling is safe, says %q", e.Rule, e.Text))
			}
		}
	}
	if !said {
		out = append(out, "no step says so")
	}
	return out
}

// needsOf is what a step of a child waits for.
func needsOf(c family.Child, id string) []term.Awaits {
	for _, x := range c.Escalations {
		if x.ID == id {
			return x.Needs
		}
	}
	for _, x := range c.Pathway {
		if x.ID == id {
			return x.Needs
		}
	}
	return nil
}

func asksNobody(l Look) []string {
	if !waits(l.Answer.Family.Telling.Value) {
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
					if slices.Contains(q.Family, w) {
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
		if waitsFor(e.Text) != "" && (e.Contact != nil || e.Now || number.MatchString(e.Text)) {
			out = append(out, fmt.Sprintf("%s: %q", e.Rule, e.Text))
		}
	}
	return out
}

// atOnce reports whether an escalation leaves no time.
func atOnce(x recommendation.Escalation) bool {
	return x.Immediate || slices.ContainsFunc(x.Due, func(d recommendation.Due) bool { return d.AtOnce || d.Overdue })
}

func leftOut(l Look) []string {
	refused := slices.ContainsFunc(l.Answer.Family.Lines, func(x family.LineOf) bool { return x.Outcome == term.OutcomeRefused })
	var out []string
	for _, c := range l.Answer.Children {
		for _, x := range c.Escalations {
			agreement := x.Agreement == term.AgreementRequired || slices.Contains(x.Needs, term.AwaitsAgreement)
			waiting := agreement || waits(l.Answer.Family.Telling.Value) && slices.Contains(x.Needs, term.AwaitsTelling)
			if x.State != term.NowDue || !atOnce(x) || !mine(x.Doing, c.Reader) || excludedBy(c, x.ID) != "" || agreement && refused || waiting {
				continue
			}
			if !slices.ContainsFunc(l.Page.Steps.Entries, func(e page.Entry) bool { return e.Rule == x.ID && isFor(e.Children, c.Child) && e.Now }) {
				out = append(out, fmt.Sprintf("%s of %q", x.ID, c.Child))
			}
		}
	}
	return out
}
