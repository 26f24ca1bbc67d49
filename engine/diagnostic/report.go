package diagnostic

// Report is what came of checking a rule root.
type Report struct {
	// Found is what is wrong, in reading order.
	Found List
	// Files is how many files were read, and Policies are the policies that they make.
	// Both are of interest only where nothing is wrong, and empty otherwise.
	Files    int
	Policies []Policy
}

// Policy is a policy that was read, and how many rules it has.
type Policy struct {
	ID    string
	Rules int
}

// Counts returns how many errors and how many warnings were found.
func (r *Report) Counts() (errors, warnings int) {
	for _, d := range r.Found {
		if d.Severity == Error {
			errors++
		}
	}
	return errors, len(r.Found) - errors
}
