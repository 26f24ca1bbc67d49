package render

import (
	"regexp"
	"strings"

	"windscreen/engine/recommendation"
)

// law is the statutory grounds: those that hold, then those that may.
func (d *draft) law() {
	var holds, possible []item
	for _, g := range d.r.Grounds {
		it := item{
			bullet: true,
			text:   "Holds: " + stopped(groundName(g)),
			cite:   g.Cite,
			under:  d.because(g.Because),
		}
		if d.rules && len(g.Rules) > 0 {
			it.under = append(it.under, item{text: "By: " + joined(", ", g.Rules...)})
		}
		if g.State == recommendation.Holds {
			holds = append(holds, it)
			continue
		}
		it.tone, it.text, it.cite = open, d.waiting("Possible: "+groundName(g), g.WaitsOn), someOf(g.Cite)
		possible = append(possible, it)
	}
	d.add(item{text: "The law"}, append(holds, possible...))
}

// groundName is the ground's title, with the section and its limb named where
// the title leaves them out.
func groundName(g recommendation.Ground) string {
	name := phrase(g.Title)
	if section := sectionOf(g.ID); name == "" {
		name = section
	} else if section != "" && !strings.Contains(strings.ToLower(name), strings.ToLower(section)) {
		name = section + " – " + name
	}
	if limb := spoken(g.Limb); !strings.Contains(strings.ToLower(name), strings.ToLower(limb)) {
		name = bracketed(name, limb)
	}
	return upperFirst(name)
}

var sectionID = regexp.MustCompile(`^s([0-9]+[A-Z]*)$`)

// sectionOf says "section 47" for "s47", and nothing for an id that is no section.
func sectionOf(id string) string {
	if m := sectionID.FindStringSubmatch(id); m != nil {
		return "section " + m[1]
	}
	return ""
}
