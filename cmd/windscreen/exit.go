package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"windscreen/engine/diagnostic"
)

// The exit codes, as root.go documents them.
const (
	exitAnswered = 0
	exitFindings = 1
	exitInput    = 2
)

// errFindings is the end of a command that did its work and found something
// wrong; what it found is printed already.
var errFindings = errors.New("there are findings")

// usageError is a mistake in how the command was called.
type usageError struct{ message string }

// Error returns the message.
func (e *usageError) Error() string { return e.message }

// usage makes a usageError.
func usage(format string, args ...any) error { return &usageError{fmt.Sprintf(format, args...)} }

// exit prints an error for people and turns it into an exit code.
func (a *app) exit(cmd *cobra.Command, err error) int {
	var wrong *usageError
	var failure *diagnostic.Failure
	var disagreement *diagnostic.Disagreement
	switch {
	case err == nil:
		return exitAnswered
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.As(err, &failure):
		a.warn(failure.Diagnostics)
	case errors.As(err, &disagreement):
		_, _ = fmt.Fprintf(a.stderr, "windscreen: %s\n", diagnostic.Visible(disagreement.Report()))
	case errors.As(err, &wrong):
		_, _ = fmt.Fprintf(a.stderr, "windscreen: %s\nSee %s --help.\n", diagnostic.Visible(wrong.message), cmd.CommandPath())
	default:
		_, _ = fmt.Fprintf(a.stderr, "windscreen: %s\n", diagnostic.Visible(err.Error()))
	}
	return exitInput
}
