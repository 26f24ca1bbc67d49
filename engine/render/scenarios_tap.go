package render

import (
	"fmt"
	"io"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/scenario"
)

// scenariosTAP writes the report in version 14 of the Test Anything Protocol: a line for each scenario, and one for each
// error of a file, so that a file that did not run cannot be taken for one that passed. What failed follows as comments.
func scenariosTAP(w io.Writer, r *scenario.Report, _ Options) error {
	var out strings.Builder
	number := 0
	line := func(ok bool, name string) {
		number++
		result := "not ok"
		if ok {
			result = "ok"
		}
		// A # would begin a directive, such as one to skip the test.
		fmt.Fprintf(&out, "%s %d - %s\n", result, number, strings.NewReplacer(`\`, `\\`, "#", `\#`).Replace(diagnostic.OneLine(name)))
	}
	comment := func(text string) {
		for l := range strings.SplitSeq(diagnostic.Visible(text), "\n") {
			out.WriteString(strings.TrimRight("  # "+l, " ") + "\n")
		}
	}
	for i := range r.Results {
		s := &r.Results[i]
		line(len(s.Failures) == 0, s.File+": "+s.Name)
		for n := range s.Failures {
			f := &s.Failures[n]
			comment(placeOf(s.File, f.Start) + ": " + f.What)
			for _, l := range accountLines(f) {
				comment("  " + l)
			}
		}
	}
	for _, d := range r.Faults {
		if d.Severity == diagnostic.Error {
			line(false, d.Place()+": "+string(d.Code))
			comment(d.String())
		}
	}
	if number == 0 {
		line(false, "there were no scenarios to run")
	}
	_, err := fmt.Fprintf(w, "TAP version 14\n1..%d\n%s", number, out.String())
	return err
}
