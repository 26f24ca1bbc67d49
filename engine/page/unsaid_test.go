package page

import (
	"testing"

	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// readBy is whom an answer is for.
func readBy(x term.Reader) change { return func(r *recommendation.Recommendation) { r.Reader = x } }

func TestWhileTellingWaitsThePageOfTheReferrerGivesNoReason(t *testing.T) {
	const (
		hidden = "The reasons are in the full answer, as the family might see this page."
		reason = "Title of harm. That is enough for level 3 by itself."
	)
	found := sign("a", 3, term.StrengthDecides, fact("harm"))
	for name, x := range map[string]struct {
		changes []change
		want    string
	}{
		"the referrer":             {[]change{inform(term.InformAdviceFirst), readBy(term.ReaderReferrer)}, hidden},
		"the front door":           {[]change{inform(term.InformAdviceFirst), readBy(term.ReaderFrontDoor)}, reason},
		"nobody is named":          {[]change{inform(term.InformAdviceFirst)}, reason},
		"telling comes afterwards": {[]change{inform(term.InformNotAPrecondition), readBy(term.ReaderReferrer)}, reason},
		"telling is expected":      {[]change{readBy(term.ReaderReferrer)}, reason},
	} {
		t.Run(name, func(t *testing.T) {
			same(t, lines(Of(alone(append(x.changes, level(3, 3), found)...)).Why[0])[:1], x.want)
		})
	}
}

func TestWhileTellingWaitsTheRowsOfChildrenGiveNoReason(t *testing.T) {
	keep := []change{inform(term.InformAdviceFirst), readBy(term.ReaderReferrer)}
	found := sign("a", 3, term.StrengthDecides, fact("harm"))
	a := several(map[string][]change{"6": append([]change{level(3, 3), found}, keep...), "9": append([]change{level(1, 3)}, keep...)})
	same(t, lines(Of(a).Why[0]), "6: Level 3.", "9: Level not settled: it may be 1, 2 or 3.")
	same(t, lines(OfChild(a.Children[0]).Why[0]), "The reasons are in the full answer, as the family might see this page.")
}

func TestWhileTellingWaitsTheReferrerIsWarnedOfEvidenceWithoutItsMatter(t *testing.T) {
	worse := func(r *recommendation.Recommendation) {
		r.Contradictions = []recommendation.Contradiction{{Fact: "harm", Title: "Harm", Evidence: recommendation.Evidence{Source: "GP"}}}
	}
	p := Of(alone(worse, inform(term.InformAdviceFirst), readBy(term.ReaderReferrer)))
	same(t, lines(Section{Entries: p.Head.Warnings}), "Evidence says worse than the case on one point. See the full answer.")
	p = Of(alone(worse, inform(term.InformAdviceFirst), readBy(term.ReaderFrontDoor)))
	same(t, lines(Section{Entries: p.Head.Warnings}), "Evidence says worse than the case: harm (reported).")
}

func TestWhileTellingWaitsNothingSaysWhichOfTheChildrenSpoke(t *testing.T) {
	write := act("words", "Write down what the child said", immediate, does(term.DeedDiscloses))
	refer := act("refer", "Refer the child", immediate, does(term.DeedRefers))
	ask := func(r *recommendation.Recommendation) {
		r.Questions = []recommendation.Question{{Kind: term.AskFact, Fact: "told", Short: "Has the child said that anyone hurts them?",
			Discloses: true, Who: []string{"school"}}}
	}
	waits := inform(term.InformAdviceFirst)
	p := Of(several(map[string][]change{"6": {waits, write, refer, ask}, "9": {waits}}))
	same(t, lines(p.Steps), doNotTell, "For 6: refer the child.", "Write down what the child said.")
	same(t, lines(p.FindOut), "Has the child said that anyone hurts them? <- school")
	p = Of(several(map[string][]change{"6": {write, refer}, "9": nil}))
	same(t, lines(p.Steps), "For 6: refer the child.", "For 6: write down what the child said.")
}
