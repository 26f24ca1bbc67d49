package ruleroot_test

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/readfile"
)

// sound is a root with one policy of a council and one that others build on.
func sound() fstest.MapFS {
	return fstest.MapFS{
		"vocabulary/home.yaml":              {},
		"shared/common/policy.yaml":         {},
		"authorities/made/2020/policy.yaml": {},
		// Files that no one takes for rules.
		"LICENSE": {}, "README.md": {}, "rules.go": {}, ".git/config": {}, "authorities/.keep.yaml": {}, "authorities/made/NOTES": {},
	}
}

// opened is what is wrong with the folders of a root: each file with its message and remedy.
func opened(fsys fs.FS) (*ruleroot.Root, string) {
	r, faults := ruleroot.Open(fsys)
	var b strings.Builder
	for _, d := range faults {
		fmt.Fprintf(&b, "%s: %s | %s\n", d.File, d.Message, d.Remedy)
	}
	return r, b.String()
}

func TestOpenListsPolicies(t *testing.T) {
	r, faults := opened(sound())
	if faults != "" || len(r.Policies()) != 1 || r.Policies()[0].ID != "made-2020" || len(r.SharedPolicies()) != 1 {
		t.Errorf("%v, %v\n%s", r.Policies(), r.SharedPolicies(), faults)
	}
	if _, faults := opened(fstest.MapFS{"vocabulary/home.yaml": {}}); faults != "" {
		t.Errorf("a root without policies:\n%s", faults)
	}
}

// Each level has the checks that the files of a policy have.
func TestOpenReportsWhatNothingReads(t *testing.T) {
	const nothing = "nothing would read this file"
	const top = "a rule root has the folders vocabulary, shared and authorities"
	const folder = "this is a file, but a folder is expected"
	for name, want := range map[string]string{
		"levels":                       nothing + " | " + top,
		"policy.yaml.bak":              nothing + " | " + top,
		"shared/extra.yalm":            nothing + " | each folder in shared is a policy",
		"authorities/extra.yalm":       nothing + " | a council's policy belongs in authorities/COUNCIL/EDITION",
		"authorities/made/levels":      nothing + " | a council's policy belongs in authorities/made/EDITION",
		"authorities/made/levels.yaml": nothing + " | a council's policy belongs in authorities/made/EDITION",
		"authorities/made/2021\n": "the name of this file has characters in it that cannot be shown" +
			" | give it a plain name on one line",
	} {
		root := sound()
		root[name] = &fstest.MapFile{}
		if _, faults := opened(root); faults != readfile.Shown(name)+": "+want+"\n" {
			t.Errorf("%q:\n%s", name, faults)
		}
	}
	for _, part := range []string{"shared", "authorities"} {
		root := fstest.MapFS{part: {}, "vocabulary/home.yaml": {}}
		if _, faults := opened(root); faults != part+": "+folder+" | put a folder in its place\n" {
			t.Errorf("%s is a file:\n%s", part, faults)
		}
	}
}

// closed is a root in which one name cannot be looked at.
type closed struct {
	fstest.MapFS
	name string
}

func (c closed) Stat(name string) (fs.FileInfo, error) {
	if name == c.name {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrPermission}
	}
	return c.MapFS.Stat(name)
}

func (c closed) Open(name string) (fs.File, error) {
	if name == c.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return c.MapFS.Open(name)
}

func TestOpenReportsWhatCannotBeRead(t *testing.T) {
	for _, name := range []string{".", "shared", "authorities", "authorities/made", "authorities/made/2020",
		"authorities/made/2020/policy.yaml", "shared/common/policy.yaml"} {
		if _, faults := opened(closed{sound(), name}); faults != name+": this cannot be read: permission denied | \n" {
			t.Errorf("%s:\n%s", name, faults)
		}
	}
}

func TestOpenReportsLinksThatLeadNowhere(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink("nowhere", dir+"/authorities"); err != nil {
		t.Skipf("no link can be made here: %v", err)
	}
	_, faults := opened(os.DirFS(dir))
	if !strings.HasPrefix(faults, "authorities: this cannot be read: ") || strings.Count(faults, "\n") != 1 {
		t.Errorf("%s", faults)
	}
}
