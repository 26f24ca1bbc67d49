package main

import (
	"io/fs"
	"path"

	"github.com/spf13/cobra"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
	"windscreen/engine/render"
)

// lintCommand checks rules.
func (a *app) lintCommand() *cobra.Command {
	var dir string
	var format *choice[render.Format]
	cmd := &cobra.Command{
		Use:   "lint [DIR]",
		Short: "Check the rules in a folder",
		Long: `Lint reads a complete rule root (the folder vocabulary, and a folder for each
policy) and prints all that is wrong with it in one run, each with its place
and what to write instead. Without a folder it checks the rules that are
shipped.

It exits with 1 where there are errors. Warnings alone do not fail.`,
		Example: `  windscreen lint rules
  windscreen lint -o github rules
  windscreen lint -o json rules | jq '.[].message'`,
		Args: arguments(0, 1, "at most one folder"),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				if dir != "" {
					return usage("name the folder once: %s or --rules %s", args[0], dir)
				}
				dir = args[0]
			}
			return a.lint(dir, format.value)
		},
	}
	format = formatFlag(cmd, render.KindDiagnostics, "how to print what is wrong")
	addRules(cmd, &dir)
	return cmd
}

// lint checks a rule root and prints what is wrong with it.
func (a *app) lint(dir string, format render.Format) error {
	fsys, err := ruleRoot(dir)
	if err != nil {
		return err
	}
	report := &diagnostic.Report{Found: below(dir, engine.Lint(fsys))}
	if len(report.Found) == 0 {
		if err := read(fsys, report); err != nil {
			return err
		}
	}
	if err := show(a, render.Diagnostics, format, report, render.Options{}); err != nil {
		return err
	}
	if report.Found.HasErrors() {
		return errFindings
	}
	return nil
}

// read notes in a report what there is in a rule root.
func read(fsys fs.FS, report *diagnostic.Report) error {
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && path.Ext(name) == ".yaml" {
			report.Files++
		}
		return err
	})
	if err != nil {
		return err
	}
	e, err := engine.Load(fsys)
	if err != nil {
		return err
	}
	for _, p := range e.Policies() {
		report.Policies = append(report.Policies, diagnostic.Policy{ID: p.ID, Rules: p.Rules})
	}
	return nil
}
