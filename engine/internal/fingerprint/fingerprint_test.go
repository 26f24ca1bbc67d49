package fingerprint_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"windscreen/engine/internal/fingerprint"
)

func TestAFingerprintDiffersOnceAFileWasChanged(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	m := fingerprint.NewMaker()
	of := func() uint64 {
		t.Helper()
		n, err := m.Of(fingerprint.Root{FS: os.DirFS(dir), Name: "."})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	seen := map[uint64]string{of(): "nothing"}
	for _, change := range []struct {
		what string
		do   func() error
	}{
		{"added", func() error { return os.WriteFile(at("a.yaml"), []byte("a"), 0o600) }},
		{"written", func() error { return os.WriteFile(at("a.yaml"), []byte("ab"), 0o600) }},
		{"a folder added", func() error { return os.Mkdir(at("folder"), 0o750) }},
		{"renamed", func() error { return os.Rename(at("a.yaml"), at("folder/a.yaml")) }},
		{"of another mode", func() error { return os.Chmod(at("folder/a.yaml"), 0o400) }},
	} {
		must(change.do())
		now := of()
		if before, there := seen[now]; there {
			t.Errorf("%s looks like %s", change.what, before)
		}
		if of() != now {
			t.Errorf("%s: the same files look otherwise", change.what)
		}
		seen[now] = change.what
	}
	one, err := m.Of(fingerprint.Root{FS: os.DirFS(at("folder")), Name: "a.yaml"})
	must(err)
	if _, there := seen[one]; there {
		t.Error("a file looks like its folder")
	}
	if _, err := m.Of(fingerprint.Root{FS: os.DirFS(dir), Name: "nowhere"}); err == nil {
		t.Error("what is not there has a fingerprint")
	}
}

// goes is a folder in which a file that was listed is gone when it is looked at.
type goes struct{ fstest.MapFS }

func (g goes) Stat(name string) (fs.FileInfo, error) {
	if name == "gone.yaml" {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
	}
	return g.MapFS.Stat(name)
}

func TestAFileThatGoesAwayMeanwhileLooksAsIfItWereNotThere(t *testing.T) {
	m := fingerprint.NewMaker()
	of := func(fsys fs.FS) uint64 {
		t.Helper()
		n, err := m.Of(fingerprint.Root{FS: fsys, Name: "."})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	stays := &fstest.MapFile{Data: []byte("a")}
	if of(goes{fstest.MapFS{"stays.yaml": stays, "gone.yaml": stays}}) != of(fstest.MapFS{"stays.yaml": stays}) {
		t.Error("a file that is gone looks as if it were there")
	}
}
