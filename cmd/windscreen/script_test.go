package main

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"windscreen": main})
}

// TestScripts runs the scripts in testdata/script. Each starts with a copy of the
// small rule root in testdata/rules as the folder rules, so that the shipped rules
// may grow without changing what the scripts expect. $SHIPPED is the folder with
// the shipped rules and fixtures.
func TestScripts(t *testing.T) {
	shipped, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("SHIPPED", shipped)
			return os.CopyFS(filepath.Join(e.WorkDir, "rules"), os.DirFS("testdata/rules"))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits,
			"write": write,
			"json":  isJSON,
			"copy":  copyFolder,
		},
	})
}

// exits runs a command and compares its exit code: exits 2 windscreen eval -
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits code command [args...]")
	}
	code := 0
	err := ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		code = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d, not %s", code, args[0])
	}
}

// write adds text to a file, so many times over: write file '\xff' 3
// The text is that of a Go string between double quotes.
func write(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 || len(args) > 3 {
		ts.Fatalf("usage: write file text [times]")
	}
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	times := 1
	if len(args) == 3 {
		times, err = strconv.Atoi(args[2])
		ts.Check(err)
	}
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o666)
	ts.Check(err)
	_, err = f.WriteString(strings.Repeat(text, times))
	ts.Check(err)
	ts.Check(f.Close())
}

// copyFolder copies a folder: copy rules new
func copyFolder(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: copy folder folder")
	}
	ts.Check(os.CopyFS(ts.MkAbs(args[1]), os.DirFS(ts.MkAbs(args[0]))))
}

// isJSON checks that a file or stream is one JSON value of a kind, a list of so
// many entries where a number is given: json stdout list 2
func isJSON(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: json file object|list [length]")
	}
	var value any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &value))
	list, isList := value.([]any)
	_, isObject := value.(map[string]any)
	if isList != (args[1] == "list") || isObject != (args[1] == "object") {
		ts.Fatalf("%s is %T, not %s", args[0], value, args[1])
	}
	if len(args) == 3 && strconv.Itoa(len(list)) != args[2] {
		ts.Fatalf("%s has %d entries, not %s", args[0], len(list), args[2])
	}
}
