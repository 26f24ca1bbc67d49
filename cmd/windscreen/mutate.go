package main

import (
	"context"
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"windscreen/engine/authoring"
	"windscreen/engine/diagnostic"
	"windscreen/engine/mutation"
	"windscreen/engine/render"
	"windscreen/engine/scenario"
)

// mutating is which changes to try, and what to say of them.
type mutating struct {
	rules, policy, rule, since, left string
	floor, sample                    int
	seed                             uint64
	cases                            bool
	format                           render.Format
}

// mutateCommand says which small changes of the rules no scenario notices.
func (a *app) mutateCommand() *cobra.Command {
	var m mutating
	var format *choice[render.Format]
	cmd := &cobra.Command{
		Use:   "mutate [PATH…]",
		Short: "Show small changes of the rules that no scenario notices",
		Long: `Mutate makes small changes to the rules, one at a time: a part of a condition
left out or negated, one rung higher or lower, another strength or level, a
deadline that is one longer, and the like. Under each it runs the scenarios in
files and folders, by default those in the folder fixtures. It prints the
changes under which none fails, and what share of the changes is noticed.

A change that no scenario notices shows where an expectation is missing. For
each, mutate names a scenario whose result changes without a failure: check in
the document whether it should change. If there is none, or with --cases, it
prints the smallest case it could find that gives another result, as a scenario
to fill in. Changes that were proved to make no difference to any case are
counted apart, as alike. Where neither was decided within bounds, mutate says
so.

What can come out differently is a rule, a ground, the level, a line of consent,
or what is said of a rule that holds. Where no ground, no level and nothing that
follows from them does, an expectation about a question is tried only if it
names a fact that the rule reads.

A change of a shared rule is tried under every policy that builds on it.
--policy changes only what is a policy's own; name a shared policy to change
its rules. --since changes only rules in files that are not as they were in a
git revision, or are new. Progress goes to standard error.

If a scenario fails under the rules as they are, or a file has a fault, mutate
prints what test prints of them and exits with 1. With --floor it also exits
with 1 if a smaller share of the changes is noticed.

Trying all changes takes minutes. --sample tries some of the changes, drawn
evenly over policies, kinds of rule and kinds of change, and says within which
range the share of all lies. Then --floor exits with 1 if all of that range is
below it.

With --left it reads a file that lists changes which are left although no
scenario notices them, with the reason, in the words in which mutate prints
them:
  left:
    - why: The document sets no age for a baby
      changes:
        harm_in_doubt: [child.age < 3 instead of child.age < baby_under_age]
These are counted apart, and are still not noticed. Mutate then prints only
those that are not in the file. It exits with 1 if there are any, or if
the file has a change that the rules do not have, that a scenario notices by
now, or that makes no difference to any case.`,
		Example: `  windscreen mutate --policy bexley-2020
  windscreen mutate --rule england.s47-danger
  windscreen mutate --rules rules --since main
  windscreen mutate --sample 300 --seed 2
  windscreen mutate --policy england --left fixtures/left.yaml
  windscreen mutate --floor 60 -o json > changes.json`,
		Args: arguments(0, -1, "files and folders"),
		RunE: func(cmd *cobra.Command, paths []string) error {
			if m.floor < 0 || m.floor > 100 {
				return usage("--floor is a share in per cent, from 0 to 100, not %d", m.floor)
			}
			if m.sample < 0 {
				return usage("--sample is how many changes to try, not %d", m.sample)
			}
			if m.since != "" && m.rules == "" {
				return usage("--since compares a folder of rules with what it was: name it with --rules DIR")
			}
			m.format = format.value
			return a.mutate(cmd.Context(), m, paths)
		},
	}
	format = formatFlag(cmd, render.KindMutation, "how to print the report")
	cmd.Flags().StringVar(&m.policy, "policy", "", "change only what is policy `NAME`'s own")
	cmd.Flags().StringVar(&m.rule, "rule", "", "change only rule, condition or parameter `ID`")
	cmd.Flags().StringVar(&m.since, "since", "", "only rules in files changed since `REV`")
	cmd.Flags().IntVar(&m.sample, "sample", 0, "try `N` changes, drawn evenly")
	cmd.Flags().Uint64Var(&m.seed, "seed", 1, "draw the sample by seed `S`")
	cmd.Flags().BoolVar(&m.cases, "cases", false, "always look for the smallest case")
	cmd.Flags().StringVar(&m.left, "left", "", "exit with 1 unless `FILE` lists what is left")
	cmd.Flags().IntVar(&m.floor, "floor", 0, "exit with 1 if fewer `PERCENT` are noticed")
	addRules(cmd, &m.rules)
	return cmd
}

// garbage is how much may be made, in per cent of what is in use, before it is collected.
const garbage = 400

// mutate tries changes on what is found under some paths.
func (a *app) mutate(ctx context.Context, m mutating, paths []string) error {
	options := authoring.MutateOptions{Policy: m.policy, Rule: m.rule, Sample: m.sample, Seed: m.seed, Cases: m.cases, Progress: a.progress}
	if m.left != "" {
		in, err := a.read(m.left)
		if err != nil {
			return err
		}
		options.Left = &authoring.LeftFile{Name: in.name, Data: in.data}
	}
	e, err := load(m.rules)
	if err != nil {
		return err
	}
	root, err := loadToTry(m.rules)
	if err != nil {
		return err
	}
	found, err := tried(ctx, e, root, paths)
	if err != nil {
		return err
	}
	before := &scenario.Report{Faults: diagnostic.List{}}
	found.Join(before)
	if before.Faults.HasErrors() || len(found.Scenarios) == 0 {
		return a.fails(before)
	}
	if m.since != "" {
		options.Some = true
		if options.Files, err = changedSince(ctx, m.rules, m.since); err != nil {
			return err
		}
	}
	// Little of what changes need lasts, so it is collected less often. That takes more memory.
	defer debug.SetGCPercent(debug.SetGCPercent(garbage))
	failed, report, err := root.Mutate(ctx, found.Scenarios, options)
	if err != nil {
		return err
	}
	if failed != nil {
		return a.fails(failed)
	}
	if err := show(a, render.Mutation, m.format, report, render.Options{}); err != nil {
		return err
	}
	if report.Left != nil && !report.Left.OK() || report.Total.Changes > 0 && share(report) < m.floor {
		return errFindings
	}
	return nil
}

// share is what is held against the floor.
func share(r *mutation.Report) int {
	if r.Sample != nil {
		return r.Total.Range.High
	}
	return r.Total.Percent
}

// fails prints the scenarios that fail without any change, and what is wrong with files.
func (a *app) fails(r *scenario.Report) error {
	if err := show(a, render.Scenarios, render.Text, r, render.Options{}); err != nil {
		return err
	}
	return errFindings
}

// progress says on standard error how far it is.
func (a *app) progress(policy string, tried, of int) {
	_, _ = fmt.Fprintf(a.stderr, "%s: %d of %d changes tried\n", policy, tried, of)
}
