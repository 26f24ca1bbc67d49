package main

import (
	"errors"
	"io/fs"
	"os"
	"runtime/debug"

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

// collectRarely is how many times its data a command that ends soon may take in memory before it looks for what it no
// longer needs, in hundredths beyond the first. Loading rules leaves little behind: looking for it at twice the data, as Go
// does by itself, took a quarter of the processor time of eval, which saves 10 MB of 80. The service keeps what Go does.
const collectRarely = 400

// load opens the rules in a folder, or the shipped ones, for cases.
func load(dir string, choices ...engine.LoadOption) (*engine.Engine, error) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(collectRarely)
	}
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
