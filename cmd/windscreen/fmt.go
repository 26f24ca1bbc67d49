package main

import (
	"bytes"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"windscreen/engine/authoring"
	"windscreen/engine/diagnostic"
	"windscreen/engine/readfile"
)

// fmtCommand gives files the one layout.
func (a *app) fmtCommand() *cobra.Command {
	var check bool
	cmd := &cobra.Command{
		Use:   "fmt [PATH…]",
		Short: "Give rules and scenarios one layout",
		Long: `Fmt gives YAML files one layout: two spaces for each level, one space between
words, no more than one blank line, conditions with their operators at the
beginning of lines, and lines of at most 140 characters where they can be
broken. Where you break a condition, a list or a text, the break stays. So do
comments, and what the file says. A second run changes nothing.

It takes files and folders, by default the folders rules and fixtures. It writes
the files that change and prints their names. With - it reads standard input and
prints the result.

With --check it writes nothing, prints the names of the files that would change,
and exits with 1 if there are any. A file that cannot be read is not changed.
Fmt then reports it, changes the others, and exits with 2.`,
		Example: `  windscreen fmt rules
  windscreen fmt --check
  windscreen fmt rules/authorities/bexley/2020/levels.yaml
  windscreen fmt - < levels.yaml`,
		Args: arguments(0, -1, "files and folders"),
		RunE: func(_ *cobra.Command, paths []string) error {
			if len(paths) == 0 {
				paths = []string{"rules", "fixtures"}
			}
			return a.format(paths, check)
		},
	}
	cmd.Flags().BoolVar(&check, "check", false, "write nothing; exit with 1 if a file would change")
	return cmd
}

// format lays out what is found under some paths.
func (a *app) format(paths []string, check bool) error {
	names, faults, err := written(paths)
	if err != nil {
		return err
	}
	changed := false
	for _, name := range names {
		in, err := a.read(name)
		if err == nil {
			var out []byte
			if out, err = authoring.Format(in.name, in.data); err == nil {
				var differs bool
				differs, err = a.laidOut(name, in, out, check)
				changed = changed || differs
			}
		}
		if err := collect(&faults, err); err != nil {
			return err
		}
	}
	if err := faults.Err(); err != nil {
		return err
	}
	if check && changed {
		return errFindings
	}
	return nil
}

// laidOut puts the new text of a file in the place of the old, and reports whether they differ.
func (a *app) laidOut(name string, in input, out []byte, check bool) (bool, error) {
	differs := !bytes.Equal(in.data, out)
	switch {
	case name == "-" && !check:
		return differs, a.print(out)
	case !differs:
		return false, nil
	case !check:
		if err := replaceFile(name, out); err != nil {
			return true, err
		}
	}
	return true, a.print([]byte(in.name + "\n"))
}

// written are the YAML files under some paths, each once; "-" stands for itself. The error is about a path that is not there.
func written(paths []string) (names []string, faults diagnostic.List, err error) {
	if slices.Equal(paths, []string{"-"}) {
		return paths, nil, nil
	}
	names, faults, err = readfile.Files(paths, []string{".yaml"})
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, usage("%s", err)
	case err != nil:
		return nil, nil, err
	case len(names) == 0 && len(faults) == 0:
		return nil, nil, usage("there are no YAML files in %s", strings.Join(paths, ", "))
	}
	return names, faults, nil
}
