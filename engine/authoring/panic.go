package authoring

import (
	"fmt"
	"runtime"
)

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

// whereItPanicked are the functions and lines of a panic that was just recovered from.
func whereItPanicked() []string {
	const most, machinery = 32, 4 // of the calls, those of recovering are not told
	callers := make([]uintptr, most)
	frames := runtime.CallersFrames(callers[:runtime.Callers(machinery, callers)])
	var where []string
	for {
		f, more := frames.Next()
		where = append(where, fmt.Sprintf("%s:%d", f.Function, f.Line))
		if !more {
			return where
		}
	}
}
