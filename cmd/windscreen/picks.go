package main

import (
	"context"

	"github.com/spf13/cobra"

	"windscreen/engine/authoring"
	"windscreen/engine/benchmark"
	"windscreen/engine/diagnostic"
	"windscreen/engine/picks"
	"windscreen/engine/render"
)

// openPicks are the practice picks that are measured if no file is named.
const openPicks = "fixtures/picks/open.yaml"

// measuring is what to do with practice picks.
type measuring struct {
	rules, policy string
	format        render.Format
	check, strict bool
}

// picksCommand says how soon the program asks what duty workers would ask next.
func (a *app) picksCommand() *cobra.Command {
	var m measuring
	var format *choice[render.Format]
	cmd := &cobra.Command{
		Use:   "picks [FILE…]",
		Short: "Measure how soon it asks what duty workers would ask next",
		Long: `Picks reads files of practice picks: made-up first referrals, each with the five
questions that an experienced duty worker would ask next, and the facts that
they ask for. Without a file it reads ` + openPicks + `.

It prints how many of the questions are among the first five that "windscreen
eval" shows, and among the first ten, for each policy. It lists every question
that is not among the first five, with the place at which it came. A question
for which there is no fact, or of which the case states every fact already,
counts as missed.

A referral for any policy is answered under the policy that its case names, or
else under --policy.

With --check, picks prints only what is wrong with files and what is worth a
second look, and measures nothing.

It exits with 1 if a file has a fault or, with --strict, if a goal is not met.`,
		Example: `  windscreen picks
  windscreen picks --check fixtures/picks/kept-apart.yaml
  windscreen picks -o json fixtures/picks/open.yaml`,
		Args: arguments(0, -1, "files"),
		RunE: func(cmd *cobra.Command, files []string) error {
			if m.check && m.strict {
				return usage("--check measures nothing, so --strict has no goal to look at")
			}
			m.format = format.value
			return a.picks(cmd.Context(), m, files)
		},
	}
	format = formatFlag(cmd, render.KindPicks, "how to print the report")
	cmd.Flags().StringVar(&m.policy, "policy", benchmark.DefaultPolicy, "use `NAME` where policy is any")
	cmd.Flags().BoolVar(&m.check, "check", false, "check the files, and measure nothing")
	cmd.Flags().BoolVar(&m.strict, "strict", false, "exit with 1 if a goal is not met")
	addRules(cmd, &m.rules)
	return cmd
}

// picks measures or checks files.
func (a *app) picks(ctx context.Context, m measuring, names []string) error {
	root, err := loadToTry(m.rules)
	if err != nil {
		return err
	}
	if len(names) == 0 {
		names = []string{openPicks}
	}
	var files []authoring.PicksFile
	for _, name := range names {
		in, err := a.read(name)
		if err != nil {
			return err
		}
		files = append(files, authoring.PicksFile{Name: in.name, Data: in.data})
	}
	report := &picks.Report{Files: []picks.File{}}
	if m.check {
		if report.Faults, err = root.CheckPicks(files); err != nil {
			return err
		}
		checked := &diagnostic.Report{Found: report.Faults, Files: len(files)}
		if err := show(a, render.Diagnostics, m.format, checked, render.Options{}); err != nil {
			return err
		}
	} else {
		if report, err = root.Picks(ctx, files, m.policy); err != nil {
			return err
		}
		if err := show(a, render.Picks, m.format, report, render.Options{}); err != nil {
			return err
		}
	}
	if report.Faults.HasErrors() || m.strict && !report.Met() {
		return errFindings
	}
	return nil
}
