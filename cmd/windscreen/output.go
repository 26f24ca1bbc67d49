package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"windscreen/engine/diagnostic"
	"windscreen/engine/render"
)

// formatFlag adds the flag -o: which format of a kind of report to print.
func formatFlag(cmd *cobra.Command, kind render.Kind, usage string) *choice[render.Format] {
	format := oneOf(kind.Formats()...)
	cmd.Flags().VarP(format, "output", "o", usage)
	return format
}

// show renders a report, by a function of package render, and prints it. Width and colour
// are those of the terminal.
func show[T any](a *app, write func(io.Writer, render.Format, T, render.Options) error, f render.Format, report T, o render.Options) error {
	o.Width, o.Colour = a.width(), a.colour()
	var b bytes.Buffer
	if err := write(&b, f, report, o); err != nil {
		return err
	}
	return a.print(b.Bytes())
}

// print writes an answer to standard output, all at once.
func (a *app) print(out []byte) error {
	if _, err := a.stdout.Write(out); err != nil {
		return errors.Join(errors.New("the answer could not be written"), err)
	}
	return nil
}

// warn prints diagnostics to standard error: what is wrong, or what is worth a second look
// and stops nothing.
func (a *app) warn(list diagnostic.List) {
	if len(list) > 0 {
		_, _ = fmt.Fprintln(a.stderr, list)
	}
}
