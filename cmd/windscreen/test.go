package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
	"windscreen/engine/scenario"
)

// testCommand runs scenarios.
func (a *app) testCommand() *cobra.Command {
	var dir string
	format := oneOf("text", "junit", "github")
	cmd := &cobra.Command{
		Use:   "test [PATH…]",
		Short: "Run scenarios: cases with what must come out of them",
		Long: `Test runs the scenarios in files and folders, by default those in the folder
fixtures. A scenario file is YAML or JSON with the key scenarios. In a folder
called cases, a file is a plain case to try; it must be sound, and answered
where it names a policy. Any other YAML or JSON file there is reported, so that
nothing is passed over. Links are followed, and each file counts once.

It exits with 1 where a scenario fails, where a file is at fault, and where
there was no scenario to run.`,
		Example: `  windscreen test
  windscreen test -o junit fixtures > report.xml
  windscreen test --rules rules fixtures/bexley-2020`,
		Args: arguments(0, -1, "files and folders"),
		RunE: func(_ *cobra.Command, paths []string) error {
			return a.test(dir, paths, format.value)
		},
	}
	cmd.Flags().VarP(format, "output", "o", "how to print the report")
	addRules(cmd, &dir)
	return cmd
}

// test runs what is found under some paths.
func (a *app) test(dir string, paths []string, format string) error {
	e, err := load(dir)
	if err != nil {
		return err
	}
	report, cases, err := a.runAll(e, paths)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if cases > 0 && format == "text" {
		fmt.Fprintf(&b, "%s read\n", counted(cases, "case"))
	}
	if err := a.report(&b, report, format); err != nil {
		return err
	}
	if err := a.print(b.Bytes()); err != nil {
		return err
	}
	if !report.OK() {
		return errFindings
	}
	return nil
}

// runAll runs the scenarios under some paths, by default the folder fixtures, and
// looks at the plain cases there. It returns how many of those were read and are sound.
func (a *app) runAll(e *engine.Engine, paths []string) (report *scenario.Report, cases int, err error) {
	if len(paths) == 0 {
		paths = []string{"fixtures"}
	}
	found, err := a.find(paths)
	if err != nil {
		return nil, 0, err
	}
	report = e.RunScenarios(found.scenarios)
	report.Faults = append(report.Faults, found.faults...)
	for _, c := range found.cases {
		err := sound(e, c)
		if err == nil {
			cases++
			continue
		}
		if err := collect(&report.Faults, err); err != nil {
			return nil, 0, fmt.Errorf("%s: %w", c.name, err)
		}
	}
	report.Faults.Sort()
	return report, cases, nil
}

// report renders a report.
func (a *app) report(w io.Writer, r *scenario.Report, format string) error {
	switch format {
	case "junit":
		return scenario.JUnit(w, r)
	case "github":
		return scenario.GitHub(w, r)
	}
	return scenario.Text(w, r, a.colour())
}

// sound reads a plain case, and answers it where it names a policy.
func sound(e *engine.Engine, in input) error {
	c, err := e.ReadCase(in.name, in.data)
	if err != nil || c.Policy() == "" {
		return err
	}
	_, err = e.Evaluate(c)
	var failure *diagnostic.Failure
	if err != nil && !errors.As(err, &failure) {
		return fmt.Errorf("answering it: %w", err)
	}
	return err
}
