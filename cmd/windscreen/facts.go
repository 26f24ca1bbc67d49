package main

import (
	"context"

	"github.com/spf13/cobra"

	"windscreen/engine/facts"
	"windscreen/engine/render"
)

// factsCommand finds facts.
func (a *app) factsCommand() *cobra.Command {
	var dir, policy string
	var all bool
	var format *choice[render.Format]
	cmd := &cobra.Command{
		Use:   "facts [WORD…]",
		Short: "Find facts that a case can state, by word",
		Long: `Facts finds the facts that a case can state by words in their path, title,
question and values, and in the titles of the rules that read them. Neglect
finds neglected, and exploit finds exploitation. Of several words, a fact must
have all. The best matches come first.

For the five best matches it prints the question, the values and what they
mean. --all prints every match, and of each also what silence means, whom the
fact applies to, the rules that read it and what to ask next. If nothing
matches, it names the nearest words.

Without a word it lists every domain, with its facts in one line each. JSON and
YAML then hold everything about each fact, with all rules that read it. With
--policy, they look at the rules of that policy alone.`,
		Example: `  windscreen facts neglect
  windscreen facts drugs parent
  windscreen facts --policy essex -o json chastisement`,
		RunE: func(cmd *cobra.Command, words []string) error {
			list, err := listFacts(cmd.Context(), dir, policy)
			if err != nil {
				return err
			}
			if len(words) > 0 {
				found := list.Find(words...)
				if len(found.Searched) == 0 {
					return usage("there is no letter or digit to search for")
				}
				list = found
			}
			return show(a, render.Facts, format.value, list, render.Options{All: all})
		},
	}
	format = formatFlag(cmd, render.KindFacts, "how to print the facts")
	cmd.Flags().StringVar(&policy, "policy", "", "look only at rules of policy or council `NAME`")
	cmd.Flags().BoolVar(&all, "all", false, "in text, show every match, and all about each")
	addRules(cmd, &dir)
	return cmd
}

// listFacts are all facts, with the rules of a policy, of all editions of a council, or of
// all policies.
func listFacts(ctx context.Context, dir, policy string) (*facts.List, error) {
	e, err := load(dir)
	if err != nil {
		return nil, err
	}
	if err := known(e, policy); err != nil {
		return nil, err
	}
	return e.FactsAndRules(ctx, e.IDsOf(policy)...)
}
