package recommendation

import (
	"windscreen/engine/internal/pattern"
	"windscreen/engine/term"
)

// section finds a section of an Act in the id of a ground.
var section = pattern.New(`^s([0-9]+[A-Z]*)$`)

// Section says “section 47” of the ground with the id s47; it is empty for a duty that is no section.
func (g Ground) Section() string { return SectionOf(g.ID) }

// SectionOf is Section of the ground with an id.
func SectionOf(id string) string {
	if m := section().FindStringSubmatch(id); m != nil {
		return "section " + m[1]
	}
	return ""
}

// Ground is a statutory ground: a section of an Act, or a duty.
type Ground struct {
	// Name is what rules write after "ground.", such as "s17_disability".
	Name string `json:"name"`
	// ID is the section or duty, such as "s47". Limb is the part of the section if the law
	// has several, such as "disability" of section 17.
	ID   string `json:"id"`
	Limb string `json:"limb,omitempty"`
	// State is term.Holds or term.Possible.
	State term.State `json:"state"`
	// Title is the ground in words.
	Title string `json:"title"`
	// Short is the ground as the first screen says it; empty where section and title fit.
	Short string `json:"short,omitempty"`
	// Rules are the rules by which it holds or is open.
	Rules []string `json:"rules"`
	// Because are the facts that it rests on.
	Because []Fact `json:"because"`
	// WaitsOn are the facts that would decide a possible ground.
	WaitsOn []string `json:"waits_on,omitempty"`
	// Cite are the ids of the clauses behind it.
	Cite []string `json:"cite"`
}
