package render_test

import (
	rec "windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// claims is an answer for the front door on a case that its evidence contradicts, in which
// something is alleged, something is unlikely, and some of what is due was done already.
func claims() *rec.Recommendation {
	r := thin()
	r.Case = "made-up-5"
	r.Reader = term.ReaderFrontDoor
	r.Contradictions = []rec.Contradiction{
		{Fact: "home.domestic_abuse", Title: "Domestic abuse in the home", Value: "none", Says: "No sign of it",
			Evidence: rec.Evidence{Value: "serious", Says: "Repeated, or causing injury or fear", Source: "police",
				Standing: term.StandingReported, On: rec.DayOf("2020-02-28")}},
		{Fact: "home.child_present", Title: "The child is there when it happens.", Value: false, Says: "no",
			Evidence: rec.Evidence{Value: true, Says: "yes", Source: "GP (out of hours)"}},
	}
	r.Notes = []rec.Note{{Says: "The child is missing now, and is said not to go missing.", Facts: []rec.Fact{
		{Fact: "behaviour.missing", Title: "Going missing", Value: "none", Says: "No sign of it"},
		{Fact: "behaviour.missing_now", Title: "Missing now", Value: true, Says: "yes"},
	}}}
	r.Level.AtMost, r.Level.Settled, r.Level.RestsOnContradicted = r.Level.Recommended, true, true
	r.Level.Because = []rec.Fact{
		{Fact: "harm.sexual_abuse", Title: "Sexual abuse", Value: map[string]any{"at_least": "concern"},
			Says: "Something causes concern, or worse", Alleged: true},
	}
	r.Consent.Inform = term.InformAdviceFirst
	advice := line("advice", "EX-CON-01", "Take advice before you tell the family")
	advice.Because = []rec.Fact{{Fact: "harm.allegation", Title: "Something serious is alleged", Value: true, Says: "yes",
		DerivedFrom: "care.neglect, home.domestic_abuse", Evidence: []rec.Evidence{{Value: "serious", Says: "Serious neglect",
			Source: "neighbour", Standing: term.StandingAlleged, On: rec.DayOf("2020-03-01")}}}}
	advice.Waiting = "Take advice first, on who is told, by whom, when and what."
	r.Consent.Why["inform"] = advice
	refer := rec.Rule{ID: "refer", Title: "Referral to the front door", Because: []rec.Fact{abuse()}, Cite: []string{"EX-DOOR-01"}}
	due := func(at, basis, clause string) rec.Due { return rec.Due{At: moment(at), Basis: basis, Clause: clause} }
	r.Done = []rec.Done{
		{Name: "told_police", Title: "The police were told", At: moment("2020-03-06T11:00:00Z"), By: "school", Steps: []rec.DoneStep{}},
		{Name: "form_sent", Title: "The referral form was sent", At: moment("2020-03-06T15:00:00Z"), By: "Year 6 teacher",
			Steps: []rec.DoneStep{
				{Rule: refer, Kind: term.KindEscalation, State: term.NowDue, Due: []rec.DoneDue{
					{Due: due("2020-03-05T17:00:00Z", "24 hours from the contact", "EX-TIME-02"), Missed: true},
					{Due: due("2020-03-09T17:00:00Z", "One working day from the contact", "EX-TIME-01")},
					{Due: rec.Due{At: moment("2020-03-10T17:00:00Z"), Basis: "Assumed", Assumed: true}},
				}},
				{Rule: rec.Rule{ID: "form", Title: "The front door's own form", Cite: []string{"EX-DOOR-01"}}, Kind: term.KindPathway,
					State: term.Possible, Due: []rec.DoneDue{}},
			}},
		{Name: "refer", Title: "Referral to the front door", At: moment("2020-03-06T15:30:00Z"), By: "school",
			Steps: []rec.DoneStep{{Rule: refer, Kind: term.KindEscalation, State: term.NowDue, Due: []rec.DoneDue{}}}},
		{Name: "told_family", Title: "The family was told", On: rec.DayOf("2020-03-05"), By: "school",
			Steps: []rec.DoneStep{{Rule: refer, Kind: term.KindEscalation, State: term.NowDue, Due: []rec.DoneDue{
				{Due: due("2020-03-05T17:00:00Z", "24 hours from the contact", "EX-TIME-02"), Unclear: true},
			}}}},
		{Name: "advice_taken", Title: "Advice was taken", By: "school", Steps: []rec.DoneStep{}},
	}
	r.Clauses = clauses("EX-GUIDE-01", "EX-L1-01", "EX-TIME-01", "EX-TIME-02", "EX-DOOR-01")
	return r
}
