package main

import (
	"context"

	"github.com/spf13/cobra"

	"windscreen/engine/directory"
	"windscreen/engine/render"
)

// servicesCommand lists services.
func (a *app) servicesCommand() *cobra.Command {
	var q question
	var file string
	var format *choice[render.Format]
	cmd := &cobra.Command{
		Use:   "services",
		Short: "List the services of a document's directory",
		Long: `Services prints the services of each policy, or of one, by the level at which
the document lists them: what each offers and to whom, and how to contact it,
as printed in the document's year. With --case it prints the services that fit
the case, and why, and those that may fit, and what that depends on.

The level at which a document lists a service sorts its directory. It is not a
sign of a child's level.

For a case about several children, --case lists services for each child in turn.
JSON and YAML have a list of children. For a case about one child it has one
entry. --child chooses one child.`,
		Example: `  windscreen services --policy bexley-2020
  windscreen services --case case.yaml
  windscreen services -o json --case - < case.json`,
		Args: arguments(0, 0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			switch {
			case cmd.Flags().Changed("case"):
				return a.showFitting(q, file, format.value)
			case q.child.given:
				return usage("--child names a child of a case; name the case with --case")
			}
			d, err := listed(cmd.Context(), q)
			if err != nil {
				return err
			}
			return show(a, render.Directory, format.value, d, render.Options{})
		},
	}
	format = formatFlag(cmd, render.KindDirectory, "how to print services")
	cmd.Flags().StringVar(&file, "case", "", "list services for the case in `FILE`")
	cmd.Flags().StringVar(&q.policy, "policy", "", "list only policy or council `NAME`")
	q.child.add(cmd)
	addRules(cmd, &q.rules)
	return cmd
}

// showFitting prints the services that fit a case, or may: for each child, or the one asked for.
func (a *app) showFitting(q question, file string, f render.Format) error {
	answers, err := a.answer(q, []string{file})
	if err != nil {
		return err
	}
	return show(a, render.Fitting, f, answers[0], render.Options{})
}

// listed are the services of a policy, of all editions of a council, or of all policies.
func listed(ctx context.Context, q question) (*directory.Directory, error) {
	e, err := load(q.rules)
	if err != nil {
		return nil, err
	}
	if err := known(e, q.policy); err != nil {
		return nil, err
	}
	return e.Directory(ctx, e.IDsOf(q.policy)...)
}
