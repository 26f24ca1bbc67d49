package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// root is the command that holds all others.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "windscreen",
		Short: "Recommend and explain a level of need",
		Long: `Windscreen reads a child's case and a partnership's published threshold
document, written as rules. It recommends a level of need and explains the
recommendation line by line. A recommendation is advice for discussion;
professional judgement has the last word.

Exit codes:
  0  the command answered and found nothing wrong
  1  findings: lint found errors, scenarios failed or could not be run, an
     invariant is not proved (prove), --strict found a gap (cover) or a goal
     that is not met (bench, picks), too few changes are noticed (mutate
     --floor) or a list of what is left is not right (mutate --left), a file
     would change (fmt --check), a difference is not acknowledged (impact
     --acknowledged), or there must be no copy for a family (eval
     --for-family)
  2  wrong input or wrong use; nothing is printed on standard output

Answers go to standard output. Faults in the input go to standard error.
Text is in colour on a terminal, unless NO_COLOR is set or TERM is dumb.`,
		Example: `  windscreen eval case.yaml
  windscreen questions case.yaml
  windscreen test fixtures
  windscreen cover
  windscreen lint --rules rules`,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		Args:              unknownCommand,
		// How many letters a command may be misspelt by and still be suggested.
		SuggestionsMinimumDistance: 2,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return usage("name a command: %s", strings.Join(names(cmd), ", "))
		},
	}
	// Alone, a command that holds others does nothing; its usage does not show it.
	root.SetUsageTemplate(strings.Replace(root.UsageTemplate(), "{{if .Runnable}}", "{{if and .Runnable (not .HasSubCommands)}}", 1))
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usage("%s", err) })
	root.SetHelpCommand(helpCommand())
	root.AddCommand(a.evalCommand(), a.compareCommand(), a.testCommand(), a.coverCommand(), a.mutateCommand(), a.lintCommand(),
		a.policiesCommand(), a.questionsCommand(), a.servicesCommand(), a.docsCommand(), a.factsCommand(), a.newCommand(),
		a.fmtCommand(), a.generateCommand(),
		a.benchCommand(), a.picksCommand(), a.proveCommand(), a.impactCommand(), a.schemaCommand(), a.serveCommand(), a.versionCommand())
	return root
}

// helpCommand prints help; unlike cobra's own it fails for what is not a command.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Print help on a command",
		Long:  "Help prints what a command does, with its flags and examples.",
		Example: `  windscreen help eval
  windscreen help schema rules`,
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil {
				return err
			}
			if err := unknownCommand(about, rest); err != nil {
				return err
			}
			return about.Help()
		},
	}
}

// unknownCommand refuses words that are not commands.
func unknownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := "; there are " + strings.Join(names(cmd), ", ")
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		hint = "; did you mean " + strings.Join(near, " or ") + "?"
	}
	return usage("there is no command %q%s", args[0], hint)
}

// names lists the commands below one.
func names(cmd *cobra.Command) []string {
	var out []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			out = append(out, c.Name())
		}
	}
	return out
}

// arguments refuses too few or too many arguments; what says what is expected.
func arguments(least, most int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) < least || most >= 0 && len(args) > most {
			return usage("expected %s, but there are %d arguments", what, len(args))
		}
		return nil
	}
}

// choice is a flag whose value is one of a few words.
type choice[T ~string] struct {
	value   T
	allowed []T
	// name stands for the words in the help text; empty where the words themselves do.
	name string
}

// oneOf is a choice that starts as the first of the words.
func oneOf[T ~string](words ...T) *choice[T] { return &choice[T]{value: words[0], allowed: words} }

// oneOrNone is a flag that takes one of some words, under a name for all of them, and is empty unless it is
// given.
func oneOrNone[T ~string](name string, words ...T) *choice[T] {
	return &choice[T]{allowed: words, name: name}
}

// String returns the word chosen.
func (c *choice[T]) String() string { return string(c.value) }

// Type names the words in the help text.
func (c *choice[T]) Type() string { return cmp.Or(c.name, c.words("|")) }

// Set chooses a word.
func (c *choice[T]) Set(word string) error {
	if !slices.Contains(c.allowed, T(word)) {
		return fmt.Errorf("it must be one of %s", c.words(", "))
	}
	c.value = T(word)
	return nil
}

// words are the words allowed.
func (c *choice[T]) words(between string) string {
	words := make([]string, len(c.allowed))
	for i, w := range c.allowed {
		words[i] = string(w)
	}
	return strings.Join(words, between)
}
