package recommendation

// Escalation is something that must happen now or by a time.
type Escalation struct {
	Rule
	// State is NowDue or Possible.
	State State `json:"state"`
	// Immediate is true if it must be done at once, at any hour.
	Immediate bool `json:"immediate"`
	// Action is what to do, and Who must do it.
	Action  string   `json:"action"`
	Who     string   `json:"who"`
	Contact *Contact `json:"contact"`
	// Due are the deadlines, earliest first. If clauses disagree, all are shown.
	Due []Due `json:"due"`
	// Agreement says whether this action itself needs the family's agreement: required,
	// not_required or not_applicable. It is empty if the consent position as a whole
	// applies.
	Agreement string `json:"agreement,omitempty"`
	// WaitsOn are the facts that would decide a possible escalation.
	WaitsOn []string `json:"waits_on,omitempty"`
}

// Due is one deadline.
type Due struct {
	// At is the deadline. It is zero if it cannot be worked out, and Problem then says why.
	At      Moment `json:"at,omitzero"`
	Problem string `json:"problem,omitempty"`
	Clause  string `json:"clause"`
	// AtOnce is true for a limit that leaves no time: it is due now, whenever it began to
	// run. At is then when it began.
	AtOnce bool `json:"at_once,omitempty"`
	// Basis is the limit in words, such as "24 hours from the contact".
	Basis string `json:"basis"`
	// Assumed is true if the start is not known and AsOf stands in for it.
	Assumed bool `json:"assumed"`
}

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

// Step is one part of the pathway.
type Step struct {
	Rule
	// Part is what the step is about: front_door, form, lead, assessment, plan,
	// review or movement.
	Part string `json:"part"`
	// Force is helpful, expected or required.
	Force   string   `json:"force"`
	Says    string   `json:"says"`
	Contact *Contact `json:"contact"`
}

// Service is a service that fits the case, or may.
type Service struct {
	Rule
	// State is Fits or Possible, or empty in a directory without a case.
	State State  `json:"state"`
	Says  string `json:"says"`
	// Organisation is who provides it, or empty if the document does not say.
	Organisation string `json:"organisation,omitempty"`
	// ListedAt is the level at which the document's directory lists the service, or 0 if the
	// directory gives no level. It says nothing about the child's level.
	ListedAt int `json:"listed_at,omitempty"`
	// Agreement says whether the service needs the agreement of the people it is for:
	// required, not_required or not_applicable. It is empty if the document does not say.
	Agreement string   `json:"agreement,omitempty"`
	Contact   *Contact `json:"contact"`
	WaitsOn   []string `json:"waits_on,omitempty"`
}
