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
	Policy string `json:"policy"`
	// Named is true for the policy that the case names, or the edition chosen by its date.
	Named    bool                    `json:"named"`
	Document recommendation.Document `json:"document"`
	Level    recommendation.Level    `json:"level"`
	Grounds  []recommendation.Ground `json:"grounds"`
	Consent  recommendation.Consent  `json:"consent"`
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
	Child string `json:"child"`
	// OneOf is how many children the case is about.
	OneOf int `json:"one_of"`
	*Comparison
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
	Fact recommendation.Fact `json:"fact"`
	// Differs is true if the fact counts differently: if the highest level at which a sign
	// counts or decides, or the grounds, are not the same.
	Differs bool `json:"differs"`
	// Under has each policy's reading, in the order of Comparison.Policies.
	Under []Made `json:"under"`
}

// Made is how one policy reads a fact.
type Made struct {
	Policy string `json:"policy"`
	// Signs are the signs of need and the grounds that rest on the fact, alone or with
	// others. If there are none, the policy does not use the fact.
	Signs []Sign `json:"signs"`
}

// Sign is a sign of need or a statutory ground that holds.
type Sign struct {
	// Kind is term.KindIndicator or term.KindGround.
	Kind  term.Kind `json:"kind"`
	Title string    `json:"title"`
	// Rules are the ids of the rules behind it.
	Rules []string `json:"rules"`
	// Level and Strength are those of a sign of need. Counted says whether it counts.
	Level    int           `json:"level,omitempty"`
	Strength term.Strength `json:"strength,omitempty"`
	Counted  bool          `json:"counted,omitempty"`
	// Ground is the section or duty of a ground.
	Ground string   `json:"ground,omitempty"`
	Cite   []string `json:"cite"`
}
