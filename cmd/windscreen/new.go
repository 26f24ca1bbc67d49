package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
	"windscreen/engine/facts"
	"windscreen/engine/render"
)

// newCommand writes files to start from.
func (a *app) newCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "new",
		Short: "Write a case, policy, rule, fact or scenario to start from",
		Long:  `New writes files to start from, with comments that say what to fill in.`,
		Example: `  windscreen new case > case.yaml
  windscreen new policy camford/2026
  windscreen new rule sign`,
		Args:                       unknownCommand,
		SuggestionsMinimumDistance: 2,
		RunE: func(*cobra.Command, []string) error {
			return usage("name a kind of file: case, fact, policy, rule or scenario")
		},
	}
	cmd.AddCommand(a.newCase(), a.newFact(), a.newPolicy(), a.newRule(), a.newScenario())
	return cmd
}

// blank is what a case to fill in starts with.
type blank struct {
	rules, policy, asOf string
	domains             []string
	children            int
}

// newCase writes a case to fill in.
func (a *app) newCase() *cobra.Command {
	var b blank
	var file string
	cmd := &cobra.Command{
		Use:   "case",
		Short: "Write a commented case to fill in",
		Long: `Case writes a case to fill in, in YAML: every fact by domain, in an order for
somebody who refers a child, with its question, its values and an example. All
facts are commented out. Remove the # from those that you know, and change the
values. Everything else stays unknown.

With --children N the case is about several children: facts of the home stand
at the top, and each child has a label, which you replace with one of your own.

Without --as-of, fill in the date and time of the case first. With -o it writes
a new file, and never over one that is there.`,
		Example: `  windscreen new case > case.yaml
  windscreen new case --policy bexley-2020 --as-of 2020-03-02T14:10 -o case.yaml
  windscreen new case --domains child,harm,home
  windscreen new case --children 3 > family.yaml`,
		Args: arguments(0, 0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if cmd.Flags().Changed("children") && (b.children < 1 || b.children > engine.MaxChildren()) {
				return usage("--children: a case is about 1 to %d children", engine.MaxChildren())
			}
			text, err := formOf(b)
			if err != nil {
				return err
			}
			if file == "" {
				return a.print(text)
			}
			return writeNew(file, text)
		},
	}
	cmd.Flags().StringVar(&b.policy, "policy", "", "write the policy or council `NAME` into the case")
	cmd.Flags().StringSliceVar(&b.domains, "domains", nil, "write only these domains: `NAME,…`")
	cmd.Flags().StringVar(&b.asOf, "as-of", "", "write the date and time `T`, such as 2020-03-02T14:10")
	cmd.Flags().IntVar(&b.children, "children", 0, "write a case about `N` children")
	cmd.Flags().StringVarP(&file, "output", "o", "", "write to the new file `FILE`")
	addRules(cmd, &b.rules)
	return cmd
}

// formOf is the text of a case to fill in. With a date it has been read once: the date is
// right, and the form is a case.
func formOf(b blank) ([]byte, error) {
	e, err := load(b.rules)
	if err != nil {
		return nil, err
	}
	if err := known(e, b.policy); err != nil {
		return nil, err
	}
	list, err := e.Facts().Of(b.domains...)
	if err != nil {
		return nil, usage("--domains: %s", err)
	}
	var text bytes.Buffer
	if err := render.Form(&text, &facts.Form{Policy: b.policy, AsOf: b.asOf, Children: b.children, List: list}); err != nil {
		return nil, err
	}
	if b.asOf == "" {
		return text.Bytes(), nil
	}
	return text.Bytes(), readable(e, text.Bytes())
}

// readable reports what is wrong with a date, by reading the form that has it.
func readable(e *engine.Engine, text []byte) error {
	_, err := e.ReadCase("case", text)
	return change(err, func(d *diagnostic.Diagnostic) {
		d.File, d.Start, d.End, d.Source = "--as-of", diagnostic.Position{}, diagnostic.Position{}, ""
	})
}

// writeNew writes a file that is not there yet.
func writeNew(name string, text []byte) (err error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	switch {
	case errors.Is(err, fs.ErrExist):
		return usage("there is a file %s already; name another, or remove it", called(name))
	case err != nil:
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	_, err = f.Write(text)
	return err
}
