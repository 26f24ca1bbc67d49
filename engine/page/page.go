// Package page holds the first screen of an answer as data: the level, what to do now, whom to ring
// at this hour, what may be said to the family, why, what to find out next, and how sure the answer
// is. Text, Markdown, HTML and JSON show it and add nothing.
//
// A page is made from the answer for a family, or for one child of it, and from nothing else. Every
// text on it is a whole sentence or row, written to fit. If a page is too long for the screen, it
// leaves out whole entries, in a fixed order.
package page

import "windscreen/engine/recommendation"

// Page is the first screen of an answer. Its sections stand in the order in which they are read.
type Page struct {
	// Child is the label of the child whom the page is about; empty on the page for all children of a
	// case. Children are the labels of all children of the case, if there are several.
	Child    string   `json:"child,omitempty"`
	Children []string `json:"children,omitempty"`
	// ForFamily is true of the copy that may be handed to the family.
	ForFamily bool `json:"for_family,omitempty"`
	// For is whom a copy is for, by the name of a recommendation.Person; empty on any other page.
	For string `json:"for,omitempty"`
	// Head is what the page begins with.
	Head Head `json:"head"`
	// Steps are what the reader does, in the order in which to do it.
	Steps Section `json:"steps"`
	// Family is what the family has agreed to, what to tell it, and what may be shared.
	Family Section `json:"family"`
	// Why is why the level is recommended: one section, or two if a higher judgement was recorded with
	// its reason. On the page for several children it is one section with a row for each child.
	Why []Section `json:"why"`
	// FindOut are the questions to ask next, and of whom. It is empty if none could change anything.
	FindOut Section `json:"find_out"`
	// Next is what others do, and by when.
	Next Section `json:"next"`
	// Sure is how sure the answer is, and what it rests on.
	Sure Section `json:"sure"`
	// Foot is what the reader of any page must know.
	Foot string `json:"foot"`
	// Clauses are what the clauses behind the entries say, by id. JSON holds them beside the page, with
	// those of the whole answer.
	Clauses map[string]recommendation.Clause `json:"-"`
}

// Head is what the page begins with.
type Head struct {
	// Level is the level and what is still possible, or the judgement that takes its place; Do is one
	// phrase that says what is called for, such as "Act now".
	Level Entry  `json:"level"`
	Do    string `json:"do"`
	// Under is what stands under the level: the recommendation or the judgement, if they differ, and the
	// statutory grounds that hold. It may be empty.
	Under []Entry `json:"under"`
	// Scale is every level of the document, lowest first.
	Scale []Rung `json:"scale"`
	// Document is the document, the moment of the case, whom the page is for if the case says so, and the
	// case's id.
	Document string `json:"document"`
	// Warnings are what is wrong with the document, or with the case: that it was not in force, or that
	// evidence says worse than the case does.
	Warnings []Entry `json:"warnings"`
	// These serve a head that is full. id is the id of the case, if the document line ends with it. reader
	// says whom the page is for. evidence is one line that stands for all warnings of evidence.
	id, reader string
	evidence   Entry
}

// Rung is one level of the scale.
type Rung struct {
	// Level is the number of the level.
	Level int `json:"level"`
	// Name is the policy's own name for it.
	Name string `json:"name"`
	// Here is true of the level that the first line names; Possible of a higher one that is not ruled
	// out. While nothing decides a level, none is here and each that is not ruled out is possible.
	Here     bool `json:"here,omitempty"`
	Possible bool `json:"possible,omitempty"`
}

// Section is a heading and what stands under it. A section without a heading is left out.
type Section struct {
	// Heading is its heading.
	Heading string `json:"heading"`
	// Aside stands behind the heading: what the times are counted from, "from" over the sources of questions,
	// and what others do that the screen has no room for.
	Aside string `json:"aside,omitempty"`
	// Entries is what stands in the section, in order.
	Entries []Entry `json:"entries"`
	// Left says what the screen has no room for, in a sentence such as "Two more steps are in the full
	// answer."; empty if everything is there, and for questions and what others do.
	Left string `json:"left,omitempty"`
	// left is how many entries Left, or Aside, speaks of.
	left int
}

// Entry is one statement.
type Entry struct {
	// Label begins a row, such as "Telling", a child's label or a moment; empty for a step, a reason or a
	// question.
	Label string `json:"label,omitempty"`
	// Text is the entry in words.
	Text string `json:"text"`
	// Cite are the clauses behind it, the one that says it first. The screen shows that one alone.
	Cite []string `json:"cite,omitempty"`
	// Who are the sources that could answer a question, the likeliest first.
	Who []string `json:"who,omitempty"`
	// When is by when it is due, or was if Overdue is true; zero if there is no time.
	When    recommendation.Moment `json:"when,omitzero"`
	Overdue bool                  `json:"overdue,omitempty"`
	// Now is true of a step that is due at once.
	Now bool `json:"now,omitempty"`
	// Due is true of a step that the document or the law asks for, and false of one that may help, that
	// has to wait, or that says what not to do.
	Due bool `json:"due,omitempty"`
	// Contact is whom to ring; nil if there is nobody to ring, or if it has to wait.
	Contact *recommendation.Contact `json:"contact,omitempty"`
	// WaitsOn are the facts that it waits on.
	WaitsOn []string `json:"waits_on,omitempty"`
	// Children are the labels of the children for whom it is; empty if it is for all.
	Children []string `json:"children,omitempty"`
	// Rule is the id of the rule behind it. Fact is the path of the fact that a question asks for, or that
	// a reason or a warning is about.
	Rule string `json:"rule,omitempty"`
	Fact string `json:"fact,omitempty"`
	// brief is a shorter text for a page that is full; empty if there is none.
	brief string
	// least is a still shorter text, for a page that is full even so; empty if there is none.
	least string
	// kept is true of an entry that is never left out, such as a step that is overdue and has to wait, or what
	// others have to do today or should have done. far is true of a step that has weeks, and so gives way early.
	// handsOn is true of a step that passes the family on to whoever goes on with the help.
	kept, far, handsOn bool
	// from is when the time began to run by the end of which it is due.
	from recommendation.Moment
	// before is what a step begins with, if that comes before the call that it makes.
	before string
	// sources are those of a reason or a warning, as its text names them; empty if it names nobody.
	sources string
	// kind is what a row of the copy for the family is about, also where it has no label of its own, or notYetBorn or ifHarm.
	kind string
}
