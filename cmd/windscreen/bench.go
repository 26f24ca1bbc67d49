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
		Short: "Measure how fast answers are, beside cel-go",
		Long: `Bench measures what an answer costs with the plan, which normally runs the
rules. A verdict, from facts or from JSON, stands beside cel-go at its best, and
from facts also beside cel-go in plain use. An explained recommendation stands
beside the reference, which is cel-go too. Each other row names what it stands
beside. Both sides run in one process, in turns, on the same made-up cases.
Before anything is timed, cel-go has to give the same verdict as the plan on
every case. Expr, which checks the others, has no goal. Bench also measures what
loading rules costs.

For each figure it prints the median of all rounds, how many times more the
other side costs, the goal, and whether the goal is met. It takes a few minutes.

Compare the ratios: times depend on the machine and on what else it does. JSON
is a list of {name, value, unit, ratio, goal, met}. The goal is the lowest ratio
allowed or, if the ratio is null, the highest value allowed.

With --generated it also writes the rules as Go, builds them with the Go
toolchain on the PATH, and sets the plan beside them. That is about as fast as
the rules can get, one case at a time.

A command built with the tag fastjson also sets JSON beside a tree by fastjson.

With --strict it exits with 1 if a goal is not met.`,
		Example: `  windscreen bench
  windscreen bench --generated
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
			return a.showMeasured(r, format.value, strict)
		},
	}
	format = formatFlag(cmd, render.KindBenchmark, "how to print the figures")
	cmd.Flags().StringVar(&o.Policy, "policy", benchmark.DefaultPolicy, "under policy or council `NAME`")
	cmd.Flags().IntVar(&o.Rounds, "rounds", benchmark.DefaultRounds, "measure everything `N` times")
	cmd.Flags().BoolVar(&o.Generated, "generated", false, "also measure the rules as Go")
	cmd.Flags().BoolVar(&strict, "strict", false, "exit with 1 if a goal is not met")
	addRules(cmd, &dir)
	cmd.AddCommand(a.benchQuestionsCommand(), a.benchServiceCommand())
	return cmd
}

// showMeasured prints what was measured. If strict, it fails unless every goal is met.
func (a *app) showMeasured(r *benchmark.Report, f render.Format, strict bool) error {
	if err := show(a, render.Benchmark, f, r, render.Options{}); err != nil {
		return err
	}
	if strict && !r.Met() {
		return errFindings
	}
	return nil
}

// mostQuestionCases is how many cases may be asked about under each policy.
const mostQuestionCases = 100_000

// benchQuestionsCommand measures how many questions settle a case.
func (a *app) benchQuestionsCommand() *cobra.Command {
	var dir string
	var strict bool
	var concerns float64
	var o benchmark.QuestionOptions
	var format *choice[render.Format]
	cmd := &cobra.Command{
		Use:   "questions",
		Short: "Measure how many questions settle a case",
		Long: `Questions makes up complete cases, as "windscreen generate" does, and asks about
each, one fact at a time, starting with nothing known. It does so three times:
in the order of the questions of an answer and, for comparison, in the order of
the vocabulary and in a random order. The last two ask about every fact that is
open and may apply. Questions about a whole area are left out. If something that
is presumed is not so, such as that the child is born, that is known at the
start.

For each level that cases come to in the end it prints the mean and the 95th
percentile of the questions until the level is settled, and until grounds,
actions, agreement, telling and sharing are, too. The goal is a quarter of what
the order of the vocabulary takes. "Least" is how many facts must be known in
any order: each of them alone keeps something open. It also prints how soon
after an answer the next question is there, for one child and for a family of
five.

The frequencies are of children in need, so nearly all cases would be at the
highest level. Unless --concerns says otherwise, the chance of everything that
can be found is cut to 0.3 of its share, which gives cases at every level.

On two cores that do nothing else it takes about five minutes for four policies,
and with --cases 1000 about a quarter of an hour. Standard error shows how far
it has come.

With --strict it exits with 1 if a goal is not met, or a level has no cases.`,
		Example: `  windscreen bench questions
  windscreen bench questions --policy essex-2017 --cases 1000 -o json`,
		Args: arguments(0, 0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if o.Cases < 1 || o.Cases > mostQuestionCases {
				return usage("--cases goes from 1 to %d", mostQuestionCases)
			}
			var err error
			if o.Concerns, err = ofHundred("--concerns", concerns); err != nil {
				return err
			}
			fsys, err := ruleRoot(dir)
			if err != nil {
				return err
			}
			o.Root, o.Progress = dir, a.tenths()
			r, err := benchmark.Questions(fsys, o)
			if err != nil {
				return err
			}
			if err := show(a, render.QuestionBenchmark, format.value, r, render.Options{}); err != nil {
				return err
			}
			if strict && !r.Met() {
				return errFindings
			}
			return nil
		},
	}
	format = formatFlag(cmd, render.KindQuestionBenchmark, "how to print the figures")
	cmd.Flags().StringVar(&o.Policy, "policy", "", "only under policy or council `NAME`")
	cmd.Flags().IntVar(&o.Cases, "cases", benchmark.DefaultQuestionCases, "ask about `N` cases under each policy")
	cmd.Flags().Uint64Var(&o.Seed, "seed", 1, "draw by seed `S`; another gives other cases")
	cmd.Flags().Float64Var(&concerns, "concerns", float64(benchmark.DefaultConcerns)/100, "cut what is found to this `SHARE`, 0 to 1")
	cmd.Flags().BoolVar(&strict, "strict", false, "exit with 1 if a goal is not met")
	addRules(cmd, &dir)
	return cmd
}

// tenths says on standard error when a tenth more of the cases of a policy is done.
func (a *app) tenths() func(policy string, done, of int) {
	return func(policy string, done, of int) {
		if done*10/of > (done-1)*10/of {
			_, _ = fmt.Fprintf(a.stderr, "%s: %d of %d cases\n", policy, done, of)
		}
	}
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
