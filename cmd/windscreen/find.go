package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"windscreen/engine/authoring"
	"windscreen/engine/diagnostic"
	"windscreen/engine/scenario"
)

// found is what the test command found under its paths.
type found struct {
	scenarios []authoring.ScenarioFile
	cases     []input
	// faults are files that are neither, and files that cannot be read.
	faults diagnostic.List
}

// find looks for scenarios and cases, in the order of the paths and, in a folder,
// of names. A file that is found twice counts once. The error is about a path that
// is not there.
func (a *app) find(paths []string) (*found, error) {
	f := &found{}
	seen := map[string]bool{}
	for _, root := range paths {
		if _, err := os.Stat(root); errors.Is(err, fs.ErrNotExist) {
			return nil, usage("there is no file or folder %s", root)
		}
		err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return collect(&f.faults, unreadable(name, err))
			case d.IsDir() && name != root && strings.HasPrefix(d.Name(), "."):
				return fs.SkipDir
			case d.IsDir() || seen[filepath.Clean(name)]:
				return nil
			}
			seen[filepath.Clean(name)] = true
			return a.sort(f, name, name == root)
		})
		if err != nil {
			return nil, err
		}
	}
	return f, nil
}

// topScenarios finds the key scenarios at the margin of a file. The file is not
// parsed for it: one that YAML cannot read must be reported, not passed over.
var topScenarios = regexp.MustCompile(`(?m)^\x{FEFF}?(\{ *)?["']?scenarios["']?[ \t]*:`)

// sort puts a file where it belongs. A file that was named, and not only found in
// a folder, is looked at whatever its ending.
func (a *app) sort(f *found, name string, named bool) error {
	inCases := slices.Contains(strings.Split(filepath.ToSlash(filepath.Dir(name)), "/"), "cases")
	switch ext := filepath.Ext(name); {
	case named || ext == ".yaml" || ext == ".json" && inCases:
	case ext == ".yml":
		f.fault(name, "this file would be passed over", "end its name in .yaml")
		return nil
	default:
		return nil
	}
	in, err := a.read(name)
	if err != nil {
		return collect(&f.faults, err)
	}
	switch {
	case topScenarios.Match(in.data):
		f.scenarios = append(f.scenarios, authoring.ScenarioFile{Name: in.name, Data: in.data})
	case inCases:
		f.cases = append(f.cases, in)
	default:
		f.fault(name, "this file has no scenarios", "write them under scenarios: at the margin; cases to try stand in a folder called cases")
	}
	return nil
}

// fault reports a file as a whole.
func (f *found) fault(name, message, remedy string) {
	f.faults = append(f.faults, diagnostic.Diagnostic{File: called(name), Severity: diagnostic.Error,
		Code: scenario.ExpectsNothing, Message: message, Remedy: remedy})
}
