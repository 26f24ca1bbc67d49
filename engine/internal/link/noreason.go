package link

import (
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/shape"
	"windscreen/engine/term"
)

// inPlaceOfReason gives the lines of telling and of sharing what the first screen says in place of their reasons: what a
// line has of its own, then what the policy says, then what a policy built on says.
func (k *linker) inPlaceOfReason() {
	var later, share, laterInside, shareInside, settled string
	for _, part := range k.Parts {
		seen := false
		for _, f := range part.Rules {
			e := f.Shape.InPlaceOfReason
			if e == nil {
				continue
			}
			if seen {
				k.At(f.File, e.Here.Node, diagnostic.DuplicateID, "two files say what stands in place of a reason", "keep one of the two")
				continue
			}
			seen = true
			for _, x := range []struct {
				text shape.Text
				into *string
			}{{e.Inform, &later}, {e.Sharing, &share}, {e.InformInside, &laterInside}, {e.SharingInside, &shareInside},
				{e.Settled, &settled}} {
				if x.text.IsSet() {
					fitsIfShown(k.Report, f.File, x.text, roomForAnswer)
					*x.into = x.text.Value
				}
			}
		}
	}
	for _, l := range k.p.Consent {
		switch {
		case l.Waiting != "":
		case waitsForAdvice(l) && l.Answer == term.AnswerInform:
			l.Waiting, l.WaitingInside = later, laterInside
		case waitsForAdvice(l):
			l.Waiting, l.WaitingInside = share, shareInside
		case l.Answer == term.AnswerInform && l.Value == string(term.InformExpected):
			l.Settled = settled
		}
	}
}

// waitsForAdvice reports whether a line says that telling or sharing waits until advice has been taken.
func waitsForAdvice(l *policy.Line) bool {
	return l.Answer == term.AnswerInform && term.Inform(l.Value).AfterAdvice() ||
		l.Answer == term.AnswerSharing && l.Value == string(term.SharingAdviceFirst)
}
