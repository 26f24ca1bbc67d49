package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"windscreen/engine/authoring"
	"windscreen/engine/facts"
	"windscreen/engine/impact"
	"windscreen/engine/render"
)

// mostMadeUp is how many cases may be made up to count in.
const mostMadeUp = 100_000

// impacting is what to compare and what to say of it.
type impacting struct {
	authoring.ImpactOptions
	rules, cases, acknowledged string
	scenarios                  []string
	format                     render.Format
}

// impactCommand says what a change of rules does.
func (a *app) impactCommand() *cobra.Command {
	var i impacting
	var format *choice[render.Format]
	cmd := &cobra.Command{
		Use:   "impact OLD NEW",
		Short: "Show what a change of rules does to the answers",
		Long: `Impact compares two versions of the rules. Each is a folder, or a revision of
the git repository in the working folder, such as HEAD~1 or a branch.

It asks for all cases in which respects the answers of a policy can differ: the
level, grounds, agreement, telling, sharing, each sign, action, step, service
and caution; and where a text, contact, deadline or setting differs, in which
cases that shows. For each difference it prints a case, as small as could be
found, which the reference evaluator answered by both versions, and the changed
rules that are responsible. Where there is none, it is proved that no case tells
the two apart. What was not decided within bounds is said, and never called the
same.

Not compared are the order of questions, how an answer is explained, what fits
the first screen, and what one child of several takes from the others.

Facts are matched by path, rungs and words by name. What only one version has is
listed. A case that states a fact which only one version knows is read by
the other without it. A scenario or made-up case that uses a word which the
older version lacks is not counted there; the report says how many.

It also counts differences in the scenarios of the folder fixtures, or of
--scenarios, and in cases that are made up as generate does with --concerns 0.3.

With --old-policy and --new-policy it compares two policies, such as two
editions or two councils. With --cases it writes each case into a file.

With --acknowledged it reads a file that lists the differences that are meant:
  acknowledged:
    - policy: bexley-2020
      difference: level/2/3
      why: The new edition says so
It then exits with 1 if a difference is not in the file, or was not decided. An
entry that no longer applies is printed.`,
		Example: `  windscreen impact HEAD rules
  windscreen impact origin/main HEAD --policy bexley -o markdown
  windscreen impact HEAD rules --acknowledged acknowledged.yaml --cases changed
  windscreen impact rules rules --old-policy essex-2017 --new-policy bexley-2020`,
		Args: arguments(2, 2, "an old and a new version of the rules"),
		RunE: func(cmd *cobra.Command, args []string) error {
			i.format = format.value
			if err := i.sound(); err != nil {
				return err
			}
			return a.impact(cmd.Context(), &i, args[0], args[1])
		},
	}
	format = formatFlag(cmd, render.KindImpact, "how to print the report")
	cmd.Flags().StringVar(&i.Policy, "policy", "", "compare only policy or council `NAME`")
	cmd.Flags().StringVar(&i.OldPolicy, "old-policy", "", "compare policy `ID` of OLD with --new-policy")
	cmd.Flags().StringVar(&i.NewPolicy, "new-policy", "", "compare policy `ID` of NEW with --old-policy")
	cmd.Flags().StringVar(&i.rules, "rules", "rules", "folder `DIR` of a revision")
	cmd.Flags().StringArrayVar(&i.scenarios, "scenarios", nil, "count in the scenarios under `PATH`")
	cmd.Flags().IntVar(&i.MadeUp, "made-up", 200, "count in `N` made-up cases")
	cmd.Flags().Uint64Var(&i.Seed, "seed", 1, "make them up by seed `S`")
	cmd.Flags().StringVar(&i.cases, "cases", "", "write the case of each difference into `DIR`")
	cmd.Flags().StringVar(&i.acknowledged, "acknowledged", "", "exit with 1 unless `FILE` lists all")
	return cmd
}

// sound refuses options that do not go together.
func (i *impacting) sound() error {
	switch {
	case (i.OldPolicy == "") != (i.NewPolicy == ""):
		return usage("--old-policy and --new-policy belong together")
	case i.OldPolicy != "" && i.Policy != "":
		return usage("--policy names one policy; leave it out beside --old-policy and --new-policy")
	case i.MadeUp < 0 || i.MadeUp > mostMadeUp:
		return usage("--made-up goes from 0 to %d", mostMadeUp)
	}
	return nil
}

// impact compares two versions and prints what differs.
func (a *app) impact(ctx context.Context, i *impacting, oldName, newName string) error {
	a.collectRarely()
	var entries []impact.Entry
	if i.acknowledged != "" {
		in, err := a.read(i.acknowledged)
		if err != nil {
			return err
		}
		if entries, err = authoring.ReadAcknowledged(in.name, in.data); err != nil {
			return err
		}
	}
	old, err := ruleVersion(ctx, oldName, i.rules)
	if err != nil {
		return err
	}
	now, err := ruleVersion(ctx, newName, i.rules)
	if err != nil {
		return err
	}
	before, err := authoring.Open(old.fsys, old.files)
	if err != nil {
		return err
	}
	after, err := authoring.Open(now.fsys, now.files)
	if err != nil {
		return err
	}
	if err := countedIn(i); err != nil {
		return err
	}
	i.OldName, i.NewName = old.name, now.name
	report, err := authoring.Impact(ctx, before, after, i.ImpactOptions)
	if err != nil {
		return err
	}
	if i.acknowledged != "" {
		report.Acknowledge(called(i.acknowledged), entries)
	}
	if i.cases != "" {
		if err := writeCases(i.cases, report); err != nil {
			return err
		}
	}
	if err := show(a, render.Impact, i.format, report, render.Options{}); err != nil {
		return err
	}
	if i.acknowledged != "" && report.Open() > 0 {
		return errFindings
	}
	return nil
}

// countedIn looks for the scenarios to count in. Without a path, a working folder without fixtures has none.
func countedIn(i *impacting) error {
	paths := i.scenarios
	if len(paths) == 0 {
		if info, err := os.Stat("fixtures"); err == nil && info.IsDir() {
			paths = []string{"fixtures"}
		}
	}
	if len(paths) == 0 {
		return nil
	}
	found, err := fixtures(paths)
	if err != nil {
		return err
	}
	i.Scenarios = found.Scenarios
	return nil
}

// notInName is what is left out of the names of files.
var notInName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[^A-Za-z0-9.]+`)
})

// writeCases writes the case of each difference into a file of a folder. What the older version reads otherwise is a file
// beside it.
func writeCases(dir string, r *impact.Report) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	write := func(name string, c *facts.Case) error {
		var b bytes.Buffer
		if err := render.Case(&b, render.YAML, c, render.Options{}); err != nil {
			return err
		}
		return writeNew(filepath.Join(dir, name+".yaml"), b.Bytes())
	}
	for i := range r.Policies {
		p := &r.Policies[i]
		for j := range p.Differences {
			d := &p.Differences[j]
			if d.Case == nil {
				continue
			}
			name := strings.Trim(notInName().ReplaceAllString(fmt.Sprintf("%s-%s", p.Now, d.ID), "-"), "-")
			if err := write(name, d.Case); err != nil {
				return err
			}
			if d.OldCase != nil {
				if err := write(name+".old", d.OldCase); err != nil {
					return err
				}
			}
			d.File = name + ".yaml"
		}
	}
	return nil
}
