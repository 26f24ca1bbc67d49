package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"windscreen/engine"

	"windscreen/engine/diagnostic"
)

// policiesCommand lists the policies.
func (a *app) policiesCommand() *cobra.Command {
	var dir string
	format := oneOf("text", "json")
	cmd := &cobra.Command{
		Use:   "policies",
		Short: "List the policies that a case can name",
		Long: `Policies prints every policy that a case can name: its source document, the
days on which it was in force, its levels, and how many rules it has, with
those of the policies that it builds on. Where it is an edition of a family, a
case may name the family and is answered under the edition of its day.`,
		Example: `  windscreen policies
  windscreen policies -o json --rules my-rules`,
		Args: arguments(0, 0, "no argument"),
		RunE: func(*cobra.Command, []string) error {
			e, err := load(dir)
			if err != nil {
				return err
			}
			if format.value == "json" {
				return a.printJSON(e.Policies())
			}
			var parts []string
			for _, p := range e.Policies() {
				parts = append(parts, a.policy(p))
			}
			return a.print([]byte(strings.Join(parts, "\n")))
		},
	}
	cmd.Flags().VarP(format, "output", "o", "how to print the policies")
	addRules(cmd, &dir)
	return cmd
}

// policy shows one policy.
func (a *app) policy(p *engine.Policy) string {
	force := "in force from " + p.InForceFrom
	switch {
	case p.InForceFrom == "" && p.InForceTo == "":
		force = "days in force not given"
	case p.InForceFrom == "":
		force = "in force to " + p.InForceTo
	case p.InForceTo != "":
		force += " to " + p.InForceTo
	}
	if p.Family != "" {
		force += "; an edition of " + p.Family
	}
	var levels []string
	for _, l := range p.Levels {
		levels = append(levels, fmt.Sprintf("%d %s", l.Level, l.Name))
	}
	var b strings.Builder
	b.WriteString(diagnostic.Visible(p.ID) + "\n")
	for _, line := range []string{
		p.Title + ", " + p.Edition,
		p.Publisher,
		force,
		"levels: " + strings.Join(levels, ", "),
		counted(p.Rules, "rule") + ", " + counted(p.Clauses, "clause"),
	} {
		b.WriteString(paragraph(a.width(), "  ", 4, line))
	}
	return b.String()
}

// printJSON writes a value as indented JSON.
func (a *app) printJSON(value any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(value); err != nil {
		return err
	}
	return a.print(b.Bytes())
}

// counted is a number and its noun.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
