package main

import (
	"context"

	"github.com/spf13/cobra"

	"windscreen/engine/document"
	"windscreen/engine/render"
)

// docsCommand writes a policy as people read it.
func (a *app) docsCommand() *cobra.Command {
	var dir string
	var scenarios []string
	var format *choice[render.Format]
	cmd := &cobra.Command{
		Use:   "docs POLICY",
		Short: "Write a policy as a page that people read",
		Long: `Docs writes a policy as a page for people who do not read rule files: every
sign of need by level and domain, in words, with its clause and where the
document has it; the grounds in law; agreement, telling and sharing; what must
be done and by when; services and contacts with their hours; and what the
document leaves open, with the reason for each choice.

The page is one file that needs no other. It can be searched, and printed. With
--scenarios it names for each rule the scenarios, among those in a file or
folder, that show it best.`,
		Example: `  windscreen docs bexley-2020 > bexley-2020.html
  windscreen docs bexley-2020 --scenarios fixtures > bexley-2020.html
  windscreen docs demo-1 --rules my-rules -o json`,
		Args: arguments(1, 1, "a policy"),
		RunE: func(cmd *cobra.Command, args []string) error {
			e, err := load(dir)
			if err != nil {
				return err
			}
			p, err := e.Policy(args[0])
			if err != nil {
				return err
			}
			d, err := p.Document()
			if err != nil {
				return err
			}
			if len(scenarios) > 0 {
				if err := showScenarios(cmd.Context(), dir, d, scenarios); err != nil {
					return err
				}
			}
			return show(a, render.Document, format.value, d, render.Options{})
		},
	}
	format = formatFlag(cmd, render.KindDocument, "how to write the policy")
	cmd.Flags().StringArrayVar(&scenarios, "scenarios", nil, "name scenarios in `PATH`; may be given more than once")
	addRules(cmd, &dir)
	return cmd
}

// showScenarios names, for each rule of a document, the scenarios under some paths that show it best.
// They have to pass: a scenario that fails shows nothing.
func showScenarios(ctx context.Context, dir string, d *document.Document, paths []string) error {
	root, err := loadToTry(dir)
	if err != nil {
		return err
	}
	found, err := fixtures(paths)
	if err != nil {
		return err
	}
	ran, err := root.Run(ctx, found.Scenarios)
	if err != nil {
		return err
	}
	if err := ran.Faults.Err(); err != nil {
		return err
	}
	if !ran.OK() {
		return usage("some of these scenarios fail, or there are none; windscreen test says which")
	}
	d.Show(func(rule string) []string {
		var names []string
		for _, s := range ran.Shown[d.Policy][rule] {
			names = append(names, s.Name)
		}
		return names
	})
	return nil
}
