package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"

	"github.com/spf13/cobra"

	"windscreen/engine/benchmark"
	"windscreen/engine/render"
)

// benchCommand measures what answers cost.
func (a *app) benchCommand() *cobra.Command {
	var dir string
	var strict bool
	var o benchmark.Options
	var format *choice[render.Format]
	cmd := &cobra.Command{
		Use:   "bench",
		Short: "Measure how fast answers are, against the reference",
		Long: `Bench measures what an answer costs with the plan, which normally runs the
rules, and with cel-go, the reference. It runs both in one process, in turns,
on the same made-up cases. It also measures what loading rules costs. For each
figure it prints the median of all rounds, how many times more the other side
costs, the goal, and whether the goal is met. It takes about a minute.

Compare the ratios: times depend on the machine and on what else it does. JSON
is a list of {name, value, unit, ratio, goal, met}. The goal is the lowest ratio
allowed or, if the ratio is null, the highest value allowed.

With --strict it exits with 1 if a goal is not met.`,
		Example: `  windscreen bench
  windscreen bench -o json --policy bexley-2020 --rounds 3`,
		Args: arguments(0, 0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if o.Rounds < 1 {
				return usage("--rounds must be 1 or more")
			}
			fsys, err := ruleRoot(dir)
			if err != nil {
				return err
			}
			o.Eval = a.evalProcess(dir, o.Policy)
			o.Root, o.Printers = dir, render.Printers()
			r, err := benchmark.Run(fsys, o)
			if err != nil {
				return err
			}
			if err := show(a, render.Benchmark, format.value, r, render.Options{}); err != nil {
				return err
			}
			if strict && !r.Met() {
				return errFindings
			}
			return nil
		},
	}
	format = formatFlag(cmd, render.KindBenchmark, "how to print the figures")
	cmd.Flags().StringVar(&o.Policy, "policy", benchmark.DefaultPolicy, "under policy or council `NAME`")
	cmd.Flags().IntVar(&o.Rounds, "rounds", benchmark.DefaultRounds, "measure everything `N` times")
	cmd.Flags().BoolVar(&strict, "strict", false, "exit with 1 if a goal is not met")
	addRules(cmd, &dir)
	return cmd
}

// evalProcess runs the command eval in a process of its own.
func (a *app) evalProcess(dir, policy string) func(data []byte) error {
	return func(data []byte) error {
		own, err := os.Executable()
		if err != nil {
			return err
		}
		args := []string{"eval", "--policy", policy}
		if dir != "" {
			args = append(args, "--rules", dir)
		}
		var stderr bytes.Buffer
		c := exec.Command(own, append(args, "-")...)
		c.Args[0], c.Stdin, c.Stdout, c.Stderr = os.Args[0], bytes.NewReader(data), io.Discard, &stderr
		if err := c.Run(); err != nil {
			return fmt.Errorf("eval in its own process: %w: %s", err, stderr.Bytes())
		}
		return nil
	}
}
