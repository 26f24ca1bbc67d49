// Package family holds the answer on a case about several children: a page for the family, and
// the whole recommendation for each child. Package engine fills it and package render shows it.
//
// The page says each thing once, and for whom. Whether the family may be told is answered once,
// as cautiously as for any child: what is said about one child is said to all who live with the
// others. What the page says of a rule for several children is what holds of all of them: its
// facts are those that are the same for each. The rest stands in each child's recommendation.
package family

import (
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// Answer is the answer for every child of a case. A case about one child gives a family of one,
// whose label is empty.
type Answer struct {
	// Format is the version of this structure; it grows when a key changes meaning.
	Format int  `json:"format"`
	Family Page `json:"family"`
	// Children are in the order of the case.
	Children []Child `json:"children"`
}

// FormatVersion is the Format that this version of the engine writes.
const FormatVersion = 2

// Child is one child's label and recommendation. It is complete in itself, and takes account of
// the other children.
type Child struct {
	// Child is the child's label; empty in a case about one child.
	Child string `json:"child"`
	// OneOf is how many children the case is about.
	OneOf int `json:"one_of"`
	// Otherwise are the facts of the home of which this child says otherwise.
	Otherwise []Otherwise `json:"otherwise"`
	*recommendation.Recommendation
}

// Otherwise is a fact of the home of which a child says otherwise.
type Otherwise struct {
	// Fact is the path of the fact.
	Fact string `json:"fact"`
	// Title is the title of the fact.
	Title string `json:"title"`
	// Child is the value for the child in words, and Home that for the home.
	Child string `json:"child"`
	Home  string `json:"home"`
}

// Page is what holds of the family. Nothing on it depends on the order of the children in the
// case: labels are in order of need, the highest level first, and then in order of label.
type Page struct {
	// Policy, Document, Case, AsOf and Reader are as in a Recommendation.
	Policy   string                  `json:"policy"`
	Document recommendation.Document `json:"document"`
	Case     string                  `json:"case"`
	AsOf     recommendation.Moment   `json:"as_of"`
	Reader   term.Reader             `json:"reader,omitempty"`
	// Level is the highest level of any child.
	Level Level `json:"level"`
	// Rows say for each child the level and why, highest first.
	Rows []Row `json:"rows"`
	// Presumed are the facts that the answer takes to be so, as in a Recommendation.
	Presumed []FactOf `json:"presumed"`
	// Otherwise are the facts of the home of which some child says otherwise, to be read first.
	Otherwise []OtherwiseOf `json:"otherwise"`
	// Contradictions are evidence that says worse than the case does, to be read first.
	Contradictions []ContradictionOf `json:"contradictions"`
	// Notes are what is unlikely in the case.
	Notes []NoteOf `json:"notes"`
	// Telling says whether to tell the family, as cautiously as for any child.
	Telling Telling `json:"telling"`
	// Agreement and Sharing are the answers of the consent position, each with the children it
	// holds of; Lines are its lists, such as whose agreement to seek.
	Agreement []AnswerOf `json:"agreement"`
	Sharing   []AnswerOf `json:"sharing"`
	Lines     []LineOf   `json:"lines"`
	// Actions are what must happen now or by a time, in the order in which to do it.
	Actions []Action `json:"actions"`
	// Pathway is how each child gets help.
	Pathway []StepOf `json:"pathway"`
	// Questions are what to find out next, each at the earliest place that it has for any child.
	Questions []QuestionOf `json:"questions"`
	// TakenAsAbsent are facts that nobody spoke of and that are easily missed.
	TakenAsAbsent []TakenOf `json:"taken_as_absent"`
	// Cautions are the document's warnings.
	Cautions []CautionOf `json:"cautions"`
	// Titles and Clauses are as in a Recommendation, for all children.
	Titles  map[string]string                `json:"titles"`
	Clauses map[string]recommendation.Clause `json:"clauses"`
}

// Level is the highest level of any child, and for whom it is.
type Level struct {
	// Recommended is the highest level recommended for any child.
	Recommended int `json:"recommended"`
	// Name is the policy's own name for the recommended level.
	Name string `json:"name"`
	// AtMost is the highest level not ruled out for any child. Settled is true if every child's
	// level is settled.
	AtMost  int  `json:"at_most"`
	Settled bool `json:"settled"`
	// Children are those at the recommended level.
	Children []string `json:"children"`
	// Scale is every level of the policy, lowest first.
	Scale []recommendation.Rung `json:"scale"`
}

// Row is one child's level, and why.
type Row struct {
	// Child is the child's label.
	Child string `json:"child"`
	// Recommended is the level recommended for the child.
	Recommended int `json:"recommended"`
	// Name is the policy's own name for the recommended level.
	Name string `json:"name"`
	// AtMost is the highest level not ruled out for the child.
	AtMost int `json:"at_most"`
	// Settled is true if nothing that is unknown could change it.
	Settled bool `json:"settled"`
	// RestsOnContradicted is as in a recommendation.Level.
	RestsOnContradicted bool `json:"rests_on_contradicted,omitempty"`
	// Grounds are the statutory grounds that hold for the child.
	Grounds []recommendation.Ground `json:"grounds"`
	// Possible are the statutory grounds that may hold.
	Possible []recommendation.Ground `json:"possible"`
	// Signs are the signs of need that count, highest level first.
	Signs []Sign `json:"signs"`
	// Cite are the ids of the clauses behind the level.
	Cite []string `json:"cite"`
	// Judgement is the professional judgement recorded for the child, if any.
	Judgement *recommendation.Judgement `json:"judgement"`
}

// Sign is a sign of need that counts towards a child's level.
type Sign struct {
	// ID is the id of the sign.
	ID string `json:"id"`
	// Title is the sign in words.
	Title string `json:"title"`
	// Level is the level whose sign it is.
	Level int `json:"level"`
	// Cite are the ids of the clauses behind it.
	Cite []string `json:"cite"`
}

// Of says which children something is of, by label. If All is true, it is of all of them.
type Of struct {
	// Children are the labels of the children whom it is about.
	Children []string `json:"children"`
	// All says whether these are all children of the case.
	All bool `json:"all"`
}

// FactOf is a fact.
type FactOf struct {
	Of
	recommendation.Fact
}

// NoteOf is something that is unlikely in the case.
type NoteOf struct {
	Of
	recommendation.Note
}

// OtherwiseOf is a fact of the home of which some children say otherwise.
type OtherwiseOf struct {
	Of
	Otherwise
}

// ContradictionOf is evidence that says worse than the case does.
type ContradictionOf struct {
	Of
	recommendation.Contradiction
}

// Telling says whether to tell the family. The children are those for whom this is the
// answer, by themselves or because of another child.
type Telling struct {
	Of
	Value term.Inform `json:"value"`
	// Why is the line of consent that answers.
	Why recommendation.Line `json:"why"`
}

// AnswerOf is a single answer of the consent position.
type AnswerOf struct {
	Of
	// Value is the answer.
	Value string `json:"value"`
	// Why is the line of consent that answers.
	Why recommendation.Line `json:"why"`
}

// LineOf is a line of a list of the consent position.
type LineOf struct {
	Of
	Answer term.Answer `json:"answer"`
	recommendation.Line
}

// Action is something that must happen now or by a time.
type Action struct {
	Of
	recommendation.Escalation
}

// StepOf is a step of the pathway.
type StepOf struct {
	Of
	recommendation.Step
}

// QuestionOf is something to find out.
type QuestionOf struct {
	Of
	recommendation.Question
}

// TakenOf is a fact that was taken to be absent.
type TakenOf struct {
	Of
	// Fact is the path of the fact.
	Fact string `json:"fact"`
}

// CautionOf is a warning.
type CautionOf struct {
	Of
	recommendation.Caution
}
