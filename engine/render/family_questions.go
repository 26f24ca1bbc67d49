package render

import (
	"io"
	"slices"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
)

// FamilyQuestions writes what to find out about the children of a case, each question once with
// the children that it is about, in a format of KindQuestions. The options are as for Questions.
// It fails if a is nil, if the format is not one of the kind's, or if w fails.
func FamilyQuestions(w io.Writer, f Format, a *family.Answer, o Options) error {
	return familyQuestions.write(w, KindQuestions, f, a, o)
}

// ChildQuestions writes what to find out about one child of a case about several, as Questions
// does. Text names the child, and how many children there are.
func ChildQuestions(w io.Writer, f Format, c *family.Child, o Options) error {
	if c == nil || c.Recommendation == nil {
		return none(KindQuestions)
	}
	return childQuestions.write(w, KindQuestions, f, c, o)
}

func familyQuestionsJSON(w io.Writer, a *family.Answer, o Options) error {
	return inJSON(w, a.Family.Questions, o)
}

func childQuestionsJSON(w io.Writer, c *family.Child, o Options) error {
	return inJSON(w, c.Questions, o)
}

// askProfessionals is said of questions while nobody is to ask the family.
const askProfessionals = "Ask the family none of this until telling them is safe; ask professionals."

// othersAsked reports whether anybody but a child alone may be asked one of some questions.
func othersAsked(list []family.QuestionOf) bool {
	return slices.ContainsFunc(list, func(q family.QuestionOf) bool { return !q.Alone() })
}

// familyQuestionsText writes the questions with whom each is about.
func familyQuestionsText(w io.Writer, a *family.Answer, o Options) error {
	wait := a.Family.Telling.Value.AfterAdvice()
	if wait && othersAsked(a.Family.Questions) {
		if err := firstLine(w, askProfessionals, o); err != nil {
			return err
		}
	}
	var list []recommendation.Question
	for _, q := range a.Family.Questions {
		if !q.All {
			q.Ask = "For " + labels(q.Children) + ": " + q.Ask
		}
		q.Who = whoToAsk(q.Question, wait)
		list = append(list, q.Question)
	}
	return questionsText(w, list, o)
}

// childQuestionsText writes the questions under the child's label.
func childQuestionsText(w io.Writer, c *family.Child, o Options) error {
	if who := oneOf(c.Child, c.OneOf); who != "" {
		if err := firstLine(w, english.UpperFirst(who)+".", o); err != nil {
			return err
		}
	}
	return questionsText(w, c.Questions, o)
}

// firstLine writes a line, and a blank one after it.
func firstLine(w io.Writer, s string, o Options) error {
	_, err := io.WriteString(w, paragraph(o.width(), "", 0, s)+"\n")
	return err
}

// whoToAsk are those who could answer a question. While asking the family waits, nobody of the
// family is named.
func whoToAsk(q recommendation.Question, wait bool) []string {
	if !wait {
		return q.Who
	}
	out := slices.DeleteFunc(slices.Clone(q.Who), func(who string) bool { return slices.Contains(q.Family, who) })
	if len(out) == 0 && len(q.Who) > 0 {
		return []string{"whoever gives the advice says who asks"}
	}
	return out
}
