package recommendation

import (
	"slices"

	"windscreen/engine/term"
)

// Question is something to find out: a fact, or a whole domain that nobody has gone through.
type Question struct {
	// Kind is whether a whole domain is asked about or one fact.
	Kind term.Asked `json:"kind"`
	// Fact is the path of the fact, or empty for a whole domain.
	Fact string `json:"fact,omitempty"`
	// Domain is the domain that the question is about.
	Domain string `json:"domain"`
	// Title is what a whole domain is called; empty for a fact.
	Title string `json:"title,omitempty"`
	// Ask is the question in a practitioner's words, and Who could answer it.
	Ask string `json:"ask"`
	// Short is the question as the first screen asks it; empty where Ask fits there.
	Short string `json:"short,omitempty"`
	// Why is the reason to ask it next, if it follows from a concern that the case states, and Source the
	// guidance, or the ids of clauses, that the reason comes from. A brief answer as data leaves both out.
	Why    string `json:"why,omitempty"`
	Source string `json:"source,omitempty"`
	// Who is whom to ask: agencies and roles.
	Who []string `json:"who"`
	// Family are those of Who who are the child, or a member of the child's family. It is empty where nobody but the child,
	// alone, may be asked: that is safe whoever must not be told.
	Family []string `json:"family,omitempty"`
	// Kinds say of those of Who what kind of source they are, where that matters to whom the question goes.
	// A brief answer as data leaves them out.
	Kinds map[string][]term.Whom `json:"kinds,omitempty"`
	// Discloses is true of a question that tells that a child said something, or has a mark.
	Discloses bool `json:"discloses,omitempty"`
	// AsksFamily is true of a question that nobody can answer before the family is asked. The first screen does not ask it while
	// telling the family waits.
	AsksFamily bool `json:"asks_family,omitempty"`
	// Overtaken is true of a question about what is believed if a statutory ground holds that the answer
	// could have made out: it is settled by then. It is also true of one about what the rules take into account once
	// it is known, and would not ask for. The first screen asks neither.
	Overtaken bool `json:"overtaken,omitempty"`
	// Could is what the answer could change.
	Could []Could `json:"could"`
	// Changes are the answers that by themselves raise the level or make out a ground, in the
	// order of the fact's words, the least serious first.
	Changes []Change `json:"changes,omitempty"`
}

// Is reports whether one of Who is of a kind.
func (q Question) Is(who string, kind term.Whom) bool { return slices.Contains(q.Kinds[who], kind) }

// Alone reports whether nobody but the child may be asked, and that alone: whoever else is asked learns of it.
func (q Question) Alone() bool {
	return slices.ContainsFunc(q.Who, func(who string) bool { return q.Is(who, term.WhomAlone) })
}

// Change is what one answer to a question brings, on what is known so far.
type Change struct {
	// Value is the answer as a case would state it, and Says puts it in words.
	Value any    `json:"value"`
	Says  string `json:"says"`
	// Level is the level that would then be recommended.
	Level int `json:"level"`
	// Grounds are the names of the statutory grounds that would then hold, and do not yet.
	Grounds []string `json:"grounds,omitempty"`
}

// Could is one thing that the answer to a question could change.
type Could struct {
	// Kind is the kind of rule.
	Kind term.Kind `json:"kind"`
	// Rule is the id of the rule.
	Rule string `json:"rule"`
	// Title is what the rule is about, in words.
	Title string `json:"title"`
	// Level is the level of an indicator or level rule, or 0.
	Level int `json:"level,omitempty"`
	// Ground is the section or duty of a ground rule, such as "s47". Title is then the
	// ground's.
	Ground string `json:"ground,omitempty"`
}
