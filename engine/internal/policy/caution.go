package policy

// Caution is a warning to read beside the answer.
type Caution struct {
	*Rule
	Says string
}
