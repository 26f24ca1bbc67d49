package family

import "windscreen/engine/recommendation"

// WhyNot says why no higher level is recommended, and what would change the answer: for each child of a case, or
// for one.
type WhyNot struct {
	// Format is the version of this structure; it grows when a key changes meaning.
	Format int `json:"format"`
	// Policy is the id of the policy that answers.
	Policy string `json:"policy"`
	// Case is the id that the case gives itself; empty where it gives none.
	Case string `json:"case"`
	// AsOf is the date and time of the case.
	AsOf recommendation.Moment `json:"as_of"`
	// Children are in the order of the case; just one for a case about one child.
	Children []WhyNotChild `json:"children"`
}

// WhyNotChild is what keeps one child from the next level up. Its parts are those of the Recommendation.
type WhyNotChild struct {
	// Child is the child's label; empty in a case about one.
	Child string `json:"child"`
	// Level is the level that is recommended for the child.
	Level recommendation.Level `json:"level"`
	// WhyNot says why the next level up is not recommended, or the level that was asked for.
	WhyNot []recommendation.Obstacle `json:"why_not"`
	// ChangesIf is what is still open, and the fewest answers that decide it.
	ChangesIf []recommendation.ChangesIf `json:"changes_if"`
	// Titles and Clauses are as in a Recommendation, for the whole answer.
	Titles  map[string]string                `json:"titles"`
	Clauses map[string]recommendation.Clause `json:"clauses"`
}

// WhyNotOf is why no higher level is recommended for the child with a label or, without one, for each child of
// an answer.
func WhyNotOf(a *Answer, child string) *WhyNot {
	out := &WhyNot{Format: FormatVersion, Children: []WhyNotChild{}}
	if a == nil {
		return out
	}
	out.Policy, out.Case, out.AsOf = a.Family.Policy, a.Family.Case, a.Family.AsOf
	for _, c := range a.Children {
		if r := c.Recommendation; r != nil && (child == "" || c.Child == child) {
			out.Children = append(out.Children, WhyNotChild{Child: c.Child, Level: r.Level, WhyNot: r.WhyNot, ChangesIf: r.ChangesIf,
				Titles: r.Titles, Clauses: r.Clauses})
		}
	}
	return out
}
