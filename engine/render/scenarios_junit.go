package render

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/scenario"
)

// scenariosJUnit writes the report as JUnit XML, the form in which builds collect test
// results: a suite for each scenario file and a case for each scenario. A fault of
// a scenario file is a case of its own with an error, so that a file that did not
// run cannot be taken for one that passed.
func scenariosJUnit(w io.Writer, r *scenario.Report, _ Options) error {
	var j junit
	for i := range r.Results {
		j.result(&r.Results[i])
	}
	for _, d := range r.Faults {
		if d.Severity == diagnostic.Error {
			j.fault(d)
		}
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(j.all); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// The elements of a JUnit report. There are no times in it: the same run gives the
// same bytes.
type (
	junitSuites struct {
		XMLName xml.Name `xml:"testsuites"`
		junitCounts
		Suites []*junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name string `xml:"name,attr"`
		junitCounts
		Cases []junitCase `xml:"testcase"`
	}
	junitCounts struct {
		Tests    int `xml:"tests,attr"`
		Failures int `xml:"failures,attr"`
		Errors   int `xml:"errors,attr"`
	}
	junitCase struct {
		Name  string `xml:"name,attr"`
		Class string `xml:"classname,attr"`
		File  string `xml:"file,attr"`
		Line  int    `xml:"line,attr,omitempty"`
		// At most one of these: several readers of the format refuse more.
		Failure *junitTrouble `xml:"failure"`
		Error   *junitTrouble `xml:"error"`
	}
	junitTrouble struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr"`
		// As CDATA the lines stay lines for whoever opens the file.
		Text string `xml:",cdata"`
	}
)

// junit collects the suites.
type junit struct{ all junitSuites }

// add adds a case to the suite of its file, which it makes where there is none.
func (j *junit) add(c junitCase) {
	c.Class = c.File
	n := len(j.all.Suites)
	if n == 0 || j.all.Suites[n-1].Name != c.File {
		j.all.Suites = append(j.all.Suites, &junitSuite{Name: c.File})
		n++
	}
	s := j.all.Suites[n-1]
	s.Cases = append(s.Cases, c)
	for _, counts := range []*junitCounts{&s.junitCounts, &j.all.junitCounts} {
		counts.Tests++
		if c.Failure != nil {
			counts.Failures++
		}
		if c.Error != nil {
			counts.Errors++
		}
	}
}

func (j *junit) result(r *scenario.Result) {
	c := junitCase{Name: diagnostic.OneLine(r.Name), File: diagnostic.OneLine(r.File), Line: r.Start.Line}
	if len(r.Failures) > 0 {
		var messages, text []string
		for i := range r.Failures {
			f := &r.Failures[i]
			messages = append(messages, f.What+": expected: "+f.Expected+"; actual: "+f.Actual)
			text = append(text, placeOf(r.File, f.Start)+": "+diagnostic.OneLine(f.What)+"\n  "+strings.Join(accountLines(f), "\n  "))
		}
		c.Failure = &junitTrouble{
			Message: diagnostic.OneLine(strings.Join(messages, " | ")),
			Type:    "expectation",
			Text:    sourceOf(r) + "\n" + strings.Join(text, "\n"),
		}
	}
	j.add(c)
}

func (j *junit) fault(d diagnostic.Diagnostic) {
	j.add(junitCase{
		Name: diagnostic.OneLine(fmt.Sprintf("%s: %s", d.Place(), d.Code)), File: diagnostic.OneLine(d.File), Line: d.Start.Line,
		Error: &junitTrouble{Message: diagnostic.OneLine(d.Message), Type: diagnostic.OneLine(string(d.Code)), Text: d.String()},
	})
}
