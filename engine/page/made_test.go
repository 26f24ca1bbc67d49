package page

import (
	"slices"
	"strings"
	"testing"
	"time"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// change is something that a made-up answer has and the plain one has not.
type change func(*recommendation.Recommendation)

// at is a moment written as "2 15:04", in March 2020.
func at(t *testing.T, text string) recommendation.Moment {
	t.Helper()
	m, err := time.Parse("2006-01 2 15:04", "2020-03 "+text)
	if err != nil {
		t.Fatal(err)
	}
	return recommendation.Moment{Time: m}
}

// rule is a rule with an id and a short text.
func rule(id, short string) recommendation.Rule {
	return recommendation.Rule{ID: id, Short: short, Cite: []string{"C-" + id}}
}

// single is the line of a single answer.
func single(id, short string) recommendation.Line { return recommendation.Line{Rule: rule(id, short)} }

// unexplained is the line of a single answer, with what stands in place of its reason.
func unexplained(id, short, waiting string) recommendation.Line {
	l := single(id, short)
	l.Waiting, l.Settled = waiting, "The discussion settles it"
	return l
}

// act is an action that is due.
func act(id, short string, more ...func(*recommendation.Escalation)) change {
	return func(r *recommendation.Recommendation) {
		e := recommendation.Escalation{Rule: rule(id, short), State: term.NowDue}
		for _, f := range more {
			f(&e)
		}
		r.Escalations = append(r.Escalations, e)
	}
}

// way is a part of the pathway.
func way(id, short string, part term.Part, force term.Force, more ...func(*recommendation.Step)) change {
	return func(r *recommendation.Recommendation) {
		s := recommendation.Step{Rule: rule(id, short), Part: part, Force: force}
		for _, f := range more {
			f(&s)
		}
		r.Pathway = append(r.Pathway, s)
	}
}

func immediate(e *recommendation.Escalation) { e.Immediate = true }

// before is a limit that ends at a moment.
func before(m recommendation.Moment) func(*recommendation.Escalation) {
	return func(e *recommendation.Escalation) {
		e.Due = append(e.Due, recommendation.Due{At: m, Clause: "C-limit", Short: "Latest for somebody to act"})
	}
}

// does is what an action does on the screen.
func does(list ...term.Deed) func(*recommendation.Escalation) {
	return func(e *recommendation.Escalation) { e.Does = list }
}

// inCall is what an action says as part of a call that another makes.
func inCall(says string) func(*recommendation.Escalation) {
	return func(e *recommendation.Escalation) { e.SameCall = says }
}

func byWhom(list ...term.Doer) func(*recommendation.Escalation) {
	return func(e *recommendation.Escalation) { e.By = list }
}

func needing(list ...term.Awaits) func(*recommendation.Escalation) {
	return func(e *recommendation.Escalation) { e.Needs = list }
}

func ringingTo(id, phone string) func(*recommendation.Escalation) {
	return func(e *recommendation.Escalation) {
		e.Contact = &recommendation.Contact{ID: id, Name: "the hub", Phone: phone, AsPrinted: "2020",
			SocialCare: true}
	}
}

// inform says whether the family is told.
func inform(i term.Inform) change {
	return func(r *recommendation.Recommendation) { r.Consent.Inform = i }
}

// answeredWith is a line on what the family has answered, with the same as the end of a sentence.
func answeredWith(short string, o term.Outcome) change {
	return func(r *recommendation.Recommendation) {
		l := recommendation.Line{Rule: rule("answered "+short, short), Outcome: o,
			Joined: english.LowerFirst(strings.Replace(english.Bare(short), ", by ", " by ", 1))}
		if o == term.OutcomeGiven {
			l.Unnamed = "given"
		}
		r.Consent.Answered = append(r.Consent.Answered, l)
	}
}

// level is the level recommended and the highest one possible.
func level(n, most int) change {
	return func(r *recommendation.Recommendation) {
		r.Level.Recommended, r.Level.AtMost, r.Level.Settled = n, most, n == most
		r.Level.Name = []string{"", "Low", "Middle", "High"}[n]
	}
}

// judged is a judgement recorded.
func judged(n int, name string) change {
	return func(r *recommendation.Recommendation) {
		r.Judgement = &recommendation.Judgement{Level: n, Name: name, By: "A manager", Reason: "the home visit",
			Differs: n != r.Level.Recommended}
	}
}

// one is the answer on a case about one child: settled at level 2 of 3, with telling expected, agreement
// needed and nothing due.
func one(changes ...change) *recommendation.Recommendation {
	r := &recommendation.Recommendation{
		Document: recommendation.Document{Title: "A document", Council: "made-up", Edition: "March 2019, second printing", InForce: true},
		Case:     "case-1", AsOf: recommendation.Moment{Time: time.Date(2020, 3, 2, 14, 10, 0, 0, time.UTC)},
		Consent: recommendation.Consent{Agreement: term.AgreementRequired, Inform: term.InformExpected, Sharing: term.SharingWithAgreement,
			Why: map[term.Answer]recommendation.Line{
				term.AnswerAgreement: single("agreement", "Help is voluntary"),
				term.AnswerInform:    unexplained("inform", "Tell them openly", "Take advice first"),
				term.AnswerSharing:   unexplained("sharing", "Agreement is the norm", "Ask what to share"),
			}},
		Titles: map[string]string{},
	}
	r.Level.Scale = []recommendation.Rung{{Level: 1, Name: "Low"}, {Level: 2, Name: "Middle", ForFamily: "Some extra help."},
		{Level: 3, Name: "High"}}
	r.Level.Cite = []string{"C-level"}
	level(2, 2)(r)
	for _, f := range changes {
		f(r)
	}
	return r
}

// alone is the answer for a family of one.
func alone(changes ...change) *family.Answer {
	return family.Together([]family.Child{{Recommendation: one(changes...)}})
}

// several is the answer for children with labels.
func several(children map[string][]change) *family.Answer {
	var out []family.Child
	var labels []string
	for label := range children {
		labels = append(labels, label)
	}
	slices.Sort(labels)
	for _, label := range labels {
		out = append(out, family.Child{Child: label, Recommendation: one(children[label]...)})
	}
	return family.Together(out)
}

// lines are the entries of a section, each with its label.
func lines(s Section) []string {
	out := []string{}
	for _, e := range s.Entries {
		text := e.Text
		if e.Label != "" {
			text = e.Label + ": " + text
		}
		if len(e.Who) > 0 {
			text += " <- " + strings.Join(e.Who, ", ")
		}
		out = append(out, text)
	}
	return out
}

// same compares lists of text.
func same(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) && len(got)+len(want) > 0 {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}
