package main

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/cobra"
)

// environment is a made-up environment.
func environment(vars map[string]string) func(string) string {
	return func(name string) string { return vars[name] }
}

// every visits a command and all below it.
func every(cmd *cobra.Command, visit func(*cobra.Command)) {
	visit(cmd)
	for _, c := range cmd.Commands() {
		every(c, visit)
	}
}

func TestEveryCommandHasHelpWithAnExampleInEightyColumns(t *testing.T) {
	every((&app{}).root(), func(cmd *cobra.Command) {
		t.Run(cmd.CommandPath(), func(t *testing.T) {
			if cmd.Long == "" || cmd.Example == "" {
				t.Error("there is no long help, or no example in it")
			}
			if !strings.HasPrefix(strings.TrimSpace(cmd.Example), "windscreen ") {
				t.Errorf("the example is not a call: %s", cmd.Example)
			}
			args := append(strings.Fields(cmd.CommandPath())[1:], "--help")
			var stdout, stderr bytes.Buffer
			if code := run(args, strings.NewReader(""), &stdout, &stderr, environment(nil)); code != exitAnswered {
				t.Errorf("exit code %d: %s", code, stderr.String())
			}
			for line := range strings.Lines(stdout.String()) {
				if n := utf8.RuneCountInString(strings.TrimRight(line, "\n")); n > 80 {
					t.Errorf("%d columns: %s", n, line)
				}
			}
		})
	})
}

func TestExamplesNameCommandsAndFlagsThatExist(t *testing.T) {
	root := (&app{}).root()
	every(root, func(cmd *cobra.Command) {
		for line := range strings.Lines(cmd.Example) {
			_, call, _ := strings.Cut(line, "windscreen")
			call, _, _ = strings.Cut(call, ">")
			call, _, _ = strings.Cut(call, " | ")
			about, rest, err := root.Find(strings.Fields(call))
			if err != nil {
				t.Errorf("%s: %v", strings.TrimSpace(line), err)
				continue
			}
			if err := about.ParseFlags(rest); err != nil {
				t.Errorf("%s: %v", strings.TrimSpace(line), err)
			}
			if about == root {
				t.Errorf("%s: there is no such command", strings.TrimSpace(line))
			}
		}
	})
}

func TestColourAndWidthGoByTheTerminal(t *testing.T) {
	none := map[string]string{}
	for name, tt := range map[string]struct {
		columns  int
		terminal bool
		env      map[string]string
		colour   bool
		width    int
	}{
		"no terminal":                  {0, false, none, false, 80},
		"a terminal":                   {80, true, none, true, 80},
		"a wide terminal":              {200, true, none, true, 80},
		"a narrow terminal":            {60, true, none, true, 60},
		"a terminal too narrow to use": {5, true, none, true, 20},
		"a terminal of unknown width":  {0, true, none, true, 80},
		"NO_COLOR is set":              {80, true, map[string]string{"NO_COLOR": "1"}, false, 80},
		"NO_COLOR is empty":            {80, true, map[string]string{"NO_COLOR": ""}, true, 80},
		"TERM is dumb":                 {80, true, map[string]string{"TERM": "dumb"}, false, 80},
		"TERM is another":              {80, true, map[string]string{"TERM": "xterm"}, true, 80},
	} {
		t.Run(name, func(t *testing.T) {
			a := &app{env: environment(tt.env), terminal: func() (int, bool) { return tt.columns, tt.terminal }}
			if got := a.colour(); got != tt.colour {
				t.Errorf("colour is %v", got)
			}
			if got := a.width(); got != tt.width {
				t.Errorf("width is %d", got)
			}
		})
	}
}

func TestAStreamThatIsNoTerminalIsNotTakenForOne(t *testing.T) {
	if _, ok := columnsOf(&bytes.Buffer{}); ok {
		t.Error("a buffer is taken for a terminal")
	}
}

// broken is a stream that cannot be written to.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

func TestAnAnswerThatCannotBeWrittenIsAnError(t *testing.T) {
	var stderr bytes.Buffer
	code := run([]string{"version"}, strings.NewReader(""), broken{}, &stderr, environment(nil))
	if code != exitInput || !strings.Contains(stderr.String(), "the disk is full") {
		t.Errorf("exit code %d: %s", code, stderr.String())
	}
}

func TestNoArgumentsAreNotThoseOfTheProcess(t *testing.T) {
	var stderr bytes.Buffer
	code := run(nil, strings.NewReader(""), io.Discard, &stderr, environment(nil))
	if code != exitInput || !strings.Contains(stderr.String(), "name a command") {
		t.Errorf("exit code %d: %s", code, stderr.String())
	}
}

// faulty is a stream that breaks off.
type faulty struct{}

func (faulty) Read([]byte) (int, error) { return 0, errors.New("the connection is lost") }

func TestStandardInputThatBreaksOffIsAnError(t *testing.T) {
	var stdout, stderr bytes.Buffer
	code := run([]string{"eval", "--rules", "testdata/rules", "-"}, faulty{}, &stdout, &stderr, environment(nil))
	const want = "stdin: error[missing-file]: this cannot be read: the connection is lost"
	if code != exitInput || stdout.Len() > 0 || !strings.Contains(stderr.String(), want) {
		t.Errorf("exit code %d: %s", code, stderr.String())
	}
}

// counting counts what is read from an endless stream.
type counting struct{ n int }

func (c *counting) Read(p []byte) (int, error) {
	c.n += len(p)
	return len(p), nil
}

func TestEndlessInputIsNotReadToTheEnd(t *testing.T) {
	var stdout, stderr bytes.Buffer
	endless := &counting{}
	code := run([]string{"eval", "--rules", "testdata/rules", "-"}, endless, &stdout, &stderr, environment(nil))
	if code != exitInput || stdout.Len() > 0 || !strings.Contains(stderr.String(), "too-large") {
		t.Errorf("exit code %d: %s", code, stderr.String())
	}
	if most := 2 << 20; endless.n > most {
		t.Errorf("%d bytes were read", endless.n)
	}
}
