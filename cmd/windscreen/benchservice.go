package main

import (
	"github.com/spf13/cobra"

	"windscreen/engine/benchmark"
	"windscreen/engine/render"
	"windscreen/engine/service/loadtest"
)

// benchServiceCommand measures what the HTTP API does.
func (a *app) benchServiceCommand() *cobra.Command {
	var dir string
	var strict bool
	var o loadtest.Options
	var format *choice[render.Format]
	cmd := &cobra.Command{
		Use:   "service",
		Short: "Measure how many requests the HTTP API answers",
		Long: `Service starts the HTTP API on a free port of loopback and posts made-up cases
to it, for a steady phase and for one of overload.

In the steady phase it prints requests a second beside a bare handler, which
only decodes the same JSON, and how long 99 of 100 answers took at most. The
ratio is the share of the bare handler's requests that the API answers. Clients
and both servers share this process and take turns. Rates go by processor time,
times by the clock. Only verdicts have a goal: an answer with its first screen
takes the engine many times as long as decoding takes.

In the overload, 300 clients ask for full answers without a pause. Each must be
answered, or told when to come back; none may be lost.

With --strict it exits with 1 if a goal is not met. It takes about half a
minute.`,
		Example: `  windscreen bench service
  windscreen bench service -o json --policy bexley-2020 --rounds 3`,
		Args: arguments(0, 0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if o.Rounds < 1 {
				return usage("--rounds must be 1 or more")
			}
			fsys, err := ruleRoot(dir)
			if err != nil {
				return err
			}
			o.Root = dir
			r, err := loadtest.Run(cmd.Context(), fsys, o)
			if err != nil {
				return err
			}
			return a.showMeasured(r, format.value, strict)
		},
	}
	format = formatFlag(cmd, render.KindBenchmark, "how to print the figures")
	cmd.Flags().StringVar(&o.Policy, "policy", benchmark.DefaultPolicy, "under policy or council `NAME`")
	cmd.Flags().IntVar(&o.Rounds, "rounds", loadtest.DefaultRounds, "measure everything `N` times")
	cmd.Flags().BoolVar(&strict, "strict", false, "exit with 1 if a goal is not met")
	addRules(cmd, &dir)
	return cmd
}
