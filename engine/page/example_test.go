package page_test

import (
	"fmt"

	"windscreen/engine/family"
	"windscreen/engine/page"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// The first screen as data. Package render writes it as text, Markdown or HTML.
func ExampleOf() {
	r := &recommendation.Recommendation{
		Document: recommendation.Document{Title: "Help in Exampleshire", Edition: "2020"},
		Level:    recommendation.Level{Recommended: 4, AtMost: 4, Settled: true, Name: "Specialist"},
		Consent: recommendation.Consent{
			Agreement: term.AgreementNotRequired, Inform: term.InformAdviceFirst, Sharing: term.SharingInProportion,
		},
		Escalations: []recommendation.Escalation{{
			Rule:  recommendation.Rule{ID: "refer", Cite: []string{"EX-REFER-01"}},
			State: term.NowDue, Immediate: true, Action: "Refer the child.",
			Contact: &recommendation.Contact{ID: "hub", Name: "The hub", Phone: "01632 960001"},
		}},
	}
	p := page.Of(family.Together([]family.Child{{Recommendation: r}}))
	fmt.Println(page.HeadLine(p.Head))
	for _, s := range p.Sections() {
		fmt.Println(s.Heading)
		for _, e := range s.Entries {
			fmt.Println("-", e.Label, e.Text, e.Cite)
		}
	}
	// Output:
	// Level 4, Specialist. Act now.
	// Do now
	// -  Do not tell or ask the family yet, or show them this page. []
	// -  Refer the child: 01632 960001. [EX-REFER-01]
	// The family
	// - Agreement Not needed. []
	// - Telling Not yet. []
	// - Sharing Share what is needed. []
	// Why level 4
	// -  The level follows from the criterion alone. []
	// How sure this is
	// - Level 4, if what was reported is right. Other facts cannot lower it. []
}
