package main

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/spf13/cobra"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
	"windscreen/rules"
)

// addRules adds the flag that names a rule root.
func addRules(cmd *cobra.Command, dir *string) {
	cmd.Flags().StringVar(dir, "rules", "", "use the rules in `DIR`")
}

// ruleRoot opens a rule root, the shipped one where no folder is named.
func ruleRoot(dir string) (fs.FS, error) {
	if dir == "" {
		return rules.FS, nil
	}
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, usage("there is no folder %s to take rules from", dir)
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, usage("%s is a file; rules are a folder with vocabulary and policies in it", dir)
	}
	return os.DirFS(dir), nil
}

// load loads the rules in a folder, or the shipped ones.
func load(dir string, choices ...engine.LoadOption) (*engine.Engine, error) {
	fsys, err := ruleRoot(dir)
	if err != nil {
		return nil, err
	}
	e, err := engine.Load(fsys, choices...)
	var failure *diagnostic.Failure
	if errors.As(err, &failure) {
		return nil, below(dir, failure.Diagnostics).Err()
	}
	return e, err
}

// below names the files of a rule root as they are found from here, so that an
// editor can open them.
func below(dir string, list diagnostic.List) diagnostic.List {
	out := make(diagnostic.List, len(list))
	for i, d := range list {
		d.File = within(dir, d.File)
		out[i] = d
	}
	return out
}

// within is the name of one such file; of the shipped rules, that in their root.
func within(dir, file string) string {
	if dir == "" {
		return file
	}
	return path.Join(filepath.ToSlash(dir), file)
}
