package diagnostic

// Report is what came of checking a rule root.
type Report struct {
	// Found is what is wrong, in reading order.
	Found List
	// Files is how many files were read, and Policies are the policies that they make.
	// Text shows both only if nothing is wrong.
	Files    int
	Policies []Policy
}

// Policy is a policy that was read, and how many rules it has.
type Policy struct {
	ID    string
	Rules int
}
