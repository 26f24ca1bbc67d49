package recommendation

import "windscreen/engine/term"

// Consent is the consent position: separate answers, never one yes or no.
type Consent struct {
	// Agreement says whether the service recommended needs the family's agreement.
	Agreement term.Agreement `json:"agreement"`
	// Answered is what has been said so far: whether anyone was asked, what was agreed, what was
	// refused and what the family would accept.
	Answered []Line `json:"answered"`
	// From says whose agreement to seek.
	From []Line `json:"from"`
	// Inform says whether to tell the family.
	Inform term.Inform `json:"inform"`
	// Sharing says what may be shared without agreement.
	Sharing term.Sharing `json:"sharing"`
	// Record is what to record.
	Record []Line `json:"record"`
	// Refused is what follows a refusal, or empty if nobody refused.
	Refused []Line `json:"refused"`
	// Copy says who may have a copy of the page of their own, and how it is given.
	Copy []Line `json:"copy,omitempty"`
	// CouldBe are other answers that are still open.
	CouldBe []CouldBe `json:"could_be"`
	// Why gives the rule behind each single answer.
	Why map[term.Answer]Line `json:"why"`
}

// Line is one line of a consent position.
type Line struct {
	Rule
	// Says is the line in words.
	Says string `json:"says"`
	// Outcome is what the family's answer comes to; only in Consent.Answered, where the line says it.
	Outcome term.Outcome `json:"outcome,omitempty"`
	// Only in Consent.Answered: Joined is Short as the end of a sentence that says whether agreement is needed, Unnamed the same without
	// saying who answered, and Behind is what stands behind another line. Each is empty where the line has none of its own.
	Joined  string `json:"joined,omitempty"`
	Unnamed string `json:"unnamed,omitempty"`
	Behind  string `json:"behind,omitempty"`
	// Waiting is what the first screen says while telling the family waits; empty where Short fits then. Of agreement, and in
	// Consent.Answered, it sends nobody to ask the family. Of telling and sharing it stands in place of the reason, as Settled does of
	// telling for a reader who has to have it settled what the family is told.
	Waiting string `json:"waiting,omitempty"`
	Settled string `json:"settled,omitempty"`
	// To is, only in Copy, the Name of the Person whom the copy is for.
	To string `json:"to,omitempty"`
}

// Person is somebody whom a copy of the page can be for.
type Person struct {
	// Name is the word for them, such as "mother", and Title what it is in plain words.
	Name  string `json:"name"`
	Title string `json:"title"`
	// Own is true of the child whom the case is about.
	Own bool `json:"own,omitempty"`
	// WaitsOn are the facts that could let them have a copy, where no rule lets them have one yet.
	WaitsOn []string `json:"waits_on,omitempty"`
}

// CouldBe is an answer that is still open.
type CouldBe struct {
	// Answer is the question it belongs to.
	Answer term.Answer `json:"answer"`
	// Value is what the answer would be: of a single answer one of Answer.Values, of any
	// other its words.
	Value string `json:"value"`
	// Says is the line in words.
	Says string `json:"says"`
	// Rule is the id of the line of consent.
	Rule string `json:"rule"`
	// WaitsOn are the facts that would decide it.
	WaitsOn []string `json:"waits_on"`
	// Cite are the ids of the clauses behind it.
	Cite []string `json:"cite"`
}

// Value is what a single answer is, as text; empty for an answer that is a list of lines.
func (c Consent) Value(a term.Answer) string {
	switch a {
	case term.AnswerAgreement:
		return string(c.Agreement)
	case term.AnswerInform:
		return string(c.Inform)
	case term.AnswerSharing:
		return string(c.Sharing)
	case term.AnswerAnswered, term.AnswerFrom, term.AnswerRecord, term.AnswerRefused, term.AnswerCopy:
	}
	return ""
}

// Lines are the lines of an answer that is a list; nil for a single answer.
func (c Consent) Lines(a term.Answer) []Line {
	switch a {
	case term.AnswerAnswered:
		return c.Answered
	case term.AnswerFrom:
		return c.From
	case term.AnswerRecord:
		return c.Record
	case term.AnswerRefused:
		return c.Refused
	case term.AnswerCopy:
		return c.Copy
	case term.AnswerAgreement, term.AnswerInform, term.AnswerSharing:
	}
	return nil
}
