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
}
