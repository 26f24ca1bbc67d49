package main

import (
	"context"

	"github.com/spf13/cobra"

	"windscreen/engine/comparison"
	"windscreen/engine/render"
)

// comparing is under which policies to answer.
type comparing struct {
	rules    string
	policies []string
	child    label
}

// compareCommand sets the answers of several policies side by side.
func (a *app) compareCommand() *cobra.Command {
	var c comparing
	var format *choice[render.Format]
	cmd := &cobra.Command{
		Use:   "compare CASE",
		Short: "Answer a case under several policies, side by side",
		Long: `Compare answers one case under every policy, or under those that --policy
names. It prints the answers side by side: level, grounds, agreement and
telling the family, what is due, whom to contact and on which form, and
services. It then shows why they differ, with clauses. If all policies give the
same answer, it prints that once. If --policy names a council, compare uses the
edition in force on the case's date.

Each document has its own level numbers and names. A judgement recorded in the
case uses the levels of the policy that the case names, and no others.

For a case about several children, compare answers for each child in turn. JSON
and YAML have a list of children. For a case about one child it has one entry.
--child chooses one child.

A case called - is standard input.`,
		Example: `  windscreen compare case.yaml
  windscreen compare --policy bexley-2020 -o markdown case.yaml`,
		Args: arguments(1, 1, "one case"),
		RunE: func(cmd *cobra.Command, files []string) error {
			answers, err := a.compare(cmd.Context(), c, files[0])
			if err != nil {
				return err
			}
			return show(a, render.ComparisonsOf(c.child.value), format.value, answers, render.Options{})
		},
	}
	format = formatFlag(cmd, render.KindComparison, "how to print the answers")
	cmd.Flags().StringArrayVar(&c.policies, "policy", nil, "policy or council `NAME` (repeatable)")
	c.child.add(cmd)
	addRules(cmd, &c.rules)
	return cmd
}

// compare reads one case and answers it under each policy, for each child or the one asked for.
func (a *app) compare(ctx context.Context, c comparing, file string) ([]comparison.Child, error) {
	e, err := load(c.rules)
	if err != nil {
		return nil, err
	}
	for _, p := range c.policies {
		if err := known(e, p); err != nil {
			return nil, err
		}
	}
	in, err := a.read(file)
	if err != nil {
		return nil, err
	}
	read, err := e.ReadCase(in.name, in.data)
	if err != nil {
		return nil, err
	}
	if err := c.child.check(read); err != nil {
		return nil, err
	}
	answers, err := e.CompareFamily(ctx, read, c.policies...)
	if err != nil {
		return nil, err
	}
	a.warn(read.Warnings())
	return answers, nil
}
