package render

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/facts"
	"windscreen/engine/impact"
	"windscreen/engine/internal/english"
	"windscreen/engine/term"
)

// Impact writes what a change of rules does, in a format of KindImpact. Markdown is for a pull request. It fails if r is
// nil, if the format is not one of the kind's, or if w fails.
func Impact(w io.Writer, f Format, r *impact.Report, o Options) error {
	return impacts.write(w, KindImpact, f, r, o)
}

// impactText writes it for people: for each policy first how much differs, and a line for each difference; then every
// difference, with its name in brackets, and in what the two are the same.
func impactText(w io.Writer, r *impact.Report, o Options) error {
	var b strings.Builder
	paint := painter(o.Colour)
	line := func(indent int, s string) {
		b.WriteString(paragraph(o.width(), strings.Repeat(" ", indent), indent, s))
	}
	line(0, "From "+r.Old+" to "+r.Now)
	line(0, english.Counted(r.Count(), "difference"))
	for _, p := range r.Policies {
		b.WriteString("\n" + paint(strong, diagnostic.OneLine(impactHead(p))) + "\n")
		for _, s := range impactOverview(p, r.Sample) {
			line(2, s)
		}
		last := impact.Respect("")
		for _, d := range p.Differences {
			if d.Respect != last {
				b.WriteString("  " + paint(strong, term.Says(d.Respect)) + "\n")
				last = d.Respect
			}
			if err := impactDifference(line, &b, p, d, o); err != nil {
				return err
			}
		}
		for _, s := range impactUnmatched(p) {
			line(2, s)
		}
		for _, s := range impactProved(p) {
			line(2, s)
		}
	}
	b.WriteString("\n")
	for _, s := range impactEnd(r) {
		line(0, s)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// impactDifference writes one difference.
func impactDifference(line func(int, string), b *strings.Builder, p impact.Policy, d impact.Difference, o Options) error {
	line(4, impactSays(d)+" ["+d.ID+"]")
	if d.Acknowledged != "" {
		line(6, "acknowledged: "+d.Acknowledged)
	}
	for _, s := range impactTexts(d) {
		line(6, s)
	}
	for _, rule := range d.Rules {
		line(6, impactRule(rule))
		if rule.From != rule.Into {
			line(8, "was: "+orNothing(rule.From))
			line(8, "now: "+orNothing(rule.Into))
		}
	}
	if d.Case != nil {
		line(6, impactShown(p, d))
	}
	line(6, impactCase(d))
	text, err := yamlOf(d.Case, o)
	if err != nil {
		return fmt.Errorf("write the case of %s: %w", d.ID, err)
	}
	for s := range strings.Lines(text) {
		b.WriteString("        " + s)
	}
	return nil
}

// yamlOf is a case as YAML; empty for none.
func yamlOf(c *facts.Case, o Options) (string, error) {
	if c == nil {
		return "", nil
	}
	var file bytes.Buffer
	err := Case(&file, YAML, c, o)
	return file.String(), err
}
