package render_test

import (
	"windscreen/engine/page"
	rec "windscreen/engine/recommendation"
)

// scaleTo is the scale of the Bexley document with a level marked, and those above it up to another
// possible.
func scaleTo(here, atMost int) []page.Rung {
	var out []page.Rung
	for i, name := range []string{"Universal", "Additional", "Intensive", "Specialist"} {
		out = append(out, page.Rung{Level: i + 1, Name: name, Here: i+1 == here, Possible: i+1 > here && i+1 <= atMost})
	}
	return out
}

// says is an entry with a clause.
func says(text string, cite ...string) page.Entry { return page.Entry{Text: text, Cite: cite} }

// row is an entry with a label.
func row(label, text string, cite ...string) page.Entry {
	return page.Entry{Label: label, Text: text, Cite: cite}
}

// asks is a question.
func asks(text string, who ...string) page.Entry { return page.Entry{Text: text, Who: who} }

// found is a reason.
func found(fact, text string, cite ...string) page.Entry {
	return page.Entry{Fact: fact, Text: text, Cite: cite}
}

// The clauses and sentences that stand on most pages.
const (
	doNotTell = "Do not tell or ask the family yet, or show them this page."
	foot      = "For professionals: it says who reported what. Not legal advice; professional judgement has the last word. " +
		"Numbers as printed in 2020. Everything: --full"
	withAgreement = "With their agreement. You may consult a colleague or the MASH; in most cases the family should know that you do."
	notYet        = "Not yet. It is not known whether telling them is safe: ask a social worker at the MASH, on the same call."
)

func theHub() *rec.Contact {
	return &rec.Contact{ID: "mash", Name: "Bexley Multi-Agency Safeguarding Hub (MASH)", Phone: "020 3045 5440",
		OutOfHours: "020 8303 7777 or 020 8303 7171", Now: &rec.Answering{Phone: "020 3045 5440"}}
}

// markAfterPunishment is the page of a child with a mark after a punishment.
func markAfterPunishment() *page.Page {
	refer := says("Refer the child to the MASH (multi-agency safeguarding hub) without delay: 020 3045 5440, open until 17:00 today. "+
		"If you are sure that the MASH took the contact at 13:30 as a referral, go to 2.", "BEX-ESC-03", "BEX-ESC-05")
	refer.Now, refer.Contact = true, theHub()
	return &page.Page{
		Head: page.Head{
			Level: says("Level 4, Specialist.", "BEX-LEVEL-01"), Do: "Act now",
			Under:    []page.Entry{says("Section 47: reasonable cause to suspect significant harm.", "ENG-CA89-S47-1-B")},
			Scale:    scaleTo(4, 4),
			Document: "Bexley, February 2020. Mon 2 Mar 2020 at 14:10. demo-mark-after-chastisement",
		},
		Steps: page.Section{Heading: "Do now", Entries: []page.Entry{
			refer,
			says(doNotTell, "BEX-CONSENT-04"),
			says("Send the MASH the Bexley referral form. Every referral asks whether the child is a young carer; "+
				"that is not known here.", "BEX-L4-ROUTE-01"),
		}},
		Family: page.Section{Heading: "The family", Entries: []page.Entry{
			row("Agreement", "Not needed to refer, or for enquiries.", "ENG-CA89-S47-1-A"),
			row("Telling", notYet, "BEX-CONSENT-04"),
			row("Sharing", "Tell the MASH what it needs, without waiting for agreement. Write down what you shared, with whom, "+
				"when and why.", "BEX-MASH-02"),
		}},
		Why: []page.Section{{Heading: "Why level 4", Entries: []page.Entry{
			found("harm.chastisement", "A punishment left a mark or an injury, or an implement was used (school, 2 March). "+
				"That is enough for level 4 by itself.", "BEX-L4-HEALTH-11"),
		}}},
		FindOut: page.Section{Heading: "Find out next", Aside: "from", Entries: []page.Entry{
			asks("Is the child in danger now?", "anyone with the child", "police"),
			asks("Could telling or asking the family put anyone at risk?", "safeguarding lead"),
			asks("Has the child told anyone of abuse?", "whoever the child told", "school"),
		}},
		Next: page.Section{Heading: "What happens next", Aside: "counted from the contact at 13:30", Entries: []page.Entry{
			row("Tue 3 Mar 13:30", "Latest for the MASH to reply to the referrer.", "BEX-APP2-04"),
			row("No time printed", "A strategy discussion opens the enquiry.", "BEX-APP2-22"),
		}, Left: "One more moment is in the full answer."},
		Sure: page.Section{Heading: "How sure this is", Entries: []page.Entry{
			row("Level", "4, if what was reported is right. Other facts cannot lower it."),
			row("Changes if", "1 is yes: call 999 first, then telephone the MASH.", "ENG-999"),
		}},
		Foot: foot,
		Clauses: map[string]rec.Clause{
			"BEX-ESC-03": {Document: "Threshold document", Section: "Escalation", Page: "7", Says: "A child at risk of harm is referred."},
			"ENG-999":    {Document: "The law", Section: "Emergencies", Says: "Whoever is in danger calls 999."},
		},
	}
}

// judgedHigher is the page of a case that a manager has judged to be at a higher level.
func judgedHigher() *page.Page {
	return &page.Page{
		Head: page.Head{
			Level:    says("Judged level 4, Specialist, by team manager. It has the last word."),
			Under:    []page.Entry{says("Recommended: at least level 3, Intensive. Level 4 is possible.", "BEX-JUDGE-01")},
			Scale:    scaleTo(3, 4),
			Document: "Bexley, February 2020. Mon 2 Mar 2020 at 14:10. demo-judgement-differs",
		},
		Steps: page.Section{Heading: "Do next: the steps for level 3. The judgement of level 4 may ask for more.", Entries: []page.Entry{
			says("Ask question 2. If it is safe, ask the parents for agreement and talk the form through with them.", "BEX-L3-ROUTE-03"),
			says("When they agree, send the Bexley referral form to the MASH (multi-agency safeguarding hub).", "BEX-L3-ROUTE-04"),
		}},
		Family: page.Section{Heading: "The family", Entries: []page.Entry{
			row("Agreement", "Needed from the parents, for help at level 3. Nobody has said whether they were asked.", "BEX-L3-CONSENT-01"),
			row("Telling", "Expected: tell the child and the family what concerns you, and what you mean to do. Ask question 2 first.",
				"BEX-CONSENT-08"),
			row("Sharing", withAgreement, "BEX-CONSENT-07"),
		}},
		Why: []page.Section{
			{Heading: "Why judged level 4", Entries: []page.Entry{
				says("Much the same was seen a year ago and help then made no lasting difference."),
			}},
			{Heading: "Why recommended at least level 3", Entries: []page.Entry{
				found("family.warmth", "Little warmth and much criticism (school, 21 February). One sign of level 4 alone makes level 3.",
					"BEX-L4-RELATIONSHIPS-02"),
			}},
		},
		FindOut: page.Section{Heading: "Find out next", Aside: "from", Entries: []page.Entry{
			asks("Who can look after the child now?", "social worker", "police"),
			asks("Could telling or asking the family put anyone at risk?", "safeguarding lead"),
			asks("Has anyone asked the family for agreement?", "you"),
			asks("Which services work with the family now?", "school", "GP", "the MASH"),
			asks("Is there a risk that nobody understands yet?", "you", "safeguarding lead"),
		}},
		Next: page.Section{Heading: "What happens next", Entries: []page.Entry{
			says("The MASH replies within 24 hours of getting the form.", "BEX-APP2-04"),
		}},
		Sure: page.Section{Heading: "How sure this is", Entries: []page.Entry{
			row("Checked", "All 12 areas. Significant harm is said to be unlikely."),
			row("Not raised", "Sexual abuse, exploitation, domestic abuse, going missing and self-harm. Each is taken as absent."),
			row("Changes if", `1 is "no one": level 4 and section 20.`),
		}},
		Foot: foot,
	}
}

// threeChildren is the page for a family with three children.
func threeChildren() *page.Page {
	refer := says("Refer the baby to the MASH (multi-agency safeguarding hub) without delay: 020 3045 5440, open until 17:00 today. "+
		"If you are sure that the MASH took the contact at 09:40 as a referral, go to 2.", "BEX-ESC-03")
	refer.Now, refer.Contact = true, theHub()
	return &page.Page{
		Children: []string{"baby", "6", "11"},
		Head: page.Head{
			Level: says("Level 4, Specialist, for one of three children."), Do: "Act now",
			Under:    []page.Entry{says("Section 47 for the baby: serious domestic abuse around a baby.", "BEX-S47-04")},
			Scale:    scaleTo(4, 4),
			Document: "Bexley, February 2020. Thu 5 Mar 2020 at 10:20. demo-family",
		},
		Steps: page.Section{Heading: "Do now", Entries: []page.Entry{
			refer,
			says("On the same call, ask for a consultation with a social worker about the child of 6 and the child of 11: "+
				"is this significant harm?", "BEX-ROUTE-01"),
			says(doNotTell, "BEX-CONSENT-04"),
			says("Send the MASH the Bexley referral form for the baby.", "BEX-L4-ROUTE-01"),
			says("If telling is safe, offer 11 an Imago (young carer) assessment.", "BEX-YC-08"),
		}},
		Family: page.Section{Heading: "The family", Entries: []page.Entry{
			row("Agreement", "Baby: not needed to refer, or for enquiries.", "ENG-CA89-S47-1-A"),
			row("", "6 and 11: needed, for help at level 3.", "BEX-L3-CONSENT-01"),
			row("Telling", notYet, "BEX-CONSENT-04"),
			row("Sharing", "Baby: tell the MASH what it needs.", "BEX-MASH-02"),
			row("", "6 and 11: ask the MASH what to share.", "BEX-CONSENT-06"),
		}},
		Why: []page.Section{{Heading: "The children", Entries: []page.Entry{
			row("Baby", "Level 4. Abuse repeated, or causing injury, fear or control, with the baby there (police, 4 March).",
				"BEX-L4-FUNCTIONING-01"),
			row("6", "Level 3; level 4 if question 3 or 4 is yes. The same abuse: at this age one sign, and alone it makes level 3.",
				"BEX-L4-FUNCTIONING-01"),
			row("", "Often late or absent from school (school, 5 March)."),
			row("11", "As for 6. Takes on a caring role, or seems to, in the family (school, 5 March).", "BEX-L2-FUNCTIONING-01"),
		}}},
		FindOut: page.Section{Heading: "Find out next", Aside: "from", Entries: []page.Entry{
			asks("All: could telling or asking put anyone at risk?", "safeguarding lead", "police"),
			asks("Baby: any injury, and does the account fit?", "GP", "health visitor"),
			asks("6 and 11: is there reason to suspect significant harm?", "you", "social worker"),
			asks("All: is the abuse of long standing?", "police", "health visitor"),
			asks("All: who can look after them now?", "social worker", "police"),
		}},
		Next: page.Section{Heading: "What happens next", Aside: "counted from the contact at 09:40", Entries: []page.Entry{
			row("Fri 6 Mar 09:40", "Latest for the MASH to reply to the referrer.", "BEX-APP2-04"),
			row("Tue 10 Mar 17:00", "Latest for a social worker to see the baby.", "BEX-APP2-15"),
		}},
		Foot: "For professionals: it says who reported what. Not legal advice; professional judgement has the last word. " +
			"Printed in 2020. --child baby, 6, 11; or --full",
	}
}

// nothingFound is the page of a case in which nothing was found.
func nothingFound() *page.Page {
	return &page.Page{
		Head: page.Head{
			Level: says("Level 1, Universal."), Do: "Nothing is due", Scale: scaleTo(1, 1),
			Document: "Bexley, February 2020. Mon 2 Mar 2020 at 14:10. demo-quiet-family",
		},
		Steps: page.Section{Heading: "Do next", Entries: []page.Entry{
			says("Nothing is due. Schools, health services and children's centres stay open to the child, without a referral.",
				"BEX-L1-ROUTE-01"),
		}},
		Family: page.Section{Heading: "The family", Entries: []page.Entry{
			says("Nothing here to agree to, to tell or to share.", "BEX-L1-ROUTE-01"),
		}},
		Why: []page.Section{{Heading: "Why level 1", Entries: []page.Entry{
			says("No sign of need at a higher level was found.", "BEX-LEVEL-01"),
			found("family.warmth", "Seen: warmth and praise (health visitor, 24 February).", "BEX-L1-WARMTH-01"),
			found("learning.contact", "Seen: school and home keep in touch (school, 27 February).", "BEX-L1-LEARNING-04"),
		}}},
		Foot: foot,
	}
}
