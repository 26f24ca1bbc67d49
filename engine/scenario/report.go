// Package scenario holds what comes of running scenarios: cases with what must
// come out of them. Package engine runs them, package render shows the result.
package scenario

import (
	"windscreen/engine/diagnostic"
	"windscreen/engine/term"
)

// What can be wrong with a scenario file beyond what can be wrong with any file.
const (
	// ExpectsNothing: a scenario that could not fail, or a list of expectations with
	// nothing in it.
	ExpectsNothing diagnostic.Code = "expects-nothing"
	// UnusedCase: a shared case that no scenario uses.
	UnusedCase diagnostic.Code = "unused-case"
)

// Report is the result of a run.
type Report struct {
	// Results are in the order of files and, within a file, of scenarios.
	Results []Result `json:"results"`
	// Faults are what is wrong with scenario files; no scenario of a file that has
	// an error among them is run.
	Faults diagnostic.List `json:"faults"`
	// Cases is how many plain cases were looked at beside the scenarios; what is wrong
	// with them is among the faults.
	Cases int `json:"cases"`
	// Seen counts, by policy and by id of the rule, what the rules in force came out as, for
	// coverage.
	Seen map[string]map[string]Seen `json:"-"`
	// Shortened is how many of the results that failed say less, so that thousands take
	// little time and room: the last of those that failed, with one expectation each
	// that was not met, and no rules.
	Shortened int `json:"shortened,omitempty"`
}

// Seen counts the cases in which a rule came out so.
type Seen struct{ True, False, Unknown int }

// Passed counts the scenarios that passed.
func (r *Report) Passed() int { return len(r.Results) - r.Failed() }

// Failed counts the scenarios that did not pass.
func (r *Report) Failed() int {
	n := 0
	for _, s := range r.Results {
		if len(s.Failures) > 0 {
			n++
		}
	}
	return n
}

// OK reports whether every file could be read, something ran, and all passed.
func (r *Report) OK() bool {
	return !r.Faults.HasErrors() && len(r.Results) > 0 && r.Failed() == 0
}

// Result is one scenario under one set of values.
type Result struct {
	// File and Start are where the scenario stands.
	File  string              `json:"file"`
	Start diagnostic.Position `json:"start"`
	// Name is the scenario's name, with the values of its matrix where it has one.
	Name   string `json:"name"`
	Policy string `json:"policy"`
	// From are the clauses that the expectation was taken from.
	From []string `json:"from"`
	// Failures are the expectations that were not met, in the order in which a
	// scenario's groups are documented; empty where the scenario passed.
	Failures []Failure `json:"failures"`
}

// Failure is one expectation that was not met.
type Failure struct {
	// What is the expectation, such as "level", "rules.hold" or
	// "deadlines.mash.reply".
	What string `json:"what"`
	// Start is where the expectation stands, in the file of the scenario.
	Start diagnostic.Position `json:"start"`
	// Expected and Actual are in words.
	Expected string `json:"expected"`
	Actual   string `json:"actual"`
	// Rules are the rules concerned, those nearest the matter first, and More how
	// many further ones are left out. An expectation about questions has none.
	Rules []Rule `json:"rules"`
	More  int    `json:"more,omitempty"`
}

// Rule is a rule as a failure shows it, with what it reads.
type Rule struct {
	ID string `json:"id"`
	// File and Start are where the rule stands, within the rule root.
	File  string              `json:"file"`
	Start diagnostic.Position `json:"start"`
	// Truth is what the rule came to.
	Truth term.Truth `json:"truth"`
	// When is its condition as written; empty for a rule that always holds.
	When string `json:"when"`
	// Reads is each thing that the condition reads, in the order of its text.
	Reads []Reading `json:"reads"`
}

// Reading is one thing that a rule reads and what the case makes of it.
type Reading struct {
	// Name is the path of a fact, such as "home.domestic_abuse", or a part of the
	// condition that reads what rules before it came to, such as "tally(4) >= 2".
	Name string `json:"name"`
	// Says is the value as a case would state it, or "not known"; for a part of the
	// condition, its truth and the number behind it.
	Says string `json:"says"`
}
