package family

import "windscreen/engine/recommendation"

// Questions are what to find out next about a case, the most telling first: for each child of a case, or for one.
type Questions struct {
	// Format is the version of this structure; it grows when a key changes meaning.
	Format int `json:"format"`
	// Policy is the id of the policy that answers.
	Policy string `json:"policy"`
	// Case is the id that the case gives itself; empty where it gives none.
	Case string `json:"case"`
	// AsOf is the date and time of the case.
	AsOf recommendation.Moment `json:"as_of"`
	// Children are the children whom questions are about, in the order of the case; just one for a case about one child.
	Children []QuestionsChild `json:"children"`
	// Questions are asked once each, with the labels of the children whom they are about.
	Questions []QuestionOf `json:"questions"`
	// LeftOut is how many more questions there are than are listed.
	LeftOut int `json:"left_out"`
}

// QuestionsChild is a child about whom there may be questions.
type QuestionsChild struct {
	// Child is the child's label; empty in a case about one.
	Child string `json:"child"`
	// Questions is how many of all questions are about the child, listed or not.
	Questions int `json:"questions"`
}

// QuestionsOn are the questions about the child with a label or, without one, about each child of an answer: at most so
// many, or all if most is 0.
func QuestionsOn(a *Answer, child string, most int) *Questions {
	out := &Questions{Format: FormatVersion, Children: []QuestionsChild{}, Questions: []QuestionOf{}}
	if a == nil {
		return out
	}
	out.Policy, out.Case, out.AsOf = a.Family.Policy, a.Family.Case, a.Family.AsOf
	if child == "" {
		out.Questions = append(out.Questions, a.Family.Questions...)
	}
	for _, c := range a.Children {
		if c.Recommendation == nil || child != "" && c.Child != child {
			continue
		}
		out.Children = append(out.Children, QuestionsChild{Child: c.Child, Questions: len(c.Questions)})
		if child == "" {
			continue
		}
		of := Of{Children: []string{c.Child}, All: len(a.Children) == 1}
		for _, q := range c.Questions {
			out.Questions = append(out.Questions, QuestionOf{of, q})
		}
	}
	if most > 0 && len(out.Questions) > most {
		out.LeftOut = len(out.Questions) - most
		out.Questions = out.Questions[:most]
	}
	return out
}
