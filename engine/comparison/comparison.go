// Package comparison sets the answers of several policies on one case side by side:
// what each recommends, and what makes them differ. Package engine fills it, package
// render shows it.
//
// Nothing here ranks policies. Level numbers and names are each policy's own: the same
// number under two policies is not the same level of need, and Aspect.Differs says only
// that the answers do not read alike.
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
	// Aspects say in what the answers differ.
	Aspects []Aspect `json:"aspects"`
	// Readings are what each policy makes of the facts that any of them rests a sign of
	// need or a ground on, in order of fact.
	Readings []Reading `json:"readings"`
}

// FormatVersion is the Format of what this version of the engine gives.
const FormatVersion = 1

// Side is the answer of one policy. Its parts are those of the recommendation.
type Side struct {
	Policy string `json:"policy"`
	// Named is true for the policy that the case names, or the edition chosen for it.
	Named    bool                    `json:"named"`
	Document recommendation.Document `json:"document"`
	Level    recommendation.Level    `json:"level"`
	Grounds  []recommendation.Ground `json:"grounds"`
	Consent  recommendation.Consent  `json:"consent"`
	// Due are the escalations that are now due.
	Due []recommendation.Escalation `json:"due"`
	// FrontDoor are the steps by which help is reached at the level, with whom to call;
	// Form those that say on which form.
	FrontDoor []recommendation.Step `json:"front_door"`
	Form      []recommendation.Step `json:"form"`
	// Services are those that fit.
	Services []recommendation.Service `json:"services"`
	// WhyNot is what stands between the case and the next level up.
	WhyNot []recommendation.Obstacle `json:"why_not"`
	// Judgement is the one recorded with the case, under the policy whose levels it is by.
	Judgement *recommendation.Judgement `json:"judgement"`
	// Titles and Clauses are as in a Recommendation. They are those of the whole answer.
	Titles  map[string]string                `json:"titles"`
	Clauses map[string]recommendation.Clause `json:"clauses"`
}

// Aspect is one part of the answers.
type Aspect struct {
	Name term.Aspect `json:"name"`
	// Differs is true where the answers of the policies are not all alike. Levels are
	// compared by their numbers, services by their titles.
	Differs bool `json:"differs"`
}

// Reading is what the policies make of one fact.
type Reading struct {
	Fact recommendation.Fact `json:"fact"`
	// Differs is true where they do not all make as much of it: where the highest level at
	// which a sign counts, or decides, or the grounds are not the same.
	Differs bool `json:"differs"`
	// Under is what each makes of it, in the order of Comparison.Policies.
	Under []Made `json:"under"`
}

// Made is what one policy makes of a fact.
type Made struct {
	Policy string `json:"policy"`
	// Signs are the signs of need and the grounds that rest on the fact, by itself or
	// with others. Without any, the policy makes nothing of it.
	Signs []Sign `json:"signs"`
}

// Sign is a sign of need or a statutory ground that holds.
type Sign struct {
	// Kind is term.KindIndicator or term.KindGround.
	Kind  term.Kind `json:"kind"`
	Title string    `json:"title"`
	// Rules are the ids of the rules behind it.
	Rules []string `json:"rules"`
	// Level and Strength are those of a sign of need; Counted is whether it counts.
	Level    int           `json:"level,omitempty"`
	Strength term.Strength `json:"strength,omitempty"`
	Counted  bool          `json:"counted,omitempty"`
	// Ground is the section or duty of a ground.
	Ground string   `json:"ground,omitempty"`
	Cite   []string `json:"cite"`
}
