package main

import (
	"github.com/spf13/cobra"

	"windscreen/engine"
	"windscreen/engine/render"
	"windscreen/engine/term"
)

// evalCommand answers cases.
func (a *app) evalCommand() *cobra.Command {
	var q question
	var o render.Options
	var forFamily bool
	var copyFor string
	var format *choice[render.Format]
	evaluator := oneOf(engine.Plan, engine.CEL, engine.Expr)
	q.reader = oneOrNone("READER", term.TableOf[term.Reader]().Values()...)
	cmd := &cobra.Command{
		Use:   "eval FILE…",
		Short: "Recommend a level for cases, and say what to do",
		Long: `Eval reads cases in YAML or JSON and prints one screen for each: the level, what
to do now and whom to ring at this hour, what may be said to the family, why,
and what to find out next. A file called - is standard input. FILE#NAME is the
case of one scenario of a file, by its name or a part of it that no other has.

--full goes on behind the screen with everything: the signs of need, the law,
every action, deadline, service, question and clause. --show-rules is --full
with the id and condition of each rule. Markdown and HTML are for people too.
JSON and YAML hold the screen as data and, without --full, a brief form of what
stands behind it, with the same keys.

Eval reads and answers every case before it prints anything. If any case has a
fault, eval reports every fault in all of them and prints no answers. For
several files it prints the answers in the order of the files: JSON as a list,
YAML as documents separated by ---, text and Markdown each under the name of
the file.

A case about several children gets one screen for the family. With --full the
screen of each child follows it. --child prints that of one child.

--for-family prints the copy that a practitioner may hand to the family: what
help is meant, what they are asked and may refuse, what comes next, and whom
they can ring. It says neither who said what nor why. Where they may not be told
yet, or one open question could stop it, eval says why, prints no copy and exits
with 1.

--copy-for prints that copy for one person, and says at its top whom it is for.
PERSON is a word of copy_for in the vocabulary, such as mother or young_person.
There can be one although something is kept from somebody else. How to hand it
over stands on standard error. A copy for the young person is about one child.

--reader says for whom the answer is, whatever the case says. The steps of
others then stand under "What happens next". READER is one of
` + q.reader.words(", ") + `.

--cross-check has each answer checked by a second evaluator. If the two differ,
eval prints no answer. It prints what they differ on and the case, and keeps
nothing of either.

If a case names no policy, name one with --policy. Both can name a council
instead. Eval then applies the edition in force on the case's date. If a case
names an edition that was not in force on that date, eval still answers, with a
warning on standard error.`,
		Example: `  windscreen eval case.yaml
  windscreen eval --full case.yaml
  windscreen eval 'fixtures/shared/law.yaml#Abandoned'
  windscreen eval --policy bexley-2020 -o json case.yaml
  windscreen eval --for-family -o html case.yaml > for-the-family.html
  windscreen eval --copy-for mother case.yaml
  windscreen eval --child baby --reader front_door family.yaml
  windscreen eval --rules my-rules --show-rules cases/*.yaml
  cat case.json | windscreen eval -`,
		Args: arguments(1, -1, "one case or more"),
		RunE: func(cmd *cobra.Command, files []string) error {
			q.evaluator = evaluator.value
			flag, one := "--for-family", cmd.Flags().Changed("copy-for")
			switch {
			case one && forFamily:
				return usage("--for-family and --copy-for are two copies: leave one out")
			case one && copyFor == "":
				return usage("--copy-for: write whom the copy is for, such as mother")
			case one:
				flag, forFamily = "--copy-for", true
			}
			if forFamily && (o.Full || o.Rules) {
				return usage("%s is a page to hand over: leave out --full and --show-rules", flag)
			}
			o.Full = o.Full || o.Rules
			o.More = "Everything: --full"
			// JSON and YAML count what they leave out, and a copy for the family is withheld for what could still be found.
			q.brief = !o.Full && !forFamily && format.value != render.JSON && format.value != render.YAML
			answers, err := a.answer(q, files)
			if err != nil {
				return err
			}
			if forFamily {
				return a.copies(answers, copyFor, format.value)
			}
			return show(a, render.Families, format.value, answers, o)
		},
	}
	format = formatFlag(cmd, render.KindRecommendation, "how to print it")
	cmd.Flags().BoolVar(&o.Full, "full", false, "everything, not the screen alone")
	cmd.Flags().BoolVar(&forFamily, "for-family", false, "the copy for the family")
	cmd.Flags().StringVar(&copyFor, "copy-for", "", "the copy for one `PERSON` alone")
	cmd.Flags().BoolVar(&o.Rules, "show-rules", false, "also each rule's id and condition")
	cmd.Flags().Var(evaluator, "evaluator", "what runs the rules")
	cmd.Flags().BoolVar(&q.crossCheck, "cross-check", false, "check by a second evaluator")
	cmd.Flags().BoolVar(&q.notCommenced, "not-commenced", false, "also cautions on law not in force")
	cmd.Flags().Var(q.reader, "reader", "whom the answer is for")
	q.addFlags(cmd)
	return cmd
}
