package rulefile

import (
	"windscreen/engine/internal/shape"
	"windscreen/engine/term"
)

// ContactEntry is one contact, as printed.
type ContactEntry struct {
	Name       shape.Text  `yaml:"name" need:"yes" doc:"The service; never an individual."`
	Phone      shape.Text  `yaml:"phone" doc:"Telephone number as printed; several with 'or' between them."`
	Answered   []SpanEntry `yaml:"answered" doc:"When phone is answered, read from hours. Left out where the document prints no hours, or hours that cannot be said so, as in term time."`
	OutOfHours shape.Text  `yaml:"out_of_hours" doc:"Number outside the hours of phone."`
	// OutOfHoursAnswered is needed only where the two numbers leave an hour out between them.
	OutOfHoursAnswered []SpanEntry  `yaml:"out_of_hours_answered" doc:"When out_of_hours is answered, read from hours. If left out, at every time at which phone is not."`
	Urgent             shape.Text   `yaml:"urgent" doc:"Number for what cannot wait, while phone is closed and what the contact is for waits."`
	Hours              shape.Text   `yaml:"hours" doc:"When the numbers are answered, in the words of the document."`
	Email              shape.Text   `yaml:"email" doc:"A shared address, never an individual's."`
	Web                shape.Text   `yaml:"web" doc:"Address of a page, as printed, beginning with https://."`
	Form               shape.Text   `yaml:"form" doc:"Address of a form, as printed, beginning with https://."`
	SocialCare         bool         `yaml:"social_care" doc:"True where children's social care answers, or takes referrals for it."`
	Earlier            *EarlierName `yaml:"earlier" doc:"What it is called in a case of an earlier day; left out where the name always holds."`
	AsPrinted          shape.Text   `yaml:"as_printed" need:"yes" doc:"Year of print."`
	Cite               []shape.Text `yaml:"cite" need:"yes" doc:"Clauses that print it."`
}

// EarlierName is what a contact was called up to a day.
type EarlierName struct {
	Name shape.Text `yaml:"name" need:"yes" doc:"The service as it was called then."`
	To   shape.Text `yaml:"to" need:"yes" doc:"Last day of that name, YYYY-MM-DD. The case's as_of decides."`
}

// SpanEntry is a time of day, on days of one kind, at which a number is answered.
type SpanEntry struct {
	Here shape.Here
	Days shape.Word[term.Days] `yaml:"days" need:"yes" doc:"The days on which the time begins."`
	From shape.Text            `yaml:"from" doc:"Time of day, HH:MM, from which the number is answered. Left out with to: all day."`
	To   shape.Text            `yaml:"to" doc:"Time of day, HH:MM, until which it is answered; if before from, until that time on the next day."`
}
