package main

import (
	"errors"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"windscreen/engine"
	"windscreen/engine/authoring"
	"windscreen/rules"
)

// addRules adds the flag that names a rule root.
func addRules(cmd *cobra.Command, dir *string) {
	cmd.Flags().StringVar(dir, "rules", "", "use the rules in `DIR`")
}

// ruleRoot opens a rule root, the shipped one if no folder is named.
func ruleRoot(dir string) (fs.FS, error) {
	if dir == "" {
		return rules.FS, nil
	}
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, usage("there is no folder %s to read rules from", dir)
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, usage("%s is a file; name a folder that holds vocabulary and authorities", dir)
	}
	return os.DirFS(dir), nil
}

// load opens the rules in a folder, or the shipped ones, for cases.
func load(dir string, choices ...engine.LoadOption) (*engine.Engine, error) {
	fsys, err := ruleRoot(dir)
	if err != nil {
		return nil, err
	}
	return engine.Open(fsys, append(choices, engine.Named(dir))...)
}

// loadToTry opens them for authors and builds.
func loadToTry(dir string, options ...authoring.OpenOption) (*authoring.Root, error) {
	fsys, err := ruleRoot(dir)
	if err != nil {
		return nil, err
	}
	return authoring.Open(fsys, dir, options...)
}
