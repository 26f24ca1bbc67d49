package recommendation

// Contact is whom to call, as the document printed it in its year.
type Contact struct {
	// ID is the id of the contact.
	ID string `json:"id"`
	// Name is whom one reaches.
	Name string `json:"name"`
	// Phone is the number as printed; empty where none is.
	Phone string `json:"phone,omitempty"`
	// OutOfHours is the number as printed for out of hours; empty where none is.
	OutOfHours string `json:"out_of_hours,omitempty"`
	// Urgent is the number for what cannot wait while Phone is closed and what the contact is for waits, such as advice.
	Urgent string `json:"urgent,omitempty"`
	// Email is the address as printed; empty where none is.
	Email string `json:"email,omitempty"`
	// Hours are the hours in which they answer, in the words of the document; empty where it prints none.
	Hours string `json:"hours,omitempty"`
	// SocialCare is true where children's social care answers, or takes referrals for it.
	SocialCare bool `json:"social_care,omitempty"`
	// AsPrinted is the year of print; details may have changed since.
	AsPrinted string `json:"as_printed"`
	// Cite are the ids of the clauses that print it.
	Cite []string `json:"cite"`
	// Web is the address of a page, and Form that of a form; empty where the document prints none.
	Web  string `json:"web,omitempty"`
	Form string `json:"form,omitempty"`
	// Now says which number answers at the time of the case; nil where no number is printed, or in a
	// directory without a case.
	Now *Answering `json:"now,omitempty"`
}

// Answering is which number of a contact answers at one moment, by the hours that are printed. It is one
// of three: nothing is known of the hours (NoHours), nothing that is printed answers (NotCovered), or
// Phone answers.
type Answering struct {
	// Phone is the number to ring: the one that answers at this hour; where none does, or nothing is known
	// of the hours, every number.
	Phone string `json:"phone"`
	// NoHours is true if it cannot be told whether a number answers. Either the document prints no hours,
	// and Contact.Hours is empty. Or Contact.Hours has them in the document's words, and these take more than
	// is known, such as when school terms are, or bank holidays of a year that is not in the table. All fields
	// below are then empty.
	NoHours bool `json:"no_hours,omitempty"`
	// NotCovered is true if the hours that are printed leave this hour out. Since is when the last number
	// ceased to answer, and Other and From say which number answers next, and from when. A contact with
	// one number is then closed. If it has two, nobody knows, and both are to be tried.
	NotCovered bool   `json:"not_covered,omitempty"`
	Since      Moment `json:"since,omitzero"`
	// Always is true if Phone answers at any hour. Otherwise Until is when it ceases to answer: nights,
	// weekends and bank holidays that adjoin are one. Both are empty if NotCovered.
	Always bool   `json:"always,omitempty"`
	Until  Moment `json:"until,omitzero"`
	// Other is the number that answers next, and From is when; where Phone is the number for out of hours,
	// Other is the one for the day. Other is empty if Phone answers in the day for more than two hours yet,
	// and From is zero if Other never answers.
	Other string `json:"other,omitempty"`
	From  Moment `json:"from,omitzero"`
}
