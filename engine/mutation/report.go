// Package mutation holds which small changes of the rules the scenarios notice. Package authoring
// tries them, and package render shows the report.
package mutation

import (
	"cmp"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/term"
)

// Report says what share of small changes the scenarios notice, and which they do not. A scenario
// notices a change if it fails under the changed rules.
//
// A change that is not noticed need not be one that a scenario could notice: it may make no
// difference to any case.
type Report struct {
	// Policies are the policies whose scenarios were tried, in order, with how many cases each has.
	Policies []Tried `json:"policies"`
	// Total is over all changes. The others are its parts: by the policy that the rules are
	// from, by the kind of rule, and by the kind of change.
	Total    Share  `json:"total"`
	ByPolicy []Part `json:"by_policy"`
	ByRule   []Part `json:"by_rule"`
	ByChange []Part `json:"by_change"`
	// Unnoticed are the changes that no scenario notices, in the order of policies, files and places.
	Unnoticed []Change `json:"unnoticed"`
}

// Tried is a policy whose scenarios were tried.
type Tried struct {
	Policy string `json:"policy"`
	Cases  int    `json:"cases"`
}

// Share is how many of some changes are noticed.
type Share struct {
	Changes int `json:"changes"`
	Noticed int `json:"noticed"`
	// Percent is Noticed as a share of Changes, rounded down.
	Percent int `json:"percent"`
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
}

// Counting counts changes for a report.
type Counting struct {
	total                      Share
	byPolicy, byRule, byChange map[string]*Share
	unnoticed                  []Change
}

// Add counts one change.
func (c *Counting) Add(change Change, noticed bool) {
	if c.byPolicy == nil {
		c.byPolicy, c.byRule, c.byChange = map[string]*Share{}, map[string]*Share{}, map[string]*Share{}
	}
	c.total.add(noticed)
	for _, part := range []struct {
		of   map[string]*Share
		name string
	}{{c.byPolicy, change.Policy}, {c.byRule, change.Of}, {c.byChange, string(change.Kind)}} {
		if part.of[part.name] == nil {
			part.of[part.name] = &Share{}
		}
		part.of[part.name].add(noticed)
	}
	if !noticed {
		c.unnoticed = append(c.unnoticed, change)
	}
}

func (s *Share) add(noticed bool) {
	s.Changes++
	if noticed {
		s.Noticed++
	}
	s.Percent = 100 * s.Noticed / s.Changes
}

// Report is the report on what was counted.
func (c *Counting) Report(policies []Tried) *Report {
	r := &Report{Policies: policies, Total: c.total, ByPolicy: parts(c.byPolicy, nil), Unnoticed: c.unnoticed,
		ByRule:   parts(c.byRule, append(term.TableOf[term.Kind]().Codes(), Conditions, Parameters)),
		ByChange: parts(c.byChange, term.TableOf[term.Change]().Codes()),
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
