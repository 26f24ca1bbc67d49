package recommendation

import "windscreen/engine/term"

// askedFirst is how many questions FirstAsked gives at most.
const askedFirst = 10

// FirstAsked are a child's first ten questions about facts, of all the questions. Among them the answers are looked for that
// stand in ChangesIf; a recommendation that is not brief has some from all other questions besides.
func FirstAsked(questions []Question) []Question {
	first := make([]Question, 0, askedFirst)
	for _, q := range questions {
		if q.Kind == term.AskFact && len(first) < askedFirst {
			first = append(first, q)
		}
	}
	return first
}

// ChangesIf is something that is still open, and the fewest answers that decide it on what is known so
// far: a ground that would be made out, a level that would be reached, an action that would become due or
// fall away, or another answer about agreement, telling or sharing.
type ChangesIf struct {
	// Kind is term.KindGround, term.KindLevel, term.KindEscalation or term.KindConsent.
	Kind term.Kind `json:"kind"`
	// Rule is the rule of the level or the action, or the line of consent; empty for a ground.
	Rule string `json:"rule,omitempty"`
	// Title is what would change, in words.
	Title string `json:"title"`
	// Level is the number of the level; 0 for anything else. An answer that brings a higher level stands
	// with that one.
	Level int `json:"level,omitempty"`
	// Ground is the name of the ground; empty for anything else.
	Ground string `json:"ground,omitempty"`
	// Answer and Value are the answer about consent; empty for anything else.
	Answer term.Answer `json:"answer,omitempty"`
	Value  string      `json:"value,omitempty"`
	// First is true for an action that comes before anything else. Away is true for one that is due and
	// would fall away.
	First bool `json:"first,omitempty"`
	Away  bool `json:"away,omitempty"`
	// CallsHelp is true of an action that is the call for help in danger.
	CallsHelp bool `json:"calls_help,omitempty"`
	// Sets are sets of one to three answers, the fewest first. Each decides it if all its answers are
	// given, and does not if one of them is left out. Those about the first ten questions stand first;
	// the others are only the best.
	Sets [][]Given `json:"sets"`
}

// Given is one answer of a set.
type Given struct {
	// Fact is the path of the fact, such as home.domestic_abuse.
	Fact string `json:"fact"`
	// Value is the answer as a case would state it: of a scale, often only the least that it takes. Says
	// puts it in words.
	Value any    `json:"value"`
	Says  string `json:"says"`
	// First is true if the answer decides only whether another of the set is asked for.
	First bool `json:"first,omitempty"`
}
