package page

import (
	"testing"

	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

func TestWhatIsKnownOrHasToBeSaidIsNotKeptFromTheFamily(t *testing.T) {
	knows := func(r *recommendation.Recommendation) {
		line := single("knows", "Somebody in the family knows.")
		line.Does = []term.Deed{term.DeedKnown}
		r.Consent.Answered = append(r.Consent.Answered, line)
	}
	waits, seen := inform(term.InformAdviceFirst), act("seen", "Have a doctor see the child", immediate, does(term.DeedSeenToday))
	others := act("seen", "Have a doctor see the child", immediate, does(term.DeedSeenToday), byWhom(term.DoerOthers))
	for name, x := range map[string]struct {
		of   Page
		want string
	}{
		"nobody knows":            {*Of(alone(waits)), doNotTell},
		"somebody knows":          {*Of(alone(waits, knows)), sayLittle},
		"seen today":              {*Of(alone(waits, seen)), saySeen},
		"known, and seen today":   {*Of(alone(waits, knows, seen)), sayPassOn},
		"the same in social care": {*Of(alone(waits, knows, seen, readBy(term.ReaderFrontDoor))), saySeenOnly},
		"others see the child":    {*Of(alone(waits, others)), doNotTell},
		"known of one child":      {*Of(several(map[string][]change{"6": {waits, knows}, "9": {waits}})), doNotTell},
		"known of both":           {*Of(several(map[string][]change{"6": {waits, knows}, "9": {waits, knows}})), sayLittle},
		"acting comes first":      {*Of(alone(inform(term.InformNotAPrecondition), knows, seen)), actFirst},
	} {
		t.Run(name, func(t *testing.T) {
			if got := x.of.Steps.Entries[0].Text; got != x.want {
				t.Errorf("the first step says %q, want %q", got, x.want)
			}
		})
	}
}
