package recommendation

// Contact is whom to call, as the document printed it in its year.
type Contact struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Phone      string `json:"phone,omitempty"`
	OutOfHours string `json:"out_of_hours,omitempty"`
	Email      string `json:"email,omitempty"`
	Hours      string `json:"hours,omitempty"`
	// AsPrinted is the year of print; details may have changed since.
	AsPrinted string   `json:"as_printed"`
	Cite      []string `json:"cite"`
	// Web is the address of a page, and Form that of a form; empty where the document prints none.
	Web  string `json:"web,omitempty"`
	Form string `json:"form,omitempty"`
	// Now says which number answers at the time of the case; nil where no number is printed, or in a
	// directory without a case.
	Now *Answering `json:"now,omitempty"`
}

// Answering is which number of a contact answers at one moment, by the hours that are printed.
type Answering struct {
	// Phone is the number to ring: the one that answers at this hour; where the hours leave this hour
	// out, every number.
	Phone string `json:"phone"`
	// NoHours is true if the document prints no hours, and NotCovered if those that it prints leave
	// this hour out.
	NoHours    bool `json:"no_hours,omitempty"`
	NotCovered bool `json:"not_covered,omitempty"`
	// Always is true if the number answers at any hour. Until is when it stops answering; zero if it
	// never does, or if no hours are printed.
	Always bool   `json:"always,omitempty"`
	Until  Moment `json:"until,omitzero"`
	// Other is the other number, where the first one is closed now or closes within two hours, and
	// From when it answers next. Both are empty otherwise.
	Other string `json:"other,omitempty"`
	From  Moment `json:"from,omitzero"`
}
