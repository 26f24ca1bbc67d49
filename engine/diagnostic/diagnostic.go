// Package diagnostic describes faults in what Windscreen reads: a rule file, a vocabulary, a
// case, a scenario. A diagnostic gives the place to the character, says what is wrong, and
// says what to write instead.
//
// Diagnostics are data. Nothing here decides what is wrong; the packages that
// read files do that.
package diagnostic

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/term"
)

// Position is a place in a text file. Line and Column count from 1. Column counts Unicode
// code points, not bytes. Both are 0 if there is no place in the file (an empty file, a
// missing file).
type Position struct {
	// Line is the number of the line, from 1; 0 if there is no place.
	Line int `json:"line"`
	// Column is the number of the character on the line, from 1, in Unicode code points; 0 if there is no place.
	Column int `json:"column"`
}

// IsZero reports whether p names no place.
func (p Position) IsZero() bool { return p.Line == 0 }

// Severity says whether a diagnostic stops a rule root from loading.
type Severity = term.Severity

const (
	// Error stops the file, and so the rule root, from being used.
	Error = term.SeverityError
	// Warning is reported by lint and stops nothing.
	Warning = term.SeverityWarning
)

// Diagnostic is one fault and its place.
type Diagnostic struct {
	// File is the name the file was read under, relative to the rule root for
	// rule files and as given by the caller for cases and scenarios.
	File string `json:"file"`
	// Start is the first character concerned. End is one past the last.
	Start Position `json:"start"`
	End   Position `json:"end"`
	// Pointer is the place as a pointer into JSON (RFC 6901), in a YAML file as well: that of a value, of a key, or of a
	// key that is missing. It is empty for the content as a whole, and where the file cannot be read so far.
	Pointer string `json:"pointer,omitempty"`
	// Severity is "error" or "warning".
	Severity Severity `json:"severity"`
	// Code is the stable name of this kind of fault.
	Code Code `json:"code"`
	// Message says what is wrong, in one plain sentence without a full stop.
	Message string `json:"message"`
	// Remedy says what to write instead; it may be empty.
	Remedy string `json:"remedy,omitempty"`
	// Private is true for a fault in a case. Its message and source line may hold what the
	// case says, so Failure.Error leaves both out.
	Private bool `json:"-"`
	// Source is the text of the line that Start is on, without its line end.
	Source string `json:"source,omitempty"`
}

// Place returns file:line:column, or just the file where no place is known.
func (d Diagnostic) Place() string {
	if d.Start.IsZero() {
		return d.File
	}
	return fmt.Sprintf("%s:%d:%d", d.File, d.Start.Line, d.Start.Column)
}

// heading is the place, where there is one, and the code.
func (d Diagnostic) heading() string {
	code := fmt.Sprintf("%s[%s]", d.Severity, d.Code)
	if d.File == "" {
		return code
	}
	return d.Place() + ": " + code
}

// List is any number of diagnostics.
type List []Diagnostic

// HasErrors reports whether any diagnostic is an Error.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity == Error })
}

// Sort puts the list in reading order: by file, place, code and message.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Start.Line, b.Start.Line),
			cmp.Compare(a.Start.Column, b.Start.Column),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Message, b.Message),
		)
	})
}

// Err returns the list as an error if it holds an Error, and nil otherwise.
func (l List) Err() error {
	if !l.HasErrors() {
		return nil
	}
	return &Failure{Diagnostics: l}
}

// Failure is a list with at least one Error, as an error. Use errors.As to get the
// diagnostics, and print them to show people what to correct. The same input always fails:
// correct the files before you try again.
type Failure struct{ Diagnostics List }

// Error is for logs: a line for each diagnostic, with nothing that a case says.
func (f *Failure) Error() string {
	lines := make([]string, len(f.Diagnostics))
	for i, d := range f.Diagnostics {
		lines[i] = d.heading()
		if !d.Private {
			lines[i] += ": " + d.Message
		}
	}
	return strings.Join(lines, "\n")
}

// Counts returns how many errors and how many warnings the list holds.
func (l List) Counts() (errors, warnings int) {
	for _, d := range l {
		if d.Severity == Error {
			errors++
		}
	}
	return errors, len(l) - errors
}
