package recommendation

import "windscreen/engine/term"

// Question is something to find out: a fact, or a whole domain that nobody has gone through.
type Question struct {
	// Kind is whether a whole domain is asked about or one fact.
	Kind term.Asked `json:"kind"`
	// Fact is the path of the fact, or empty for a whole domain.
	Fact   string `json:"fact,omitempty"`
	Domain string `json:"domain"`
	// Ask is the question in a practitioner's words, and Who could answer it.
	Ask string   `json:"ask"`
	Who []string `json:"who"`
	// Could is what the answer could change.
	Could []Could `json:"could"`
}

// Could is one thing that the answer to a question could change.
type Could struct {
	// Kind is the kind of rule.
	Kind  term.Kind `json:"kind"`
	Rule  string    `json:"rule"`
	Title string    `json:"title"`
	// Level is the level of an indicator or level rule, or 0.
	Level int `json:"level,omitempty"`
	// Ground is the section or duty of a ground rule, such as "s47". Title is then the
	// ground's.
	Ground string `json:"ground,omitempty"`
}
