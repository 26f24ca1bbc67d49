package page

import (
	"slices"
	"strings"
	"testing"

	"windscreen/engine/family"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

func TestTheFirstLine(t *testing.T) {
	first := func(e *recommendation.Escalation) { e.First = true }
	none := func(r *recommendation.Recommendation) { r.Level = recommendation.Level{Settled: true} }
	for name, x := range map[string]struct {
		a    *family.Answer
		want string
	}{
		"settled": {alone(), "Level 2, Middle. Nothing is due."},
		"a range": {alone(level(2, 3), act("a", "Write it down")), "At least level 2, Middle. Level 3 is possible. A step to take."},
		"from the lowest": {alone(level(1, 2), act("a", "Write it down")),
			"Level not settled. Levels 1 and 2 are possible. A step to take."},
		"any level":    {alone(level(1, 3)), "Level not settled. Levels 1 to 3 are possible. Find out more."},
		"nothing said": {alone(level(1, 3), silent), "Nothing has been said yet. Levels 1 to 3 are possible. Find out more."},
		"said of one of two": {several(map[string][]change{"a": {level(1, 3), silent}, "b": {level(1, 3)}}),
			"Level not settled. Levels 1 to 3 are possible. Find out more."},
		"no level":       {alone(none), "No level is recommended. Nothing is due."},
		"several steps":  {alone(act("a", "Write it down"), act("b", "Ask")), "Level 2, Middle. Steps to take."},
		"one with a day": {alone(act("a", "Write it down", before(at(t, "3 17:00")))), "Level 2, Middle. A step is due."},
		"of several, one with a day": {alone(act("a", "Write it down", before(at(t, "3 17:00"))), act("b", "Ask")),
			"Level 2, Middle. Steps are due."},
		"a late reply": {alone(act("a", "Reply", late(at(t, "1 17:00")))), "Level 2, Middle. A step is due."},
		"a late visit": {alone(act("a", "Visit the child", does(term.DeedProtects), late(at(t, "1 17:00")))),
			"Level 2, Middle. Act now."},
		"danger":          {alone(act("a", "Call 999", immediate, first)), "Level 2, Middle. Act now, by telephone."},
		"due at once":     {alone(inform(term.InformAdviceFirst), act("a", "Refer", immediate)), "Level 2, Middle. Act now."},
		"telling waits":   {alone(inform(term.InformAdviceFirst)), "Level 2, Middle. Take advice first."},
		"refused":         {alone(answeredWith("Refused", term.OutcomeRefused)), "Level 2, Middle. Agreement refused."},
		"judged higher":   {alone(judged(3, "High")), "Judged level 3, High, by a manager. Nothing is due."},
		"judged lower":    {alone(judged(1, "Low")), "Level 2, Middle. Nothing is due."},
		"judged the same": {alone(judged(2, "Middle")), "Level 2, Middle. Nothing is due."},
		"judged higher, on a full line": {alone(judged(3, "Rather High"), inform(term.InformAdviceFirst)),
			"Judged level 3, Rather High, by a manager. Take advice first."},
		"two children": {several(map[string][]change{"a": nil, "b": nil}), "Level 2, Middle, for both children. Nothing is due."},
		"one of three": {several(map[string][]change{"a": {level(3, 3)}, "b": nil, "c": nil}),
			"Level 3, High, for one of three children. Nothing is due."},
		"all of three": {several(map[string][]change{"a": nil, "b": nil, "c": nil}),
			"Level 2, Middle, for all three children. Nothing is due."},
	} {
		t.Run(name, func(t *testing.T) {
			if got := HeadLine(Of(x.a).Head); got != x.want {
				t.Errorf("got  %s\nwant %s", got, x.want)
			}
		})
	}
	a := several(map[string][]change{"a": {level(3, 3)}, "b": nil})
	p := OfChild(a.Children[1])
	if got, want := HeadLine(p.Head), "B (of two children): level 2, Middle. Nothing is due."; got != want || p.Child != "b" {
		t.Errorf("got %s of %q, want %s", got, p.Child, want)
	}
}

func TestUnderTheFirstLine(t *testing.T) {
	ground := func(name, short string) change {
		return func(r *recommendation.Recommendation) {
			r.Grounds = append(r.Grounds, recommendation.Ground{Name: name, ID: strings.TrimSuffix(name, "b"), Title: "Title of " + name,
				Short: short, State: term.Holds,
				Cite: []string{"C-" + name}},
				recommendation.Ground{Name: "open", Title: "An open one", State: term.Possible})
		}
	}
	for name, x := range map[string]struct {
		a    *family.Answer
		want []string
	}{
		"nothing":       {alone(), nil},
		"a ground":      {alone(ground("s47", "Section 47: harm")), []string{"Section 47: harm."}},
		"without short": {alone(ground("s47", "")), []string{"Title of s47."}},
		"two grounds": {alone(ground("s47", "Section 47: harm"), ground("s17", "Section 17: need")),
			[]string{"Section 47: harm. Also section 17."}},
		"two of one section": {alone(ground("s47", "Section 47: harm"), ground("s47b", "Section 47: custody")),
			[]string{"Section 47: harm."}},
		"no room for the second": {alone(ground("s47", "Section 47: "+strings.Repeat("harm and ", 5)+"more"),
			ground("s17", "Section 17: need")),
			[]string{"Section 47: harm and harm and harm and harm and harm and more."}},
		"of a child": {several(map[string][]change{"6": {ground("s47", "Section 47: harm")}, "11": {ground("s17", "Section 17: need")}}),
			[]string{"Section 47: harm, for 6."}},
		"of two children of three": {several(map[string][]change{"6": {ground("s47", "Section 47: harm")},
			"9": {ground("s47", "Section 47: harm")}, "11": nil}), []string{"Section 47: harm, for 6 and 9."}},
		"of all children": {several(map[string][]change{"6": {ground("s47", "Section 47: harm")},
			"11": {ground("s47", "Section 47: harm")}}),
			[]string{"Section 47: harm."}},
		"of a child, with a long name": {several(map[string][]change{
			"6":  {ground("s47", "Section 47: "+strings.Repeat("harm and ", 7)+"x")},
			"11": nil}), []string{"Section 47, for 6."}},
		"a higher judgement": {alone(judged(3, "High")), []string{"Recommended: level 2, Middle. Until that is settled, act on level 3."}},
		"a lower judgement": {alone(judged(1, "Low"), ground("s17", "Section 17: need")),
			[]string{"Judged level 1, Low, by a manager. Until that is settled, act on level 2.", "Section 17: need."}},
	} {
		t.Run(name, func(t *testing.T) { same(t, lines(Section{Entries: Of(x.a).Head.Under}), x.want...) })
	}
}

func TestTheScaleMarksTheLevelAndWhatIsPossible(t *testing.T) {
	for name, x := range map[string]struct {
		a    *family.Answer
		want string
	}{
		"settled":       {alone(), "1 Low, [2 Middle], 3 High"},
		"a range":       {alone(level(2, 3)), "1 Low, [2 Middle], (3 High)"},
		"any level":     {alone(level(1, 3)), "(1 Low), (2 Middle), (3 High)"},
		"judged higher": {alone(level(1, 3), judged(2, "Middle")), "1 Low, [2 Middle], (3 High)"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := strings.Join(Levels(Of(x.a).Head), ", "); got != x.want {
				t.Errorf("got %s, want %s", got, x.want)
			}
		})
	}
}

func TestTheDocument(t *testing.T) {
	doc := func(f func(d *recommendation.Document)) change {
		return func(r *recommendation.Recommendation) { f(&r.Document) }
	}
	for name, x := range map[string]struct {
		c        change
		document string
		warnings []string
	}{
		"in force": {doc(func(*recommendation.Document) {}), "Made up, March 2019. Mon 2 Mar 2020 at 14:10. case-1", nil},
		"no council": {doc(func(d *recommendation.Document) { d.Council = "" }),
			"A document, March 2019. Mon 2 Mar 2020 at 14:10. case-1", nil},
		"a long id": {func(r *recommendation.Recommendation) { r.Case = strings.Repeat("x", 60) },
			"Made up, March 2019. Mon 2 Mar 2020 at 14:10.", nil},
		"no moment": {func(r *recommendation.Recommendation) { r.AsOf = recommendation.Moment{} }, "Made up, March 2019. case-1", nil},
		"old": {doc(func(d *recommendation.Document) { d.YearsOld = 6 }), "Made up, March 2019. Mon 2 Mar 2020 at 14:10. case-1",
			[]string{"This document is 6 years older than the case."}},
		"not in force": {doc(func(d *recommendation.Document) {
			d.InForce, d.InForceFrom, d.InForceTo = false, recommendation.DayOf("2017-06-01"), recommendation.DayOf("2020-01-31")
		}), "Made up, March 2019. Mon 2 Mar 2020 at 14:10. case-1",
			[]string{"This document was not in force: it ran from 1 Jun 2017 to 31 Jan 2020."}},
		"not in force yet": {doc(func(d *recommendation.Document) { d.InForce, d.InForceFrom = false, recommendation.DayOf("2021-06-01") }),
			"Made up, March 2019. Mon 2 Mar 2020 at 14:10. case-1", []string{"This document was not in force: it ran from 1 Jun 2021."}},
		"evidence that says worse": {func(r *recommendation.Recommendation) {
			r.Contradictions = []recommendation.Contradiction{{Fact: "home.abuse", Title: "Abuse at home",
				Evidence: recommendation.Evidence{Says: "Repeated", Source: "police", On: recommendation.DayOf("2020-03-01")}}}
		}, "Made up, March 2019. Mon 2 Mar 2020 at 14:10. case-1",
			[]string{"Evidence says worse than the case: abuse at home, repeated (police, 1 March)."}},
	} {
		t.Run(name, func(t *testing.T) {
			h := Of(alone(x.c)).Head
			if h.Document != x.document {
				t.Errorf("got %q", h.Document)
			}
			same(t, lines(Section{Entries: h.Warnings}), x.warnings...)
		})
	}
}

func TestTheFootSaysThatThePageNamesSourcesOnlyIfItDoes(t *testing.T) {
	const names = "it says who reported what"
	said := func(source string) change {
		return func(r *recommendation.Recommendation) {
			r.Level.Because = []recommendation.Fact{{Fact: "a", Title: "Untidy",
				Evidence: []recommendation.Evidence{{Source: source, On: recommendation.DayOf("2020-03-01")}}}}
		}
	}
	if foot := Of(alone(said("school"))).Foot; !strings.Contains(foot, names) {
		t.Error(foot)
	}
	for _, p := range []*Page{Of(alone()), Of(alone(said(""))), Of(alone(said("school"), inform(term.InformAdviceFirst)))} {
		if strings.Contains(p.Foot, names) {
			t.Error(p.Foot, lines(p.Why[0]))
		}
	}
}

func TestTheFootSaysFromWhatYearTheNumbersAre(t *testing.T) {
	with, without := Of(alone(act("a", "Ring them", ringingTo("hub", "1")))).Foot, Of(alone()).Foot
	if with != without+" Numbers as printed in 2020." {
		t.Errorf("%q and %q", with, without)
	}
	for name, p := range map[string]*Page{
		"the step waits": Of(alone(inform(term.InformAdviceFirst),
			act("a", "Ring them", ringingTo("hub", "1"), needing(term.AwaitsTelling)))),
		"another's step":     Of(alone(act("a", "Ring them", ringingTo("hub", "1"), byWhom(term.DoerFrontDoor)))),
		"there is no number": Of(alone(act("a", "Write to them", ringingTo("hub", "")))),
		"it is not due at all": Of(alone(act("a", "Ring them", ringingTo("hub", "1"),
			func(e *recommendation.Escalation) { e.State = term.Possible }))),
	} {
		if strings.Contains(p.Foot, "Numbers") {
			t.Errorf("no number is printed, because %s, and the foot says %q", name, p.Foot)
		}
	}
}

func TestWhoeverIsToldToCheckTheNumbersFindsOneOnThePage(t *testing.T) {
	old := func(r *recommendation.Recommendation) { r.Document.YearsOld = 6 }
	for phone, want := range map[string]string{
		"1": "This document is 6 years older than the case. Check its numbers.", "": "This document is 6 years older than the case.",
	} {
		same(t, lines(Section{Entries: Of(alone(old, act("a", "Ring them", ringingTo("hub", phone)))).Head.Warnings}), want)
	}
}

func TestTheIdOfTheCaseStandsOnALongLineToo(t *testing.T) {
	for id, want := range map[string]string{
		"family-16":             "Made up, March 2019. Mon 2 Mar 2020 at 14:10. For the social worker. family-16",
		"family-016-b":          "Made up, March 2019. Mon 2 Mar 2020 14:10. For the social worker. family-016-b",
		"a-long-name-of-a-case": "Made up, March 2019. Mon 2 Mar 2020 at 14:10. For the social worker.",
	} {
		named := func(r *recommendation.Recommendation) { r.Case, r.Reader = id, term.ReaderSocialWorker }
		if got := Of(alone(named)).Head.Document; got != want {
			t.Errorf("got %q, not %q", got, want)
		}
	}
}

func TestTheHeadSaysThatAChildIsNotYetBorn(t *testing.T) {
	unborn := func(day string) change {
		return func(r *recommendation.Recommendation) { r.Unborn, r.ExpectedOn = true, recommendation.DayOf(day) }
	}
	for want, a := range map[string]*family.Answer{
		"Not yet born, expected 4 April.":        alone(unborn("2020-04-04")),
		"Not yet born, expected 4 January 2021.": alone(unborn("2021-01-04")),
		"Not yet born.":                          alone(unborn("")),
		"Baby: not yet born, expected 4 April.":  several(map[string][]change{"baby": {unborn("2020-04-04")}, "6": nil}),
	} {
		p := Of(a)
		same(t, lines(Section{Entries: p.Head.Under}), want)
		if n := FirstStep(p); n > NearTop {
			t.Errorf("the first step is on line %d", n)
		}
	}
}

func TestChildrenWhoAreNotYetBornStandInTheOrderOfTheirRowsAndNotOfTheCase(t *testing.T) {
	unborn := func(r *recommendation.Recommendation) { r.Unborn = true }
	a := several(map[string][]change{"1": {unborn, level(1, 1)}, "2": {unborn, level(3, 3)}})
	want := []string{"2: not yet born.", "1: not yet born."}
	for range 2 {
		same(t, lines(Section{Entries: Of(a).Head.Under}), want...)
		slices.Reverse(a.Children)
	}
}
