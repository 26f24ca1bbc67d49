// Package comparison sets the answers of several policies on one case side by side: what
// each recommends, and why they differ. Package engine fills it, and package render shows
// it.
//
// Nothing here ranks policies. Each policy has its own level numbers and names: the same
// number under two policies is not the same level of need. Aspect.Differs says only that the
// answers are not alike.
package comparison

import (
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// Comparison is one case under several policies. It is plain data; lists are in a
// fixed order.
type Comparison struct {
	// Format is the version of this structure; it grows when a key changes meaning.
	Format int `json:"format"`
	// Case and AsOf are as in a Recommendation.
	Case string                `json:"case"`
	AsOf recommendation.Moment `json:"as_of"`
	// Policies are the answers, in the order asked for.
	Policies []Side `json:"policies"`
	// Aspects say which parts of the answers differ.
	Aspects []Aspect `json:"aspects"`
	// Readings say how each policy reads the facts behind its signs of need and grounds, in
	// order of fact.
	Readings []Reading `json:"readings"`
}

// FormatVersion is the Format that this version of the engine writes.
const FormatVersion = 1

// Side is the answer of one policy. Its parts are those of the recommendation.
type Side struct {
	// Policy is the id of the policy.
	Policy string `json:"policy"`
	// Named is true for the policy that the case names, or the edition chosen by its date.
	Named bool `json:"named"`
	// Document is the document that the policy puts into rules.
	Document recommendation.Document `json:"document"`
	// Level is the level that it recommends.
	Level recommendation.Level `json:"level"`
	// Grounds are the statutory grounds that hold or may hold.
	Grounds []recommendation.Ground `json:"grounds"`
	// Consent is the consent position.
	Consent recommendation.Consent `json:"consent"`
	// Due are the escalations that are due now.
	Due []recommendation.Escalation `json:"due"`
	// FrontDoor are the steps by which the family gets help at the level, with whom to call.
	// Form are the steps that name a form.
	FrontDoor []recommendation.Step `json:"front_door"`
	Form      []recommendation.Step `json:"form"`
	// Services are those that fit.
	Services []recommendation.Service `json:"services"`
	// WhyNot says why the next level up is not recommended.
	WhyNot []recommendation.Obstacle `json:"why_not"`
	// Judgement is the one recorded in the case, under the policy whose levels it uses.
	Judgement *recommendation.Judgement `json:"judgement"`
	// Titles and Clauses are as in a Recommendation, for the whole answer.
	Titles  map[string]string                `json:"titles"`
	Clauses map[string]recommendation.Clause `json:"clauses"`
}

// Child is the comparison for one child of a case, by its label. The label is empty for the one
// child of a case about no other.
type Child struct {
	// Child is the label of the child; empty in a case about one.
	Child string `json:"child"`
	// OneOf is how many children the case is about.
	OneOf int `json:"one_of"`
	*Comparison
}

// Report is the comparison for each child of a case.
type Report struct {
	// Format is the version of this structure; it grows when a key changes meaning.
	Format int `json:"format"`
	// Case is the id that the case gives itself; empty where it gives none.
	Case string `json:"case"`
	// AsOf is the date and time of the case.
	AsOf recommendation.Moment `json:"as_of"`
	// Children are in the order of the case; just one, whose label is empty, for a case about one child.
	Children []Child `json:"children"`
}

// ReportOf is the comparison for the children of a list, which are of one case.
func ReportOf(list []Child) *Report {
	out := &Report{Format: FormatVersion, Children: []Child{}}
	for _, c := range list {
		if c.Comparison != nil {
			out.Case, out.AsOf = c.Comparison.Case, c.Comparison.AsOf
			out.Children = append(out.Children, c)
		}
	}
	return out
}

// Aspect is one part of the answers.
type Aspect struct {
	Name term.Aspect `json:"name"`
	// Differs is true if the answers are not all alike. Levels are compared by number,
	// services by title.
	Differs bool `json:"differs"`
}

// Reading says how the policies read one fact.
type Reading struct {
	// Fact is the path of the fact.
	Fact recommendation.Fact `json:"fact"`
	// Differs is true if the fact counts differently: if the highest level at which a sign
	// counts or decides, or the grounds, are not the same.
	Differs bool `json:"differs"`
	// Under has each policy's reading, in the order of Comparison.Policies.
	Under []Made `json:"under"`
}

// Made is how one policy reads a fact.
type Made struct {
	// Policy is the id of the policy.
	Policy string `json:"policy"`
	// Signs are the signs of need and the grounds that rest on the fact, alone or with
	// others. If there are none, the policy does not use the fact.
	Signs []Sign `json:"signs"`
}

// Sign is a sign of need or a statutory ground that holds.
type Sign struct {
	// Kind is term.KindIndicator or term.KindGround.
	Kind term.Kind `json:"kind"`
	// Title is the sign in words.
	Title string `json:"title"`
	// Rules are the ids of the rules behind it.
	Rules []string `json:"rules"`
	// Level and Strength are those of a sign of need. Counted says whether it counts.
	Level    int           `json:"level,omitempty"`
	Strength term.Strength `json:"strength,omitempty"`
	Counted  bool          `json:"counted,omitempty"`
	// Ground is the section or duty of a ground.
	Ground string `json:"ground,omitempty"`
	// Cite are the ids of the clauses behind it.
	Cite []string `json:"cite"`
}
