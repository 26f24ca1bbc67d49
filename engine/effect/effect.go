// Package effect says what rules do while somebody edits them: which rules are in use, what lint finds in the newest files,
// which scenarios pass under them, whose results changed, and what they cover. Package authoring works it
// out, package service says which rules are in use, and package workbench shows both.
package effect

import (
	"time"

	"windscreen/engine/coverage"
	"windscreen/engine/diagnostic"
	"windscreen/engine/scenario"
)

// Loaded is what came of reading rules into use.
type Loaded struct {
	// Since is when the rules that answer were read, and Times how often rules were swapped since the start.
	Since time.Time
	Times int
	// Failed is why the newest rules do not answer; nil if they do. It is a *diagnostic.Failure if they have faults.
	Failed error
	// FailedAt is when they were read.
	FailedAt time.Time
}

// Report is what the newest files do. Whoever has it must not change what it points to.
type Report struct {
	// Number is how many changes were looked at before this one and with it; 0 if none was yet.
	Number int
	// Begun is when work on the newest files began, and Ended when it ended; zero while it goes on.
	Begun, Ended time.Time
	// Failed is why some of it could not be worked out; nil if all could.
	Failed error
	// Lint is what lint finds; nil until it is worked out.
	Lint *diagnostic.Report
	// Scenarios is what came of the scenarios; nil until they were run, and if rules with errors keep them from being run.
	Scenarios *scenario.Report
	// Changes are the scenarios whose results changed since the run before.
	Changes Changes
	// Coverage is nil until it is worked out, and if a scenario fails, since scenarios that fail prove nothing.
	Coverage *coverage.Report
}

// Working reports whether there is more to come.
func (r *Report) Working() bool { return r.Ended.IsZero() }
