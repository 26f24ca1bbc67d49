package policy

// Choice is the reason for a parameter: why it has its value, and the clauses that leave it
// open. Value is the value as its author wrote it.
type Choice struct {
	Value, Why string
	Cite       []string
}
