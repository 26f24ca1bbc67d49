package authoring

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/pattern"
	"windscreen/engine/readfile"
	"windscreen/engine/scenario"
)

// Fixtures are the files with which rules are tried, and what is wrong with them so far.
type Fixtures struct {
	Scenarios []ScenarioFile
	Cases     []CaseFile
	Picks     []PicksFile
	Left      []LeftFile
	// Sound is how many of the cases Check read and answered.
	Sound int
	// Faults are files that are none of these, files that cannot be read, and what Check found.
	Faults diagnostic.List
}

// CaseFile is a plain case to try. Name is as for ScenarioFile.
type CaseFile struct {
	Name string
	Data []byte
}

// FindFixtures reads the files under some paths, in the order of the paths and, in a folder, of names. It follows links, and
// takes a file once, whatever names lead to it. A file with the key scenarios is a scenario file; any other is a plain case in
// a folder called cases, practice picks in one called picks, a list of changes that are left if it has the key left, shared
// cases if a scenario file names it under cases_from, and otherwise a fault. The error is about a path that is not there;
// errors.Is then finds fs.ErrNotExist in it.
func FindFixtures(paths []string) (*Fixtures, error) {
	names, faults, err := readfile.Files(paths, []string{".yaml", ".json"})
	if err != nil {
		return nil, err
	}
	f := &Fixtures{Faults: faults}
	var others []CaseFile
	for _, name := range names {
		others = f.sort(name, others)
	}
	for _, o := range f.shared(others, paths) {
		f.Faults = append(f.Faults, noScenarios(o.Name))
	}
	return f, nil
}

// called is what reports call a file.
func called(name string) string { return readfile.Shown(filepath.ToSlash(name)) }

// topKey finds a key at the margin of a file, or of a mapping in brackets. The file is not parsed for it: one that cannot be
// read must be reported, not passed over.
type topKey struct {
	key                 string
	atMargin, inBracket func() *regexp.Regexp
}

var (
	scenariosKey = newTopKey("scenarios")
	leftKey      = newTopKey("left")
	brackets     = pattern.New(`^\x{FEFF}?\s*\{`)
)

func newTopKey(key string) topKey {
	return topKey{key, pattern.New(`(?m)^\x{FEFF}?(\{ *)?["']?` + key + `["']?[ \t]*:`),
		pattern.New(`["']?` + key + `["']?[ \t\r\n]*:`)}
}

// in reports whether a file has the key, or would if it could be read.
func (k topKey) in(data []byte) bool {
	if !brackets().Match(data) {
		return k.atMargin().Match(data)
	}
	var keys map[string]json.RawMessage
	if json.Unmarshal(data, &keys) != nil {
		return k.inBracket().Match(data)
	}
	_, ok := keys[k.key]
	return ok
}

// sort puts a file where it belongs: among the others, if it is none of the fixtures.
func (f *Fixtures) sort(path string, others []CaseFile) []CaseFile {
	data, fault := readfile.ReadPath(path, engine.MaxBytes())
	name := called(path)
	switch {
	case fault != nil:
		f.Faults = append(f.Faults, *fault)
	case scenariosKey.in(data):
		f.Scenarios = append(f.Scenarios, ScenarioFile{Name: name, Data: data}.At(path))
	case within(path, "picks"):
		f.Picks = append(f.Picks, PicksFile{name, data})
	case within(path, "cases"):
		f.Cases = append(f.Cases, CaseFile{name, data})
	case leftKey.in(data):
		f.Left = append(f.Left, LeftFile{name, data})
	default:
		return append(others, CaseFile{name, data})
	}
	return others
}

// within reports whether a file is in a folder of some name, or in one below it.
func within(name, folder string) bool {
	return slices.Contains(strings.Split(filepath.ToSlash(filepath.Dir(name)), "/"), folder)
}

// Check adds to the faults what is wrong with the plain cases, the practice picks and the form of lists of changes that are
// left: a case has to be sound and, if it names a policy, to have an answer. It leaves out what is only worth a second look.
// The engine and the root are of the same rules. The error is that of the context, misuse, or a fault of the engine.
func (f *Fixtures) Check(ctx context.Context, e *engine.Engine, r *Root) error {
	if err := r.within(ctx); err != nil {
		return err
	}
	for _, c := range f.Cases {
		if err := ctx.Err(); err != nil {
			return err
		}
		err := sound(e, c)
		var failure *diagnostic.Failure
		switch {
		case err == nil:
			f.Sound++
		case errors.As(err, &failure):
			f.Faults = append(f.Faults, failure.Diagnostics...)
		default:
			return fmt.Errorf("%s: %w", c.Name, err)
		}
	}
	for _, l := range f.Left {
		f.Faults = append(f.Faults, l.check()...)
	}
	list, err := r.CheckPicks(f.Picks)
	for _, d := range list {
		if d.Severity == diagnostic.Error {
			f.Faults = append(f.Faults, d)
		}
	}
	return err
}

// sound reads a plain case, and answers it where it names a policy.
func sound(e *engine.Engine, in CaseFile) error {
	c, err := e.ReadCase(in.Name, in.Data)
	if err != nil || c.Policy() == "" {
		return err
	}
	_, err = e.EvaluateFamily(c)
	var failure *diagnostic.Failure
	if err != nil && !errors.As(err, &failure) {
		return fmt.Errorf("answering it: %w", err)
	}
	return err
}

// Join adds to a report on the scenarios what was found beside them. Each fault stands once: plain cases and scenarios may
// need the same rules.
func (f *Fixtures) Join(r *scenario.Report) {
	r.Faults = slices.Concat(r.Faults, f.Faults)
	r.Faults.Sort()
	r.Faults = slices.Compact(r.Faults)
	r.Cases = f.Sound
}
