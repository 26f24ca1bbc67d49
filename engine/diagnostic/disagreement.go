package diagnostic

import (
	"fmt"
	"strings"
)

// Disagreement is the error where two evaluators do not come to the same on a case. It is a
// fault of the engine: neither answer can be trusted. It holds all that there is to report,
// and nothing of it is kept anywhere else.
type Disagreement struct {
	// Policy is the id of the policy.
	Policy string
	// On is what they disagree on: a rule with its place, a condition of the vocabulary, or a
	// finding such as the level.
	On string
	// Text is the condition as its author wrote it; empty where there is none.
	Text string
	// Evaluators are the names of the two, and Say what each comes to.
	Evaluators, Say [2]string
	// Parts are what the parts of the condition come to.
	Parts []DisagreementPart
	// Case is the case as JSON, in the form of a case file. It holds what is known of each
	// fact after silence, presumptions and claims were worked out.
	Case string
}

// DisagreementPart is what one part of a condition comes to.
type DisagreementPart struct {
	Text string
	Say  [2]string
}

// Error is for logs: what they disagree on, with nothing that the case says.
func (d *Disagreement) Error() string {
	return fmt.Sprintf("the evaluators %s and %s disagree under %s on %s", d.Evaluators[0], d.Evaluators[1], d.Policy, d.On)
}

// Report is for whoever looks for the fault: all of it, the case as well.
func (d *Disagreement) Report() string {
	var b strings.Builder
	say := func(say [2]string) string {
		return fmt.Sprintf("%s says %s, %s says %s", d.Evaluators[0], say[0], d.Evaluators[1], say[1])
	}
	fmt.Fprintf(&b, "%v\n%s\n", d, say(d.Say))
	if d.Text != "" {
		fmt.Fprintf(&b, "The condition:\n  %s\n", strings.ReplaceAll(strings.TrimSpace(d.Text), "\n", "\n  "))
	}
	if len(d.Parts) > 0 {
		b.WriteString("Its parts:\n")
	}
	for _, p := range d.Parts {
		fmt.Fprintf(&b, "  %s: %s\n", p.Text, say(p.Say))
	}
	fmt.Fprintf(&b, "The case:\n%s\n", d.Case)
	b.WriteString("This is a fault of the engine. Do not use either answer. Please report it.")
	return b.String()
}
