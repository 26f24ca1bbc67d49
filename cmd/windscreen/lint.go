package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"windscreen/engine/authoring"
	"windscreen/engine/diagnostic"
)

// lintCommand checks rules.
func (a *app) lintCommand() *cobra.Command {
	var dir string
	format := oneOf("text", "json", "github")
	cmd := &cobra.Command{
		Use:   "lint [DIR]",
		Short: "Check the rules in a folder",
		Long: `Lint reads a complete rule root (the folders vocabulary, shared and
authorities) and prints all that is wrong with it in one run, each with its
place and what to write instead. Without a folder it checks the rules that are
shipped.

It exits with 1 where there are errors. Warnings alone do not fail.`,
		Example: `  windscreen lint rules
  windscreen lint -o github rules
  windscreen lint -o json rules | jq '.[].message'`,
		Args: arguments(0, 1, "at most one folder"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				if dir != "" {
					return usage("name the folder once: %s or --rules %s", args[0], dir)
				}
				dir = args[0]
			}
			return a.lint(cmd.Context(), dir, format.value)
		},
	}
	cmd.Flags().VarP(format, "output", "o", "how to print what is wrong")
	addRules(cmd, &dir)
	return cmd
}

// lint checks a rule root and prints what is wrong with it.
func (a *app) lint(ctx context.Context, dir, format string) error {
	fsys, err := ruleRoot(dir)
	if err != nil {
		return err
	}
	report, err := authoring.Lint(ctx, fsys, dir)
	if err != nil {
		return err
	}
	list := report.Diagnostics
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
		if err := a.print([]byte(out + closing(report) + "\n")); err != nil {
			return err
		}
	}
	if list.HasErrors() {
		return errFindings
	}
	return nil
}

// closing counts what was found, or what was read where nothing was found.
func closing(r *authoring.LintReport) string {
	errors := 0
	for _, d := range r.Diagnostics {
		if d.Severity == diagnostic.Error {
			errors++
		}
	}
	if n := len(r.Diagnostics); n > 0 {
		return counted(errors, "error") + ", " + counted(n-errors, "warning")
	}
	var policies []string
	for _, p := range r.Policies {
		policies = append(policies, fmt.Sprintf("%s with %s", diagnostic.Visible(p.ID), counted(p.Rules, "rule")))
	}
	return fmt.Sprintf("no faults: %s read; %s", counted(r.Files, "file"), strings.Join(policies, ", "))
}

// counted is a number and its noun.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
