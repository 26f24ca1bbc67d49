package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"windscreen/engine/impact"
	"windscreen/engine/internal/english"
	"windscreen/engine/term"
)

// impactTurns are the ways in which something can come into an answer, or leave it, in words.
var impactTurns = map[string]string{
	"gained": "is now in the answer; it was not before",
	"lost":   "is no longer in the answer",
	"opened": "could now come into the answer; it was ruled out before",
	"closed": "can no longer come into the answer",
}

// impactHolds are the same of what holds or does not.
var impactHolds = map[string]string{
	"gained": "now holds; it was ruled out or open before",
	"lost":   "no longer holds for certain",
	"opened": "could now hold; it was ruled out before",
	"closed": "is now ruled out; it could hold before",
}

// impactSays is a difference in words.
func impactSays(d impact.Difference) string {
	called := d.Of
	if d.Title != "" {
		called += ", " + d.Title
	}
	turns := impactTurns
	if d.Respect == impact.Grounds || d.Respect == impact.Signs {
		turns = impactHolds
	}
	if turn, ok := turns[d.What]; ok {
		return called + ": " + turn
	}
	switch d.Respect {
	case impact.Level:
		return "level " + d.From + " becomes level " + d.Into
	case impact.Highest:
		says := "the highest level that is not ruled out is " + d.What
		if d.From != "" {
			says += ", here from " + d.From + " to " + d.Into
		}
		return says
	case impact.Agreement:
		return impactValues(term.AnswerAgreement, d)
	case impact.Telling:
		return impactValues(term.AnswerInform, d)
	case impact.Sharing:
		return impactValues(term.AnswerSharing, d)
	case impact.Grounds, impact.Signs, impact.Consent, impact.Actions, impact.Pathway, impact.Services, impact.Cautions,
		impact.Deadlines, impact.Contacts, impact.Settings, impact.Wording, impact.Clauses, impact.Document, impact.Vocabulary:
	}
	return called + ": " + d.What
}

// impactValues says which value of a consent answer becomes which.
func impactValues(a term.Answer, d impact.Difference) string {
	return "“" + a.Values().Says(d.From) + "” becomes “" + a.Values().Says(d.Into) + "”"
}

// impactTexts are what a text or setting was and is; nil where the difference itself says so.
func impactTexts(d impact.Difference) []string {
	if _, turn := impactTurns[d.What]; turn {
		return nil
	}
	if !d.Respect.Written() || d.From == d.Into {
		return nil
	}
	return []string{"was: " + orNothing(d.From), "now: " + orNothing(d.Into)}
}

// orNothing is a text, or that there is none.
func orNothing(s string) string {
	if s == "" {
		return "(nothing)"
	}
	return s
}

// impactShown says in how many cases a difference shows.
func impactShown(p impact.Policy, d impact.Difference) string {
	return fmt.Sprintf("shows in %d of %s and %d of %s", d.Scenarios, english.Counted(p.Scenarios.Cases, "scenario"), d.Made,
		english.Counted(p.Made.Cases, "made-up case"))
}

// impactCase leads the case of a difference; it is empty where there is none.
func impactCase(d impact.Difference) string {
	switch {
	case d.Undecided != "":
		return "It was not decided whether any case shows it: " + d.Undecided + "."
	case d.Case == nil && d.Respect == impact.Vocabulary:
		return "It shows wherever the fact is asked about or stated."
	case d.Case == nil:
		return "It does not depend on the case."
	}
	says := "This case shows it"
	if d.Smallest {
		says += ", and none that states less does"
	} else {
		says += ". There may be a smaller one"
	}
	if d.Unlikely {
		says += ". Only unlikely cases show it"
	}
	if d.OldCase != nil && len(d.OldCase.Stated) != len(d.Case.Stated) {
		says += ". The older rules read it without what they have no word for"
	}
	if d.File != "" {
		says += ". It is in " + d.File
	}
	return says + ":"
}

// impactRule is a rule responsible, in words.
func impactRule(r impact.Rule) string {
	return fmt.Sprintf("%s:%d:%d: %s, %s: %s", r.File, r.Start.Line, r.Start.Column, r.ID, r.Title, r.How)
}

// impactProved says in which respects it was shown that nothing differs, and in which it was not decided. It claims a
// proof only where something was asked.
func impactProved(p impact.Policy) []string {
	if p.Identical {
		return []string{"The rules are the same, byte for byte."}
	}
	var same, written, nothing, unsure []string
	for _, r := range p.Respects {
		says := term.Says(r.Respect)
		switch {
		case r.Undecided > 0:
			unsure = append(unsure, says+" ("+strconv.Itoa(r.Undecided)+" of "+english.Counted(r.Asked, "question")+")")
		case r.State != impact.Same:
		case r.Asked > 0:
			same = append(same, says)
		case r.Respect.Written():
			written = append(written, says)
		default:
			nothing = append(nothing, says)
		}
	}
	var out []string
	if len(same) > 0 {
		of := "all cases"
		if slices.ContainsFunc(p.Unmatched, ofWords) {
			of = "all cases that both versions can read"
		}
		out = append(out, "Proved for "+of+", as of "+english.And(impactMoments(p))+": no case tells the two apart in "+
			english.And(same)+".")
	}
	if len(written) > 0 {
		out = append(out, "Written the same in both: "+english.And(written)+".")
	}
	if len(nothing) > 0 {
		out = append(out, "There was nothing to compare in "+english.And(nothing)+".")
	}
	if slices.ContainsFunc(p.Unmatched, func(u impact.Unmatched) bool { return !ofWords(u) }) {
		out = append(out, "Nothing is proved about rules that only one of the two has.")
	}
	if len(unsure) > 0 {
		out = append(out, "Not decided within bounds: "+english.And(unsure)+".")
	}
	return out
}

// ofWords is whether something without counterpart is a fact, or a rung or word of one; otherwise it is a rule.
func ofWords(u impact.Unmatched) bool { return slices.Contains([]string{"fact", "rung", "word"}, u.Of) }

// impactMoments are the days of the cases that were looked at.
func impactMoments(p impact.Policy) []string {
	var days []string
	for _, m := range p.Moments {
		day, _, _ := strings.Cut(m, "T")
		days = append(days, day)
	}
	return days
}

// impactUnmatched says what only one of the two has.
func impactUnmatched(p impact.Policy) []string {
	var out []string
	for _, u := range p.Unmatched {
		says := u.Of + " " + u.ID + ": only in the " + u.In + " rules"
		if u.In == "both" {
			says = u.Of + " " + u.ID + ": of another type in each, so no case states it"
		}
		if len(u.Rules) > 0 {
			says += "; read by " + english.And(u.Rules)
		}
		out = append(out, says)
	}
	return out
}

// impactTouched says how many cases are answered otherwise.
func impactTouched(p impact.Policy, s impact.Sample) string {
	says := fmt.Sprintf("%d of %s and %d of %s (seed %d) are answered otherwise", p.Scenarios.Touched,
		english.Counted(p.Scenarios.Cases, "scenario"), p.Made.Touched, english.Counted(p.Made.Cases, "made-up case"), s.Seed)
	if n := p.Scenarios.Refused + p.Made.Refused; n > 0 {
		says += fmt.Sprintf("; the older rules cannot read %s", english.Counted(n, "more case"))
	}
	return says + "."
}

// impactOverview says how many cases are answered otherwise, and then, where there are several, each difference in a line.
func impactOverview(p impact.Policy, s impact.Sample) []string {
	if len(p.Differences) == 0 {
		return nil
	}
	out := []string{impactTouched(p, s)}
	if len(p.Differences) == 1 {
		return out
	}
	for i, d := range p.Differences {
		out = append(out, strconv.Itoa(i+1)+". "+impactSays(d))
	}
	return out
}

// impactHead names a policy, or the two that are compared.
func impactHead(p impact.Policy) string {
	head := p.Now
	if p.Old != p.Now {
		head = p.Old + " to " + p.Now
	}
	return head + ": " + english.Counted(len(p.Differences), "difference")
}

// impactEnd is the last line, and says what came of an acknowledgement file.
func impactEnd(r *impact.Report) []string {
	var out []string
	for _, x := range []struct {
		ids       []string
		says, how string
	}{{r.Added, "only in the new rules", "added"}, {r.Removed, "only in the old rules", "removed"}} {
		for _, id := range x.ids {
			out = append(out, "Policy "+id+" is "+x.says+" ["+x.how+"].")
		}
	}
	if len(r.PassedOver) > 0 {
		out = append(out, "Nothing was counted in files that the new rules do not read: "+english.And(r.PassedOver)+".")
	}
	if a := r.Acknowledgement; a != nil {
		for _, e := range a.Stale {
			out = append(out, fmt.Sprintf("%s:%d: %s of %s no longer applies: remove the entry", a.File, e.Line, e.Difference, e.Policy))
		}
		out = append(out, fmt.Sprintf("%s, of which %d are not acknowledged", english.Counted(r.Count(), "difference"), r.Open()))
		return out
	}
	return append(out, english.Counted(r.Count(), "difference"))
}
