package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"windscreen/engine"
	"windscreen/engine/authoring"
	"windscreen/engine/diagnostic"
	"windscreen/engine/render"
	"windscreen/engine/scenario"
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
	found, err := a.found(e, paths)
	if err != nil {
		return err
	}
	if err := found.check(root); err != nil {
		return err
	}
	report, err := root.Run(ctx, found.scenarios)
	if err != nil {
		return err
	}
	found.join(report)
	if err := show(a, render.Scenarios, format, report, render.Options{}); err != nil {
		return err
	}
	if !report.OK() {
		return errFindings
	}
	return nil
}

// once puts faults in order, each once: plain cases and scenarios may need the same rules.
func once(lists ...diagnostic.List) diagnostic.List {
	all := slices.Concat(lists...)
	all.Sort()
	return slices.Compact(all)
}

// found looks for what to run under some paths, by default the folder fixtures. What is wrong
// with the plain cases there is among the faults.
func (a *app) found(e *engine.Engine, paths []string) (*found, error) {
	if len(paths) == 0 {
		paths = []string{"fixtures"}
	}
	f, err := a.find(paths)
	if err != nil {
		return nil, err
	}
	for _, c := range f.cases {
		err := sound(e, c)
		if err == nil {
			f.sound++
			continue
		}
		if err := collect(&f.faults, err); err != nil {
			return nil, fmt.Errorf("%s: %w", c.name, err)
		}
	}
	return f, nil
}

// check adds to the faults those of practice picks. What is only worth a second look, windscreen picks says.
func (f *found) check(root *authoring.Root) error {
	list, err := root.CheckPicks(f.picks)
	for _, d := range list {
		if d.Severity == diagnostic.Error {
			f.faults = append(f.faults, d)
		}
	}
	return err
}

// join adds to a report what was found beside the scenarios.
func (f *found) join(r *scenario.Report) {
	r.Faults = once(r.Faults, f.faults)
	r.Cases = f.sound
}

// sound reads a plain case, and answers it where it names a policy.
func sound(e *engine.Engine, in input) error {
	c, err := e.ReadCase(in.name, in.data)
	if err != nil || c.Policy() == "" {
		return err
	}
	_, err = e.EvaluateFamily(c)
	var failure *diagnostic.Failure
	if err != nil && !errors.As(err, &failure) {
		return fmt.Errorf("answering it: %w", err)
	}
	return err
}
