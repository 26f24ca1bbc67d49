package render

import (
	"io"
	"strings"

	"windscreen/engine/coverage"
	"windscreen/engine/diagnostic"
)

// coverageText writes the report for people: for each policy a summary and its gaps, and
// how many gaps there are on the last line by itself; before that, which policies were
// left out. With All it lists each clause and what carries it as well.
func coverageText(w io.Writer, r *coverage.Report, o Options) error {
	var out strings.Builder
	line := func(indent int, s string) {
		out.WriteString(strings.Repeat(" ", indent) + diagnostic.OneLine(s) + "\n")
	}
	for i := range r.Policies {
		p := &r.Policies[i]
		line(0, p.ID)
		for _, s := range coverageSummary(p) {
			line(2, s)
		}
		for _, g := range gapGroups(p) {
			out.WriteString("\n")
			line(2, g.title+":")
			for _, x := range g.gaps {
				line(4, x.place+": "+x.id+" – "+x.about)
			}
		}
		if o.All {
			out.WriteString("\n")
			line(2, "Every clause:")
			for _, c := range p.Clauses {
				line(4, c.ID+": "+carriedBy(p, c))
			}
		}
		out.WriteString("\n")
	}
	if s := leftOut(r); s != "" {
		line(0, s)
	}
	line(0, countedGaps(r))
	_, err := io.WriteString(w, out.String())
	return err
}
