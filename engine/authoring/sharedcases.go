package authoring

import (
	"bytes"
	"path/filepath"
	"slices"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/scenariofile"
	"windscreen/engine/readfile"
	"windscreen/engine/scenario"
)

// At is the file as it stands at a path: with the files of cases that it names under cases_from, which are read from there. What
// cannot be read is a fault once the file is run. Without At, a file that has cases_from cannot be run.
func (f ScenarioFile) At(path string) ScenarioFile {
	f.cases, f.used = nil, nil
	if !bytes.Contains(f.Data, []byte("cases_from")) {
		return f // and need not be parsed for it
	}
	from, used := scenariofile.Sharing(f.Name, f.Data)
	f.used = used
	for _, name := range from {
		file := filepath.Join(filepath.Dir(path), filepath.FromSlash(name))
		data, fault := readfile.ReadPath(file, engine.MaxBytes())
		f.cases = append(f.cases, scenariofile.CasesFile{From: name, Name: called(file), Data: data, Fault: fault})
	}
	return f
}

// input is the file as it is run.
func (f ScenarioFile) input() scenariofile.Input {
	return scenariofile.Input{Name: f.Name, Data: f.Data, Cases: f.cases}
}

// shared takes the files that scenario files share cases from out of those that seem to be none of the fixtures, and reports the
// cases that nothing uses. A file of shared cases stands beside what uses it, or above it; if it was found in a folder, so was all
// that uses it. If the file is itself among the paths, or a file that shares cases cannot be read, something unseen may use them,
// and nothing is reported.
func (f *Fixtures) shared(candidates []CaseFile, paths []string) (others []CaseFile) {
	used := map[string]map[string]bool{} // by file, the cases that are used where it is shared
	for _, s := range f.Scenarios {
		for _, c := range s.cases {
			if used[c.Name] == nil {
				used[c.Name] = map[string]bool{}
			}
			for _, name := range s.used {
				used[c.Name][name] = true
			}
		}
	}
	unread := slices.ContainsFunc(f.Scenarios, func(s ScenarioFile) bool {
		return len(s.cases) == 0 && bytes.Contains(s.Data, []byte("cases_from"))
	})
	for _, c := range candidates {
		names, shared := used[c.Name]
		named := slices.ContainsFunc(paths, func(path string) bool { return called(filepath.Clean(path)) == c.Name })
		switch {
		case !shared:
			others = append(others, c)
		case !named && !unread:
			f.Faults = append(f.Faults, scenariofile.Unused(c.Name, c.Data, names)...)
		}
	}
	return others
}

// noScenarios is the fault of a file that is none of the fixtures.
func noScenarios(name string) diagnostic.Diagnostic {
	return diagnostic.Diagnostic{
		File:     name,
		Severity: diagnostic.Error,
		Code:     scenario.ExpectsNothing,
		Message:  "this file has no scenarios",
		Remedy: "write scenarios: at the start of a line and list them under it; put cases to try into a folder called cases; " +
			"name a file of shared cases under cases_from in what uses it",
	}
}
