// Package page holds the first screen of an answer as data: the level, what to do now, whom to ring
// at this hour, what may be said to the family, why, what to find out next, and how sure the answer
// is. Text, Markdown, HTML and JSON show it and add nothing.
//
// A page is made from the answer for a family, or for one child of it, and from nothing else. Every
// text on it is a whole sentence or row, written to fit; where a page is too long for the screen,
// it leaves out whole entries, in a fixed order, and says how many.
package page

import "windscreen/engine/recommendation"

// Page is the first screen of an answer. Its sections stand in the order in which they are read.
type Page struct {
	// Child is the label of the child whom the page is about; empty on the page for all children of a
	// case. Children are the labels of all children of the case, where there are several.
	Child    string   `json:"child,omitempty"`
	Children []string `json:"children,omitempty"`
	// ForFamily is true of the copy that may be handed to the family.
	ForFamily bool `json:"for_family,omitempty"`
	Head      Head `json:"head"`
	// Steps are what the reader does, in the order in which to do it.
	Steps Section `json:"steps"`
	// Family is what the family has agreed to, what to tell it, and what may be shared.
	Family Section `json:"family"`
	// Why is why the level is recommended: one section, two where a judgement was recorded that
	// differs, or on the page for several children one with a row for each child.
	Why []Section `json:"why"`
	// FindOut are the questions to ask next, and of whom. It is empty if none could change anything.
	FindOut Section `json:"find_out"`
	// Next is what others do, and by when.
	Next Section `json:"next"`
	// Sure is how sure the answer is, and what it rests on.
	Sure Section `json:"sure"`
	// Foot is what the reader must know of every page.
	Foot string `json:"foot"`
}

// Head is what the page begins with.
type Head struct {
	// Level is the level and what is still possible, or the judgement that takes its place; Do is one
	// phrase that says what is called for, such as "Act now".
	Level Entry  `json:"level"`
	Do    string `json:"do"`
	// Under is the recommendation under a judgement, or the statutory ground that holds. It may be
	// empty.
	Under []Entry `json:"under"`
	// Scale is every level of the document, lowest first.
	Scale []Rung `json:"scale"`
	// Document is the document, the moment of the case, and the case's id.
	Document string `json:"document"`
	// Warnings are what is wrong with the document, or with the case: that it was not in force, or that
	// evidence says worse than the case does.
	Warnings []Entry `json:"warnings"`
}

// Rung is one level of the scale.
type Rung struct {
	Level int    `json:"level"`
	Name  string `json:"name"`
	// Here is true of the level that the first line names; Possible of a higher one that is not ruled
	// out.
	Here     bool `json:"here,omitempty"`
	Possible bool `json:"possible,omitempty"`
}

// Section is a heading and what stands under it. A section without a heading is left out.
type Section struct {
	Heading string `json:"heading"`
	// Aside stands behind the heading: what the times are counted from.
	Aside   string  `json:"aside,omitempty"`
	Entries []Entry `json:"entries"`
	// Left is what the screen has no room for, as a sentence such as "And 2 more steps."; empty if
	// everything is there.
	Left string `json:"left,omitempty"`
	// left is how many entries Left speaks of.
	left int
}

// Entry is one statement.
type Entry struct {
	// Label leads a row, such as "Telling" or a child's label; empty for a step, a reason or a question.
	Label string `json:"label,omitempty"`
	Text  string `json:"text"`
	// Cite are the clauses behind it, the one that says it first. The screen shows that one alone.
	Cite []string `json:"cite,omitempty"`
	// Who are the sources that could answer a question, the likeliest first.
	Who []string `json:"who,omitempty"`
	// When is by when it is due; zero if there is no time.
	When recommendation.Moment `json:"when,omitzero"`
	// Now is true of a step that is due at once.
	Now bool `json:"now,omitempty"`
	// Contact is whom to ring; nil where nobody is, or where it has to wait.
	Contact *recommendation.Contact `json:"contact,omitempty"`
	// WaitsOn are the facts that it waits on.
	WaitsOn []string `json:"waits_on,omitempty"`
	// Children are the labels of the children for whom it is, where it is not for all.
	Children []string `json:"children,omitempty"`
	// Rule is the id of the rule behind it; Fact the path of the fact that a question asks for.
	Rule string `json:"rule,omitempty"`
	Fact string `json:"fact,omitempty"`
	// kept is true of a step that is never left out although it is not due at once.
	kept bool
	// kind is what a row of the copy for the family is about, also where it has no label of its own.
	kind string
}
