// Command windscreen recommends a level of need for a case under a published
// threshold document, explains it, and checks the rules behind it.
//
// It is a thin layer over package engine: it reads flags, calls the engine and
// writes the answer. Run "windscreen --help" to see what it can do.
package main

import (
	"context"
	"io"
	"os"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv))
}

// run is the whole command: it returns the exit code that root.go documents. The
// environment is a function from a variable's name to its value, empty where it
// is not set.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer, env func(string) string) int {
	a := &app{stdin: stdin, stdout: stdout, stderr: stderr, env: env}
	a.terminal = func() (int, bool) { return columnsOf(stdout) }
	root := a.root()
	// Without arguments of its own, cobra would take those of the process.
	root.SetArgs(append([]string{}, args...))
	root.SetOut(stdout)
	root.SetErr(stderr)
	cmd, err := root.ExecuteContextC(context.Background())
	return a.exit(cmd, err)
}

// app is what the commands share: the streams and the environment.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	env            func(string) string
	// terminal returns how wide the terminal behind stdout is, 0 where that cannot be
	// told, and whether there is one.
	terminal func() (columns int, ok bool)
}
