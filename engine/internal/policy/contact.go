package policy

// Contact is whom to call, as printed.
type Contact struct {
	ID, Name, Phone, OutOfHours, Email, Hours, AsPrinted string
	Cite                                                 []string
}
