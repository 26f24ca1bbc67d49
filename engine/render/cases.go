package render

import (
	"io"

	"windscreen/engine/comparison"
	"windscreen/engine/directory"
)

// QuestionsOn writes what to find out about a case, as ChildQuestions does for one child and FamilyQuestions for
// several: for the child that is named or, without one, for all.
func QuestionsOn(w io.Writer, f Format, n Named, o Options) error {
	if of, there := n.OneChild(); there {
		return ChildQuestions(w, f, of, o)
	} else if n.Child != "" {
		return none(KindQuestions)
	}
	return FamilyQuestions(w, f, n.Answer, o)
}

// Fitting writes the services that fit a case, or may, as ChildDirectory does for one child and Directories for
// several: for the child that is named or, without one, for each.
func Fitting(w io.Writer, f Format, n Named, o Options) error {
	if n.Answer == nil {
		return none(KindDirectory)
	}
	if of, there := n.OneChild(); there {
		return ChildDirectory(w, f, &directory.Child{Child: of.Child, OneOf: of.OneOf, Directory: directory.Of(of.Recommendation)}, o)
	} else if n.Child != "" {
		return none(KindDirectory)
	}
	var list []directory.Child
	for _, of := range n.Answer.Children {
		list = append(list, directory.Child{Child: of.Child, OneOf: of.OneOf, Directory: directory.Of(of.Recommendation)})
	}
	return Directories(w, f, list, o)
}

// ComparisonsOf writes what engine.Engine.CompareFamily gives, as ChildComparison does for one child and Comparisons
// for several: for the child with a label or, without one, for each.
func ComparisonsOf(child string) func(io.Writer, Format, []comparison.Child, Options) error {
	return func(w io.Writer, f Format, list []comparison.Child, o Options) error {
		if len(list) == 1 && list[0].Child == "" && child == "" {
			return ChildComparison(w, f, &list[0], o)
		} else if child == "" {
			return Comparisons(w, f, list, o)
		}
		for i := range list {
			if list[i].Child == child {
				return ChildComparison(w, f, &list[i], o)
			}
		}
		return none(KindComparison)
	}
}
