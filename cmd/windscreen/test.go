package main

import (
	"context"
	"errors"
	"io/fs"

	"github.com/spf13/cobra"

	"windscreen/engine"
	"windscreen/engine/authoring"
	"windscreen/engine/render"
)

// testCommand runs scenarios.
func (a *app) testCommand() *cobra.Command {
	var dir string
	var crossCheck bool
	var format *choice[render.Format]
	cmd := &cobra.Command{
		Use:   "test [PATH…]",
		Short: "Run scenarios: cases with the results that they must have",
		Long: `Test runs the scenarios in files and folders, by default those in the folder
fixtures. A scenario file is YAML or JSON with the key scenarios. In a folder
called cases, a file is a case to try: test checks that it has no faults and,
if it names a policy, that it can be answered. In a folder called picks, a file
holds practice picks: test checks them, and "windscreen picks" measures them.
Any other YAML or JSON file is an error, so that no file goes unread by mistake.
Test follows links, and reads each file once.

--cross-check has every answer checked by a second evaluator, which takes many
times as long. A scenario on which the two differ fails.

It exits with 1 if a scenario fails, a file has a fault, or there are no
scenarios.`,
		Example: `  windscreen test
  windscreen test -o junit fixtures > report.xml
  windscreen test --rules rules fixtures/authorities/bexley/2020`,
		Args: arguments(0, -1, "files and folders"),
		RunE: func(cmd *cobra.Command, paths []string) error {
			return a.test(cmd.Context(), dir, crossCheck, paths, format.value)
		},
	}
	format = formatFlag(cmd, render.KindScenarios, "how to print the report")
	cmd.Flags().BoolVar(&crossCheck, "cross-check", false, "check by a second evaluator")
	addRules(cmd, &dir)
	return cmd
}

// test runs what is found under some paths.
func (a *app) test(ctx context.Context, dir string, crossCheck bool, paths []string, format render.Format) error {
	var loading []engine.LoadOption
	var opening []authoring.OpenOption
	if crossCheck {
		loading, opening = append(loading, engine.CrossCheck()), append(opening, authoring.CrossCheck())
	}
	e, err := load(dir, loading...)
	if err != nil {
		return err
	}
	root, err := loadToTry(dir, opening...)
	if err != nil {
		return err
	}
	found, err := tried(ctx, e, root, paths)
	if err != nil {
		return err
	}
	report, err := root.Run(ctx, found.Scenarios)
	if err != nil {
		return err
	}
	found.Join(report)
	if err := show(a, render.Scenarios, format, report, render.Options{}); err != nil {
		return err
	}
	if !report.OK() {
		return errFindings
	}
	return nil
}

// tried looks for what to run under some paths, by default the folder fixtures, and checks what is no scenario.
func tried(ctx context.Context, e *engine.Engine, root *authoring.Root, paths []string) (*authoring.Fixtures, error) {
	f, err := fixtures(paths)
	if err != nil {
		return nil, err
	}
	return f, f.Check(ctx, e, root)
}

// fixtures reads what is under some paths, by default the folder fixtures.
func fixtures(paths []string) (*authoring.Fixtures, error) {
	if len(paths) == 0 {
		paths = []string{"fixtures"}
	}
	f, err := authoring.FindFixtures(paths)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, usage("%s", err)
	}
	return f, err
}
