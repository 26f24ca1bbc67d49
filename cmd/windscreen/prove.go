package main

import (
	"context"

	"github.com/spf13/cobra"

	"windscreen/engine/render"
)

// proving is what to prove.
type proving struct {
	rules, policy string
	format        render.Format
}

// proveCommand decides whether policies keep their invariants.
func (a *app) proveCommand() *cobra.Command {
	var p proving
	var format *choice[render.Format]
	cmd := &cobra.Command{
		Use:   "prove",
		Short: "Decide for all cases whether policies keep their invariants",
		Long: `Prove takes the invariants of each policy and of those that it builds on, such
as that agreement is never required while section 47 holds. It decides for all
cases, and not for some that were tried, whether one can break them. An
invariant that no case breaks is proved. For one that does not hold, prove
prints a case that breaks it, as a file that eval can answer, and the
rules that make it so. Every such case is confirmed by the reference evaluator.

It also decides two laws that every policy has to keep, about two cases that
differ in one fact: one rung worse of a scale never lowers the level, and a
refusal in place of another answer never raises it.

If an invariant was not decided within bounds, prove says so; that is never
called proved.

It exits with 1 unless every invariant and law is proved.`,
		Example: `  windscreen prove
  windscreen prove --rules rules --policy bexley
  windscreen prove -o json`,
		Args: arguments(0, 0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			p.format = format.value
			return a.prove(cmd.Context(), p)
		},
	}
	format = formatFlag(cmd, render.KindProof, "how to print what was proved")
	cmd.Flags().StringVar(&p.policy, "policy", "", "prove only those of policy or council `NAME`")
	addRules(cmd, &p.rules)
	return cmd
}

// prove prints what came of the invariants.
func (a *app) prove(ctx context.Context, p proving) error {
	e, err := load(p.rules)
	if err != nil {
		return err
	}
	if err := known(e, p.policy); err != nil {
		return err
	}
	root, err := loadToTry(p.rules)
	if err != nil {
		return err
	}
	report, err := root.Prove(ctx, e.IDsOf(p.policy)...)
	if err != nil {
		return err
	}
	if err := show(a, render.Proof, p.format, report, render.Options{}); err != nil {
		return err
	}
	if !report.Kept() {
		return errFindings
	}
	return nil
}
