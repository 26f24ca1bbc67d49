package rulefile

import (
	"windscreen/engine/internal/shape"
	"windscreen/engine/term"
)

// ConsentEntry is the consent position: for agreement, inform and sharing the
// first line that holds answers; of answered, from, record, refused and copy every line
// that holds is given.
type ConsentEntry struct {
	Agreement []AnswerEntry[term.Agreement] `yaml:"agreement" doc:"Whether the service recommended needs agreement."`
	Answered  []LineEntry                   `yaml:"answered" doc:"What was asked, and what has been agreed and refused so far."`
	Inform    []AnswerEntry[term.Inform]    `yaml:"inform" doc:"Whether to tell the family."`
	Sharing   []AnswerEntry[term.Sharing]   `yaml:"sharing" doc:"What may be shared without agreement."`
	From      []LineEntry                   `yaml:"from" doc:"Whose agreement to seek."`
	Record    []LineEntry                   `yaml:"record" doc:"What to write down."`
	Refused   []LineEntry                   `yaml:"refused" doc:"What follows a refusal."`
	Copy      []LineEntry                   `yaml:"copy" doc:"Who may have a copy of the page of their own, and how it is given."`
}

// AnswerEntry is one line of a single answer: agreement, inform or sharing.
type AnswerEntry[T term.Closed[T]] struct {
	LineEntry `yaml:",inline"`
	Value     shape.Word[T] `yaml:"value" need:"yes" doc:"The answer."`
}

// LineEntry is one line of a consent answer.
type LineEntry struct {
	Head          `yaml:",inline"`
	Says          shape.Text               `yaml:"says" need:"yes" doc:"The line in plain words."`
	Outcome       shape.Word[term.Outcome] `yaml:"outcome" doc:"Of a line of answered: what the family's answer comes to. Steps that need agreement go by it."`
	Does          []shape.Word[term.Deed]  `yaml:"does" doc:"Of a line of inform or copy: goes_on, where the reader goes on talking with those who know. A line of copy with it allows the copy while telling anybody else waits. Of a line of answered: known, where somebody in the family knows of it. Of a line of sharing: asks_alone, where nobody but the child is asked. Of a line of copy also: once_told, hears_answer and handed."`
	To            shape.Text               `yaml:"to" doc:"Of a line of copy: whom the copy is for, as copy_for in the vocabulary names them; left out with does: [handed]."`
	Waiting       shape.Text               `yaml:"waiting" doc:"Of a line of agreement or answered: what the first screen says while telling the family waits, where short would send the reader to ask them; if left out: short. Of a line by which telling or sharing waits for advice: what stands in place of the reason; if left out: in_place_of_reason."`
	AnsweredTexts `yaml:",inline"`
	Before        *Before `yaml:"before" doc:"A line of a policy that this one builds on, for the same answer. This line goes before it. If left out, this line goes after all of theirs."`
}

// AnsweredTexts are texts that only a line of answered has, besides its short one.
type AnsweredTexts struct {
	Joined  shape.Text `yaml:"joined" doc:"Of a line of answered: the short text as the end of a sentence that says whether agreement is needed: Needed, and …"`
	Unnamed shape.Text `yaml:"unnamed" doc:"Of a line of answered: the same where agreement is not needed, so that the page does not say who answered. If left out: joined."`
	Behind  shape.Text `yaml:"behind" doc:"Of a line of answered: the short text behind another line. If left out: short."`
}

// Before names the line before which another stands and gives the reason.
type Before struct {
	Rule shape.Text `yaml:"rule" need:"yes" doc:"Id of the line."`
	Why  shape.Text `yaml:"why" need:"yes" doc:"The reason."`
}

// InPlaceOfReason is what the first screen says of an answer in place of the reason, by the name of the answer. Whoever comes upon
// the page must not learn from it what is suspected, or that something is kept from them.
type InPlaceOfReason struct {
	Here    shape.Here
	Inform  shape.Text `yaml:"inform" doc:"While telling the family waits for advice."`
	Sharing shape.Text `yaml:"sharing" doc:"While sharing waits for advice."`
	// The same to a reader in children's social care, whom others ask for advice.
	InformInside  shape.Text `yaml:"inform_in_social_care" doc:"The same of inform, to a reader in children's social care."`
	SharingInside shape.Text `yaml:"sharing_in_social_care" doc:"The same of sharing, to a reader in children's social care."`
	Settled       shape.Text `yaml:"settled" doc:"While the reader has to have it settled what the family is told."`
}
