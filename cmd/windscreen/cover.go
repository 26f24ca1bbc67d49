package main

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"windscreen/engine/coverage"
	"windscreen/engine/render"
)

// covering is what to say of coverage.
type covering struct {
	rules, policy string
	format        render.Format
	strict, all   bool
	own           bool
	checklist     bool
}

// coverCommand says what no rule carries and no scenario sees.
func (a *app) coverCommand() *cobra.Command {
	var c covering
	var format *choice[render.Format]
	cmd := &cobra.Command{
		Use:   "cover [PATH…]",
		Short: "Show clauses that no rule carries and rules that no scenario tries",
		Long: `Cover runs the scenarios in files and folders, by default those in the folder
fixtures. For each policy it prints what is missing:
  - clauses that no rule cites and that are not marked as ones that no rule can
    carry
  - rules that scenarios have not tried as true, as false and as unknown.
A rule that always holds need not be tried. A rule that can never be unknown
need not be tried as unknown. JSON and Markdown list every clause and every
rule. What is shared comes after what is the policy's own; with --own it is
left out, and does not count.

Cover also lists rungs such as present in home.domestic_abuse.atLeast("present")
for which no case has the fact at that rung with the rule holding, or just below
it with the rule not holding. They are no gaps.

Without paths, cover reports on every policy. With paths, it leaves out the
policies that no case there names, and says which; --policy puts one back.

If test would exit with 1, cover prints what test prints and exits with 1. With
--strict it also exits with 1 if there is a gap.

With --checklist it runs no scenarios. It compares each policy with what a
threshold document must set out, as the policies that it builds on say. For
each item it prints the rules that answer it, or the reason why there are none.
With --strict it then exits with 1 if an item is unanswered.`,
		Example: `  windscreen cover
  windscreen cover --rules rules fixtures/authorities/bexley/2020
  windscreen cover --own --strict --policy bexley-2020
  windscreen cover --policy bexley-2020 -o markdown > coverage.md
  windscreen cover --checklist --strict`,
		Args: arguments(0, -1, "files and folders"),
		RunE: func(cmd *cobra.Command, paths []string) error {
			c.format = format.value
			switch {
			case c.checklist && len(paths) > 0:
				return usage("--checklist runs no scenarios, so it takes no files or folders")
			case c.checklist && c.own:
				return usage("--checklist is about what shared policies ask; --own is for clauses and rules")
			case c.checklist && c.all:
				return usage("--checklist always lists every item; --all is for clauses")
			case c.checklist:
				return a.checklist(cmd.Context(), c)
			}
			return a.cover(cmd.Context(), c, paths)
		},
	}
	// The checklist has the same formats.
	format = formatFlag(cmd, render.KindCoverage, "how to print the coverage")
	cmd.Flags().StringVar(&c.policy, "policy", "", "show only policy or council `NAME`")
	cmd.Flags().BoolVar(&c.strict, "strict", false, "exit with 1 if there is a gap")
	cmd.Flags().BoolVar(&c.all, "all", false, "in text, also list what carries each clause")
	cmd.Flags().BoolVar(&c.own, "own", false, "leave out what is from shared policies")
	cmd.Flags().BoolVar(&c.checklist, "checklist", false, "show how policies answer their checklist")
	addRules(cmd, &c.rules)
	return cmd
}

// cover prints the coverage by what is found under some paths.
func (a *app) cover(ctx context.Context, c covering, paths []string) error {
	e, err := load(c.rules)
	if err != nil {
		return err
	}
	if err := known(e, c.policy); err != nil {
		return err
	}
	root, err := loadToTry(c.rules)
	if err != nil {
		return err
	}
	found, err := tried(ctx, e, root, paths)
	if err != nil {
		return err
	}
	ran, report, err := root.Cover(ctx, found.Scenarios)
	if err != nil {
		return err
	}
	found.Join(ran)
	if !ran.OK() {
		if err := show(a, render.Scenarios, render.Text, ran, render.Options{}); err != nil {
			return err
		}
		return errFindings
	}
	if len(paths) > 0 && c.policy == "" {
		report.LeaveOut()
	}
	if ids := e.IDsOf(c.policy); len(ids) > 0 {
		report.Policies = slices.DeleteFunc(report.Policies, func(p coverage.Policy) bool { return !slices.Contains(ids, p.ID) })
	}
	if c.own {
		report.OnlyOwn()
	}
	if err := show(a, render.Coverage, c.format, report, render.Options{All: c.all}); err != nil {
		return err
	}
	if c.strict && report.Gaps() > 0 {
		return errFindings
	}
	return nil
}
