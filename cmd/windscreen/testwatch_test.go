package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"windscreen/engine/scenario"
)

// watching is a folder of rules and a file of scenarios while test --watch runs them.
type watching struct {
	*testing.T
	dir, scenarios string
	stdout, stderr shared
	// begun is how much of what is printed was looked at.
	begun int
}

// loud is a scenario that passes by the rules of the tests.
const loud = `policy: demo-1
scenarios:
  - name: Noise at all hours is level 2
    case: {as_of: 2020-03-02T14:10, home: {noise: constant}}
    expect: {level: 2, rules: {hold: [home.noise]}}
`

// begin writes the files and watches them; the function that it returns ends that, and returns how it ended.
func (w *watching) begin() (end func() error) {
	w.Helper()
	w.dir = w.TempDir()
	if err := os.CopyFS(filepath.Join(w.dir, "rules"), os.DirFS("testdata/rules")); err != nil {
		w.Fatal(err)
	}
	w.scenarios = filepath.Join(w.dir, "noise.yaml")
	w.write("noise.yaml", loud)
	a := &app{stdin: strings.NewReader(""), stdout: &w.stdout, stderr: &w.stderr, env: environment(nil),
		terminal: func() (int, bool) { return 0, false }}
	rules := filepath.Join(w.dir, "rules")
	cmd := a.testCommand()
	x := &watcher{app: a, cmd: cmd, every: 2 * time.Millisecond, run: func(ctx context.Context) (*scenario.Report, error) {
		return runScenarios(ctx, rules, selection{}, []string{w.scenarios})
	}}
	ctx, cancel := context.WithCancel(w.Context())
	ended := make(chan error, 1)
	go func() { ended <- x.watch(ctx, rules, []string{w.scenarios}) }()
	return func() error { cancel(); return <-ended }
}

// write writes a file whole, as an editor does.
func (w *watching) write(name, text string) {
	w.Helper()
	path := filepath.Join(w.dir, name)
	if err := os.WriteFile(path+".new", []byte(text), 0o600); err != nil {
		w.Fatal(err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		w.Fatal(err)
	}
}

// prints waits until some lines were printed since the last call.
func (w *watching) prints(lines ...string) {
	w.Helper()
	until(w.T, func() bool {
		out := w.stdout.String()[w.begun:]
		for _, l := range lines {
			if !strings.Contains(out, l+"\n") {
				return false
			}
		}
		return true
	})
	w.begun = len(w.stdout.String())
}

func TestScenariosAreRunAgainWhenAFileChanges(t *testing.T) {
	w := &watching{T: t}
	end := w.begin()
	w.prints("1 passed, 0 failed", "Looking for changes. Stop with Ctrl+C.")
	w.write("noise.yaml", strings.Replace(loud, "level: 2,", "level: 1,", 1))
	w.prints("Passed before and fail now:", "      expected  level 1", "0 passed, 1 failed")

	// Rules that cannot be read are said to be so, and what is mended is compared with the run before.
	w.write("rules/vocabulary/broken.yaml", "nonsense: true\n")
	until(t, func() bool {
		return strings.Contains(w.stderr.String(), "vocabulary/broken.yaml:1:1: error[unknown-key]")
	})
	if err := os.Remove(filepath.Join(w.dir, "rules/vocabulary/broken.yaml")); err != nil {
		t.Fatal(err)
	}
	w.prints("No result has changed.", "0 passed, 1 failed")

	// A file with a fault is no reason to list what it no longer runs.
	w.write("noise.yaml", strings.Replace(loud, "expect:", "expects:", 1))
	w.prints("No result has changed.", "0 passed, 0 failed")
	w.write("noise.yaml", loud)
	w.prints("Failed before and pass now:", "1 passed, 0 failed")
	if out := w.stdout.String(); strings.Contains(out, "No longer run") {
		t.Errorf("it prints\n%s", out)
	}

	// Scenarios that are away for a while are misuse that a change mends.
	if err := os.Rename(w.scenarios, w.scenarios+".away"); err != nil {
		t.Fatal(err)
	}
	until(t, func() bool { return strings.Contains(w.stderr.String(), "there is no file or folder") })
	if err := end(); !errors.Is(err, errFindings) {
		t.Errorf("it ends with %v", err)
	}
}

func TestWatchingEndsAsTheLastRunDid(t *testing.T) {
	w := &watching{T: t}
	end := w.begin()
	w.prints("1 passed, 0 failed")
	if err := end(); err != nil {
		t.Errorf("it ends with %v", err)
	}
}

// TestASignalEndsWatching runs the command as a process of its own.
func TestASignalEndsWatching(t *testing.T) {
	own, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "noise.yaml")
	for text, want := range map[string]int{loud: exitAnswered, strings.Replace(loud, "level: 2,", "level: 1,", 1): exitFindings} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		var stdout, stderr shared
		c := exec.CommandContext(t.Context(), own, "test", "--watch", "--rules", "testdata/rules", file)
		c.Args[0] = "windscreen" // testscript then runs the command instead of the tests
		c.Stdout, c.Stderr = &stdout, &stderr
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		until(t, func() bool { return strings.Contains(stdout.String(), "Looking for changes") })
		if err := c.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		_ = c.Wait()
		if code := c.ProcessState.ExitCode(); code != want || stderr.String() != "" {
			t.Errorf("exit code %d, want %d: %s", code, want, stderr.String())
		}
	}
}
