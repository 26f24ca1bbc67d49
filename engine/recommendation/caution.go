package recommendation

// Caution is a warning to read beside the answer.
type Caution struct {
	Rule
	Says string `json:"says"`
	// NotCommenced is true for a caution that rests on law which is not in force. Such a
	// caution is given only where it is asked for.
	NotCommenced bool `json:"not_commenced,omitempty"`
}
