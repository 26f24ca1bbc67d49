package page

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// Reason is why there is no copy for the family.
type Reason string

// The reasons. The last two are only of a copy for one person. forEverybody and forWhoKnows say in which order the reasons that
// the answer gives are looked for.
const (
	// ActFirst: what has to be done comes before telling them.
	ActFirst Reason = "act_first"
	// AdviceFirst: telling them waits for advice.
	AdviceFirst Reason = "advice_first"
	// KeptFrom: somebody must not be told.
	KeptFrom Reason = "kept_from"
	// SharingWaits: what may be shared, and with whom, waits for advice.
	SharingWaits Reason = "sharing_waits"
	// TellingOpen: what is not known yet decides whether they may be told.
	TellingOpen Reason = "telling_open"
	// JudgedApart: the judgement in the case is not the level that is recommended.
	JudgedApart Reason = "judged_apart"
	// SettledFirst: a discussion settles first what they are told, by whom and when.
	SettledFirst Reason = "settled_first"
	// NoSuchChild: the case is not about a child of that label.
	NoSuchChild Reason = "no_such_child"
	// NotWhole: the answer is brief, and does not say what could stop the telling.
	NotWhole Reason = "not_whole"
	// NotTheirs: what is known does not show that it is safe to give that person a copy, or one of those who may see it.
	NotTheirs Reason = "not_theirs"
	// NotTold: that person has not been told, or nobody in the family has but the child.
	NotTold Reason = "not_told"
	// WhichChild: a copy for the child is about one child, and the case is about several.
	WhichChild Reason = "which_child"
	// NoSuchPerson: the vocabulary has no such person.
	NoSuchPerson Reason = "no_such_person"
)

// withheldSays puts each reason in words, which follow "there is no copy for the family:".
var withheldSays = map[Reason]string{
	ActFirst:     "what has to be done comes before telling them. Ask children's social care how and when they are told.",
	AdviceFirst:  "telling them waits until you have taken advice. A copy could put somebody at risk.",
	KeptFrom:     "somebody must not be told, and a page can be passed on.",
	SharingWaits: "what may be shared, and with whom, waits until you have taken advice.",
	TellingOpen:  "what is not known yet decides whether they may be told, and a copy cannot be taken back.",
	JudgedApart: "the judgement that was recorded is not the level that the rules recommend, and the copy would speak of help at " +
		"that level. Tell them yourself what was judged.",
	SettledFirst: "what they are told, by whom and when is settled first, in a discussion that you hold. Tell them as it says.",
	NoSuchChild:  "the case is not about a child of that label.",
	NotWhole:     "the answer was asked for in brief or without questions, and does not say what could stop the telling.",
	NotTheirs:    "what is known does not show that it is safe to give them one.",
	NotTold:      "they have not been told, and a copy must not be how they learn of it. State who was told once they have been.",
	WhichChild:   "it would tell one child about another. Make it about one child.",
	NoSuchPerson: "the vocabulary has no such person.",
}

// mostCopyQuestions is how many questions a refusal asks at once.
const mostCopyQuestions = 5

// sayExplored is how a case says at once what somebody has gone through and found nothing of.
const sayExplored = "If you have gone through everything, write explored: all, and ask only what is left."

// askWhoIsTold is the next step where no answer to a question would let somebody have a copy.
const askWhoIsTold = " The page says whether they are told, and what. Where telling waits, ask children's social care who is told, by " +
	"whom, when and what."

// Withheld is the error where there must be no copy for the family.
type Withheld struct {
	Reason Reason
	// Children are the labels of those because of whom there is none, where the case is about several.
	Children []string
	// For is whom the copy would be for, in plain words, or the name that was asked for if there is no such child or person;
	// empty for the copy for the family.
	For string
	// Questions are what to find out and state in the case first, where the reason is TellingOpen or
	// NotTheirs.
	Questions []string
	// asks are the same with their places.
	asks []copyQuestion
}

// Error says in plain words why there is no copy, and what to find out first. It says nothing else of the case.
func (w *Withheld) Error() string {
	if len(w.Questions) == 0 {
		return w.Why()
	}
	first := w.Questions[:min(mostCopyQuestions, len(w.Questions))]
	text := w.Why() + " State the answers in the case first: " + strings.Join(first, " ")
	if n := len(w.Questions) - len(first); n > 0 {
		text += " Then there may be " + english.Counted(n, "more question") + ". " + sayExplored
	}
	return text
}

// Why is Error without the questions.
func (w *Withheld) Why() string {
	text := "there is no copy for " + cmp.Or(english.LowerFirst(w.For), "the family") + ": "
	if len(w.Children) > 0 {
		text += "for " + english.And(w.Children) + ", "
	}
	text += withheldSays[w.Reason]
	if w.Reason == NotTheirs && len(w.Questions) == 0 {
		text += askWhoIsTold
	}
	return text
}

// NoCopy says why there must be no copy, and what to find out first: a Withheld as JSON holds it.
type NoCopy struct {
	// Reason is why there must be no copy.
	Reason Reason `json:"reason"`
	// Says is the reason in words, for the practitioner.
	Says string `json:"says"`
	// For is whom the copy would be for, in words, or the name that was asked for if there is no such child or person; absent
	// for the family.
	For string `json:"for,omitempty"`
	// Children are the labels of those because of whom there is no copy; absent in a case about one child.
	Children []string `json:"children,omitempty"`
	// Questions are what to find out, and to state in the case, before there can be a copy; absent where no answer would change it.
	Questions []string `json:"questions,omitempty"`
}

// Data is the error as JSON holds it.
func (w *Withheld) Data() *NoCopy {
	return &NoCopy{w.Reason, english.Stopped(english.UpperFirst(w.Why())), w.For, w.Children, w.Questions}
}

// withheld is why there must be no copy for the family of some children; nil if there may be one. One
// child is enough: a page about one can tell of another.
func withheld(a *family.Answer) error {
	w := withheldBy(a, forEverybody)
	if all := notForAll(a); all != nil && (w == nil || w.Reason == TellingOpen) {
		w = all.with(w)
	}
	if w == nil {
		return nil
	}
	return w
}

// The reasons that stand in the way of a copy for the family, and of one for somebody who knows, with whom talking goes on.
var (
	forEverybody = []Reason{NotWhole, ActFirst, AdviceFirst, KeptFrom, SharingWaits, JudgedApart, SettledFirst, TellingOpen}
	forWhoKnows  = []Reason{NotWhole, ActFirst, JudgedApart, SettledFirst}
)

// withheldBy is the first of some reasons that stands in the way; nil if none does.
func withheldBy(a *family.Answer, reasons []Reason) *Withheld {
	for _, r := range reasons {
		var labels []string
		var questions []copyQuestion
		found := false
		for _, c := range a.Children {
			if !stands(r, c.Recommendation) {
				continue
			}
			found = true
			if r == TellingOpen {
				questions = append(questions, asked(c.Recommendation, stopsTelling(c.Recommendation))...)
			}
			if len(a.Children) > 1 {
				labels = append(labels, c.Child)
			}
		}
		if found {
			return refusal(r, labels, questions)
		}
	}
	return nil
}

// stands reports whether a reason stands in the way for one child.
func stands(r Reason, c *recommendation.Recommendation) bool {
	switch r {
	case ActFirst:
		return c.Consent.Inform == term.InformNotAPrecondition || slices.ContainsFunc(c.Escalations,
			func(x recommendation.Escalation) bool { return x.First && x.State == term.NowDue })
	case AdviceFirst:
		return c.Consent.Inform != term.InformExpected && c.Consent.Inform != term.InformNotApplicable &&
			c.Consent.Inform != term.InformNotAPrecondition
	case KeptFrom:
		for x := range rulesOf(c) {
			if x.ForFamily != nil && x.ForFamily.NoCopy {
				return true
			}
		}
		return false
	case SharingWaits:
		return c.Consent.Sharing == term.SharingAdviceFirst
	case JudgedApart:
		return c.Judgement != nil && c.Judgement.Differs
	case TellingOpen:
		return len(stopsTelling(c)) > 0
	case SettledFirst:
		return settlesTelling(c)
	case NotWhole:
		return c.Partial
	case NoSuchChild, NotTheirs, NotTold, WhichChild, NoSuchPerson:
	}
	return false
}

// settlesTelling reports whether the reader has something to do in which it is settled what the family is told.
func settlesTelling(c *recommendation.Recommendation) bool {
	return slices.ContainsFunc(c.Escalations, func(x recommendation.Escalation) bool {
		return x.State == term.NowDue && x.Has(term.DeedSettles) && isFor(x.Doing, c.Reader)
	})
}

// rulesOf are the rules of the consent position, the escalations, whether due or possible, and the steps.
func rulesOf(c *recommendation.Recommendation) iter.Seq[*recommendation.Rule] {
	return func(yield func(*recommendation.Rule) bool) {
		for _, w := range term.TableOf[term.Answer]() {
			lines := c.Consent.Lines(w.Code)
			for i := range lines {
				if !yield(&lines[i].Rule) {
					return
				}
			}
			if l, ok := c.Consent.Why[w.Code]; ok && !yield(&l.Rule) {
				return
			}
		}
		for i := range c.Escalations {
			if !yield(&c.Escalations[i].Rule) {
				return
			}
		}
		for i := range c.Pathway {
			if !yield(&c.Pathway[i].Rule) {
				return
			}
		}
	}
}
