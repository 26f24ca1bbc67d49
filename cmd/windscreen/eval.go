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
		Short: "Recommend a level for cases, with the explanation",
		Long: `Eval reads cases in YAML or JSON and prints the explained recommendation for
each. A file called - is standard input.

Every case is read and answered before anything is printed: where one is
wrong, all that is wrong with all of them is reported and nothing is answered.

Several files give one answer after another: in JSON as a list in the order of
the files, in YAML as documents separated by ---, in text and Markdown each
under the name of its file. Text and Markdown are for people and leave some of
the data out; JSON and YAML carry all of it.

Where a case names a council, the edition in force on its day is
applied. A case that names an edition of other days is answered all the same,
with a warning on standard error.`,
		Example: `  windscreen eval case.yaml
  windscreen eval --policy bexley-2020 -o json case.yaml
  windscreen eval --rules my-rules --show-rules cases/*.yaml
  cat case.json | windscreen eval -`,
		Args: arguments(1, -1, "one case or more"),
		RunE: func(_ *cobra.Command, files []string) error {
			q.evaluator = evaluator.value
			answers, err := a.answer(q, files)
			if err != nil {
				return err
			}
			named := make([]render.Named, len(answers))
			for i, r := range answers {
				named[i] = render.Named{File: called(files[i]), Recommendation: r}
			}
			return show(a, render.Recommendations, format.value, named, o)
		},
	}
	format = formatFlag(cmd, render.KindRecommendation, "how to print the answer")
	cmd.Flags().BoolVar(&o.Rules, "show-rules", false, "show the id and condition of each rule")
	cmd.Flags().Var(evaluator, "evaluator", "what runs the rules")
	cmd.Flags().BoolVar(&q.notCommenced, "not-commenced", false, "also cautions on law not in force yet")
	q.addFlags(cmd)
	return cmd
}
