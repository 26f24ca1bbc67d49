package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestAFileIsReplacedAsAWhole(t *testing.T) {
	dir := t.TempDir()
	file, other, link := filepath.Join(dir, "a.yaml"), filepath.Join(dir, "other.yaml"), filepath.Join(dir, "link.yaml")
	if err := os.WriteFile(file, []byte("before"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("a.yaml", link); err != nil {
		t.Skipf("this machine has no links: %v", err)
	}
	// A second name of the old text shows that it was not written over.
	if err := os.Link(file, other); err != nil {
		t.Skipf("this machine has no second names: %v", err)
	}
	if err := replaceFile(link, []byte("after")); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{file: "after", link: "after", other: "before"} {
		if got, err := os.ReadFile(name); err != nil || string(got) != want {
			t.Errorf("%s holds %q, want %q (%v)", filepath.Base(name), got, want, err)
		}
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the mode is %v (%v)", info.Mode(), err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode().Type() != os.ModeSymlink {
		t.Errorf("the link is %v (%v)", info.Mode(), err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 3 {
		t.Errorf("the folder holds %v (%v)", entries, err)
	}
}

func TestAFileThatIsNotThereIsNotReplaced(t *testing.T) {
	dir := t.TempDir()
	if err := replaceFile(filepath.Join(dir, "a.yaml"), nil); err == nil {
		t.Error("it is replaced")
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) > 0 {
		t.Errorf("the folder holds %v (%v)", entries, err)
	}
}
