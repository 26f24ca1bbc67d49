// Package impact holds what a change of rules does: in which respects the answers of two versions of a policy can
// differ, with the smallest case of each difference, and in which it was proved that no case tells them apart.
// Package authoring works it out, and package render shows the report.
package impact

import (
	"windscreen/engine/diagnostic"
	"windscreen/engine/facts"
)

// Report is what a change does to policies.
type Report struct {
	// Old and Now are what the two rule roots are called.
	Old string `json:"old"`
	Now string `json:"new"`
	// Policies are those that both roots have, in order.
	Policies []Policy `json:"policies"`
	// Removed and Added are the policies that only one of the roots has.
	Removed []string `json:"removed"`
	Added   []string `json:"added"`
	// PassedOver are files of scenarios that the newer rules do not read, in which nothing was counted.
	PassedOver []string `json:"passed_over"`
	// Sample is which cases were made up to count differences in.
	Sample Sample `json:"sample"`
	// Acknowledgement is what came of an acknowledgement file; nil where there was none.
	Acknowledgement *Acknowledgement `json:"acknowledgement,omitempty"`
}

// Sample says which cases were made up. The same seed gives the same cases.
type Sample struct {
	Seed uint64 `json:"seed"`
	// Known and Concerns are shares of a hundred, as windscreen generate has them.
	Known    int `json:"known"`
	Concerns int `json:"concerns"`
}

// Policy is what a change does to one policy.
type Policy struct {
	// Old and Now are the ids, which are the same unless two policies are compared.
	Old string `json:"old"`
	Now string `json:"new"`
	// Identical is whether the rules are the same, byte for byte. Nothing else had to be asked then.
	Identical bool `json:"identical"`
	// Moments are the moments that cases were looked at as of. Between two days on which a rule begins or ends,
	// one stands for all.
	Moments []string `json:"moments"`
	// Respects are the respects in which answers were compared, in their order.
	Respects []Decided `json:"respects"`
	// Differences are in the order of the respects and of the rules.
	Differences []Difference `json:"differences"`
	// Unmatched is what only one version has, or has otherwise, so that a case cannot say it to both.
	Unmatched []Unmatched `json:"unmatched"`
	// Scenarios and Made are how many cases are answered otherwise.
	Scenarios Count `json:"scenarios"`
	Made      Count `json:"made_up"`
}

// Decided is what came of one respect.
type Decided struct {
	Respect Respect `json:"respect"`
	State   State   `json:"state"`
	// Asked is how many questions there were, such as whether one action can be due in the one version and not in the
	// other; Different in how many a case tells the two apart, and Undecided how many were given up.
	Asked     int `json:"asked"`
	Different int `json:"different"`
	Undecided int `json:"undecided"`
}

// State is what came of a respect.
type State string

// The states.
const (
	// Same: no case tells the two apart. Where nothing was asked, both say the same, or neither says anything.
	Same State = "same"
	// Differs: a case tells them apart.
	Differs State = "differs"
	// GaveUp: none was found, and that there is none was not shown.
	GaveUp State = "gave_up"
)

// Count is how many of some cases are answered otherwise.
type Count struct {
	Cases   int `json:"cases"`
	Touched int `json:"touched"`
	// Refused is how many of the cases use a word that the older version does not have, or are refused by it otherwise. They
	// are not counted. Facts that it does not have are left out when it reads a case.
	Refused int `json:"refused,omitempty"`
}

// Difference is one way in which answers differ.
type Difference struct {
	// ID names the difference within its policy, and is the same whenever the same change is compared. That of a text
	// ends in a mark of the new text, so that another change of the same text has another ID.
	ID      string  `json:"id"`
	Respect Respect `json:"respect"`
	// Of is the id of the rule, statute, contact or clause that it is about, and Title what that is called; empty for
	// the level.
	Of    string `json:"of,omitempty"`
	Title string `json:"title,omitempty"`
	// What says which part of it differs, or how; From is what the older version has, and Into what the newer one has.
	What string `json:"what,omitempty"`
	From string `json:"from"`
	Into string `json:"into"`
	// Rules are the rules responsible: those that were changed, and that come out otherwise in the case or weigh
	// otherwise.
	Rules []Rule `json:"rules"`
	// Undecided says why it was not decided whether there is a case; otherwise it is empty.
	Undecided string `json:"undecided,omitempty"`
	// Case is a case in which it shows, or nil if Undecided or if it shows in every answer. OldCase is the same as the
	// older version reads it, where that has other words or another policy; otherwise it is nil.
	Case    *facts.Case `json:"case,omitempty"`
	OldCase *facts.Case `json:"old_case,omitempty"`
	// File is the name of the file that the case was written to, within its folder; empty if it was not.
	File string `json:"file,omitempty"`
	// Smallest is whether it was shown that no such case states less, among those that say nothing unlikely if this one
	// does not. Unlikely is whether each such case says something unlikely.
	Smallest bool `json:"smallest,omitempty"`
	Unlikely bool `json:"unlikely,omitempty"`
	// Scenarios and Made are in how many cases it shows.
	Scenarios int `json:"scenarios"`
	Made      int `json:"made_up"`
	// Acknowledged is the reason for which it was acknowledged; empty if it was not.
	Acknowledged string `json:"acknowledged,omitempty"`
}

// Rule is a rule that was changed.
type Rule struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// How says what was done to it, such as "added" or "condition".
	How string `json:"how"`
	// From and Into are its conditions, where they differ.
	From string `json:"from,omitempty"`
	Into string `json:"into,omitempty"`
	// File and Start are where it stands: in the newer version, or in the older one if it was removed.
	File  string              `json:"file"`
	Start diagnostic.Position `json:"start"`
}

// Unmatched is something that only one version has, or that is of another kind in each.
type Unmatched struct {
	// Of is "fact", "rung", "word" or a kind of rule, and ID its path or id. Of a rung or word, that is the path of the
	// fact, a dot, and the name.
	Of string `json:"of"`
	ID string `json:"id"`
	// In is "old", "new", or "both" where a fact is of another type in each.
	In string `json:"in"`
	// Rules are the rules that read it.
	Rules []string `json:"rules,omitempty"`
}

// Open is how many differences are not acknowledged. A policy that only one of the roots has is one of them.
func (r *Report) Open() int {
	n := len(r.Added) + len(r.Removed)
	if r.Acknowledgement != nil {
		n -= r.Acknowledgement.Policies
	}
	for _, p := range r.Policies {
		for _, d := range p.Differences {
			if d.Acknowledged == "" {
				n++
			}
		}
	}
	return n
}

// Count is how many differences there are, those that were not decided and policies that only one root has included.
func (r *Report) Count() int {
	n := len(r.Added) + len(r.Removed)
	for _, p := range r.Policies {
		n += len(p.Differences)
	}
	return n
}
