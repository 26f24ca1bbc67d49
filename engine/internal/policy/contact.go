package policy

import "windscreen/engine/internal/calendar"

// Contact is whom to call, as printed.
type Contact struct {
	ID, Name, Phone, OutOfHours, Email, Hours, Web, Form, AsPrinted string
	// EarlierName is what it was called up to and with the day EarlierTo, as in 2024-08-26; empty where Name always holds.
	EarlierName, EarlierTo string
	// Urgent is the number for what cannot wait while Phone is closed.
	Urgent string
	// Answered is when Phone is answered; nil where the document does not say so that it can be told.
	// OutOfHoursAnswered is the same of OutOfHours; it is not nil where both numbers and Answered are there,
	// and shares no minute with Answered.
	Answered, OutOfHoursAnswered *calendar.Hours
	// SocialCare is true where children's social care answers, or takes referrals for it.
	SocialCare bool
	Cite       []string
}
