// Package scenario holds the results of running scenarios: cases with the results that they
// must have. Package authoring runs them, and package render shows the report.
package scenario

import (
	"windscreen/engine/coverage"
	"windscreen/engine/diagnostic"
	"windscreen/engine/term"
)

// These are the faults of a scenario file beyond those of any file.
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
	// Faults are the faults of scenario files. No scenario of a file with an error is run.
	Faults diagnostic.List `json:"faults"`
	// Cases is the number of plain cases checked beside the scenarios. Their faults are
	// among Faults.
	Cases int `json:"cases"`
	// Seen counts cases by policy, by rule and by the result of the rule.
	Seen map[string]map[string]Seen `json:"-"`
	// Shown are, by policy and by rule, the scenarios that show the rule best: up to MostShown in
	// which it holds and the fewest other rules do, by name, the best first.
	Shown map[string]map[string][]Shown `json:"-"`
	// Rungs are, by policy and by rule, the rungs of scales that no case tried on both sides.
	Rungs map[string]map[string][]coverage.Rung `json:"-"`
	// Shortened is the number of failed results that are short, so that thousands take
	// little time and memory. They are the last of those that failed. Each has one
	// expectation that was not met, and no rules.
	Shortened int `json:"shortened,omitempty"`
}

// MostShown is how many scenarios a report names for a rule.
const MostShown = 2

// Shown is a scenario in which a rule holds.
type Shown struct {
	Name string
	// Holding is how many rules hold in it.
	Holding int
}

// Seen counts cases by the result of a rule.
type Seen = coverage.Seen

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

// OK reports whether every file could be read, at least one scenario ran, and all passed.
func (r *Report) OK() bool {
	return !r.Faults.HasErrors() && len(r.Results) > 0 && r.Failed() == 0
}

// Result is one scenario under one set of values.
type Result struct {
	// File and Start are the place of the scenario.
	File  string              `json:"file"`
	Start diagnostic.Position `json:"start"`
	// Name is the scenario's name, with the values of its matrix where it has one.
	Name   string `json:"name"`
	Policy string `json:"policy"`
	// From are the clauses that the expectations come from.
	From []string `json:"from"`
	// Failures are the expectations that were not met, in the order in which a
	// scenario's groups are documented; empty where the scenario passed.
	Failures []Failure `json:"failures"`
}

// Failure is one expectation that was not met.
type Failure struct {
	// What is the expectation, such as "level" or "rules.hold"; of one child of several, such as
	// "children.baby.level".
	What string `json:"what"`
	// Start is the place of the expectation in the scenario file.
	Start diagnostic.Position `json:"start"`
	// Expected and Actual are in words. For the family of several children, Actual has a line for
	// each outcome, with the children that it is for.
	Expected string `json:"expected"`
	Actual   string `json:"actual"`
	// Rules are the rules concerned, the most relevant first, and More is the number left
	// out. An expectation about questions has none. For a family, they are shown as they came out
	// for the first child that Actual names.
	Rules []Rule `json:"rules"`
	More  int    `json:"more,omitempty"`
}

// Rule is a rule that a failure shows, with what it reads.
type Rule struct {
	ID string `json:"id"`
	// File and Start are the place of the rule, within the rule root.
	File  string              `json:"file"`
	Start diagnostic.Position `json:"start"`
	// Truth is the rule's result: "true", "false" or "unknown".
	Truth term.Truth `json:"truth"`
	// When is its condition as written; empty for a rule that always holds.
	When string `json:"when"`
	// Parts take the condition apart: why it came out as it did. It is empty for a condition of one part.
	Parts []Part `json:"parts,omitempty"`
	// Reads is each thing that the condition reads, in the order of its text.
	Reads []Reading `json:"reads"`
	// Open are the facts that the condition reads and the case leaves open.
	Open []string `json:"open,omitempty"`
}

// Part is a part of a condition.
type Part struct {
	// Depth is how many parts it stands in; 0 is the whole condition.
	Depth int `json:"depth"`
	// Truth is what it came to.
	Truth term.Truth `json:"truth"`
	// Says is its text, or "all of", "any of" or "not" and the like for one that the parts under it make up.
	Says string `json:"says"`
}

// Reading is one thing that a rule reads, and its value in the case.
type Reading struct {
	// Name is the path of a fact, such as "home.domestic_abuse", or a part of the condition
	// that reads the results of earlier rules, such as "tally(4) >= 2".
	Name string `json:"name"`
	// Says is the value as a case would state it, or "not known". For a part of the
	// condition it is the result and the number behind it.
	Says string `json:"says"`
}
