package pagetest

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"windscreen/engine/page"
)

// leakLaws hold that whoever comes upon a page does not learn from it what must not be known yet.
func leakLaws() []Law {
	return []Law{
		{"while telling waits, no row says why", saysWhyItWaits},
		{"no reason gives an example that nobody named", givesExamples},
		{"the reason of a judgement stands as the words of whoever judged", quotesTheJudge},
		{"the foot says that the page names sources only if it does", footNames},
		lawFoot,
	}
}

// lawFoot holds that whoever has to act at once does not learn from the foot what comes before it.
var lawFoot = Law{"what comes first in danger is not at the foot while something is due at once", emergencyAtTheFoot}

func emergencyAtTheFoot(l Look) []string {
	if !slices.ContainsFunc(l.Page.Steps.Entries, func(e page.Entry) bool { return e.Now && !e.Overdue }) {
		return nil
	}
	var out []string
	for _, e := range l.Page.Sure.Entries {
		if e.Label == "Changes if" && strings.Contains(e.Text, "999") {
			out = append(out, quoted(e))
		}
	}
	return out
}

// secrets finds words that tell that there is a secret, or why telling waits.
var secrets = regexp.MustCompile(`(?i)kept from (?:someone|somebody)|made-up illness|` +
	`would (?:put|add|create|raise)|it is not known whether`)

func saysWhyItWaits(l Look) []string {
	if !waits(l.Answer.Family.Telling.Value) {
		return nil
	}
	var out []string
	for _, e := range l.Page.Family.Entries {
		if e.Label == "Telling" && !strings.HasPrefix(e.Text, "Not yet. Take advice first, on ") &&
			!strings.HasPrefix(e.Text, "Not yet. Settle first with your manager who ") ||
			secrets.MatchString(e.Text) {
			out = append(out, quoted(e))
		}
	}
	return out
}

// reasons are the entries that say why the level is recommended, for each child.
func reasons(p *page.Page) []page.Entry {
	var out []page.Entry
	for _, s := range p.Why {
		if !judges(s) {
			out = append(out, s.Entries...)
		}
	}
	return out
}

// judges reports whether a section is the reason of a judgement.
func judges(s page.Section) bool { return strings.HasPrefix(s.Heading, "Why judged") }

func givesExamples(l Look) []string {
	var out []string
	for _, e := range reasons(l.Page) {
		if e.Fact != "" && strings.Contains(e.Text, ", such as ") {
			out = append(out, quoted(e))
		}
	}
	return out
}

// inQuotes is a text with who said it before it, or that says where the reason is.
var inQuotes = regexp.MustCompile(`^[^“]+: (?:“.+”|the reason is in the full answer\.)$`)

func quotesTheJudge(l Look) []string {
	var out []string
	for _, s := range l.Page.Why {
		for _, e := range s.Entries {
			if judges(s) && !inQuotes.MatchString(e.Text) {
				out = append(out, quoted(e))
			}
		}
	}
	return out
}

// inBrackets finds what may be a source behind a reason.
var inBrackets = regexp.MustCompile(`\([^)]+\)`)

func footNames(l Look) []string {
	if !strings.Contains(l.Page.Foot, "it says who reported what") {
		return nil
	}
	for _, e := range slices.Concat(reasons(l.Page), l.Page.Head.Warnings) {
		if inBrackets.MatchString(e.Text) {
			return nil
		}
	}
	return []string{fmt.Sprintf("%q", l.Page.Foot)}
}
