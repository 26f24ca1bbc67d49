package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"

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
those of the policies that it builds on. A case may name the council instead,
and is answered under the edition in force on its day.`,
		Example: `  windscreen policies
  windscreen policies -o json --rules my-rules`,
		Args: arguments(0, 0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			e, err := load(dir)
			if err != nil {
				return err
			}
			var list []engine.PolicyInfo
			err = e.EachPolicy(cmd.Context(), nil, func(p *engine.Policy) error {
				list = append(list, p.Info())
				return nil
			})
			if err != nil {
				return err
			}
			if format.value == "json" {
				return a.printJSON(list)
			}
			var parts []string
			for _, p := range list {
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
func (a *app) policy(p engine.PolicyInfo) string {
	force := "in force from " + p.InForceFrom.Format(time.DateOnly)
	switch {
	case p.InForceFrom.IsZero() && p.InForceTo.IsZero():
		force = "days in force not given"
	case p.InForceFrom.IsZero():
		force = "in force to " + p.InForceTo.Format(time.DateOnly)
	case !p.InForceTo.IsZero():
		force += " to " + p.InForceTo.Format(time.DateOnly)
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
		"a case may also say policy: " + p.Council + ", for the edition of its day",
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
