package render

import (
	"slices"

	"windscreen/engine/comparison"
	"windscreen/engine/internal/english"
	"windscreen/engine/term"
)

// What several policies answer alike is said once, with the clauses of each.

// levelAlike is the level by its number, and also by its name if every policy gives it the same name.
func (d *compared) levelAlike() []item {
	first := d.Policies[0].Level
	var names, cite []string
	for _, s := range d.Policies {
		name := english.Bare(s.Level.Name)
		if most := sideOf(s).level(s.Level.AtMost, ""); s.Level.AtMost > s.Level.Recommended {
			name = joined("; ", name, most)
		}
		names, cite = append(names, name), append(cite, s.Level.Cite...)
	}
	if len(unique(names)) == 1 {
		text, _ := saysLevel(&d.Policies[0])
		return []item{{text: text, cite: unique(cite)}}
	}
	bare := about(nil, nil)
	bare.r.Level = first
	bare.r.Level.Name, bare.r.Level.Scale = "", nil
	var called []string
	for _, s := range d.Policies {
		called = append(called, bracketed(english.Bare(s.Level.Name), s.Policy))
	}
	return []item{{text: english.Sentences(bare.levelSentence(bare.r.Level), "Its name: "+joined("; ", called...)), cite: unique(cite)}}
}

// groundsAlike is the law.
func (d *compared) groundsAlike() []item {
	text, _ := saysGrounds(&d.Policies[0])
	var cite []string
	for i := range d.Policies {
		_, one := saysGrounds(&d.Policies[i])
		cite = append(cite, one...)
	}
	return []item{{text: text, cite: unique(cite)}}
}

// consentAlike is one answer about consent, and what it could yet be under each.
func (d *compared) consentAlike(answer term.Answer) func() []item {
	return func() []item {
		var could, cite []string
		for _, s := range d.Policies {
			could, cite = append(could, couldStill(s, answer)), append(cite, s.Consent.Why[answer].Cite...)
		}
		text := consentSays(answer, d.Policies[0].Consent.Value(answer))
		if len(unique(could)) == 1 {
			return []item{{text: english.Sentences(text, prefixed("Could still be: ", could[0])), cite: unique(cite)}}
		}
		items := []item{{text: english.Sentences(text), cite: unique(cite)}}
		for i, s := range d.Policies {
			if could[i] != "" {
				items = append(items, item{tone: open, bullet: true, text: english.Stopped(s.Policy + ": could still be: " + could[i])})
			}
		}
		return items
	}
}

// services are those that fit: first those that fit under each policy, by title, and
// then those that fit under some.
func (d *compared) services() {
	var lists [][]string // by policy: the titles
	some := false
	for _, s := range d.Policies {
		var titles []string
		for _, x := range s.Services {
			titles = append(titles, comparison.Title(x))
		}
		lists, some = append(lists, titles), some || len(titles) > 0
	}
	if !some {
		d.add(term.AspectServices, heading(term.AspectServices), []item{{text: "None."}})
		return
	}
	shared := func(title string) bool {
		return len(lists) > 1 && !slices.ContainsFunc(lists, func(l []string) bool { return !slices.Contains(l, title) })
	}
	named := func(s comparison.Side, wanted func(title string) bool) item {
		var names, cite []string
		for _, x := range s.Services {
			if wanted(comparison.Title(x)) {
				names, cite = append(names, english.Bare(serviceName(x))), append(cite, x.Cite...)
			}
		}
		return item{bullet: true, text: joined("; ", unique(names)...), cite: unique(cite)}
	}
	var items []item
	if all := named(d.Policies[0], shared); all.text != "" {
		all.text = "Under each: " + english.Stopped(all.text)
		items = append(items, all)
	}
	for _, s := range d.Policies {
		if d.alike(term.AspectServices) {
			break
		}
		own := named(s, func(title string) bool { return !shared(title) })
		switch {
		case own.text != "":
			own.text = s.Policy + ": " + english.Stopped(own.text)
		case len(items) > 0 && len(s.Services) > 0:
			own.text = s.Policy + ": none besides."
		default:
			own.text = s.Policy + ": none."
		}
		items = append(items, own)
	}
	d.add(term.AspectServices, heading(term.AspectServices), items)
}
