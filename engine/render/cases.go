package render

import (
	"io"
	"slices"

	"windscreen/engine/comparison"
	"windscreen/engine/directory"
	"windscreen/engine/family"
)

// forPrograms reports whether a format holds data, which has one shape for one child and several.
func forPrograms(f Format) bool { return f == JSON || f == YAML }

// QuestionsOn writes what to find out about a case: for the child that is named or, without one, for all. JSON holds a
// family.Questions. Text is what ChildQuestions writes for one child and FamilyQuestions for several.
func QuestionsOn(w io.Writer, f Format, n Named, o Options) error {
	if forPrograms(f) && n.there() {
		return questionReports.write(w, KindQuestions, f, family.QuestionsOn(n.Answer, n.Child, o.Most), o)
	}
	if of, there := n.OneChild(); there {
		return ChildQuestions(w, f, of, o)
	} else if n.Child != "" {
		return none(KindQuestions)
	}
	return FamilyQuestions(w, f, n.Answer, o)
}

// Fitting writes the services that fit a case, or may: for the child that is named or, without one, for each. JSON and
// YAML hold a directory.Report. Text and Markdown are what ChildDirectory writes for one child and Directories for several.
func Fitting(w io.Writer, f Format, n Named, o Options) error {
	if !n.there() {
		return none(KindDirectory)
	}
	var list []directory.Child
	for _, of := range n.Answer.Children {
		if n.Child == "" || of.Child == n.Child {
			list = append(list, directory.Child{Child: of.Child, OneOf: of.OneOf, Directory: directory.Of(of.Recommendation)})
		}
	}
	switch {
	case forPrograms(f):
		return directoryReports.write(w, KindDirectory, f, directory.ReportOf(list), o)
	case n.Child != "" || len(list) == 1 && list[0].Child == "":
		return ChildDirectory(w, f, &list[0], o)
	}
	return Directories(w, f, list, o)
}

// ComparisonsOf writes what engine.Engine.CompareFamily gives: for the child with a label or, without one, for each. JSON
// and YAML hold a comparison.Report. Text and Markdown are what ChildComparison writes for one child and Comparisons for
// several.
func ComparisonsOf(child string) func(io.Writer, Format, []comparison.Child, Options) error {
	return func(w io.Writer, f Format, list []comparison.Child, o Options) error {
		if child != "" {
			list = slices.DeleteFunc(slices.Clone(list), func(c comparison.Child) bool { return c.Child != child })
		}
		if len(list) > 0 && forPrograms(f) {
			return comparisonReports.write(w, KindComparison, f, comparison.ReportOf(list), o)
		}
		if len(list) == 1 && list[0].Child == "" && child == "" {
			return ChildComparison(w, f, &list[0], o)
		} else if child == "" {
			return Comparisons(w, f, list, o)
		} else if len(list) == 0 {
			return none(KindComparison)
		}
		return ChildComparison(w, f, &list[0], o)
	}
}
