package main

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"windscreen/engine"
	"windscreen/engine/authoring"
	"windscreen/engine/diagnostic"
	"windscreen/engine/facts"
	"windscreen/engine/render"
)

// mostGenerated is how many cases may be made up at once.
const mostGenerated = 100_000

// generating is what the command generate was asked for.
type generating struct {
	authoring.CaseOptions
	rules, to       string
	n               int
	complete        bool
	known, concerns float64
	format          *choice[render.Format]
}

// generateCommand makes up cases.
func (a *app) generateCommand() *cobra.Command {
	var g generating
	cmd := &cobra.Command{
		Use:   "generate",
		Short: "Make up plausible cases, to try rules on",
		Long: `Generate makes up cases from how often facts take their values. Those shares
stand in the folder frequencies of the rules, each with its source or the reason
why it is assumed. The same rules and options give the same bytes.

A case is complete unless --known gives the share of its facts that it states.
It then states the age before anything else, and what was found before what was
not. The figures are of children in need, so nearly all cases are at the highest
level. --concerns 0.3 cuts the chance of everything that can be found to 0.3 of
its share, and gives cases at every level. With --family N each case is about N
children, who share what is said of the home.

Cases go to standard output: YAML as documents separated by ---, JSON one after
another. Eval reads one case from standard input. With -o DIR each case goes
into a file of its own in DIR. Generate does not overwrite files.

All cases are made up, and say nothing of how many children there are of a kind.`,
		Example: `  windscreen generate --policy essex-2017 --n 100 --seed 1 -o made-up
  windscreen eval made-up/*.yaml
  windscreen generate --policy bexley-2020 --known 0.2 | windscreen eval -
  windscreen generate --policy bexley --family 3 --concerns 0.3 --format json`,
		Args: arguments(0, 0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.generate(cmd, &g) },
	}
	g.format = oneOf(render.KindCase.Formats()...)
	cmd.Flags().Var(g.format, "format", "how to write cases")
	cmd.Flags().StringVar(&g.Policy, "policy", "", "write the policy or council `NAME` into each case")
	cmd.Flags().IntVar(&g.n, "n", 1, "make up `N` cases")
	cmd.Flags().Uint64Var(&g.Seed, "seed", 1, "draw by seed `S`; another gives other cases")
	cmd.Flags().BoolVar(&g.complete, "complete", false, "state every fact that applies, which is the default")
	cmd.Flags().Float64Var(&g.known, "known", 1, "state this `SHARE` of the facts, 0 to 1")
	cmd.Flags().Float64Var(&g.concerns, "concerns", 1, "cut what is found to this `SHARE`, 0 to 1")
	cmd.Flags().IntVar(&g.Children, "family", 0, "cases about `N` children")
	cmd.Flags().StringVar(&g.AsOf, "as-of", "2020-03-02T14:10", "the moment `T` of cases")
	cmd.Flags().StringVarP(&g.to, "output", "o", "-", "write into `DIR`, or to standard output")
	addRules(cmd, &g.rules)
	return cmd
}

// generate makes up what was asked for.
func (a *app) generate(cmd *cobra.Command, g *generating) error {
	if g.n < 1 || g.n > mostGenerated {
		return usage("--n goes from 1 to %d", mostGenerated)
	}
	if cmd.Flags().Changed("family") && (g.Children < 1 || g.Children > engine.MaxChildren()) {
		return usage("--family: a case is about 1 to %d children", engine.MaxChildren())
	}
	if g.complete && cmd.Flags().Changed("known") {
		return usage("--complete states every fact: leave out --known")
	}
	var err error
	if g.Known, err = ofHundred("--known", g.known); err != nil {
		return err
	}
	if g.Concerns, err = ofHundred("--concerns", g.concerns); err != nil {
		return err
	}
	r, err := loadToTry(g.rules)
	if err != nil {
		return err
	}
	cases, err := r.Cases(g.CaseOptions)
	if err != nil {
		return change(err, func(d *diagnostic.Diagnostic) {
			switch d.File {
			case "policy":
				d.File = "--policy"
			case "as_of":
				d.File = "--as-of"
			}
		})
	}
	if g.to != "-" {
		if err := os.MkdirAll(g.to, 0o777); err != nil {
			return err
		}
	}
	n := 0
	for c := range cases {
		if err := cmd.Context().Err(); err != nil {
			return err
		}
		if err := a.made(g, n, c); err != nil {
			return err
		}
		if n++; n == g.n {
			break
		}
	}
	return nil
}

// made writes one case.
func (a *app) made(g *generating, n int, c *facts.Case) error {
	var b bytes.Buffer
	if g.to == "-" && g.format.value == render.YAML && n > 0 {
		b.WriteString("---\n")
	}
	if err := render.Case(&b, g.format.value, c, render.Options{}); err != nil {
		return err
	}
	if g.to == "-" {
		return a.print(b.Bytes())
	}
	return writeNew(filepath.Join(g.to, fmt.Sprintf("%s.%s", c.ID, g.format.value)), b.Bytes())
}

// ofHundred is a share from 0 to 1 as one of a hundred.
func ofHundred(flag string, share float64) (int, error) {
	n := math.Round(share * 100)
	if !(share >= 0 && share <= 1) || math.Abs(n-share*100) > 1e-9 {
		return 0, usage("%s goes from 0 to 1, in hundredths, such as 0.2", flag)
	}
	return int(n), nil
}
