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

// readerLaws hold that a page speaks to its reader, and names acts in the order in which they are done.
func readerLaws() []Law { return []Law{lawOwnDesk, lawInTurn, lawFloor, lawJudgeShares} }

var (
	// lawOwnDesk holds of the pages for the front door and for a social worker.
	lawOwnDesk = Law{"nobody in children's social care is sent to children's social care", sentToOwnDesk}
	// lawInTurn holds of what the reader does, and of what others do.
	lawInTurn = Law{"what is done first stands first", outOfTurn}
	// lawFloor holds of the first line, which may give a low level and say that nobody waits.
	lawFloor = Law{"where something is due at once, a level that may be higher is said not to be settled", settledTooSoon}
	// lawJudgeShares holds whatever room the words of whoever judged take.
	lawJudgeShares = Law{"beside the words of whoever judged stands what may be shared", judgesAlone}
)

func settledTooSoon(l Look) []string {
	level, head := l.Answer.Family.Level, l.Page.Head
	judged := slices.ContainsFunc(l.Answer.Children, func(c family.Child) bool { return c.Judgement != nil })
	presses, said := strings.HasPrefix(head.Do, "Act now"), strings.Contains(head.Level.Text, "not settled")
	if judged || level.AtMost <= level.Recommended || !presses || said {
		return nil
	}
	return []string{fmt.Sprintf("%q and %q", head.Level.Text, head.Do)}
}

func judgesAlone(l Look) []string {
	rows := l.Page.Family.Entries
	labelled := func(label string) bool {
		return slices.ContainsFunc(rows, func(e page.Entry) bool { return e.Label == label })
	}
	for _, s := range l.Page.Why {
		for _, e := range s.Entries {
			if judges(s) && strings.Contains(e.Text, "“") && labelled("Telling") && !labelled("Sharing") {
				return []string{quoted(e)}
			}
		}
	}
	return nil
}

// toSocialCare finds words that send the reader to children's social care.
var toSocialCare = regexp.MustCompile(`\b(?i:tell|ask|ring|telephone|contact|inform|notify|consult|refer|report|send|talk|speak|take)\b` +
	`[^.;:?]*?\b(?:[Cc]hildren['’]s social care|([Aa]dult |own )?social care|the MASH|the hub|a social worker)\b`)

func sentToOwnDesk(l Look) []string {
	if !l.Answer.Family.Reader.InSocialCare() {
		return nil
	}
	var out []string
	for _, e := range slices.Concat(l.Page.Steps.Entries, l.Page.Family.Entries) {
		for _, m := range toSocialCare.FindAllStringSubmatch(e.Text, -1) {
			if m[1] == "" {
				out = append(out, quoted(e))
				break
			}
		}
		if e.Contact != nil && atOwnDesk.MatchString(e.Contact.Name) {
			out = append(out, fmt.Sprintf("%q rings %s", e.Text, e.Contact.Name))
		}
	}
	for _, c := range l.Answer.Children {
		for _, a := range []term.Answer{term.AnswerInform, term.AnswerSharing, term.AnswerRefused, term.AnswerRecord, term.AnswerFrom} {
			for _, line := range append([]recommendation.Line{c.Consent.Why[a]}, c.Consent.Lines(a)...) {
				for _, m := range toSocialCare.FindAllStringSubmatch(line.Says, -1) {
					if m[1] == "" {
						out = append(out, fmt.Sprintf("the full answer says %q", line.Says))
						break
					}
				}
			}
		}
	}
	return out
}

// atOwnDesk finds the name of a contact that children's social care answers.
var atOwnDesk = regexp.MustCompile(`(?i)\bsocial care\b|\bmash\b|\bchildren (?:and|&) families hub\b`)

func outOfTurn(l Look) []string {
	after := map[string][]string{}
	for _, a := range l.Answer.Family.Actions {
		after[a.ID] = a.After
	}
	for _, s := range l.Answer.Family.Pathway {
		after[s.ID] = s.After
	}
	var out []string
	for _, list := range [][]page.Entry{l.Page.Steps.Entries, l.Page.Next.Entries} {
		for i, e := range list {
			for _, later := range list[i+1:] {
				if slices.Contains(after[e.Rule], later.Rule) && !waitsForSomething(later.Text) && !strings.HasPrefix(e.Text, onSameCall) {
					out = append(out, fmt.Sprintf("%s stands before %s", e.Rule, later.Rule))
				}
			}
		}
	}
	return out
}

// onSameCall begins a step that is part of the call of the step before it.
const onSameCall = "On the same call"
