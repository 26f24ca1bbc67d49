package page

import (
	"testing"
	"time"

	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// on is the moment of an answer.
func on(year int, month time.Month, day, hour int) change {
	return func(r *recommendation.Recommendation) {
		r.AsOf = recommendation.Moment{Time: time.Date(year, month, day, hour, 0, 0, 0, time.UTC)}
	}
}

func unborn(r *recommendation.Recommendation) { r.Unborn = true }

func TestWhoIsAskedCanBeReached(t *testing.T) {
	sunday, holiday, night := on(2020, 11, 8, 12), on(2018, 8, 27, 15), on(2020, 3, 3, 21)
	now, frontDoor := act("now", "Refer the child", immediate), readBy(term.ReaderFrontDoor)
	ask := func(who ...string) change {
		return func(r *recommendation.Recommendation) {
			question("a", nil, who...)(r)
			r.Questions[len(r.Questions)-1].Kinds = map[string][]term.Whom{"school": {term.WhomByDay, term.WhomOfPupils},
				"GP":                    {term.WhomByDay},
				"whoever has the child": {term.WhomHasChild}, "children's social care": {term.WhomSocialOwn},
				"the child, alone": {term.WhomAlone}}
		}
	}
	waits := inform(term.InformAdviceFirst)
	for name, x := range map[string]struct {
		changes []change
		want    string
	}{
		"on a working day":      {[]change{ask("school", "police")}, "school, police"},
		"on a Sunday":           {[]change{sunday, ask("school", "police")}, "police"},
		"on a bank holiday":     {[]change{holiday, ask("GP", "hospital", "police")}, "hospital, police"},
		"at night":              {[]change{night, ask("school", "parent")}, "school, parent"},
		"at night, at once":     {[]change{night, ask("school", "parent"), now}, "parent"},
		"all shut":              {[]change{sunday, ask("GP", "school")}, "GP when open"},
		"of an unborn child":    {[]change{unborn, ask("you", "school", "midwife")}, "you, midwife"},
		"school alone":          {[]change{unborn, ask("school")}, "school"},
		"for social care":       {[]change{frontDoor, ask("children's social care", "school")}, "school"},
		"whoever has the child": {[]change{ask("whoever has the child", "parent")}, "whoever has the child, parent"},
		"whoever may be feared": {[]change{waits, ask("whoever has the child", "police")}, "you, police"},
		"the child alone":       {[]change{waits, ask("the child, alone")}, "the child, alone"},
		"nobody else":           {[]change{waits, ask("whoever has the child")}, "social care decides"},
	} {
		t.Run(name, func(t *testing.T) { same(t, lines(Of(alone(x.changes...)).FindOut), "Is it so of a? <- "+x.want) })
	}
}

func TestOfSeveralChildrenDangerIsAskedAboutFirst(t *testing.T) {
	other := question("b", nil, "school")
	a := several(map[string][]change{"6": {level(3, 3), other}, "9": {danger(callForHelp, true, term.DeedCallsHelp)}})
	same(t, lines(Of(a).FindOut), "For 9: is there danger? <- social care decides", "For 6: is it so of b? <- school")
}
