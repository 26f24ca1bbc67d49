package main

import (
	"github.com/spf13/cobra"

	"windscreen/engine"
)

// versionCommand prints the version.
func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version of the engine",
		Long: `Version prints the version of the engine, which the receipt of every
recommendation also records.`,
		Example: `  windscreen version`,
		Args:    arguments(0, 0, "no argument"),
		RunE: func(*cobra.Command, []string) error {
			return a.print([]byte("windscreen " + engine.Version() + "\n"))
		},
	}
}
