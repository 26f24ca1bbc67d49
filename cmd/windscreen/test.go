package main

import (
	"context"
	"errors"
	"fmt"
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
	var t tried
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

--run runs only the scenarios whose names match a regular expression, and --only
only those in files of that name, such as levels.yaml or 2020/levels.yaml. It
is an error if they leave none.

A scenario that fails shows what was expected, what came out, and the rules
concerned: the parts of each condition with what they came to, what it reads,
and which facts are open.

--cross-check has every answer checked by a second evaluator, which takes many
times as long. A scenario on which the two differ fails.

It exits with 1 if a scenario fails, a file has a fault, or there are no
scenarios.`,
		Example: `  windscreen test
  windscreen test -o junit fixtures > report.xml
  windscreen test --only levels.yaml --run 'Many carers'
  windscreen test --rules rules fixtures/authorities/bexley/2020`,
		Args: arguments(0, -1, "files and folders"),
		RunE: func(cmd *cobra.Command, paths []string) error {
			return a.test(cmd.Context(), dir, t, paths, format.value)
		},
	}
	format = formatFlag(cmd, render.KindScenarios, "how to print it")
	cmd.Flags().BoolVar(&t.crossCheck, "cross-check", false, "check by a second evaluator")
	cmd.Flags().StringVar(&t.run, "run", "", "only scenarios named like `REGEXP`")
	cmd.Flags().StringVar(&t.only, "only", "", "only files called `FILE`")
	addRules(cmd, &dir)
	return cmd
}

// tried is what to run of what is found, and how.
type tried struct {
	run, only  string
	crossCheck bool
}

// test runs what is found under some paths.
func (a *app) test(ctx context.Context, dir string, t tried, paths []string, format render.Format) error {
	var running []authoring.RunOption
	if t.run != "" {
		name, err := regexp.Compile(t.run)
		if err != nil {
			return usage("--run %s: it is not a regular expression; put \\ before a bracket or a sign that the name itself has", t.run)
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
	if err := found.narrow(t.only); err != nil {
		return err
	}
	report, err := root.Run(ctx, found.scenarios, running...)
	if err != nil {
		return err
	}
	if len(report.Results) == 0 && t.run != "" && !report.Faults.HasErrors() {
		return usage("--run %s: no scenario has such a name", t.run)
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

// narrow leaves only the scenario files of one name, if one is wanted: the end of a path, in whole steps. Then only their
// faults count.
func (f *found) narrow(name string) error {
	if name == "" {
		return nil
	}
	other := func(path string) bool {
		return !strings.HasSuffix("/"+path, "/"+strings.TrimPrefix(filepath.ToSlash(name), "./"))
	}
	f.scenarios = slices.DeleteFunc(f.scenarios, func(s authoring.ScenarioFile) bool { return other(s.Name) })
	f.faults = slices.DeleteFunc(f.faults, func(d diagnostic.Diagnostic) bool { return other(d.File) })
	if len(f.scenarios) == 0 && len(f.faults) == 0 {
		return usage("--only %s: no file of scenarios is called so", name)
	}
	return nil
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
