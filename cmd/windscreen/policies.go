package main

import (
	"github.com/spf13/cobra"

	"windscreen/engine"
	"windscreen/engine/render"
)

// policiesCommand lists the policies.
func (a *app) policiesCommand() *cobra.Command {
	var dir string
	var format *choice[render.Format]
	cmd := &cobra.Command{
		Use:   "policies",
		Short: "List the policies that a case can name",
		Long: `Policies prints every policy that a case can name: its source document, when it
was in force, its levels, and how many rules it has, including those of the
policies that it builds on. A case can name the council instead. The edition in
force on the case's date then applies.`,
		Example: `  windscreen policies
  windscreen policies -o json --rules my-rules`,
		Args: arguments(0, 0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			e, err := load(dir)
			if err != nil {
				return err
			}
			var list []engine.PolicyInfo
			err = e.EachPolicy(cmd.Context(), nil, func(p *engine.Policy) error {
				list = append(list, p.Info())
				return nil
			})
			if err != nil {
				return err
			}
			return show(a, render.Policies, format.value, list, render.Options{})
		},
	}
	format = formatFlag(cmd, render.KindPolicies, "how to print the policies")
	addRules(cmd, &dir)
	return cmd
}
