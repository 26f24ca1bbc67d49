// Package picks holds how soon the program asks what experienced duty workers would ask next: for each of their
// questions, the rank at which it came. Package authoring measures them, and package render shows the report.
package picks

import "windscreen/engine/diagnostic"

// AnsweredAlready is the code of a remark on a file of practice picks: the case says already what a question asks for, so
// that the program does not ask for it.
const AnsweredAlready diagnostic.Code = "answered-already"

// First and Ten are how many questions count: those on the first screen, and those of a brief answer. GoalFirst and
// GoalTen are the shares of all questions, in per cent, that should be among them.
const (
	First = 5
	Ten   = 10

	GoalFirst = 75
	GoalTen   = 90
)

// Report is how soon the program asks what is in some files.
type Report struct {
	// Files are in the order in which they were given. None of a file with an error is measured.
	Files []File `json:"files"`
	// Faults are those of the files, and remarks on them.
	Faults diagnostic.List `json:"faults"`
}

// File is what came of one file.
type File struct {
	Name string `json:"name"`
	// All is over all its referrals, and Policies by the policy that they name, in the order of their names.
	All      Share    `json:"all"`
	Policies []Policy `json:"policies"`
	// Referrals are in the order of the file.
	Referrals []Referral `json:"referrals"`
}

// Share is how many questions were asked in time.
type Share struct {
	// Picks is how many questions there are, and NoFact how many of them ask for something of which there is no fact.
	Picks  int `json:"picks"`
	NoFact int `json:"no_fact"`
	// Five is how many of them are among the first five that the program asks, and Ten among the first ten.
	Five int `json:"first_five"`
	Ten  int `json:"first_ten"`
	// PercentFive and PercentTen are these as shares of all in per cent, rounded down.
	PercentFive int `json:"percent_first_five"`
	PercentTen  int `json:"percent_first_ten"`
}

// Met reports whether both shares reach their goals.
func (s Share) Met() bool { return 100*s.Five >= GoalFirst*s.Picks && 100*s.Ten >= GoalTen*s.Picks }

// Policy is the share for the referrals that name one policy.
type Policy struct {
	// Policy is the policy or council as the referrals name it, or any.
	Policy string `json:"policy"`
	Share
}

// Referral is what came of one referral.
type Referral struct {
	ID    string              `json:"id"`
	Start diagnostic.Position `json:"start"`
	// Named is the policy that it names, and Policy the one under which it was answered.
	Named  string `json:"named"`
	Policy string `json:"policy"`
	// Asked is how many questions about single facts the program asks, and Picks are those of the worker, in order.
	Asked int    `json:"asked"`
	Picks []Pick `json:"picks"`
}

// Pick is one question of the worker.
type Pick struct {
	Ask   string              `json:"ask"`
	Start diagnostic.Position `json:"start"`
	// Facts are those that it asks for, and Children those whom it is about, in a case about several.
	Facts    []string `json:"facts"`
	Children []string `json:"children,omitempty"`
	// Rank is the place of the first of these facts among what the program asks, from 1, and Fact is that one. Rank is 0
	// if the program asks for none of them.
	Rank int    `json:"rank"`
	Fact string `json:"fact,omitempty"`
	// Known are those of the facts that the case says already.
	Known []string `json:"known,omitempty"`
}

// Within reports whether the program asks it among its first n questions.
func (p Pick) Within(n int) bool { return 0 < p.Rank && p.Rank <= n }

// Of adds the questions of some referrals up.
func Of(list []Referral) Share {
	var s Share
	for _, r := range list {
		for _, p := range r.Picks {
			s.Picks++
			if len(p.Facts) == 0 {
				s.NoFact++
			}
			if p.Within(First) {
				s.Five++
			}
			if p.Within(Ten) {
				s.Ten++
			}
		}
	}
	if s.Picks > 0 {
		s.PercentFive, s.PercentTen = 100*s.Five/s.Picks, 100*s.Ten/s.Picks
	}
	return s
}

// Met reports whether every file was measured and reaches its goals.
func (r *Report) Met() bool {
	for _, f := range r.Files {
		if !f.All.Met() {
			return false
		}
	}
	return len(r.Files) > 0 && !r.Faults.HasErrors()
}
