package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"

	"github.com/spf13/cobra"
)

// newPolicy writes a policy to start from.
func (a *app) newPolicy() *cobra.Command {
	var rules, fixtures string
	cmd := &cobra.Command{
		Use:   "policy COUNCIL/EDITION",
		Short: "Write a policy to start from, with scenarios that pass",
		Long: `Policy writes the files of a new policy: what the document is, its clauses,
four levels, three signs, and what it says of agreement, telling and sharing. It
also writes scenarios that pass. Comments answer what authors ask. Replace what
the document says otherwise, and go on clause by clause.

COUNCIL is in lower case with hyphens between words, and EDITION begins with a
year: camford/2026. The files go into the folder authorities of --rules and of
--fixtures. It never writes over a file that is there.`,
		Example: `  windscreen new policy camford/2026
  windscreen new policy --rules my-rules --fixtures my-fixtures camford/2026`,
		Args: arguments(1, 1, "one name, COUNCIL/EDITION"),
		RunE: func(_ *cobra.Command, args []string) error {
			p, err := newborn(args[0])
			if err != nil {
				return err
			}
			return a.writePolicy(p, rules, fixtures)
		},
	}
	cmd.Flags().StringVar(&rules, "rules", "rules", "write rules into `DIR`")
	cmd.Flags().StringVar(&fixtures, "fixtures", "fixtures", "write scenarios into `DIR`")
	return cmd
}

// policyToStart is what the skeletons of a policy are filled in with.
type policyToStart struct{ Council, Edition, Year, Title, Prefix string }

// councilAndEdition is how a policy is named.
var councilAndEdition = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^([a-z][a-z0-9]*(?:-[a-z0-9]+)*)/((\d{4})(?:\.\d+)?)$`)
})

// newborn reads the name of a policy.
func newborn(name string) (policyToStart, error) {
	m := councilAndEdition().FindStringSubmatch(name)
	if m == nil {
		return policyToStart{}, usage("%s is not COUNCIL/EDITION: write a council in lower case and a year, such as camford/2026", name)
	}
	words := strings.Split(m[1], "-")
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	prefix := strings.ToUpper(strings.ReplaceAll(m[1], "-", ""))
	return policyToStart{Council: m[1], Edition: m[2], Year: m[3], Title: strings.Join(words, " "),
		Prefix: prefix[:min(3, len(prefix))]}, nil
}

// writePolicy writes the files of a policy and says what to do next.
func (a *app) writePolicy(p policyToStart, rules, fixtures string) error {
	if _, err := os.Stat(rules); errors.Is(err, fs.ErrNotExist) {
		return usage("there is no folder %s; name the folder of rules with --rules", rules)
	}
	place := filepath.Join("authorities", p.Council, p.Edition)
	folder, scenarios := filepath.Join(rules, place), filepath.Join(fixtures, place, "levels.yaml")
	for _, taken := range []string{folder, scenarios} {
		if _, err := os.Stat(taken); err == nil {
			return usage("%s is there already; choose another edition, or remove it", called(taken))
		}
	}
	var said strings.Builder
	for _, name := range skeletonsOf("policy") {
		text, err := skeleton("policy/"+name+".yaml", p)
		if err != nil {
			return err
		}
		file := filepath.Join(folder, name+".yaml")
		if name == "scenarios" {
			file = scenarios
		}
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			return err
		}
		if err := writeNew(file, text); err != nil {
			return err
		}
		fmt.Fprintln(&said, called(file))
	}
	fmt.Fprintf(&said, `
Next:
  windscreen lint %[1]s
  windscreen test --rules %[1]s %[2]s
  windscreen cover --rules %[1]s %[2]s

Then, clause by clause: write it into clauses.yaml, add the rule that carries it
(windscreen new rule), and a scenario that fails without it (windscreen new
scenario). Where no fact says what the clause is about: windscreen new fact.
`, called(rules), called(filepath.Dir(scenarios)))
	return a.print([]byte(said.String()))
}
