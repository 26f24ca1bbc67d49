package main

import (
	"github.com/spf13/cobra"

	"windscreen/engine"
	"windscreen/engine/render"
)

// evalCommand answers cases.
func (a *app) evalCommand() *cobra.Command {
	var q question
	var o render.Options
	var format *choice[render.Format]
	evaluator := oneOf(engine.Plan, engine.CEL)
	cmd := &cobra.Command{
		Use:   "eval FILE…",
		Short: "Recommend a level for cases, and explain it",
		Long: `Eval reads cases in YAML or JSON and prints the explained recommendation for
each. A file called - is standard input.

Eval reads and answers every case before it prints anything. If any case has a
fault, eval reports every fault in all of them and prints no answers.

For several files it prints the answers in the order of the files: JSON as a
list, YAML as documents separated by ---, text and Markdown each under the name
of the file. Text and Markdown are for people and leave out some of the data.
JSON and YAML hold all of it.

For a case about several children, text and Markdown print one page for the
family: the highest level, what to do and for whom, whether the family may be
told, and a row for each child. JSON and YAML hold that page and the
recommendation for each child. --child prints the answer for one child.

If a case names no policy, name one with --policy. Both can name a council
instead. Eval then applies the edition in force on the case's date. If a case
names an edition that was not in force on that date, eval still answers, with a
warning on standard error.`,
		Example: `  windscreen eval case.yaml
  windscreen eval --policy bexley-2020 -o json case.yaml
  windscreen eval --child baby family.yaml
  windscreen eval --rules my-rules --show-rules cases/*.yaml
  cat case.json | windscreen eval -`,
		Args: arguments(1, -1, "one case or more"),
		RunE: func(_ *cobra.Command, files []string) error {
			q.evaluator = evaluator.value
			answers, err := a.answer(q, files)
			if err != nil {
				return err
			}
			return show(a, render.Families, format.value, answers, o)
		},
	}
	format = formatFlag(cmd, render.KindRecommendation, "how to print the answer")
	cmd.Flags().BoolVar(&o.Rules, "show-rules", false, "show the id and condition of each rule")
	cmd.Flags().Var(evaluator, "evaluator", "what runs the rules")
	cmd.Flags().BoolVar(&q.notCommenced, "not-commenced", false, "also cautions on law not in force")
	q.addFlags(cmd)
	return cmd
}
