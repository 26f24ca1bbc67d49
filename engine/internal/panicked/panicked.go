// Package panicked says of a panic what may be told: not its value, which may hold something of a case.
package panicked

import (
	"fmt"
	"runtime"
	"strings"
)

// Fault tells of a panic.
type Fault struct {
	// Kind is the Go type of what the program panicked with.
	Kind string
	// Where are the functions and lines that it was in, the innermost first.
	Where []string
}

// String is what Go prints of a fault from which nobody recovers.
func (f *Fault) String() string { return f.Kind + " at " + strings.Join(f.Where, ", ") }

// Of is the fault that a deferred function just recovered from. One that was carried from another goroutine stays as it is.
func Of(value any) *Fault {
	if f, ok := value.(*Fault); ok {
		return f
	}
	const most = 64 // of the calls
	callers := make([]uintptr, most)
	frames := runtime.CallersFrames(callers[:runtime.Callers(1, callers)])
	f := &Fault{Kind: fmt.Sprintf("%T", value)}
	for panicking := false; ; {
		at, more := frames.Next()
		if panicking && (len(f.Where) > 0 || !strings.HasPrefix(at.Function, "runtime.")) {
			f.Where = append(f.Where, fmt.Sprintf("%s:%d", at.Function, at.Line))
		}
		panicking = panicking || at.Function == "runtime.gopanic"
		if !more {
			return f
		}
	}
}
