package facts

import "windscreen/engine/internal/vocabulary"

// Form is a case to fill in.
type Form struct {
	// Policy and AsOf are those of the case; either may be empty, and is then to be filled in.
	Policy, AsOf string
	// Children is how many children the case is about, each by a label; 0 for one child without
	// a label.
	Children int
	// List holds the facts, by domain.
	List *List
}

// Example is a value that a case with the form's date could state for a fact.
func (f *Form) Example(fact Fact) string {
	const day = len("2020-03-02")
	switch {
	case len(f.AsOf) < day:
	case fact.Type == vocabulary.Date.String():
		return f.AsOf[:day]
	case fact.Type == vocabulary.Time.String():
		return f.AsOf
	}
	return fact.Example
}
