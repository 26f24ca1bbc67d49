package policy

// Level is the criterion of one level.
type Level struct {
	*Rule
	Number int
	Name   string
}
