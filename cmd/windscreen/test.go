package main

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

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
	var t selection
	var format *choice[render.Format]
	var watch bool
	cmd := &cobra.Command{
		Use:   "test [PATH…]",
		Short: "Run scenarios: cases with the results that they must have",
		Long: `Test runs the scenarios in files and folders, by default those in the folder
fixtures. A scenario file is YAML or JSON with the key scenarios. In a folder
called cases, a file is a case to try: test checks that it has no faults and,
if it names a policy, that it can be answered. In a folder called picks, a file
holds practice picks: test checks them, and "windscreen picks" measures them.
A file of cases that scenario files name under cases_from, beside them or in a
folder above, is read with each of them, and need not be named as a path. Any
other YAML or JSON file is an error, so that no file goes unread by mistake.
Test follows links, and reads each file once.

--run runs only the scenarios whose names match a regular expression, and --only
only those in files of that name, such as levels.yaml or 2020/levels.yaml. It
is an error if they leave none.

A scenario that fails shows what was expected, what came out, and the rules
concerned: the parts of each condition with what they came to, what it reads,
and which facts are open.

--watch goes on until Ctrl+C. When a file of the rules (--rules) or of the
scenarios changes, it runs them again, and prints what changed: which scenarios
fail now, and why, and which pass now. It looks every second, and exits as the
last run did.

--cross-check has every answer checked by a second evaluator, which takes many
times as long. A scenario on which the two differ fails.

It exits with 1 if a scenario fails, a file has a fault, or there are no
scenarios.`,
		Example: `  windscreen test
  windscreen test -o junit fixtures > report.xml
  windscreen test --only levels.yaml --run 'Many carers'
  windscreen test --rules rules fixtures/authorities/bexley/2020
  windscreen test --watch --rules rules fixtures/authorities/bexley/2020`,
		Args: arguments(0, -1, "files and folders"),
		RunE: func(cmd *cobra.Command, paths []string) error {
			if watch {
				return a.watchScenarios(cmd, dir, t, paths, format.value)
			}
			return a.test(cmd.Context(), dir, t, paths, format.value)
		},
	}
	format = formatFlag(cmd, render.KindScenarios, "how to print it")
	cmd.Flags().BoolVar(&t.crossCheck, "cross-check", false, "check by a second evaluator")
	cmd.Flags().StringVar(&t.run, "run", "", "only scenarios named like `REGEXP`")
	cmd.Flags().StringVar(&t.only, "only", "", "only files called `FILE`")
	cmd.Flags().BoolVar(&watch, "watch", false, "run again whenever a file changes")
	addRules(cmd, &dir)
	return cmd
}

// selection is what to run of what is found, and how.
type selection struct {
	run, only  string
	crossCheck bool
}

// test runs what is found under some paths, and prints the report.
func (a *app) test(ctx context.Context, dir string, t selection, paths []string, format render.Format) error {
	report, err := runScenarios(ctx, dir, t, paths)
	if err != nil {
		return err
	}
	if err := show(a, render.Scenarios, format, report, render.Options{}); err != nil {
		return err
	}
	return outcome(report)
}

// outcome is how the command ends after a run.
func outcome(r *scenario.Report) error {
	if !r.OK() {
		return errFindings
	}
	return nil
}

// runScenarios runs what is found under some paths.
func runScenarios(ctx context.Context, dir string, t selection, paths []string) (*scenario.Report, error) {
	var running []authoring.RunOption
	if t.run != "" {
		name, err := regexp.Compile(t.run)
		if err != nil {
			return nil, usage("--run %s: it is not a regular expression; put \\ before a bracket or a sign that the name itself has", t.run)
		}
		running = append(running, authoring.Named(name.MatchString))
	}
	var loading []engine.LoadOption
	var opening []authoring.OpenOption
	if t.crossCheck {
		loading, opening = append(loading, engine.CrossCheck()), append(opening, authoring.CrossCheck())
	}
	e, err := load(dir, loading...)
	if err != nil {
		return nil, err
	}
	root, err := loadToTry(dir, opening...)
	if err != nil {
		return nil, err
	}
	found, err := tried(ctx, e, root, paths)
	if err != nil {
		return nil, err
	}
	if err := narrow(found, t.only); err != nil {
		return nil, err
	}
	report, err := root.Run(ctx, found.Scenarios, running...)
	if err != nil {
		return nil, err
	}
	if len(report.Results) == 0 && t.run != "" && !report.Faults.HasErrors() {
		return nil, usage("--run %s: no scenario has such a name", t.run)
	}
	found.Join(report)
	return report, nil
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
	f, err := authoring.FindFixtures(fixturePaths(paths))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, usage("%s", err)
	}
	return f, err
}

// fixturePaths are some paths or, if there are none, the folder fixtures.
func fixturePaths(paths []string) []string {
	if len(paths) == 0 {
		return []string{"fixtures"}
	}
	return paths
}

// narrow leaves only the scenario files of one name, if one is wanted: the end of a path, in whole steps. Then only their
// faults count.
func narrow(f *authoring.Fixtures, name string) error {
	if name == "" {
		return nil
	}
	other := func(path string) bool {
		return !strings.HasSuffix("/"+path, "/"+strings.TrimPrefix(filepath.ToSlash(name), "./"))
	}
	f.Scenarios = slices.DeleteFunc(f.Scenarios, func(s authoring.ScenarioFile) bool { return other(s.Name) })
	f.Faults = slices.DeleteFunc(f.Faults, func(d diagnostic.Diagnostic) bool { return other(d.File) })
	if len(f.Scenarios) == 0 && len(f.Faults) == 0 {
		return usage("--only %s: no file of scenarios is called so", name)
	}
	return nil
}
