package render

import (
	"fmt"
	"io"

	"windscreen/engine/comparison"
	"windscreen/engine/recommendation"
)

// Comparison writes the answers of several policies side by side in the given format:
// for each part of the answers a line, or in Markdown a table, with a row for each
// policy; and then what makes them differ, each with its clauses. Of the options Width
// and Colour have a meaning, for text. It fails where c is nil, where the format is none
// of the four, or where w fails.
func Comparison(w io.Writer, f Format, c *comparison.Comparison, o Options) error {
	return answer(w, f, c, o, comparisonInWords)
}

// compared is a comparison as it is put into words.
type compared struct {
	*comparison.Comparison
	differs map[string]bool
	out     outline
}

// comparisonInWords is the outline of a comparison.
func comparisonInWords(c *comparison.Comparison) outline {
	d := &compared{Comparison: c, differs: map[string]bool{}}
	for _, a := range c.Aspects {
		d.differs[a.Name] = a.Differs
	}
	d.opening()
	d.part("level", "Level", saysLevel)
	d.part("grounds", "The law", saysGrounds)
	d.part("agreement", "Agreement to the service recommended", saysConsent("agreement"))
	d.part("inform", "Telling the family", saysConsent("inform"))
	d.part("sharing", "Sharing information", saysConsent("sharing"))
	d.lists("due", "What is due", d.dueUnder)
	d.lists("front_door", "Whom to go to", doorsUnder)
	d.lists("", "What sets the level", criterionUnder)
	d.readings()
	return d.out
}

// opening is the case, the policies and in what they differ.
func (d *compared) opening() {
	name := "This case"
	if d.Case != "" {
		name = "Case " + stated(d.Case)
	}
	var items []item
	for _, s := range d.Policies {
		var notes []string
		switch {
		case s.Document.ChosenByDate:
			notes = append(notes, "the edition chosen by the date of the case")
		case s.Named:
			notes = append(notes, "named by the case")
		}
		if doc := s.Document; !doc.InForce && (doc.InForceFrom != "" || doc.InForceTo != "") {
			notes = append(notes, "not in force on that day")
		}
		it := item{bullet: true, text: stopped(bracketed(joined(": ", s.Policy, joined(", ", phrase(s.Document.Title), s.Document.Edition)), notes...))}
		if j := s.Judgement; j != nil {
			it.under = []item{{text: stopped("Recorded judgement, by its levels: " + joined(", ", sideOf(s).level(j.Level, j.Name), prefixed("by ", phrase(stated(j.By)))))}}
		}
		items = append(items, it)
	}
	items = append(items, item{text: "Level numbers and names are each document's own. The same number is not the same level of need."})
	d.out = append(d.out, section{
		head:  item{tone: strong, text: joined(", ", name, prefixed("as at ", moment(d.AsOf)), "under "+ofPolicies(len(d.Policies))) + "."},
		items: items,
	})
}

func ofPolicies(n int) string {
	if n == 1 {
		return "1 policy"
	}
	return fmt.Sprintf("%d policies", n)
}

// add adds a section whose heading says whether the policies differ in it.
func (d *compared) add(aspect, title string, items []item) {
	if len(items) == 0 {
		return
	}
	if aspect != "" && len(d.Policies) > 1 {
		title += map[bool]string{true: " – differs", false: " – the same"}[d.differs[aspect]]
	}
	d.out = append(d.out, section{head: item{tone: strong, text: title}, items: items})
}

// part is a part of the answers that takes a row for each policy.
func (d *compared) part(aspect, title string, says func(s *comparison.Side) (text string, cite []string)) {
	t := &table{heads: []string{"Policy", title}}
	for i := range d.Policies {
		s := &d.Policies[i]
		text, cite := says(s)
		t.rows = append(t.rows, row{cells: []string{s.Policy, text}, cite: cite})
	}
	if len(t.rows) > 0 {
		d.add(aspect, title, []item{{table: t}})
	}
}

// lists is a part of the answers that takes a list for each policy.
func (d *compared) lists(aspect, title string, under func(s *comparison.Side) []item) {
	var items []item
	for i := range d.Policies {
		s := &d.Policies[i]
		it := item{bullet: true, text: s.Policy + ":", under: under(s)}
		if len(it.under) == 0 {
			it.text = s.Policy + ": nothing."
		}
		items = append(items, it)
	}
	d.add(aspect, title, items)
}

// sideOf is a draft that knows the facts and levels of one side.
func sideOf(s comparison.Side) *draft { return about(s.Titles, s.Level.Scale) }

func saysLevel(s *comparison.Side) (string, []string) {
	d := sideOf(*s)
	d.r.Level = s.Level
	return d.levelSentence(), s.Level.Cite
}

func saysGrounds(s *comparison.Side) (string, []string) {
	var holds, possible []string
	var cite []string
	for _, g := range s.Grounds {
		if g.State == recommendation.Holds {
			holds = append(holds, groundName(g))
			cite = append(cite, g.Cite...)
		} else {
			possible = append(possible, groundName(g))
		}
	}
	text := sentence(prefixed("Made out: ", joined("; ", holds...)), prefixed("Not ruled out: ", joined("; ", possible...)))
	if text == "" {
		text = "None is made out, and none is open."
	}
	return text, unique(cite)
}

func saysConsent(answer string) func(s *comparison.Side) (string, []string) {
	return func(s *comparison.Side) (string, []string) {
		c := s.Consent
		value := map[string]string{"agreement": c.Agreement, "inform": c.Inform, "sharing": c.Sharing}[answer]
		var could []string
		for _, b := range c.CouldBe {
			if b.Answer == answer {
				could = append(could, consentSays(answer, b.Value))
			}
		}
		return sentence(consentSays(answer, value), c.Why[answer].Says, prefixed("Could still be: ", joined("; ", unique(could)...))), c.Why[answer].Cite
	}
}

// dueUnder is what is due under one policy.
func (d *compared) dueUnder(s *comparison.Side) []item {
	side := sideOf(*s)
	side.r.AsOf = d.AsOf
	var out []item
	for _, e := range s.Due {
		it := item{bullet: true, text: sentence(e.Title, e.Action), cite: e.Cite}
		if e.Immediate {
			it.tone, it.text = urgent, sentence("At once", it.text)
		}
		it.under = append(it.under, side.contact(e.Contact)...)
		it.under = append(it.under, side.deadlines(e.Due)...)
		out = append(out, it)
	}
	return out
}

// doorsUnder is whom to go to under one policy.
func doorsUnder(s *comparison.Side) []item {
	d := sideOf(*s)
	var out []item
	for _, step := range s.FrontDoor {
		out = append(out, item{bullet: true, text: stopped(bracketed(phrase(step.Says), spoken(step.Force))), cite: step.Cite, under: d.contact(step.Contact)})
	}
	return out
}

// criterionUnder is what sets the level under one policy.
func criterionUnder(s *comparison.Side) []item {
	var out []item
	for _, p := range s.Level.Criterion.Parts {
		if p.Value == recommendation.Met {
			out = append(out, item{bullet: true, text: stopped(upperFirst(phrase(p.Says))), cite: s.Level.Cite})
		}
	}
	if len(out) == 0 && s.Level.Criterion.Rule != "" {
		out = append(out, item{bullet: true, text: "No higher level is made out on what is known.", cite: s.Level.Cite})
	}
	return out
}

// readings is what the policies make of the facts that they read differently.
func (d *compared) readings() {
	var items []item
	alike := 0
	for _, r := range d.Readings {
		if !r.Differs {
			alike++
			continue
		}
		facts := about(nil, nil)
		t := &table{heads: []string{"Policy", "What it makes of it"}}
		for _, m := range r.Under {
			text, cite := saysMade(m)
			t.rows = append(t.rows, row{cells: []string{m.Policy, text}, cite: cite})
		}
		items = append(items, item{text: facts.fact(r.Fact) + ".", under: []item{{table: t}}})
	}
	if len(items) > 0 && alike > 0 {
		items = append(items, item{text: "Of " + counted(alike, "more fact") + " they make as much."})
	}
	d.add("", "What makes them differ", items)
}

// saysMade is what one policy makes of a fact.
func saysMade(m comparison.Made) (string, []string) {
	var parts, cite []string
	for _, s := range m.Signs {
		text := bracketed(phrase(s.Title), "a ground in law")
		if s.Kind != "ground" {
			text = bracketed(phrase(s.Title), fmt.Sprintf("level %d, %s", s.Level, worth(s)))
		}
		parts, cite = append(parts, text), append(cite, s.Cite...)
	}
	if len(parts) == 0 {
		return "No sign of need, and no ground.", nil
	}
	return stopped(joined("; ", parts...)), unique(cite)
}

// worth is what a sign of need is worth.
func worth(s comparison.Sign) string {
	switch {
	case s.Strength == "decides":
		return "enough by itself"
	case s.Counted:
		return "counts"
	default:
		return "does not count"
	}
}

// unique drops repeats and keeps the order.
func unique(list []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}
