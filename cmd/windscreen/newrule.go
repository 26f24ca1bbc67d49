package main

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"
)

// newRule writes a rule to start from.
func (a *app) newRule() *cobra.Command {
	var file, clause, domain string
	cmd := &cobra.Command{
		Use:   "rule KIND",
		Short: "Write a commented rule to start from",
		Long: `Rule writes a rule of a kind, with comments that say what to choose. KIND is
` + strings.Join(skeletonsOf("rule"), ", ") + `.

With -o it writes a new file. List that under files: in policy.yaml. Or paste
the rule into a file that is listed already. Leave out its first line, such as
indicators:, if the file has that line: a key may stand in a file only once.

Name the clause that the rule carries with --cite, and the document's domain of
a sign with --domain.`,
		Example: `  windscreen new rule sign --cite CAM-SIGN-03 --domain home
  windscreen new rule escalation --cite CAM-ROUTE-01 -o route.yaml`,
		Args: arguments(1, 1, "one kind of rule"),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.fillIn("rule", args[0], file, struct{ Clause, Domain string }{cmp.Or(clause, "CLAUSE"), cmp.Or(domain, "home")})
		},
	}
	cmd.Flags().StringVar(&clause, "cite", "", "cite `CLAUSE`")
	cmd.Flags().StringVar(&domain, "domain", "", "a sign's `NAME` of a domain in policy.yaml")
	cmd.Flags().StringVarP(&file, "output", "o", "", "write to the new file `FILE`")
	return cmd
}

// fillIn writes a skeleton of a kind.
func (a *app) fillIn(kind, name, file string, with any) error {
	if known := skeletonsOf(kind); !slices.Contains(known, name) {
		return usage("there is no %s of the kind %s; there are %s", kind, name, strings.Join(known, ", "))
	}
	text, err := skeleton(kind+"/"+name+".yaml", with)
	if err != nil {
		return err
	}
	return a.into(file, text)
}

// newFact writes a fact to start from.
func (a *app) newFact() *cobra.Command {
	var file string
	kind := oneOf(skeletonsOf("fact")...)
	kind.value = "scale"
	cmd := &cobra.Command{
		Use:   "fact NAME",
		Short: "Write a commented fact to start from",
		Long: `Fact writes a fact for the vocabulary, with comments that say what to choose.
Paste it under facts: in a file of the folder vocabulary. Look first whether
there is one: windscreen facts WORD. A fact describes the world and no document;
if documents grade something, grade the fact.

Lint then says that nothing reads the fact, until a rule does.`,
		Example: `  windscreen facts carers
  windscreen new fact carers
  windscreen new fact --type yes_no smokes`,
		Args: arguments(1, 1, "one name"),
		RunE: func(_ *cobra.Command, args []string) error {
			if !factName().MatchString(args[0]) {
				return usage("%s cannot be the name of a fact: use lower-case letters, digits and underscores", args[0])
			}
			return a.fillIn("fact", kind.value, file, struct{ Name string }{args[0]})
		},
	}
	cmd.Flags().Var(kind, "type", "its type")
	cmd.Flags().StringVarP(&file, "output", "o", "", "write to the new file `FILE`")
	return cmd
}

var factName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
})

// newScenario writes a scenario to start from.
func (a *app) newScenario() *cobra.Command {
	var file, policy, clause, day string
	cmd := &cobra.Command{
		Use:   "scenario",
		Short: "Write a commented scenario to start from",
		Long: `Scenario writes a file with one scenario, with comments that say what to write.
Change the case to what the clause is about, and expect what the document says.
Run it with windscreen test, and see it fail once.`,
		Example: `  windscreen new scenario --policy camford-2026 --cite CAM-LEVEL-04
  windscreen new scenario --policy bexley-2020 -o fixtures/mine.yaml`,
		Args: arguments(0, 0, "no argument"),
		RunE: func(*cobra.Command, []string) error {
			if _, err := time.Parse(time.DateOnly, day); err != nil {
				return usage("--as-of %s is not a day, such as 2026-03-02", day)
			}
			with := struct{ Policy, Clause, Date string }{cmp.Or(policy, "POLICY"), cmp.Or(clause, "CLAUSE"), day}
			text, err := skeleton("scenario.yaml", with)
			if err != nil {
				return err
			}
			return a.into(file, text)
		},
	}
	cmd.Flags().StringVar(&policy, "policy", "", "the scenario is about policy `NAME`")
	cmd.Flags().StringVar(&clause, "cite", "", "it is written from `CLAUSE`")
	cmd.Flags().StringVar(&day, "as-of", "2026-03-02", "the case is of `DAY`")
	cmd.Flags().StringVarP(&file, "output", "o", "", "write to the new file `FILE`")
	return cmd
}
