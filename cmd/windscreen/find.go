package main

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"windscreen/engine/authoring"
	"windscreen/engine/diagnostic"
	"windscreen/engine/readfile"
	"windscreen/engine/scenario"
)

// found is what the test command found under its paths.
type found struct {
	scenarios []authoring.ScenarioFile
	cases     []input
	picks     []authoring.PicksFile
	// sound is how many of the cases were read and are sound.
	sound int
	// faults are files that are neither, and files that cannot be read.
	faults diagnostic.List
}

// find looks for scenarios and cases, in the order of the paths and, in a folder,
// of names. A file that is found twice, under whatever names, counts once. The error
// is about a path that is not there.
func (a *app) find(paths []string) (*found, error) {
	f := &found{}
	seen := map[string]bool{}
	for _, root := range paths {
		info, err := os.Stat(root)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, usage("there is no file or folder %s", root)
		}
		names := []string{"."}
		if err == nil && info.IsDir() {
			var faults diagnostic.List
			names, faults = readfile.Walk(os.DirFS(root), ".", []string{".yaml", ".json"}, readfile.FolderLimits())
			for _, d := range faults {
				d.File = called(filepath.Join(root, filepath.FromSlash(d.File)))
				f.faults = append(f.faults, d)
			}
		}
		for _, name := range names {
			name = filepath.Join(root, filepath.FromSlash(name))
			if key := identity(name); !seen[key] {
				seen[key] = true
				if err := a.sort(f, name); err != nil {
					return nil, err
				}
			}
		}
	}
	return f, nil
}

// identity is one name for a file, however a path names it and whatever links lead to
// it.
func identity(name string) string {
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	}
	if whole, err := filepath.Abs(name); err == nil {
		name = whole
	}
	return name
}

// topScenarios finds the key scenarios at the margin of a file, or of a mapping in
// brackets. The file is not parsed for it: one that cannot be read must be reported,
// not passed over.
var (
	topScenarios = regexp.MustCompile(`(?m)^\x{FEFF}?(\{ *)?["']?scenarios["']?[ \t]*:`)
	inBrackets   = regexp.MustCompile(`^\x{FEFF}?\s*\{`)
	anyScenarios = regexp.MustCompile(`["']?scenarios["']?[ \t\r\n]*:`)
)

// hasScenarios reports whether a file has the key scenarios, or would if it could be
// read.
func hasScenarios(data []byte) bool {
	if !inBrackets.Match(data) {
		return topScenarios.Match(data)
	}
	var keys map[string]json.RawMessage
	if json.Unmarshal(data, &keys) != nil {
		return anyScenarios.Match(data)
	}
	_, ok := keys["scenarios"]
	return ok
}

// sort puts a file where it belongs.
func (a *app) sort(f *found, name string) error {
	in, err := a.read(name)
	if err != nil {
		return collect(&f.faults, err)
	}
	switch {
	case hasScenarios(in.data):
		f.scenarios = append(f.scenarios, authoring.ScenarioFile{Name: in.name, Data: in.data})
	case within(name, "picks"):
		f.picks = append(f.picks, authoring.PicksFile{Name: in.name, Data: in.data})
	case within(name, "cases"):
		f.cases = append(f.cases, in)
	default:
		f.faults = append(f.faults, diagnostic.Diagnostic{
			File:     in.name,
			Severity: diagnostic.Error,
			Code:     scenario.ExpectsNothing,
			Message:  "this file has no scenarios",
			Remedy:   "write scenarios: at the start of a line and list them under it; put cases to try into a folder called cases",
		})
	}
	return nil
}

// within reports whether a file is in a folder of some name, or in one below it.
func within(name, folder string) bool {
	return slices.Contains(strings.Split(filepath.ToSlash(filepath.Dir(name)), "/"), folder)
}
