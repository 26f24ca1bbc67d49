package main

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
	"windscreen/internal/readfile"
)

// lintCommand checks rules.
func (a *app) lintCommand() *cobra.Command {
	var dir string
	format := oneOf("text", "json", "github")
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
	cmd.Flags().VarP(format, "output", "o", "how to print what is wrong")
	addRules(cmd, &dir)
	return cmd
}

// lint checks a rule root and prints what is wrong with it.
func (a *app) lint(dir, format string) error {
	fsys, err := ruleRoot(dir)
	if err != nil {
		return err
	}
	list := below(dir, engine.Lint(fsys))
	var out string
	switch format {
	case "json":
		if err := a.printJSON(list); err != nil {
			return err
		}
	case "github":
		for _, d := range list {
			out += d.Annotation().String()
		}
	default:
		if out = diagnostic.Visible(list.String()); out != "" {
			out += "\n\n"
		}
	}
	if format != "json" {
		last, err := closing(fsys, list)
		if err != nil {
			return err
		}
		if err := a.print([]byte(out + last + "\n")); err != nil {
			return err
		}
	}
	if list.HasErrors() {
		return errFindings
	}
	return nil
}

// closing counts what was found, or what was read where nothing was found.
func closing(fsys fs.FS, list diagnostic.List) (string, error) {
	errors := 0
	for _, d := range list {
		if d.Severity == diagnostic.Error {
			errors++
		}
	}
	if len(list) > 0 {
		return counted(errors, "error") + ", " + counted(len(list)-errors, "warning"), nil
	}
	names, _ := readfile.Walk(fsys, ".", []string{".yaml"}, readfile.FolderLimits())
	e, err := engine.Load(fsys)
	if err != nil {
		return "", err
	}
	var policies []string
	for _, p := range e.Policies() {
		policies = append(policies, fmt.Sprintf("%s with %s", diagnostic.OneLine(p.ID), counted(p.Rules, "rule")))
	}
	return fmt.Sprintf("no faults: %s read; %s", counted(len(names), "file"), strings.Join(policies, ", ")), nil
}

// counted is a number and its noun.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
