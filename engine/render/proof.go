package render

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/facts"
	"windscreen/engine/internal/english"
	"windscreen/engine/proof"
)

// Proof writes what came of the invariants of policies, in a format of KindProof. It fails if r is nil, if the format is
// not one of the kind's, or if w fails.
func Proof(w io.Writer, f Format, r *proof.Report, o Options) error {
	return proofs.write(w, KindProof, f, r, o)
}

// proofText writes it for people: for each policy every invariant and, of one that does not hold, the case that breaks
// it, as a file that can be run, and the rules that make it so.
func proofText(w io.Writer, r *proof.Report, o Options) error {
	var out strings.Builder
	line := func(indent int, s string) {
		out.WriteString(strings.Repeat(" ", indent) + diagnostic.OneLine(s) + "\n")
	}
	for _, p := range r.Policies {
		line(0, p.ID)
		if len(p.Invariants) == 0 {
			line(2, "this policy has no invariants")
		}
		for _, i := range p.Invariants {
			line(2, fmt.Sprintf("%s  %s: %s", proofWord(i.State), i.ID, i.Title))
			if i.State == proof.Proved {
				continue
			}
			line(4, fmt.Sprintf("%s:%d:%d: %s", i.File, i.Start.Line, i.Start.Column, i.Holds))
			if i.State == proof.GaveUp {
				line(4, "It was not decided: "+i.Reason+".")
				continue
			}
			line(4, i.Why)
			if err := proofCase(&out, i, o); err != nil {
				return err
			}
			for _, rule := range i.Rules {
				line(4, fmt.Sprintf("%s:%d:%d: %s, %s", rule.File, rule.Start.Line, rule.Start.Column, rule.ID, rule.Title))
			}
		}
		for _, l := range p.Laws {
			line(2, fmt.Sprintf("%s  %s, of %s", proofWord(l.State), l.Title, english.Counted(l.Facts, "fact")))
			if l.State == proof.GaveUp {
				line(4, "It was not decided: "+l.Reason+".")
			}
			for _, b := range l.Breaches {
				if err := proofBreach(&out, b, o); err != nil {
					return err
				}
			}
		}
		out.WriteString("\n")
	}
	line(0, countedProofs(r))
	_, err := io.WriteString(w, out.String())
	return err
}

// proofCase writes the case that breaks an invariant.
func proofCase(out *strings.Builder, i proof.Invariant, o Options) error {
	out.WriteString("    " + breaks("This case breaks it", i.Smallest, i.Unlikely) + ":\n")
	return proofFile(out, i.Case, o)
}

// breaks says how good a case is.
func breaks(says string, smallest, unlikely bool) string {
	if smallest {
		says += ", and no smaller one does"
	} else {
		says += "; whether a smaller one does was not decided"
	}
	if unlikely {
		says = "Only unlikely cases break it. " + says
	}
	return says
}

// proofFile writes a case as a file.
func proofFile(out *strings.Builder, c *facts.Case, o Options) error {
	var file bytes.Buffer
	if err := Case(&file, YAML, c, o); err != nil {
		return fmt.Errorf("write a case that breaks what is to be proved: %w", err)
	}
	for text := range strings.Lines(file.String()) {
		out.WriteString("      " + text)
	}
	return nil
}

// proofBreach writes the two cases that break a law.
func proofBreach(out *strings.Builder, b proof.Breach, o Options) error {
	out.WriteString("    " + breaks("This case, at "+levels(b.Level, b.AtMost)+", breaks it by "+b.Fact, b.Smallest, b.Unlikely) + ":\n")
	if err := proofFile(out, b.Case, o); err != nil {
		return err
	}
	fmt.Fprintf(out, "    It is at %s with %s.\n", levels(b.BesideLevel, b.BesideAtMost), diagnostic.OneLine(statedOf(b.Beside, b.Fact)))
	return nil
}

// levels are the level recommended and the highest one.
func levels(level, atMost int64) string {
	if level == atMost {
		return fmt.Sprintf("level %d", level)
	}
	return fmt.Sprintf("level %d, at most %d", level, atMost)
}

// statedOf is what a case says of a fact.
func statedOf(c *facts.Case, path string) string {
	domain, name, _ := strings.Cut(path, ".")
	return fmt.Sprintf("%s: %v", path, c.Stated[domain][name])
}

// proofWord is a state in a word, each as wide as the others.
func proofWord(s proof.State) string {
	switch s {
	case proof.Proved:
		return "proved "
	case proof.Refuted:
		return "REFUTED"
	case proof.GaveUp:
	}
	return "GAVE UP"
}

// countedProofs is the last line.
func countedProofs(r *proof.Report) string {
	says := english.Counted(r.Count(proof.Proved), "invariant") + " and " + english.Counted(r.CountLaws(proof.Proved), "law") + " proved"
	if n := r.Count(proof.Refuted) + r.CountLaws(proof.Refuted); n > 0 {
		says += fmt.Sprintf(", %d refuted", n)
	}
	if n := r.Count(proof.GaveUp) + r.CountLaws(proof.GaveUp); n > 0 {
		says += fmt.Sprintf(", %d not decided", n)
	}
	return says
}
