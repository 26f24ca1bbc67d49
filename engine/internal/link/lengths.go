package link

import (
	"fmt"
	"unicode/utf8"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// How many characters a text may have to fit the first screen, whose lines have 80 columns.
const (
	roomForStep     = 150
	roomForAnswer   = 110
	roomForAnswered = 60
	roomForList     = 90
	roomForLimit    = 45
	roomForGround   = 64
	roomForQuestion = 50
	roomForSource   = 22
	roomForWhy      = 110
	roomForGuidance = 110
)

// fits checks that a text fits the first screen: the short one, where there is one.
func fits(report func(diagnostic.Diagnostic), f *source.File, long, short shape.Text, most int) {
	t, remedy := long, fmt.Sprintf("add short: with a text of at most %d characters", most)
	if short.IsSet() {
		t, remedy = short, fmt.Sprintf("write at most %d characters", most)
	}
	if n := utf8.RuneCountInString(t.Value); n > most && t.Node != nil {
		report(f.At(t.Node, diagnostic.TooLong,
			fmt.Sprintf("the text has %d characters, and the first screen has room for %d", n, most), remedy))
	}
}

// fitsIfShown is fits for a text that the first screen shows only where it is short.
func fitsIfShown(report func(diagnostic.Diagnostic), f *source.File, short shape.Text, most int) {
	if short.IsSet() {
		fits(report, f, short, short, most)
	}
}

// fitsLine checks that a line of consent fits the first screen, which shows a line of a list only where it has
// a short text.
func fitsLine(report func(diagnostic.Diagnostic), f *source.File, a term.Answer, long, short shape.Text) {
	switch {
	case a.Single():
		fits(report, f, long, short, roomForAnswer)
	case a == term.AnswerAnswered:
		fitsIfShown(report, f, short, roomForAnswered)
	default:
		fitsIfShown(report, f, short, roomForList)
	}
}

// fitsHere checks that what a document says of a shared rule fits the first screen, which goes on showing the
// rule's own short text where the document has none.
func (k *linker) fitsHere(f *source.File, r *policy.Rule, long, short shape.Text) {
	if r.Short != "" {
		long = shape.Text{}
	}
	switch x := k.whole(r).(type) {
	case *policy.Line:
		fitsLine(k.Report, f, x.Answer, long, short)
	case *policy.Escalation, *policy.Step:
		fits(k.Report, f, long, short, roomForStep)
	}
}
