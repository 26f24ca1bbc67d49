package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"windscreen/engine/authoring"
	"windscreen/engine/diagnostic"
	"windscreen/engine/render"
)

// lintCommand checks rules.
func (a *app) lintCommand() *cobra.Command {
	var dir, code string
	var format *choice[render.Format]
	cmd := &cobra.Command{
		Use:   "lint [DIR]",
		Short: "Check the rules in a folder",
		Long: `Lint reads a complete folder of rules (with vocabulary, shared and authorities
in it) and prints every fault, with its place and what to write instead.
Without a folder it checks the built-in rules.

It looks at every case that there can be for rules that hold in none or in all
of them, and for consent lines that never answer. Of a policy's own rules it
also remarks on parts of conditions that change no case, on comparisons that no
case can meet, and on signs and grounds that another makes redundant.

--explain CODE reads no rules. It prints what a code means, what to avoid, what
to prefer, and when lint says nothing.

To keep a warning on purpose, write a comment just above its line, with your
reason: # lint: keep CODE, REASON. If it keeps nothing, that is a warning.

It exits with 1 if there are errors. Warnings alone do not count.`,
		Example: `  windscreen lint rules
  windscreen lint --explain never-holds
  windscreen lint -o github rules
  windscreen lint -o sarif rules > lint.sarif
  windscreen lint -o json rules | jq '.[].message'`,
		Args: arguments(0, 1, "at most one folder"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if cmd.Flags().Changed("explain") {
				if len(args) > 0 || dir != "" {
					return usage("--explain reads no rules: leave the folder out")
				}
				return a.explain(code)
			}
			if len(args) == 1 {
				if dir != "" {
					return usage("name the folder once: %s or --rules %s", args[0], dir)
				}
				dir = args[0]
			}
			return a.lint(cmd.Context(), dir, format.value)
		},
	}
	format = formatFlag(cmd, render.KindDiagnostics, "how to print the faults")
	cmd.Flags().StringVar(&code, "explain", "", "print what `CODE` means")
	cmd.SetFlagErrorFunc(func(_ *cobra.Command, err error) error {
		if strings.Contains(err.Error(), "needs an argument: --explain") {
			return usage("--explain needs a code. The codes are:\n%s", codesOfLint())
		}
		return usage("%s", err)
	})
	addRules(cmd, &dir)
	return cmd
}

// codesOfLint are the codes that can be explained, with what each means, a line for each.
func codesOfLint() string {
	var lines []string
	for _, e := range authoring.Explanations() {
		lines = append(lines, fmt.Sprintf("  %s: %s", e.Code, e.Title))
	}
	return strings.Join(lines, "\n")
}

// explain prints the page of a code.
func (a *app) explain(code string) error {
	page, err := authoring.Explain(diagnostic.Code(code))
	if err != nil {
		return usage("%s", err)
	}
	return a.print([]byte(page.Text))
}

// lint checks a rule root and prints what is wrong with it.
func (a *app) lint(ctx context.Context, dir string, format render.Format) error {
	fsys, err := ruleRoot(dir)
	if err != nil {
		return err
	}
	report, err := authoring.Lint(ctx, fsys, dir)
	if err != nil {
		return err
	}
	if err := show(a, render.Diagnostics, format, report, render.Options{}); err != nil {
		return err
	}
	if report.Found.HasErrors() {
		return errFindings
	}
	return nil
}
