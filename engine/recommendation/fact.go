package recommendation

import "windscreen/engine/term"

// Fact is one fact of the case that a conclusion rests on.
type Fact struct {
	// Fact is the path in the vocabulary, such as "home.domestic_abuse".
	Fact string `json:"fact"`
	// Title is the title of the fact.
	Title string `json:"title"`
	// Value is the value as a case would state it: a bool, a number, a word, a
	// list of words, a date or time as text, or a map: {"at_least": …, "at_most": …} for
	// what is partly known; {"only": […]} or {"includes": […], "excludes": […]} for a set
	// of words.
	Value any `json:"value"`
	// Says puts the value in words.
	Says string `json:"says"`
	// Evidence is what the case offers for the fact, without free text.
	Evidence []Evidence `json:"evidence,omitempty"`
	// Explored is true if nobody stated the fact: someone went through its domain, or
	// through everything, and did not mention it.
	Explored bool `json:"explored,omitempty"`
	// NotApplicable is true if nobody stated the fact and it cannot apply to the child.
	NotApplicable bool `json:"not_applicable,omitempty"`
	// Presumed says that the value is taken to be so although the case does not say, and why.
	// It is empty if the value is not presumed.
	Presumed string `json:"presumed,omitempty"`
	// Decides is true of what is presumed if the level, or a rule that holds, rests on it. Anything else that it does is to
	// rule out what the answer does not speak of.
	Decides bool `json:"decides,omitempty"`
	// Stated is what the case says, in words, if the answer takes only a part of it: of an age
	// stated as 16 to 21, the part at which the person is a child. It is empty otherwise.
	Stated string `json:"stated,omitempty"`
	// Alleged is true if the fact is alleged and not established, or if whether it is
	// suspected is open because it is alleged.
	Alleged bool `json:"alleged,omitempty"`
	// Background is true for what says nothing of need, such as an age.
	Background bool `json:"background,omitempty"`
	// Belief is true for what somebody believes, and not what was seen or said.
	Belief bool `json:"belief,omitempty"`
	// DerivedFrom is the fact this one was worked out from, such as an age from a
	// date of birth. If there are several, commas part them.
	DerivedFrom string `json:"derived_from,omitempty"`
}

// Evidence is one source for a fact.
type Evidence struct {
	// Value is the value that the source speaks for.
	Value any `json:"value,omitempty"`
	// Says is the value of the source in words.
	Says string `json:"says,omitempty"`
	// Source is the agency or role that said so.
	Source string `json:"source"`
	// Standing is how far the source can be relied on; empty where the case does not say, which
	// counts as reported.
	Standing term.Standing `json:"standing,omitempty"`
	// Private is true if the source is a private person.
	Private bool `json:"private,omitempty"`
	// On is the day of the evidence, or zero if it is not given.
	On Day `json:"on,omitzero"`
}
