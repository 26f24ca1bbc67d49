package scenario_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/diagnostic"
	"windscreen/engine/scenario"
)

var update = flag.Bool("update", false, "write the golden files anew")

// writers are the ways of printing a report, by the ending of their golden files.
var writers = map[string]func(io.Writer, *scenario.Report) error{
	"txt":        func(w io.Writer, r *scenario.Report) error { return scenario.Text(w, r, false) },
	"colour.txt": func(w io.Writer, r *scenario.Report) error { return scenario.Text(w, r, true) },
	"xml":        scenario.JUnit,
	"github.txt": scenario.GitHub,
}

func TestReportsLookAsTheyDidBefore(t *testing.T) {
	for name, r := range reports() {
		for ending, write := range writers {
			file := filepath.Join("testdata", name+"."+ending)
			t.Run(file, func(t *testing.T) {
				got := written(t, write, r)
				if *update {
					if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(file)
				if err != nil {
					t.Fatalf("%v; run the test with -update to write it", err)
				}
				if diff := cmp.Diff(string(want), got); diff != "" {
					t.Errorf("not as before (-before +now):\n%s", diff)
				}
			})
		}
	}
}

func written(t *testing.T, write func(io.Writer, *scenario.Report) error, r *scenario.Report) string {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out, r); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

var closing = regexp.MustCompile(`^\d+ passed, \d+ failed$`)

// checkForPeople checks what holds for every report that people read: it ends with
// the counts on a line of their own, which no other line can be taken for, and
// holds nothing that a terminal would obey.
func checkForPeople(t *testing.T, text string) {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	for i, line := range lines {
		if isLast := i == len(lines)-1; closing.MatchString(line) != isLast {
			t.Errorf("line %d of %d is %q", i+1, len(lines), line)
		}
	}
	if strings.ContainsFunc(text, func(r rune) bool { return r != '\n' && r != '\t' && unicode.In(r, unicode.Cc, unicode.Cf) }) {
		t.Errorf("control characters in %q", text)
	}
}

// checkXML checks that a report can be read back, and returns its counts.
func checkXML(t *testing.T, text string) (tests, failures, errs int) {
	t.Helper()
	type counts struct {
		Tests    int `xml:"tests,attr"`
		Failures int `xml:"failures,attr"`
		Errors   int `xml:"errors,attr"`
	}
	var all struct {
		counts
		Suites []struct {
			counts
			Cases []struct {
				Failure []string `xml:"failure"`
				Error   []string `xml:"error"`
			} `xml:"testcase"`
		} `xml:"testsuite"`
	}
	if err := xml.Unmarshal([]byte(text), &all); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	for _, s := range all.Suites {
		var c counts
		for _, tc := range s.Cases {
			c.Tests++
			c.Failures += len(tc.Failure)
			c.Errors += len(tc.Error)
			if len(tc.Failure)+len(tc.Error) > 1 {
				t.Error("a case with two troubles")
			}
		}
		if c != s.counts {
			t.Errorf("a suite says %+v and has %+v", s.counts, c)
		}
		tests, failures, errs = tests+c.Tests, failures+c.Failures, errs+c.Errors
	}
	if (counts{tests, failures, errs}) != all.counts {
		t.Errorf("the report says %+v and has %d, %d, %d", all.counts, tests, failures, errs)
	}
	return tests, failures, errs
}

func TestEveryReportIsSafeAndComplete(t *testing.T) {
	for name, r := range reports() {
		t.Run(name, func(t *testing.T) {
			checkForPeople(t, written(t, writers["txt"], r))
			commands := written(t, scenario.GitHub, r)
			checkForPeople(t, commands)
			expected := 0
			for _, s := range r.Results {
				expected += len(s.Failures)
			}
			if n := strings.Count(commands, "::error file=") + strings.Count(commands, "::warning file="); n != expected+len(r.Faults) {
				t.Errorf("%d annotations for %d failures and %d faults", n, expected, len(r.Faults))
			}
			_, failures, _ := checkXML(t, written(t, scenario.JUnit, r))
			if failures != r.Failed() {
				t.Errorf("%d failures in XML, %d in the report", failures, r.Failed())
			}
		})
	}
}

// TestAnnotationsCannotBeForged: whatever stands in a report, each line of it is one
// annotation at most, and its properties are those that it was given.
func TestAnnotationsCannotBeForged(t *testing.T) {
	command := regexp.MustCompile(`^::(error|warning) file=[^:,]*(,line=\d+,col=\d+(,endColumn=\d+)?)?,title=[^:,]*::`)
	for name, r := range reports() {
		for _, line := range strings.Split(written(t, scenario.GitHub, r), "\n") {
			if strings.HasPrefix(strings.TrimSpace(line), "::") && !command.MatchString(line) {
				t.Errorf("%s: %s", name, line)
			}
		}
	}
}

// broken is a writer that fails.
type broken struct{}

var errBroken = errors.New("broken")

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestAWriterThatFailsIsReported(t *testing.T) {
	for name, write := range writers {
		if err := write(broken{}, reports()["failed"]); !errors.Is(err, errBroken) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzReports puts any text at all wherever a report takes text.
func FuzzReports(f *testing.F) {
	f.Add(hostile)
	f.Add("3 passed, 0 failed\n3 passed, 0 failed")
	f.Add("\u2028::error::\x85")
	f.Fuzz(func(t *testing.T, text string) {
		r := reports()["hostile"]
		s := &r.Results[0]
		s.File, s.Name, s.Policy, s.From = text, text, text, []string{text}
		s.Failures[0].What, s.Failures[0].Expected, s.Failures[0].Actual = text, text, text
		s.Failures[0].Rules[0].ID, s.Failures[0].Rules[0].When = text, text
		r.Faults[0].File, r.Faults[0].Message, r.Faults[0].Remedy, r.Faults[0].Source = text, text, text, text
		r.Faults[0].Code = diagnostic.Code(text)
		checkForPeople(t, written(t, writers["txt"], r))
		checkForPeople(t, written(t, scenario.GitHub, r))
		checkXML(t, written(t, scenario.JUnit, r))
	})
}
