package readfile_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"windscreen/engine/diagnostic"
	"windscreen/engine/readfile"
)

// place puts files into a new folder, and links where the content starts with "-> ".
func place(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		var err error
		if target, ok := strings.CutPrefix(content, "-> "); ok {
			err = os.Symlink(filepath.FromSlash(target), path)
		} else {
			err = os.WriteFile(path, []byte(content), 0o644)
		}
		if err != nil {
			t.Skipf("this machine cannot make %s: %v", name, err)
		}
	}
	return dir
}

// says is a list of faults, each as name, code and message.
func says(list diagnostic.List) string {
	var b strings.Builder
	for _, d := range list {
		fmt.Fprintf(&b, "%s [%s] %s | %s\n", d.File, d.Code, d.Message, d.Remedy)
	}
	return b.String()
}

func TestReadHoldsAFileAgainstTheLimit(t *testing.T) {
	fsys := fstest.MapFS{"fits": {Data: bytes.Repeat([]byte("x"), 10)}, "over": {Data: bytes.Repeat([]byte("x"), 11)}}
	if data, fault := readfile.Read(fsys, "fits", 10); fault != nil || len(data) != 10 {
		t.Errorf("%d bytes; %v", len(data), fault)
	}
	_, fault := readfile.Read(fsys, "over", 10)
	if fault == nil || fault.Code != diagnostic.TooLarge || !strings.Contains(fault.Message, "10 bytes") {
		t.Errorf("%v", fault)
	}
}

// endless says that its files have ten bytes, and gives bytes without end.
type endless struct{ fs.FS }

type endlessFile struct{ fs.File }

func (e endless) Open(name string) (fs.File, error) {
	f, err := e.FS.Open(name)
	return endlessFile{f}, err
}

func (endlessFile) Read(p []byte) (int, error) { return len(p), nil }

func TestReadReadsNoMoreThanTheLimitWhateverTheSizeIsSaidToBe(t *testing.T) {
	fsys := endless{fstest.MapFS{"x.yaml": {Data: make([]byte, 10)}}}
	if _, fault := readfile.Read(fsys, "x.yaml", 1000); fault == nil || fault.Code != diagnostic.TooLarge {
		t.Errorf("%v", fault)
	}
}

func TestReadRefusesWhatIsNoFile(t *testing.T) {
	dir := place(t, map[string]string{"folder/x.yaml": "a", "gone.yaml": "-> nowhere",
		"ring.yaml": "-> ring.yaml", "link.yaml": "-> folder/x.yaml"})
	for name, want := range map[string]string{
		"folder":       "this is a folder, but a file is expected",
		"gone.yaml":    "this cannot be read: ",
		"ring.yaml":    "this cannot be read: ",
		"missing.yaml": "this cannot be read: ",
		"a\nb.yaml":    "characters in it that cannot be shown",
	} {
		for how, read := range map[string]func() ([]byte, *diagnostic.Diagnostic){
			"by path":            func() ([]byte, *diagnostic.Diagnostic) { return readfile.ReadPath(filepath.Join(dir, name), 100) },
			"in the file system": func() ([]byte, *diagnostic.Diagnostic) { return readfile.Read(os.DirFS(dir), name, 100) },
		} {
			if _, fault := read(); fault == nil || !strings.Contains(fault.Message, want) || strings.Contains(fault.File, "\n") {
				t.Errorf("%q %s: %v", name, how, fault)
			}
		}
	}
	if data, fault := readfile.ReadPath(filepath.Join(dir, "link.yaml"), 100); fault != nil || string(data) != "a" {
		t.Errorf("a link: %q, %v", data, fault)
	}
}

func TestShownIsOneLineAndTellsNamesApart(t *testing.T) {
	for name, want := range map[string]string{"plain é.yaml": "plain é.yaml", "a\n# b": `a\n# b`,
		"a\x1b[31m": `a\x1b[31m`, "a\u202eb\"c": `a\u202eb"c`, "\xff": `\xff`} {
		if got := readfile.Shown(name); got != want {
			t.Errorf("%q is shown as %s, not %s", name, got, want)
		}
	}
}

func TestWalkFollowsLinksAndListsInOrder(t *testing.T) {
	outside := place(t, map[string]string{"deep/z.yaml": "z"})
	dir := place(t, map[string]string{"b.yaml": "b", "a.yaml": "a", "here/c.yaml": "c", "again": "-> here",
		"out": "-> " + outside, "d.yaml": "-> a.yaml",
		".hidden/x.yaml": "", ".x.yml": "", "README.md": "", "rules.go": "", "notes.txt": "", "LICENSE": ""})
	names, faults := readfile.Walk(os.DirFS(dir), ".", []string{".yaml"}, readfile.FolderLimits())
	want := []string{"a.yaml", "again/c.yaml", "b.yaml", "d.yaml", "here/c.yaml", "out/deep/z.yaml"}
	if !slices.Equal(names, want) || len(faults) > 0 {
		t.Errorf("%v\n%s", names, says(faults))
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := root.Close(); err != nil {
			t.Error(err)
		}
	})
	_, faults = readfile.Walk(root.FS(), ".", []string{".yaml"}, readfile.FolderLimits())
	if len(faults) != 1 || faults[0].File != "out" || !strings.Contains(faults[0].Message, "this link cannot be followed") {
		t.Errorf("a folder that is closed off:\n%s", says(faults))
	}
}

func TestWalkReportsWhatWouldBePassedOver(t *testing.T) {
	names := map[string]string{
		"a.YAML": "call it a.yaml", "b.yml": "call it b.yaml", "c.YML": "call it c.yaml",
		"d.json":     "write it as YAML, in d.yaml, or remove it",
		"e.yaml ":    "remove the space at the start or end of its name",
		" f.yaml.":   "remove the space at the start or end of its name",
		"g.yaml.bak": "end its name in .yaml, or remove it", "h.yaml~": "end its name in .yaml, or remove it",
		"i.yalm": "end its name in .yaml, or remove it", "levels": "end its name in .yaml, or remove it",
		"j.yaml.txt":  "end its name in .yaml, or remove it",
		"k\n# l.yaml": "give it a plain name on one line",
	}
	fsys := fstest.MapFS{"sound.yaml": {}}
	for name := range names {
		fsys[name] = &fstest.MapFile{}
	}
	got, faults := readfile.Walk(fsys, ".", []string{".yaml"}, readfile.FolderLimits())
	if !slices.Equal(got, []string{"sound.yaml"}) || len(faults) != len(names) {
		t.Fatalf("%v\n%s", got, says(faults))
	}
	for name, remedy := range names {
		reported := slices.ContainsFunc(faults, func(d diagnostic.Diagnostic) bool {
			return d.File == readfile.Shown(name) && d.Remedy == remedy
		})
		if !reported {
			t.Errorf("%q is not reported with %q:\n%s", name, remedy, says(faults))
		}
	}
	json := fstest.MapFS{"a.json": {}, "b.JSON": {}}
	_, faults = readfile.Walk(json, ".", []string{".yaml", ".json"}, readfile.FolderLimits())
	if len(faults) != 1 || faults[0].Remedy != "call it b.json" {
		t.Errorf("where JSON is read:\n%s", says(faults))
	}
}

func TestWalkEndsWhereLinksGoRound(t *testing.T) {
	dir := place(t, map[string]string{"a/x.yaml": "", "a/up": "-> ..", "a/self": "-> .", "b/to-a": "-> ../a", "a/to-b": "-> ../b"})
	names, faults := readfile.Walk(os.DirFS(dir), ".", []string{".yaml"}, readfile.FolderLimits())
	if !slices.Equal(names, []string{"a/x.yaml", "b/to-a/x.yaml"}) || len(faults) == 0 {
		t.Errorf("%v\n%s", names, says(faults))
	}
	for _, d := range faults {
		if d.Message != "this link leads back to a folder that it is in" {
			t.Errorf("%v", d)
		}
	}
}

func TestWalkHasLimits(t *testing.T) {
	wide, deep := fstest.MapFS{}, fstest.MapFS{strings.Repeat("d/", 9) + "x.yaml": {}}
	for i := range 300 {
		wide[fmt.Sprintf("f%03d.yml", i)] = &fstest.MapFile{Data: []byte("12345")}
	}
	few := readfile.Limits{Entries: 100, File: 5, Bytes: 1000, Depth: 8}
	for what, x := range map[string]struct {
		fsys    fs.FS
		limits  readfile.Limits
		endings []string
		want    string
	}{
		"files":   {wide, few, []string{".yml"}, "more than 100 files and folders"},
		"bytes":   {wide, readfile.Limits{Entries: 1000, File: 5, Bytes: 1000, Depth: 8}, []string{".yml"}, "more than 1000 bytes"},
		"folders": {deep, few, []string{".yaml"}, "more than 8 deep"},
	} {
		names, faults := readfile.Walk(x.fsys, ".", x.endings, x.limits)
		if len(names) != 0 || len(faults) != 1 || faults[0].Code != diagnostic.TooLarge || !strings.Contains(faults[0].Message, x.want) {
			t.Errorf("%s: %v\n%s", what, names, says(faults))
		}
	}
	_, faults := readfile.Walk(wide, ".", []string{".yaml"}, readfile.FolderLimits())
	if len(faults) != 201 || !strings.Contains(faults[200].Message, "100 more files") {
		t.Errorf("%d faults, the last %v", len(faults), faults[len(faults)-1])
	}
}
