package scenario

import (
	"io"
	"strings"

	"github.com/fatih/color"

	"windscreen/engine/diagnostic"
)

// Text writes the report for people: what is wrong with scenario files, each
// failure in full, and on the last line by itself "N passed, N failed". Colour
// adds terminal colours, whatever the terminal; nothing is said by colour alone.
// It fails only where w does.
func Text(w io.Writer, r *Report, colour bool) error {
	t := &text{bad: paint(colour, color.FgRed, color.Bold), good: paint(colour, color.FgGreen), strong: paint(colour, color.Bold)}
	for _, d := range r.Faults {
		t.line(0, d.String())
		t.line(0, "")
	}
	for i := range r.Results {
		if len(r.Results[i].Failures) > 0 {
			t.result(&r.Results[i])
		}
	}
	if remark := r.remark(); remark != "" {
		t.line(0, t.bad(remark))
	}
	closing := t.good
	if !r.OK() {
		closing = t.bad
	}
	t.line(0, closing(r.closing()))
	_, err := io.WriteString(w, t.out.String())
	return err
}

// text draws a report in lines.
type text struct {
	out               strings.Builder
	bad, good, strong func(string) string
}

// paint returns what colours a word. Each report has colours of its own, so that
// neither the terminal nor the environment has a say.
func paint(colour bool, attributes ...color.Attribute) func(string) string {
	if !colour {
		return func(s string) string { return s }
	}
	c := color.New(attributes...)
	c.EnableColor()
	return func(s string) string { return c.Sprint(s) }
}

func (t *text) line(indent int, s string) {
	if s != "" {
		t.out.WriteString(strings.Repeat(" ", indent))
	}
	t.out.WriteString(s + "\n")
}

// result writes one scenario that failed.
func (t *text) result(r *Result) {
	t.line(0, t.bad("FAILED")+" "+place(r.File, r.Start))
	t.line(2, t.strong(diagnostic.OneLine(r.Name)))
	t.line(2, r.source())
	for i := range r.Failures {
		f := &r.Failures[i]
		t.line(0, "")
		t.line(2, place(r.File, f.Start)+": "+t.strong(diagnostic.OneLine(f.What)))
		for _, line := range f.lines() {
			t.line(6, line)
		}
	}
	t.line(0, "")
}
