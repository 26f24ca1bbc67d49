package recommendation

import "windscreen/engine/term"

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
	Title string     `json:"title"`
	// Short is the ground as the first screen says it; empty where section and title fit.
	Short string `json:"short,omitempty"`
	// Rules are the rules by which it holds or is open.
	Rules   []string `json:"rules"`
	Because []Fact   `json:"because"`
	// WaitsOn are the facts that would decide a possible ground.
	WaitsOn []string `json:"waits_on,omitempty"`
	Cite    []string `json:"cite"`
}
