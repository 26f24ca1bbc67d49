package render_test

import (
	"time"
	rec "windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// moment is a moment as RFC 3339 writes it.
func moment(text string) rec.Moment {
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		panic(err)
	}
	return rec.Moment{Time: t}
}

// The answers below are made up by hand, for a partnership that does not exist.
// Nothing in them was worked out by the engine or printed by anybody.

// examples are the answers that the golden files show.
func examples() map[string]*rec.Recommendation {
	return map[string]*rec.Recommendation{
		"settled-level-4":     settled(),
		"thin":                thin(),
		"consent-refused":     refused(),
		"differing-judgement": differing(),
		"claims":              claims(),
	}
}

// base is what all of them have in common.
func base(id string) *rec.Recommendation {
	return &rec.Recommendation{
		Policy:   "exampleshire-2020",
		Document: rec.Document{Title: "Help in Exampleshire", Publisher: "Exampleshire Partnership", Edition: "February 2020"},
		Case:     id,
		AsOf:     moment("2020-03-06T16:05:00Z"),
		Cautions: []rec.Caution{{
			Rule: rec.Rule{ID: "guide", Title: "A guide", Cite: []string{"EX-GUIDE-01"}},
			Says: "The lists of signs are neither complete nor weighted.",
		}},
		Receipt: rec.Receipt{
			Engine:     "0.0.0-example",
			Case:       map[string]any{"policy": "exampleshire-2020", "id": id},
			CaseSHA256: "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
			Files:      []rec.FileHash{{File: "england/grounds.yaml", SHA256: "aa"}, {File: "exampleshire-2020/levels.yaml", SHA256: "bb"}},
		},
	}
}

func scale() []rec.Rung {
	return []rec.Rung{{Level: 1, Name: "Universal"}, {Level: 2, Name: "Additional"},
		{Level: 3, Name: "Intensive"}, {Level: 4, Name: "Specialist"}}
}

func line(id, cite, says string) rec.Line {
	return rec.Line{Rule: rec.Rule{ID: id, Cite: []string{cite}}, Says: says}
}

func clause(document, section, page, says string) rec.Clause {
	return rec.Clause{Document: document, Section: section, Page: page, Says: says}
}

// clauses returns those of the made-up clauses that are asked for.
func clauses(ids ...string) map[string]rec.Clause {
	const local, law = "Help in Exampleshire", "Children Act 1989"
	all := map[string]rec.Clause{
		"EX-GUIDE-01":   clause(local, "How to use this guide", "3", "Signs are examples; weigh the child's whole life"),
		"EX-L1-01":      clause(local, "Level 1", "5", "Every child reaches their potential with what everybody gets"),
		"EX-L3-01":      clause(local, "Level 3", "8", "Several needs together call for an intensive, joined-up answer."),
		"EX-L3-HOME-02": clause(local, "Level 3, home", "9", "Abuse between adults in the home touches the child"),
		"EX-L3-EDU-04":  clause(local, "Level 3, learning", "10", "Attendance is low and falling"),
		"EX-L4-01": clause(local, "Level 4", "~11",
			"Specialist help is for children who suffer, or are likely to suffer, significant harm"),
		"EX-L4-HOME-01": clause(local, "Level 4, home", "12", "Violence at home puts the child in danger"),
		"EX-TIME-01":    clause(local, "What happens next", "20", "The front door decides within one working day"),
		"EX-TIME-02":    clause(local, "Appendix 2", "31", "A decision is made within 24 hours of the contact"),
		"EX-CON-01":     clause(local, "Consent", "15", "Early help rests on the family's agreement"),
		"EX-CON-02":     clause(local, "Consent", "15", "Where a child may be at risk, act without agreement and write down why"),
		"EX-DOOR-01":    clause(local, "Contacts", "2", "One front door takes every referral"),
		"EX-LEAD-01":    clause(local, "Lead professional", "17", "One person holds the plan together"),
		"EN-S47": clause(law, "Section 47", "-",
			"The authority makes enquiries where it has reasonable cause to suspect significant harm"),
		"EN-S17": clause(law, "Section 17", "", "A child in need is owed services"),
	}
	for id, status := range map[string]term.Status{
		"EN-S47": "in_force", "EN-OLD": "superseded", "EN-BILL": "bill", "EN-ACT": "not_commenced",
	} {
		c := all[id]
		if c.Document == "" {
			c = clause(law, "Made-up law", "", "A made-up statement of the law")
		}
		c.Status = status
		all[id] = c
	}
	out := map[string]rec.Clause{}
	for _, id := range ids {
		out[id] = all[id]
	}
	return out
}

func frontDoor() *rec.Contact {
	return &rec.Contact{
		ID: "front-door", Name: "Exampleshire Front Door", Phone: "01632 960001", OutOfHours: "01632 960002",
		Email: "door@exampleshire.example", Hours: "9 to 5, Monday to Friday", AsPrinted: "2020", Cite: []string{"EX-DOOR-01"},
		Web: "https://exampleshire.example/front-door", Form: "https://exampleshire.example/form.pdf",
	}
}

func abuse() rec.Fact {
	return rec.Fact{
		Fact: "home.domestic_abuse", Title: "Domestic abuse in the home", Value: "serious", Says: "repeated, or causing injury or fear",
		Evidence: []rec.Evidence{
			{Value: "serious", Says: "repeated, or causing injury or fear", Source: "police", On: rec.DayOf("2020-02-28")},
			{Value: "present", Says: "happening, lower-level or isolated", Source: "school", On: rec.DayOf("2020-02-11")},
		},
	}
}

func childPresent() rec.Fact {
	return rec.Fact{Fact: "home.child_present", Title: "The child is there when it happens.", Value: true, Says: "yes",
		Evidence: []rec.Evidence{{Value: true, Source: "police", On: rec.DayOf("2020-02-28")}}}
}

func attendance() rec.Fact {
	return rec.Fact{Fact: "education.attendance", Title: "Attendance at school",
		Value: map[string]any{"at_most": 62}, Says: "at most 62 per cent",
		Evidence: []rec.Evidence{{Source: "school", On: rec.DayOf("2020-03-02")}}}
}

// settled is a level 4 with section 47, something to do at once, and two clauses
// that set different times for the same decision.
func settled() *rec.Recommendation {
	r := base("made-up-1")
	home := rec.Rule{ID: "home.violence", Title: "Violence at home puts the child in danger.",
		Because: []rec.Fact{abuse(), childPresent()}, Cite: []string{"EX-L4-HOME-01"},
		When: `home.domestic_abuse.atLeast("serious") && home.child_present`}
	r.Level = rec.Level{
		Recommended: 4, AtMost: 4, Settled: true, Name: "Specialist", Scale: scale(), Cite: []string{"EX-L4-01"},
		Because: []rec.Fact{abuse(), childPresent()},
		Criterion: rec.Criterion{Rule: "level.4", When: "ground.s47 || decisive(4) || tally(4) >= 2", Parts: []rec.Part{
			{Text: "ground.s47", Value: term.IsMet, Says: "Section 47 is made out", Rules: []string{"england.s47"}},
			{Text: "decisive(4)", Value: term.IsMet, Says: "One sign that is enough by itself.", Rules: []string{"home.violence"}},
			{Text: "tally(4) >= 2", Value: term.NotMet, Says: "Two or more signs at level 4; there is 1"},
		}},
	}
	r.Indicators = []rec.Indicator{
		{Rule: home, Level: 4, Domain: "family-home", Strength: "decides", Concept: "domestic-abuse", Counted: true},
		{Rule: rec.Rule{ID: "education.attendance", Title: "Attendance is low and falling",
			Because: []rec.Fact{attendance()}, Cite: []string{"EX-L3-EDU-04"}},
			Level: 3, Domain: "learning", Strength: "counts", Concept: "attendance", Counted: true},
		{Rule: rec.Rule{ID: "child.age", Title: "A young child",
			Because: []rec.Fact{{Fact: "child.age", Title: "Age", Value: 6, Says: "6", DerivedFrom: "child.date_of_birth"}},
			Cite:    []string{"EX-GUIDE-01"}},
			Level: 4, Domain: "child", Strength: "context", Concept: "age"},
	}
	r.Grounds = []rec.Ground{
		{ID: "s47", State: term.Holds, Title: "Reasonable cause to suspect significant harm", Rules: []string{"england.s47"},
			Because: []rec.Fact{abuse(), childPresent()}, Cite: []string{"EN-S47"}},
		{ID: "s17", Limb: "impairment", State: term.Possible, Title: "A child in need under section 17", Rules: []string{"england.s17"},
			WaitsOn: []string{"health.development", "health.needs_unmet"}, Cite: []string{"EN-S17"}},
	}
	r.Consent = rec.Consent{
		Agreement: "not_applicable", Inform: "not_before_advice", Sharing: "in_proportion",
		Record: []rec.Line{line("record.why", "EX-CON-02", "Why the family was not told first")},
		CouldBe: []rec.CouldBe{{Answer: "inform", Value: "expected",
			Says: "If asking puts nobody at risk, tell the family", Rule: "inform.safe",
			WaitsOn: []string{"home.safe_to_ask"}, Cite: []string{"EX-CON-01"}}},
		Why: map[term.Answer]rec.Line{
			"agreement": line("agree", "EX-CON-02", "A child may be at risk, so nothing waits on agreement."),
			"inform":    line("inform", "EX-CON-02", "Telling them could put the child or an adult at risk."),
			"sharing":   line("share", "EX-CON-02", "Share what the enquiry needs"),
		},
	}
	telling := r.Consent.Why["inform"]
	telling.Waiting = "Take advice first, on who is told, by whom, when and what."
	r.Consent.Why["inform"] = telling
	r.Escalations = []rec.Escalation{
		{Rule: rec.Rule{ID: "now", Title: "A child may be in danger now", Because: []rec.Fact{abuse()}, Cite: []string{"EX-CON-02"}},
			State: term.NowDue, Immediate: true, Action: "Ring the police on 999",
			Who: "Whoever is with the child", Agreement: "not_required",
			Due: []rec.Due{{At: moment("2020-03-06T16:05:00Z"), Clause: "EX-CON-02", Basis: "At once", AtOnce: true, Assumed: true}}},
		{Rule: rec.Rule{ID: "refer", Title: "Referral to the front door", Because: []rec.Fact{abuse()}, Cite: []string{"EX-DOOR-01"}},
			State: term.NowDue, Action: "Refer by telephone and confirm in writing.",
			Who: "the worker who knows the child", Contact: frontDoor(),
			Due: []rec.Due{
				{At: moment("2020-03-07T16:05:00Z"), Clause: "EX-TIME-02", Basis: "24 hours from the contact", Assumed: true},
				{At: moment("2020-03-09T17:00:00Z"), Clause: "EX-TIME-01", Basis: "One working day from the contact", Assumed: true},
			}},
		{Rule: rec.Rule{ID: "notify", Title: "Notification of a serious incident", Cite: []string{"EN-S47"}},
			State: term.Possible, Action: "Tell the partnership's chair", Who: "the head of service", Contact: frontDoor(),
			Due:     []rec.Due{{At: moment("2020-03-13T17:00:00Z"), Clause: "EN-S47", Basis: "Five working days"}},
			WaitsOn: []string{"health.injury"}},
	}
	r.Pathway = []rec.Step{
		{Rule: rec.Rule{ID: "door", Cite: []string{"EX-DOOR-01"}}, Part: "front_door", Force: "required",
			Says: "All referrals go through the front door.", Contact: frontDoor()},
		{Rule: rec.Rule{ID: "form", Cite: []string{"EX-DOOR-01"}}, Part: "form", Force: "expected",
			Says: "The front door's own form follows."},
		{Rule: rec.Rule{ID: "lead", Cite: []string{"EX-LEAD-01"}}, Part: "lead", Force: "expected", Says: "A social worker leads"},
	}
	r.Services = []rec.Service{
		{Rule: rec.Rule{ID: "refuge", Title: "Exampleshire Refuge.", Cite: []string{"EX-DOOR-01"}}, State: term.Possible,
			Says: "A place of safety for a parent and children", Organisation: "Exampleshire Women", ListedAt: 3, Agreement: "required",
			WaitsOn: []string{"home.wants_to_leave"}},
	}
	r.Questions = []rec.Question{
		{Kind: term.AskFact, Fact: "home.safe_to_ask", Domain: "home", Ask: "Would asking put anybody at risk?",
			Who:   []string{"police", "domestic abuse service"},
			Could: []rec.Could{{Kind: "consent", Rule: "inform.safe", Title: "Tell the family"}}},
	}
	r.Clauses = clauses("EX-GUIDE-01", "EX-L4-01", "EX-L4-HOME-01", "EX-L3-EDU-04", "EX-TIME-01", "EX-TIME-02", "EX-CON-01", "EX-CON-02",
		"EX-DOOR-01", "EX-LEAD-01", "EN-S47", "EN-S17")
	return r
}
