package render

import (
	"io"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/english"
	"windscreen/engine/scenario"
)

// scenariosText writes the report for people: how many plain cases were read, what is
// wrong with scenario files, each failure in full, and on the last line by itself
// "N passed, N failed".
func scenariosText(w io.Writer, r *scenario.Report, o Options) error {
	t := &scenarioText{paint: painter(o.Colour)}
	if r.Cases > 0 {
		t.line(0, english.Counted(r.Cases, "case")+" read")
	}
	for _, d := range r.Faults {
		t.line(0, d.String())
		t.line(0, "")
	}
	for i := range r.Results {
		if len(r.Results[i].Failures) > 0 {
			t.result(&r.Results[i])
		}
	}
	t.end(r)
	_, err := io.WriteString(w, t.out.String())
	return err
}

// scenarioText draws a report in lines.
type scenarioText struct {
	out   strings.Builder
	paint func(tone, string) string
}

func (t *scenarioText) line(indent int, s string) {
	if s != "" {
		t.out.WriteString(strings.Repeat(" ", indent))
	}
	t.out.WriteString(s + "\n")
}

// end writes the closing lines: what the counts alone would mislead about, and the counts.
func (t *scenarioText) end(r *scenario.Report) {
	if s := remark(r); s != "" {
		t.line(0, t.paint(urgent, s))
	}
	tone := good
	if !r.OK() {
		tone = urgent
	}
	t.line(0, t.paint(tone, passedAndFailed(r)))
}

// result writes one scenario that failed.
func (t *scenarioText) result(r *scenario.Result) {
	t.line(0, t.paint(urgent, "FAILED")+" "+placeOf(r.File, r.Start))
	t.line(2, t.paint(strong, diagnostic.OneLine(r.Name)))
	t.line(2, sourceOf(r))
	for i := range r.Failures {
		f := &r.Failures[i]
		t.line(0, "")
		t.line(2, placeOf(r.File, f.Start)+": "+t.paint(strong, diagnostic.OneLine(f.What)))
		for _, line := range accountLines(f) {
			t.line(6, line)
		}
	}
	t.line(0, "")
}
