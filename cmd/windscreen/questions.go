package main

import (
	"github.com/spf13/cobra"

	"windscreen/engine/render"
)

// questionsCommand says what to find out next.
func (a *app) questionsCommand() *cobra.Command {
	var q question
	var o render.Options
	var format *choice[render.Format]
	cmd := &cobra.Command{
		Use:   "questions CASE",
		Short: "List what to find out next, and who could answer",
		Long: `Questions prints what to find out about a case next, in this order:
  - immediate danger
  - what an action that is due waits on, what alone would make a duty, and
    whether telling the family is safe
  - what the case says is unknown, or known only in part
  - what follows from the concerns that the case states
  - any other fact that could change the answer.
In each group, the questions that decide most come first. Each question shows
who could answer it and which rules depend on it. One line names the areas that
nobody has gone through. Text shows the first ten questions, or all with --all,
and shortens long lists of rules. JSON has everything.

For a case about several children, each question is listed once, with the
children that it is about. With --child, the list is for one child.

A case called - is standard input.`,
		Example: `  windscreen questions case.yaml
  windscreen questions --all case.yaml
  windscreen questions --child baby family.yaml
  windscreen questions -o json --policy bexley-2020 case.yaml`,
		Args: arguments(1, 1, "one case"),
		RunE: func(_ *cobra.Command, files []string) error {
			answers, err := a.answer(q, files)
			if err != nil {
				return err
			}
			return show(a, render.QuestionsOn, format.value, answers[0], o)
		},
	}
	format = formatFlag(cmd, render.KindQuestions, "how to print the questions")
	cmd.Flags().BoolVar(&o.All, "all", false, "in text, show every question")
	q.addFlags(cmd)
	return cmd
}
