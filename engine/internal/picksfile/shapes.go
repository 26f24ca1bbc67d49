// Package picksfile reads practice picks and ranks them: made-up first referrals, each with the five questions that an
// experienced duty worker would ask next, and the facts that each of these asks for.
//
// What the file says is held against the vocabulary alone. Which question the program asks first is looked at only by
// Run, so that a file can be checked while its picks are kept apart.
package picksfile

import (
	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine/internal/shape"
)

// Schema is the JSON Schema of a file of practice picks. What cases may hold and which facts there are depends on the
// vocabulary and is not in it.
func Schema() *jsonschema.Schema {
	return shape.Schema[File]("", "Windscreen practice picks: first referrals with the five questions to ask next")
}

// Any is the policy of a referral that is not for one document.
const Any = "any"

// File is a file of practice picks as it stands on disk.
type File struct {
	Referrals []Referral `yaml:"referrals" need:"yes" doc:"Made-up first referrals."`
}

// Referral is one referral and what to ask next.
type Referral struct {
	Here     shape.Here
	ID       shape.Text `yaml:"id" need:"yes" doc:"A short name of the referral, unique in the file."`
	Policy   shape.Text `yaml:"policy" need:"yes" doc:"The policy or council that the referral is answered under; any if it is not for one document."`
	Caller   shape.Text `yaml:"caller" need:"yes" doc:"Who refers, and how."`
	Referral shape.Text `yaml:"referral" need:"yes" doc:"What the caller says."`
	Case     shape.Any  `yaml:"case" need:"yes" doc:"The case with what the caller says, and nothing else."`
	Asks     []Ask      `yaml:"asks" need:"yes" doc:"The five questions to ask next, in the order in which the worker would ask them."`
}

// Ask is one question that a duty worker would ask.
type Ask struct {
	Here     shape.Here
	Ask      shape.Text   `yaml:"ask" need:"yes" doc:"The question in the worker's own words."`
	Why      shape.Text   `yaml:"why" need:"yes" doc:"What the answer is for."`
	Source   shape.Text   `yaml:"source" need:"yes" doc:"The guide that it comes from."`
	Facts    []shape.Text `yaml:"facts" doc:"The facts that it asks for, by path. The question counts as asked if any of them is. Empty if there is no such fact: then it counts as missed."`
	Children []shape.Text `yaml:"children" doc:"In a case about several children: whom it asks about, by label. The question counts as asked if it is asked about any of them."`
	Note     shape.Text   `yaml:"note" doc:"What of the question the facts leave out."`
}
