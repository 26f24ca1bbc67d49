package authoring

import "fmt"

// PanicError says that working out what an edit does failed by a fault of the program. Please report it. It holds nothing of
// the files.
type PanicError struct {
	// Kind is the Go type of what the program panicked with.
	Kind string
	// Where are the functions and lines that it was in, the innermost first.
	Where []string
}

// Error says it in a line.
func (p *PanicError) Error() string {
	at := ""
	if len(p.Where) > 0 {
		at = " in " + p.Where[0]
	}
	return fmt.Sprintf("this is a fault of the program: %s%s; please report it", p.Kind, at)
}
