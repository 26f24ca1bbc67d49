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
		Long: `Questions prints what is still unknown about a case and could change the
answer: immediate danger first, then what the case itself says is unknown and
what advice on telling the family or an action due now waits on, then whole
domains that nobody has gone through, then single facts, in each the most
telling first. Each comes with who could answer and with the rules that wait
for it. Text shows the first ten, or all with --all, and cuts long lists of
rules short; JSON has them all.

A case called - is standard input.`,
		Example: `  windscreen questions case.yaml
  windscreen questions --all case.yaml
  windscreen questions -o json --policy bexley-2020 case.yaml`,
		Args: arguments(1, 1, "one case"),
		RunE: func(_ *cobra.Command, files []string) error {
			answers, err := a.answer(q, files)
			if err != nil {
				return err
			}
			return show(a, render.Questions, format.value, answers[0].Questions, o)
		},
	}
	format = formatFlag(cmd, render.KindQuestions, "how to print the questions")
	cmd.Flags().BoolVar(&o.All, "all", false, "in text, show every question")
	q.addFlags(cmd)
	return cmd
}
