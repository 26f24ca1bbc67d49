package render

import (
	"fmt"
	"slices"

	"windscreen/engine/comparison"
	"windscreen/engine/internal/english"
	"windscreen/engine/term"
)

// whatSetsTheLevel is the criterion of each policy, if the levels do not differ. If they do,
// whatDiffers gives it.
func (d *compared) whatSetsTheLevel() {
	const title = "What sets the level"
	if len(d.Policies) < 2 {
		d.lists("", title, criterionUnder)
		return
	}
	if d.differs[term.AspectLevel] {
		return
	}
	first := criterionUnder(&d.Policies[0])
	same := true
	for i := range d.Policies {
		same = same && slices.EqualFunc(first, criterionUnder(&d.Policies[i]), func(a, b item) bool { return a.text == b.text })
	}
	if !same {
		d.lists("", title, criterionUnder)
		return
	}
	for i := range first {
		var cite []string
		for _, s := range d.Policies {
			cite = append(cite, s.Level.Cite...)
		}
		first[i].cite = unique(cite)
	}
	d.add("", title, first)
}

// whatDiffers is what makes the answers differ: the criteria, and then what each policy
// makes of the facts.
func (d *compared) whatDiffers() {
	var items []item
	if len(d.Policies) > 1 && d.differs[term.AspectLevel] {
		items = append(items, d.criteria())
	}
	d.add("", "What makes them differ", append(items, d.readings()...))
}

// criteria is the criterion that set the level under each policy, and under those with
// a lower level the one that comes nearest to the next.
func (d *compared) criteria() item {
	out := item{text: "The level:"}
	for i := range d.Policies {
		s := &d.Policies[i]
		side := sideOf(*s)
		it := item{bullet: true, text: s.Policy + ": " + side.level(s.Level.Recommended, s.Level.Name) + ", by:", under: criterionUnder(s)}
		if o := d.Nearest(i); o != nil {
			text := english.UpperFirst(inWords(o.Value)) + " for " + side.level(o.Level, o.Name) + ": "
			it.under = append(it.under, item{bullet: true, text: english.Stopped(text + english.Bare(o.Says)), cite: o.Cite})
		}
		out.under = append(out.under, it)
	}
	return out
}

// criterionUnder is what sets the level under one policy.
func criterionUnder(s *comparison.Side) []item {
	var out []item
	for _, p := range s.Level.Criterion.Parts {
		if p.Value == term.IsMet {
			out = append(out, item{bullet: true, text: english.Stopped(english.UpperFirst(english.Bare(p.Says))), cite: s.Level.Cite})
		}
	}
	if len(out) == 0 && s.Level.Criterion.Rule != "" {
		out = append(out, item{bullet: true, text: "No higher level is made out on what is known.", cite: s.Level.Cite})
	}
	return out
}

// readings is what the policies make of the facts that they read differently.
func (d *compared) readings() []item {
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
		items = append(items, item{text: "Of " + english.Counted(alike, "more fact") + " they make as much."})
	}
	return items
}

// saysMade is what one policy makes of a fact.
func saysMade(m comparison.Made) (string, []string) {
	var parts, cite []string
	for _, s := range m.Signs {
		text := bracketed(english.Bare(s.Title), "a ground in law")
		if s.Kind != term.KindGround {
			text = bracketed(english.Bare(s.Title), fmt.Sprintf("level %d, %s", s.Level, worth(s)))
		}
		parts, cite = append(parts, text), append(cite, s.Cite...)
	}
	if len(parts) == 0 {
		return "No sign of need, and no ground.", nil
	}
	return english.Stopped(joined("; ", parts...)), unique(cite)
}

// worth is what a sign of need is worth.
func worth(s comparison.Sign) string {
	switch {
	case s.Strength == term.StrengthDecides:
		return inWords(s.Strength)
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
