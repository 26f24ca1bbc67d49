// Package mutation holds which small changes of the rules the scenarios notice. Package authoring
// tries them, and package render shows the report.
package mutation

import (
	"cmp"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/facts"
	"windscreen/engine/term"
)

// Report says what share of small changes the scenarios notice, and which they do not. A scenario
// notices a change if it fails under the changed rules.
//
// Of a change that none notices it is decided whether any case could: whether some rule, ground, level or line of consent
// comes out otherwise, or something else is said of what holds. Changes that make no difference to any case are counted
// apart. Of the others there is a case that tells: a scenario that does not expect what comes out otherwise, or a case
// as small as could be found.
//
// If a sample of the changes was tried, every number is of those that were tried, and each share has a range for all.
//
// A change that is left with a reason is still not noticed: the shares do not change.
type Report struct {
	// Sample is nil if all changes were tried.
	Sample *Sample `json:"sample,omitempty"`
	// Left is what came of a file of changes that are left; nil if there is none.
	Left *Left `json:"left,omitempty"`
	// Policies are the policies whose scenarios were tried, in order, with how many cases each has.
	Policies []Tried `json:"policies"`
	// Total is over all changes. The others are its parts: by the policy that the rules are
	// from, by the kind of rule, and by the kind of change.
	Total    Share  `json:"total"`
	ByPolicy []Part `json:"by_policy"`
	ByRule   []Part `json:"by_rule"`
	ByChange []Part `json:"by_change"`
	// Unnoticed are the changes that no scenario notices, but for those that make no difference, in the order of
	// policies, files and places.
	Unnoticed []Change `json:"unnoticed"`
}

// Tried is a policy whose scenarios were tried.
type Tried struct {
	Policy string `json:"policy"`
	Cases  int    `json:"cases"`
}

// Share is how many of some changes are noticed.
type Share struct {
	// Changes are those that make a difference to some case, or of which that was not decided. Alike is how many
	// others were proved to make none.
	Changes int `json:"changes"`
	Alike   int `json:"alike"`
	Noticed int `json:"noticed"`
	// Left is how many of those that are not noticed are listed with a reason.
	Left int `json:"left,omitempty"`
	// Percent is Noticed as a share of Changes, rounded down.
	Percent int `json:"percent"`
	// Range is where the share of all changes lies; nil if all were tried.
	Range *Range `json:"range,omitempty"`
}

// Part is the share of some of the changes. Name is a policy, a kind of rule or of change, or
// one of Conditions and Parameters.
type Part struct {
	Name string `json:"name"`
	Share
}

// What is changed that is no rule.
const (
	Conditions = "condition"
	Parameters = "parameter"
)

// Change is one small change.
type Change struct {
	// Policy is the policy that the changed rule, condition or parameter is from.
	Policy string `json:"policy"`
	// Of is the kind of rule, or Conditions or Parameters, and ID its id or name.
	Of string `json:"of"`
	ID string `json:"id"`
	// Kind is the kind of change. From is what stands there, and Into what stands in its place: empty
	// where something is left out. Says is the change in words.
	Kind term.Change `json:"kind"`
	From string      `json:"from"`
	Into string      `json:"into"`
	Says string      `json:"says"`
	// File and Start are the place of the rule, condition or parameter, within the rule root.
	File  string              `json:"file"`
	Start diagnostic.Position `json:"start"`
	// Telling is a case that tells the changed rules from those that stand; nil if none was found. Undecided says why.
	Telling   *Telling `json:"telling,omitempty"`
	Undecided string   `json:"undecided,omitempty"`
	// Named is how a file of changes that are left names what is changed: by ID and, where several policies have something of
	// that ID, the policy. Why is the reason that the file gives for the change; empty if it does not list it. Both are empty
	// without such a file.
	Named string `json:"named,omitempty"`
	Why   string `json:"why,omitempty"`
}

// Telling is a case in which something comes out otherwise once a rule is changed. It is one of the scenarios, or a case that
// was found.
type Telling struct {
	// Scenario is a scenario that tells, and does not expect what comes out otherwise; nil if Case was found.
	Scenario *Scenario   `json:"scenario,omitempty"`
	Case     *facts.Case `json:"case,omitempty"`
	// Smallest is whether it was shown that no such case states less, among those that say nothing unlikely if this
	// one does not. Unlikely is whether every such case says something unlikely, such as that a baby plays truant.
	Smallest bool `json:"smallest"`
	Unlikely bool `json:"unlikely"`
	// Differences are what comes out otherwise, the weightiest first.
	Differences []Difference `json:"differences"`
}

// Scenario is where a scenario stands, and under which policy it tells.
type Scenario struct {
	File   string              `json:"file"`
	Start  diagnostic.Position `json:"start"`
	Name   string              `json:"name"`
	Policy string              `json:"policy"`
}

// Difference is one thing that comes out otherwise.
type Difference struct {
	// What is what scenarios expect it under: level, at_most, grounds, consent, rules; or says, for what is said of a
	// rule. Name is the ground, the consent answer or the rule.
	What string `json:"what"`
	Name string `json:"name,omitempty"`
	// Before is what comes of the rules as they are, and After of the changed ones; both are empty for says.
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
}

// Came is what came of a change.
type Came uint8

// What can come of a change. What nobody has set counts as not noticed.
const (
	Unnoticed Came = iota
	Noticed
	// Alike: it makes no difference to any case.
	Alike
)

// Counting counts changes for a report.
type Counting struct {
	// Sample is set if not all changes were tried, and Left if a file lists changes that are left. Report counts those that
	// are missing in it.
	Sample *Sample
	Left   *Left

	total                      Share
	byPolicy, byRule, byChange map[string]*Share
	unnoticed                  []Change
}

// Add counts one change.
func (c *Counting) Add(change Change, came Came) {
	if c.byPolicy == nil {
		c.byPolicy, c.byRule, c.byChange = map[string]*Share{}, map[string]*Share{}, map[string]*Share{}
	}
	c.total.add(change, came)
	for _, part := range []struct {
		of   map[string]*Share
		name string
	}{{c.byPolicy, change.Policy}, {c.byRule, change.Of}, {c.byChange, string(change.Kind)}} {
		if part.of[part.name] == nil {
			part.of[part.name] = &Share{}
		}
		part.of[part.name].add(change, came)
	}
	if came == Unnoticed {
		c.unnoticed = append(c.unnoticed, change)
	}
}

func (s *Share) add(change Change, came Came) {
	if came == Alike {
		s.Alike++
		return
	}
	s.Changes++
	switch {
	case came == Noticed:
		s.Noticed++
	case change.Why != "":
		s.Left++
	}
	s.Percent = 100 * s.Noticed / s.Changes
}

// Report is the report on what was counted.
func (c *Counting) Report(policies []Tried) *Report {
	r := &Report{Sample: c.Sample, Left: c.Left, Policies: policies, Total: c.total, ByPolicy: parts(c.byPolicy, nil),
		Unnoticed: c.unnoticed,
		ByRule:    parts(c.byRule, append(term.TableOf[term.Kind]().Codes(), Conditions, Parameters)),
		ByChange:  parts(c.byChange, term.TableOf[term.Change]().Codes()),
	}
	if c.Sample != nil {
		r.Total.Range = rangeOf(r.Total.Noticed, r.Total.Changes)
		for _, list := range [][]Part{r.ByPolicy, r.ByRule, r.ByChange} {
			for i := range list {
				list[i].Range = rangeOf(list[i].Noticed, list[i].Changes)
			}
		}
	}
	if r.Left != nil {
		r.Left.Missing = r.Total.Changes - r.Total.Noticed - r.Total.Left
	}
	if r.Policies == nil {
		r.Policies = []Tried{}
	}
	if r.Unnoticed == nil {
		r.Unnoticed = []Change{}
	}
	slices.SortStableFunc(r.Unnoticed, func(a, b Change) int {
		return cmp.Or(cmp.Compare(a.Policy, b.Policy), cmp.Compare(a.File, b.File), cmp.Compare(a.Start.Line, b.Start.Line))
	})
	return r
}

// parts are the shares in an order, or in that of their names.
func parts(shares map[string]*Share, order []string) []Part {
	out := []Part{}
	for name, s := range shares {
		out = append(out, Part{Name: name, Share: *s})
	}
	slices.SortFunc(out, func(a, b Part) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.Name), slices.Index(order, b.Name)), cmp.Compare(a.Name, b.Name))
	})
	return out
}
