package pagetest_test

import (
	"testing"
	"time"

	"windscreen/engine/family"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/pagetest"
	"windscreen/engine/internal/policy"
	"windscreen/engine/page"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
	"windscreen/rules"
)

// caseTime is the moment of the planted cases, and contactTime when the contact was made.
var (
	caseTime    = recommendation.Moment{Time: time.Date(2020, 3, 2, 14, 10, 0, 0, time.UTC)}
	contactTime = recommendation.Moment{Time: time.Date(2020, 3, 2, 13, 30, 0, 0, time.UTC)}
	nextDay     = recommendation.Moment{Time: time.Date(2020, 3, 3, 13, 30, 0, 0, time.UTC)}
	inThreeDays = recommendation.Moment{Time: time.Date(2020, 3, 5, 17, 0, 0, 0, time.UTC)}
)

// part is a section of a page.
type part int

// The sections in which planted lines stand.
const (
	inSteps part = iota
	inFamily
	inFindOut
	inNext
	inWhy
	inSure
)

// line is an entry of a page, and where it stands.
type line struct {
	part
	page.Entry
}

// planted is a pair made to stand on one page: what the answer holds, the two lines, and what a sound page says
// in their place.
type planted struct {
	answer        func(*recommendation.Recommendation)
	broken, sound []line
}

func step(text string) line { return line{inSteps, page.Entry{Text: text, Rule: "a.step"}} }

// notYet is the step that keeps the family out.
var notYet = step("Do not tell or ask the family yet, or show them this page.")

func telling(v term.Inform) func(*recommendation.Recommendation) {
	return func(r *recommendation.Recommendation) { r.Consent.Inform = v }
}

func answered(o term.Outcome) func(*recommendation.Recommendation) {
	return func(r *recommendation.Recommendation) {
		r.Consent.Answered = []recommendation.Line{{Outcome: o}}
	}
}

// due is the reply to the referrer, with one limit.
func due(d recommendation.Due) func(*recommendation.Recommendation) {
	return func(r *recommendation.Recommendation) {
		r.Escalations = append(r.Escalations, recommendation.Escalation{
			Rule: recommendation.Rule{ID: "mash.replies"}, State: term.NowDue, Due: []recommendation.Due{d},
		})
	}
}

func next(label, text string, at recommendation.Moment) line {
	return line{inNext, page.Entry{Label: label, Text: text, When: at, Rule: "mash.replies"}}
}

// the15 are the pairs as they stood, by number.
var the15 = map[int]planted{
	1: {
		telling(term.InformAdviceFirst),
		[]line{notYet, step("Talk with the child and the family now, and offer help.")},
		[]line{notYet, step("Once telling the family is safe: talk with the child and the family, and offer help.")},
	},
	2: {
		func(r *recommendation.Recommendation) {
			r.Consent.Inform = term.InformAdviceFirst
			r.Questions = []recommendation.Question{{
				Kind: term.AskFact, Fact: "child.told", Who: []string{"child", "school"}, Family: []string{"child"},
			}}
		},
		[]line{{inFindOut, page.Entry{Text: "Has the child told anyone?", Fact: "child.told", Who: []string{"child"}}}},
		[]line{{inFindOut, page.Entry{Text: "Has the child told anyone?", Fact: "child.told", Who: []string{"school"}}}},
	},
	3: {
		telling(term.InformNotBeforeAdvice),
		[]line{notYet, step("Send the form to the MASH, talked through with the family.")},
		[]line{notYet, step("Once telling the family is safe: send the form to the MASH, talked through with the family.")},
	},
	4: {
		func(r *recommendation.Recommendation) {
			r.Grounds = []recommendation.Ground{{Name: "s47", ID: "s47", State: term.Holds}}
		},
		[]line{step("Ask the MASH for a consultation with a social worker: is this significant harm?")},
		[]line{step("Refer the child to the MASH without delay."),
			{inFindOut, page.Entry{Text: "Is the child in danger of serious harm now?"}}},
	},
	5: {
		due(recommendation.Due{At: inThreeDays, From: contactTime, Basis: "Three working days from the referral"}),
		[]line{
			{inNext, page.Entry{Label: "At once", Text: "Act at once, and see the child."}},
			next("Thu 5 Mar 17:00", "Latest for a social worker to see the child.", inThreeDays),
		},
		[]line{{inNext, page.Entry{Label: "At once", Text: "Act at once, and see the child."}}},
	},
	6: {
		answered(term.OutcomeRefused),
		[]line{{inFamily, page.Entry{Label: "Agreement", Text: "Refused. What was agreed to goes ahead."}}},
		[]line{{inFamily, page.Entry{Label: "Agreement", Text: "Refused, by the mother."}}},
	},
	7: {
		answered(term.OutcomeRefused),
		[]line{{inFamily, page.Entry{Label: "Telling", Text: "Tell them what you mean to do, any referral included."}}},
		[]line{{inFamily, page.Entry{Label: "Telling", Text: "Tell them what you mean to do."}}},
	},
	8: {
		due(recommendation.Due{At: nextDay, Assumed: true, Basis: "24 hours from the contact"}),
		[]line{next("Tue 3 Mar 13:30", "Latest for the MASH to reply.", nextDay)},
		[]line{next("Once in touch", "24 hours from the contact, to reply.", recommendation.Moment{})},
	},
	9: {
		due(recommendation.Due{At: nextDay, From: contactTime, Basis: "24 hours from the contact"}),
		[]line{step("Refer the child to the MASH without delay: 020 3045 5440.")},
		[]line{step("Refer the child to the MASH without delay, unless the contact was taken as a referral.")},
	},
	10: {
		func(r *recommendation.Recommendation) {
			r.Judgement = &recommendation.Judgement{Level: 3, By: "team manager"}
		},
		[]line{step("Talk to your manager or designated lead about the sign of level 4.")},
		[]line{step("Make sure that whoever judged the level knows of the sign of level 4.")},
	},
	11: {
		func(r *recommendation.Recommendation) {
			r.Cautions = []recommendation.Caution{{Rule: recommendation.Rule{ID: "caution.family-wellbeing-gate"}}}
		},
		[]line{step("A family keyworker leads; an assessment and a plan follow.")},
		[]line{step("Ask the MASH for a consultation with a social worker.")},
	},
	12: {
		answered(term.OutcomeGiven),
		[]line{{inFamily, page.Entry{Label: "Agreement", Text: "Needed from the parents for help at level 3."}}},
		[]line{{inFamily, page.Entry{Label: "Agreement",
			Text: "For 6: given, by the mother. Needed from the parents for help at level 3."}}},
	},
	13: {
		func(r *recommendation.Recommendation) { r.Consent.Agreement = term.AgreementNotRequired },
		[]line{{inFamily, page.Entry{Label: "Sharing", Text: "Write down the parents' agreement before other agencies are asked."}}},
		[]line{{inFamily, page.Entry{Label: "Sharing", Text: "Write down what was shared without agreement, with whom, when and why."}}},
	},
	14: {
		telling(term.InformAdviceFirst),
		[]line{notYet, step("Offer the child and the family an assessment.")},
		[]line{notYet, step("Once telling the family is safe: offer the child and the family an assessment.")},
	},
	15: {
		due(recommendation.Due{At: caseTime, From: contactTime, Basis: "40 minutes from the contact"}),
		[]line{next("Mon 2 Mar 14:10", "Overdue: latest for the MASH to reply.", caseTime)},
		[]line{next("Mon 2 Mar 14:10", "Latest for the MASH to reply.", caseTime)},
	},
}

// look is a page with these lines, and the answer behind it.
func look(answer func(*recommendation.Recommendation), lines []line) pagetest.Look {
	r := &recommendation.Recommendation{AsOf: caseTime}
	r.Consent.Inform, r.Consent.Agreement = term.InformExpected, term.AgreementRequired
	answer(r)
	p := &page.Page{Why: []page.Section{{}}}
	for _, l := range lines {
		s := map[part]*page.Section{inSteps: &p.Steps, inFamily: &p.Family, inFindOut: &p.FindOut, inNext: &p.Next, inWhy: &p.Why[0],
			inSure: &p.Sure}[l.part]
		s.Entries = append(s.Entries, l.Entry)
	}
	return pagetest.Look{Answer: family.Together([]family.Child{{Recommendation: r}}), Page: p}
}

func TestEveryPairThatCannotStandTogetherBreaksItsLaw(t *testing.T) {
	laws := map[string]func(pagetest.Look) []string{}
	for _, law := range pagetest.Laws(pagetest.Bounds{Lines: page.Height, FirstStep: page.NearTop}) {
		laws[law.Name] = law.Broken
	}
	pairs := pagetest.Pairs()
	if len(pairs) != len(the15) || len(pairs) != 15 {
		t.Fatalf("%d pairs, %d planted; there are 15", len(pairs), len(the15))
	}
	for i, p := range pairs {
		plant, there := the15[p.No]
		if p.No != i+1 || !there {
			t.Errorf("pair %d stands at place %d, and is planted: %t", p.No, i+1, there)
			continue
		}
		broken := laws[p.Law]
		if broken == nil {
			t.Errorf("pair %d: no law is called %q", p.No, p.Law)
			continue
		}
		if how := broken(look(plant.answer, plant.broken)); len(how) == 0 {
			t.Errorf("pair %d, %s beside %s, does not break the law %q", p.No, p.One, p.Other, p.Law)
		}
		if how := broken(look(plant.answer, plant.sound)); len(how) > 0 {
			t.Errorf("pair %d: a sound page breaks the law %q: %v", p.No, p.Law, how)
		}
	}
}

// The rules that keep pairs apart are rules of a policy, and every pair that the rules keep apart names them.
func TestThePairsThatRulesKeepApartNameThem(t *testing.T) {
	c, list := catalogue.Open(rules.FS, catalogue.Options{Compile: func(p *policy.Policy) (evaluate.Evaluator, error) {
		return plan.New(p), nil
	}})
	if list.HasErrors() {
		t.Fatal(list)
	}
	known := map[string]bool{}
	for _, id := range c.IDs() {
		unit, err := c.Policy(id)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range unit.Policy.Rules {
			known[r.ID] = true
		}
	}
	for _, p := range pagetest.Pairs() {
		if (p.By == pagetest.ByRules) != (len(p.Rules) > 0) {
			t.Errorf("pair %d is kept apart by %s, and names %v", p.No, p.By, p.Rules)
		}
		for _, id := range p.Rules {
			if !known[id] {
				t.Errorf("pair %d: no policy has a rule %s", p.No, id)
			}
		}
	}
}
