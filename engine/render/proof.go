package render

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"windscreen/engine/diagnostic"
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
		out.WriteString("\n")
	}
	line(0, countedProofs(r))
	_, err := io.WriteString(w, out.String())
	return err
}

// proofCase writes the case that breaks an invariant.
func proofCase(out *strings.Builder, i proof.Invariant, o Options) error {
	says := "    This case breaks it; that none states less was not shown:\n"
	if i.Smallest {
		says = "    This case breaks it, and none states less:\n"
	}
	if i.Unlikely {
		says = strings.Replace(says, "This case", "Only unlikely cases break it. This case", 1)
	}
	out.WriteString(says)
	var file bytes.Buffer
	if err := Case(&file, YAML, i.Case, o); err != nil {
		return fmt.Errorf("write the case that breaks %s: %w", i.ID, err)
	}
	for text := range strings.Lines(file.String()) {
		out.WriteString("      " + text)
	}
	return nil
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
	says := english.Counted(r.Count(proof.Proved), "invariant") + " proved"
	if n := r.Count(proof.Refuted); n > 0 {
		says += fmt.Sprintf(", %d refuted", n)
	}
	if n := r.Count(proof.GaveUp); n > 0 {
		says += fmt.Sprintf(", %d not decided", n)
	}
	return says
}
