package render_test

import (
	"fmt"

	rec "windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// thin is a case of which hardly anything is known.
func thin() *rec.Recommendation {
	r := base("made-up-2")
	r.Level = rec.Level{
		Recommended: 1, AtMost: 4, Name: "Universal", Scale: scale(), Cite: []string{"EX-L1-01"},
		Criterion: rec.Criterion{Rule: "level.1"},
	}
	r.Grounds = []rec.Ground{{ID: "s47", State: term.Possible,
		Title: "Section 47: reasonable cause to suspect significant harm", Rules: []string{"england.s47"},
		WaitsOn: []string{"home.domestic_abuse", "home.child_present", "health.injury", "health.development", "child.sexual_harm",
			"child.missing"}, Cite: []string{"EN-S47"}}}
	r.Consent = rec.Consent{
		Agreement: "required", Inform: "expected", Sharing: "with_agreement",
		From: []rec.Line{line("from.parent", "EX-CON-01", "A parent with parental responsibility")},
		Why:  map[term.Answer]rec.Line{"agreement": line("agree", "EX-CON-01", "Early help rests on the family's agreement")},
	}
	r.Questions = []rec.Question{
		{Kind: term.AskDomain, Domain: "home", Ask: "Have you gone through home life?",
			Who: []string{"health visitor", "school"}, Could: []rec.Could{
				{Kind: "indicator", Rule: "home.violence", Title: "Violence at home", Level: 4},
				{Kind: "level", Rule: "level.3", Title: "Intensive", Level: 3},
				{Kind: "level", Rule: "level.4", Title: "Specialist", Level: 4},
				{Kind: "ground", Rule: "england.s47", Title: "Reasonable cause to suspect significant harm"},
			}},
		{Kind: term.AskDomain, Domain: "health", Ask: "Have you gone through health?", Who: []string{"GP"}, Could: []rec.Could{
			{Kind: "indicator", Rule: "health.missed", Title: "Missed appointments", Level: 2},
			{Kind: "indicator", Rule: "health.harm", Title: "Harm to health", Level: 4},
			{Kind: "service", Rule: "service.nurse", Title: "School nurse"},
		}},
	}
	for n := range 7 {
		r.Questions = append(r.Questions, rec.Question{
			Kind: term.AskFact, Fact: fmt.Sprintf("home.made_up_%d", n), Domain: "home",
			Ask:   fmt.Sprintf("What is known about made-up matter %d?", n),
			Who:   []string{"school"},
			Could: []rec.Could{{Kind: "escalation", Rule: "refer", Title: "Referral to the front door."}, {Kind: "pathway", Rule: "lead"}},
		})
	}
	r.WhyNot = []rec.Obstacle{{Level: 2, Name: "Additional", Rule: "level.2", Part: "tally(2) >= 1", Value: term.Open,
		Says: "One or more signs at level 2; there are none so far, and up to 9 are open",
		Open: []string{"education.attendance", "health.appointments"}, Cite: []string{"EX-L1-01"}}}
	r.Document.Council, r.Document.ChosenByDate = "exampleshire", true
	r.Cautions = append(r.Cautions,
		rec.Caution{Rule: rec.Rule{ID: "later", Title: "Later guidance", Cite: []string{"EN-OLD"}}, Says: "Guidance has moved on since."},
		rec.Caution{Rule: rec.Rule{ID: "coming", Title: "A duty to come", Cite: []string{"EN-BILL", "EN-ACT"}},
			Says: "A duty to report is on its way.", NotCommenced: true})
	r.Clauses = clauses("EX-GUIDE-01", "EX-L1-01", "EX-CON-01", "EN-S47", "EX-L3-01", "EN-OLD", "EN-BILL", "EN-ACT")
	return r
}

// refused is a level 3 where the family has said no.
func refused() *rec.Recommendation {
	r := base("made-up-3")
	quiet := rec.Fact{Fact: "home.substance_use", Title: "Drink or drugs at home", Value: "none", Says: "no sign of it", Explored: true}
	r.Level = rec.Level{
		Recommended: 3, AtMost: 3, Settled: true, Name: "Intensive", Scale: scale(), Cite: []string{"EX-L3-01"},
		Because: []rec.Fact{abuse(), attendance()},
		Criterion: rec.Criterion{Rule: "level.3", When: "tally(3) >= intensive_quorum", Parts: []rec.Part{
			{Text: "tally(3) >= intensive_quorum", Value: term.IsMet, Says: "2 or more signs at level 3; there are 2",
				Rules: []string{"home.abuse", "education.attendance"}},
		}},
	}
	r.Indicators = []rec.Indicator{
		{Rule: rec.Rule{ID: "home.abuse", Title: "Abuse between adults at home", Because: []rec.Fact{abuse()},
			Cite: []string{"EX-L3-HOME-02"}, When: `home.domestic_abuse.atLeast("present")`},
			Level: 3, Domain: "family-home", Strength: "counts", Concept: "domestic-abuse", Counted: true},
		{Rule: rec.Rule{ID: "education.attendance", Title: "Attendance is low and falling",
			Because: []rec.Fact{attendance()}, Cite: []string{"EX-L3-EDU-04"}},
			Level: 3, Domain: "learning", Strength: "counts", Concept: "attendance", Counted: true},
	}
	r.Consent = rec.Consent{
		Agreement: "required", Inform: "expected", Sharing: "with_agreement",
		Answered: []rec.Line{line("answered.refused", "EX-CON-01", "The mother refused, and would accept advice.")},
		From:     []rec.Line{line("from.parent", "EX-CON-01", "A parent with parental responsibility")},
		Record:   []rec.Line{line("record.refusal", "EX-CON-01", "Who said no, when, and in what words.")},
		Refused: []rec.Line{line("refused.respect", "EX-CON-01",
			"Respect the refusal, leave the offer open, and look again if anything changes")},
		Why: map[term.Answer]rec.Line{
			"agreement": line("agree", "EX-CON-01", "Early help rests on the family's agreement"),
			"sharing":   line("share", "EX-CON-01", ""),
		},
	}
	r.Pathway = []rec.Step{{Rule: rec.Rule{ID: "lead", Cite: []string{"EX-LEAD-01"}}, Part: "lead", Force: "expected",
		Says: "One lead professional holds the plan together."}}
	r.Services = []rec.Service{{Rule: rec.Rule{ID: "mentor", Title: "Learning mentor", Cite: []string{"EX-L3-EDU-04"}}, State: term.Fits,
		Says: "Works with pupils whose attendance is falling", Agreement: "required"}}
	r.WhyNot = []rec.Obstacle{
		{Level: 4, Name: "Specialist", Rule: "level.4", Part: "tally(4) >= 2", Value: term.NotMet,
			Says: "Two or more signs at level 4; there are none.", InTheWay: []rec.Fact{quiet}, Cite: []string{"EX-L4-01"}},
		{Level: 4, Name: "Specialist", Rule: "level.4", Part: "ground.s47", Value: term.NotMet,
			Says: "Section 47 is not made out", Cite: []string{"EN-S47"}},
	}
	r.Clauses = clauses("EX-GUIDE-01", "EX-L3-01", "EX-L3-HOME-02", "EX-L3-EDU-04", "EX-L4-01", "EX-CON-01", "EX-LEAD-01", "EN-S47")
	return r
}

// differing is the same case where a manager sees it otherwise, in words that try
// to be more than words.
func differing() *rec.Recommendation {
	r := refused()
	r.Case = "made-up-4"
	r.Consent.Refused = []rec.Line{}
	r.Judgement = &rec.Judgement{Level: 4, Name: "Specialist", By: "team manager", Differs: true,
		Reason: "A pattern since 2018 | <b>see</b> [file](http://file.example/x_y_z) and `note`,\nask @somebody \x1b[31mtoday\x1b[0m"}
	return r
}
