package render_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"windscreen/engine/diagnostic"
	"windscreen/engine/render"
	"windscreen/engine/scenario"
)

// scenarioLooks are the ways of printing a report, by the ending of their golden files.
var scenarioLooks = map[string]struct {
	format  render.Format
	options render.Options
}{
	"txt":        {render.Text, render.Options{}},
	"colour.txt": {render.Text, render.Options{Colour: true}},
	"xml":        {render.JUnit, render.Options{}},
	"github.txt": {render.GitHub, render.Options{}},
	"tap":        {render.TAP, render.Options{}},
	"json":       {render.JSON, render.Options{}},
}

func TestScenarioReportsLookAsTheyDidBefore(t *testing.T) {
	for name, r := range reports() {
		for ending, look := range scenarioLooks {
			golden(t, filepath.Join("scenarios", name+"."+ending), func(w io.Writer) error {
				return render.Scenarios(w, look.format, r, look.options)
			})
		}
	}
}

func written(t *testing.T, f render.Format, r *scenario.Report) string {
	t.Helper()
	var out bytes.Buffer
	if err := render.Scenarios(&out, f, r, render.Options{}); err != nil {
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

// checkXML checks that a report can be read back and that its counts are right, and returns
// how many failures it has.
func checkXML(t *testing.T, text string) int {
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
	var sum counts
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
		sum = counts{sum.Tests + c.Tests, sum.Failures + c.Failures, sum.Errors + c.Errors}
	}
	if sum != all.counts {
		t.Errorf("the report says %+v and has %+v", all.counts, sum)
	}
	return sum.Failures
}

func TestEveryScenarioReportIsSafeAndComplete(t *testing.T) {
	for name, r := range reports() {
		t.Run(name, func(t *testing.T) {
			checkForPeople(t, written(t, render.Text, r))
			commands := written(t, render.GitHub, r)
			checkForPeople(t, commands)
			expected := 0
			for _, s := range r.Results {
				expected += len(s.Failures)
			}
			if n := strings.Count(commands, "::error file=") + strings.Count(commands, "::warning file="); n != expected+len(r.Faults) {
				t.Errorf("%d annotations for %d failures and %d faults", n, expected, len(r.Faults))
			}
			failures := checkXML(t, written(t, render.JUnit, r))
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
		for line := range strings.SplitSeq(written(t, render.GitHub, r), "\n") {
			if strings.HasPrefix(strings.TrimSpace(line), "::") && !command.MatchString(line) {
				t.Errorf("%s: %s", name, line)
			}
		}
	}
}

// FuzzScenarioReports puts any text at all wherever a report takes text.
func FuzzScenarioReports(f *testing.F) {
	f.Add(hostileName)
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
		checkForPeople(t, written(t, render.Text, r))
		checkForPeople(t, written(t, render.GitHub, r))
		checkXML(t, written(t, render.JUnit, r))
	})
}

func at(line, column int) diagnostic.Position {
	return diagnostic.Position{Line: line, Column: column}
}

// hostileName is a name that would colour a terminal, turn text round, break XML and
// start a workflow command, if it could.
const hostileName = "made \x1b[31mup\x1b[0m \u202e<b> ]]>\x00 & \"it\"\r\n::error::100%, no: really\uFFFE"

// reports are scenario reports of every kind.
func reports() map[string]*scenario.Report {
	passed := scenario.Result{File: "made-up/noise.yaml", Start: at(5, 5), Name: "A quiet home is low", Policy: "made-up"}
	failed := scenario.Result{
		File: "made-up/noise.yaml", Start: at(12, 5), Name: "A loud home (home.noise: much)",
		Policy: "made-up", From: []string{"M-01", "M-02"},
		Failures: []scenario.Failure{
			{What: "level", Start: at(16, 14), Expected: "level 2", Actual: "level 1, up to level 3 not ruled out", Rules: []scenario.Rule{
				{ID: "level.middle", File: "made-up/levels.yaml", Start: at(20, 9), Truth: "unknown",
					When: "tally(2) >= quorum\n|| ground.s17\n", Reads: []scenario.Reading{
						{Name: "tally(2) >= quorum", Says: "unknown (1, up to 2 possible: home.noise)"},
						{Name: "ground.s17", Says: "unknown"},
					}, Open: []string{"home.noise"}, Parts: []scenario.Part{
						{Truth: "unknown", Says: "any of"},
						{Depth: 1, Truth: "unknown", Says: "tally(2) >= quorum"},
						{Depth: 1, Truth: "unknown", Says: "ground.s17"},
					}},
				{ID: "level.low", File: "made-up/levels.yaml", Start: at(28, 9), Truth: "true"},
			}, More: 1},
			{What: "questions.first", Start: at(17, 30), Expected: "first home", Actual: "first harm"},
		},
	}
	other := scenario.Result{
		File: "made-up/harm.yaml", Start: at(3, 5), Name: "Harm", Policy: "made-up",
		Failures: []scenario.Failure{{What: "grounds.hold", Start: at(8, 24), Expected: "ground s47 holds",
			Actual: "it is possible", More: 12}},
	}
	fault := diagnostic.Diagnostic{File: "made-up/faulty.yaml", Start: at(4, 12), End: at(4, 15),
		Severity: diagnostic.Error, Code: diagnostic.DuplicateID,
		Message: "two scenarios have this name; the first is on line 3",
		Remedy:  "give them different names", Source: "  - {name: One, use: [monday]}"}
	warning := diagnostic.Diagnostic{File: "made-up/faulty.yaml", Start: at(9, 1), End: at(9, 4), Severity: diagnostic.Warning,
		Code: "made-up-warning", Message: "this is only a warning"}
	placeless := diagnostic.Diagnostic{File: "made-up/empty.yaml", Severity: diagnostic.Error,
		Code: diagnostic.Empty, Message: "the file holds nothing"}
	return map[string]*scenario.Report{
		"passed":  {Results: []scenario.Result{passed}},
		"failed":  {Results: []scenario.Result{passed, failed, other}},
		"faulty":  {Results: []scenario.Result{passed}, Faults: diagnostic.List{fault, warning, placeless}},
		"one":     {Faults: diagnostic.List{placeless}},
		"nothing": {},
		"hostile": {
			Results: []scenario.Result{{File: hostileName, Start: at(1, 1), Name: hostileName, Policy: hostileName,
				From: []string{hostileName}, Failures: []scenario.Failure{{
					What: hostileName, Start: at(2, 2), Expected: hostileName, Actual: "\xff" + hostileName,
					Rules: []scenario.Rule{{ID: hostileName, File: hostileName, Truth: hostileName, When: hostileName,
						Reads: []scenario.Reading{{Name: hostileName, Says: hostileName}}}},
				}}}},
			Faults: diagnostic.List{{File: hostileName, Start: at(3, 1), Severity: diagnostic.Error, Code: hostileName,
				Message: hostileName, Remedy: hostileName, Source: hostileName}},
		},
	}
}
