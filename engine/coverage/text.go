package coverage

import (
	"io"
	"strings"

	"windscreen/engine/diagnostic"
)

// Text writes the report for people: for each policy a summary and its gaps, and
// how many gaps there are on the last line by itself; before that, which policies were
// left out. With all it lists each clause
// and what carries it as well. It fails only where w does.
func Text(w io.Writer, r *Report, all bool) error {
	var out strings.Builder
	line := func(indent int, s string) {
		out.WriteString(strings.Repeat(" ", indent) + diagnostic.OneLine(s) + "\n")
	}
	for i := range r.Policies {
		p := &r.Policies[i]
		line(0, p.ID)
		for _, s := range p.summary() {
			line(2, s)
		}
		for _, g := range p.groups() {
			out.WriteString("\n")
			line(2, g.title+":")
			for _, x := range g.gaps {
				line(4, x.place+": "+x.id+" – "+x.about)
			}
		}
		if all {
			out.WriteString("\n")
			line(2, "Every clause:")
			for _, c := range p.Clauses {
				line(4, c.ID+": "+p.carried(c))
			}
		}
		out.WriteString("\n")
	}
	if s := r.leftOut(); s != "" {
		line(0, s)
	}
	line(0, r.closing())
	_, err := io.WriteString(w, out.String())
	return err
}
