package recommendation

// Caution is a warning to read beside the answer.
type Caution struct {
	Rule
	// Says is the warning in words.
	Says string `json:"says"`
	// NotCommenced is true for a caution based on law that is not in force. Such a caution
	// is given only on request.
	NotCommenced bool `json:"not_commenced,omitempty"`
}
