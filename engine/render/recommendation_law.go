package render

import (
	"cmp"
	"strings"

	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// law is the statutory grounds that hold.
func (d *draft) law() {
	var holds []item
	for _, g := range d.r.Grounds {
		it := item{
			bullet: true,
			text:   english.Stopped(groundName(g)),
			cite:   g.Cite,
			under:  d.because(g.Because),
		}
		if d.rules && len(g.Rules) > 0 {
			it.under = append(it.under, item{text: "By: " + joined(", ", g.Rules...)})
		}
		if g.State == term.Holds {
			holds = append(holds, it)
		}
	}
	d.add(item{text: "The law"}, holds)
}

// openLaw is the statutory grounds that may still turn out to hold.
func (d *draft) openLaw() {
	var possible []item
	for _, g := range d.r.Grounds {
		if g.State != term.Holds {
			possible = append(possible, item{tone: open, bullet: true, text: d.possible(groundName(g), g.WaitsOn), cite: someOf(g.Cite)})
		}
	}
	if !d.show.open {
		possible = together(notRuledOut, possible)
	}
	d.add(item{text: "What the law may still come to"}, possible)
}

// groundName is the ground's title, with the section and its limb named where
// the title leaves them out.
func groundName(g recommendation.Ground) string {
	name := english.Bare(g.Title)
	if section := g.Section(); name == "" {
		name = section
	} else if section != "" && !strings.Contains(strings.ToLower(name), strings.ToLower(section)) {
		name = section + " – " + name
	}
	if limb := spoken(g.Limb); !strings.Contains(strings.ToLower(name), strings.ToLower(limb)) {
		name = bracketed(name, limb)
	}
	return english.UpperFirst(name)
}

// shortGround is the section, or the name of a duty that is no section.
func shortGround(id, title string) string {
	return cmp.Or(recommendation.SectionOf(id), english.LowerFirst(english.Bare(title)))
}
