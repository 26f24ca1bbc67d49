package engine_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestAnotherModuleCanUseTheLibrary builds and runs a module of its own against this one:
// what it imports must be public. It runs the example of the README, and tries everything
// that a caller may get wrong.
func TestAnotherModuleCanUseTheLibrary(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds a module of its own")
	}
	here, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/external")); err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	module, err := os.ReadFile("testdata/external/go.mod")
	if err != nil {
		t.Fatal(err)
	}
	ours, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	// It requires what this module does, in the same versions, so that Go reads no
	// go.mod of an older version: on a new machine that file is not there yet.
	_, requires, found := strings.Cut(string(ours), "\nrequire (")
	if !found {
		t.Fatal("go.mod requires nothing")
	}
	write("go.mod", strings.Replace(string(module), "../../..", here, 1)+"\nrequire ("+requires)
	sums, err := os.ReadFile("../go.sum")
	if err != nil {
		t.Fatal(err)
	}
	write("go.sum", string(sums))
	write("readme_test.go", `package uses

import (
	"errors"
	"fmt"
	"os"
	"testing"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
	"windscreen/engine/render"
	"windscreen/rules"
)

func answer(data []byte) error {
`+readmeExample(t)+`	return nil
}

func TestTheExampleOfTheReadme(t *testing.T) {
	data, err := os.ReadFile("`+filepath.ToSlash(filepath.Join(here, "fixtures/cases/young-carer.yaml"))+`")
	if err != nil {
		t.Fatal(err)
	}
	if err := answer(data); err != nil {
		t.Fatal(err)
	}
	if answer(nil) == nil {
		t.Fatal("an empty case is answered")
	}
}
`)
	cmd := exec.Command("go", "test", "./...")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "GOFLAGS=-buildvcs=false", "GOPROXY=off", "GOWORK=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// readmeExample is the Go code of the README, its blocks one after the other.
func readmeExample(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(text), "```go\n")[1:]
	if len(blocks) == 0 {
		t.Fatal("README.md shows no Go code")
	}
	var code strings.Builder
	for _, b := range blocks {
		of, _, closed := strings.Cut(b, "```")
		if !closed {
			t.Fatal("a block of Go code in README.md does not end")
		}
		code.WriteString(of)
	}
	return code.String()
}
