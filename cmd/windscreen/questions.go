package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"windscreen/engine/recommendation"
)

// questionsCommand says what to find out next.
func (a *app) questionsCommand() *cobra.Command {
	var q question
	all := false
	format := oneOf("text", "json")
	cmd := &cobra.Command{
		Use:   "questions CASE",
		Short: "List what to find out next, and who could answer",
		Long: `Questions prints what is still unknown about a case and could change the
answer: immediate danger first, then what the case itself says is unknown and
what advice on telling the family or an action due now waits on, then whole
domains that nobody has gone through, then single facts, in each the most
telling first. Each comes with who could answer and with the rules that wait
for it. Text shows the first ten, or all with --all, and cuts long lists of
rules short; JSON has them all.

A case called - is standard input.`,
		Example: `  windscreen questions case.yaml
  windscreen questions --all case.yaml
  windscreen questions -o json --policy bexley-2020 case.yaml`,
		Args: arguments(1, 1, "one case"),
		RunE: func(_ *cobra.Command, files []string) error {
			answers, err := a.answer(q, files)
			if err != nil {
				return err
			}
			list := answers[0].Questions
			if format.value == "json" {
				return a.printJSON(append([]recommendation.Question{}, list...)) // [], never null
			}
			return a.print([]byte(a.asked(list, all)))
		},
	}
	cmd.Flags().VarP(format, "output", "o", "how to print the questions")
	cmd.Flags().BoolVar(&all, "all", false, "in text, show every question")
	q.addFlags(cmd)
	return cmd
}

// shownQuestions is how many questions are shown before the rest are counted.
const shownQuestions = 10

// asked shows the questions, numbered: all of them, or the first.
func (a *app) asked(list []recommendation.Question, all bool) string {
	if len(list) == 0 {
		return "No question is left: nothing still unknown could change the answer.\n"
	}
	more := len(list) - shownQuestions
	if all || more <= 0 {
		more = 0
	}
	var b strings.Builder
	for i, q := range list[:len(list)-more] {
		if i > 0 {
			b.WriteString("\n")
		}
		number := fmt.Sprintf("%d. ", i+1)
		b.WriteString(paragraph(a.width(), number, len(number), q.Ask))
		line := func(label, s string) {
			b.WriteString(paragraph(a.width(), strings.Repeat(" ", len(number))+label+": ", len(number)+2, s))
		}
		if len(q.Who) > 0 {
			line("Who", strings.Join(q.Who, ", "))
		}
		for _, k := range kinds {
			if titles := couldBe(q.Could, k.kind); len(titles) > 0 {
				line(k.label, strings.Join(titles, "; "))
			}
		}
	}
	if more > 0 {
		b.WriteString("\nAnd " + counted(more, "more question") + "; --all shows them.\n")
	}
	return b.String()
}

// kinds are the kinds of rule that a question may wait for, the weightiest first.
var kinds = [...]struct{ kind, label string }{
	{"level", "Could change the level to"},
	{"ground", "Could bring in"},
	{"escalation", "Could call for"},
	{"indicator", "Could show"},
	{"consent", "Could change on consent"},
	{"pathway", "Could change on the pathway"},
	{"service", "Could open"},
	{"caution", "Could add the caution"},
}

// shownRules is how many rules of a kind are named before the rest are counted.
const shownRules = 4

// couldBe names the rules of a kind that an answer could change.
func couldBe(list []recommendation.Could, kind string) []string {
	var titles []string
	for _, c := range list {
		title := c.Title
		switch {
		case c.Kind != kind:
			continue
		case kind == "level":
			title = fmt.Sprint(c.Level)
		case title == "":
			title = c.Rule
		}
		if c.Level > 0 && kind != "level" {
			title = fmt.Sprintf("%s (level %d)", title, c.Level)
		}
		if !slices.Contains(titles, title) {
			titles = append(titles, title)
		}
	}
	if more := len(titles) - shownRules; more > 0 {
		titles = append(titles[:shownRules], fmt.Sprintf("and %d more", more))
	}
	return titles
}
