package readfile_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"windscreen/engine/diagnostic"
	"windscreen/engine/readfile"
)

func TestListerListsFoldersAndFollowsLinks(t *testing.T) {
	dir := place(t, map[string]string{"b/x.yaml": "", "a/y.yaml": "", "again": "-> b", "gone": "-> nowhere",
		".hidden/x.yaml": "", "README.md": "", "x.yaml.bak": ""})
	names, faults := readfile.NewLister(os.DirFS(dir), readfile.FolderLimits()).Folders(".", "move it")
	if !slices.Equal(names, []string{"a", "again", "b"}) || len(faults) != 2 {
		t.Fatalf("%v\n%s", names, says(faults))
	}
	if faults[0].File != "gone" || !strings.Contains(faults[0].Message, "this link cannot be followed") {
		t.Errorf("%v", faults[0])
	}
	if faults[1].File != "x.yaml.bak" || faults[1].Remedy != "move it" {
		t.Errorf("%v", faults[1])
	}
}

// The limit holds for all folders that are listed, not for each.
func TestListerHasALimit(t *testing.T) {
	fsys := fstest.MapFS{}
	for i := range 6 {
		fsys[fmt.Sprintf("a/%d/x.yaml", i)], fsys[fmt.Sprintf("b/%d/x.yaml", i)] = &fstest.MapFile{}, &fstest.MapFile{}
	}
	l := readfile.NewLister(fsys, readfile.Limits{Entries: 10})
	if names, faults := l.Folders("a", ""); len(names) != 6 || len(faults) > 0 {
		t.Errorf("%v\n%s", names, says(faults))
	}
	names, faults := l.Folders("b", "")
	if len(names) > 0 || len(faults) != 1 || faults[0].Code != diagnostic.TooLarge ||
		!strings.Contains(faults[0].Message, "more than 10 files") {
		t.Errorf("%v\n%s", names, says(faults))
	}
	if names, faults := l.Folders("a", ""); len(names) > 0 || len(faults) > 0 {
		t.Errorf("after the limit: %v\n%s", names, says(faults))
	}
}
