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
		Short: "Measure what answers cost, beside the reference",
		Long: `Bench measures what answers cost by the plan, which is what runs the rules,
and by the cel-go reference that says what is right, both in this one process,
in turns and on the same made-up cases. For each figure it prints the median
of the rounds, how many times more the reference costs, the goal, and whether
it is met. It takes about half a minute.

Machines differ, and other work disturbs the times; the ratios are what to
compare. In JSON the figures are a list of {name, value, unit, ratio, goal,
met}: the goal is the least that the ratio should be or, where the ratio is
null, the most that the value should be.

A goal that is not met is no fault unless --strict is given; then the exit code
is 1.`,
		Example: `  windscreen bench
  windscreen bench -o json --policy bexley-2020 --rounds 3`,
		Args: arguments(0, 0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if o.Rounds < 1 {
				return usage("--rounds is 1 or more")
			}
			fsys, err := ruleRoot(dir)
			if err != nil {
				return err
			}
			o.Eval = a.evalProcess(dir, o.Policy)
			o.Root = dir
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
	cmd.Flags().StringVar(&o.Policy, "policy", benchmark.DefaultPolicy, "measure under the policy `ID`")
	cmd.Flags().IntVar(&o.Rounds, "rounds", benchmark.DefaultRounds, "measure everything `N` times")
	cmd.Flags().BoolVar(&strict, "strict", false, "fail where a goal is not met")
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
			return fmt.Errorf("eval in a process of its own: %w: %s", err, stderr.Bytes())
		}
		return nil
	}
}
