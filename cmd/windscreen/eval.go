package main

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"windscreen/engine"
	"windscreen/engine/recommendation"
	"windscreen/engine/render"
)

// evalCommand answers cases.
func (a *app) evalCommand() *cobra.Command {
	var q question
	o := render.Options{}
	format := oneOf(string(render.FormatText), string(render.FormatJSON), string(render.FormatYAML), string(render.FormatMarkdown))
	evaluator := oneOf(string(engine.Plan), string(engine.CEL))
	cmd := &cobra.Command{
		Use:   "eval FILE…",
		Short: "Recommend a level for cases, with the explanation",
		Long: `Eval reads cases in YAML or JSON and prints the explained recommendation for
each. A file called - is standard input.

Every case is read and answered before anything is printed: where one is
wrong, all that is wrong with all of them is reported and nothing is answered.

Several files give one answer after another: in JSON as a list in the order of
the files, in YAML as documents separated by ---, in text and Markdown each
under the name of its file. Text and Markdown are for people and leave some of
the data out; JSON and YAML carry all of it.

Where a case names a family of editions, the edition in force on its day is
applied. A case that names an edition of other days is answered all the same,
with a warning on standard error.`,
		Example: `  windscreen eval case.yaml
  windscreen eval --policy bexley-2020 -o json case.yaml
  windscreen eval --rules my-rules --show-rules cases/*.yaml
  cat case.json | windscreen eval -`,
		Args: arguments(1, -1, "one case or more"),
		RunE: func(_ *cobra.Command, files []string) error {
			q.evaluator = engine.Evaluator(evaluator.value)
			answers, err := a.answer(q, files)
			if err != nil {
				return err
			}
			o.Width, o.Colour = a.width(), a.colour()
			out, err := shown(render.Format(format.value), files, answers, o)
			if err != nil {
				return err
			}
			return a.print(out)
		},
	}
	cmd.Flags().VarP(format, "output", "o", "how to print the answer")
	cmd.Flags().BoolVar(&o.Rules, "show-rules", false, "show the id and condition of each rule")
	cmd.Flags().Var(evaluator, "evaluator", "what runs the rules")
	cmd.Flags().BoolVar(&q.notCommenced, "not-commenced", false, "also cautions on law not in force yet")
	q.addFlags(cmd)
	return cmd
}

// shown renders the answers, one after another.
func shown(f render.Format, files []string, answers []*recommendation.Recommendation, o render.Options) ([]byte, error) {
	parts := make([][]byte, len(answers))
	for i, r := range answers {
		var b bytes.Buffer
		if err := render.Render(&b, f, r, o); err != nil {
			return nil, err
		}
		parts[i] = b.Bytes()
	}
	if len(parts) == 1 {
		return parts[0], nil
	}
	switch f {
	case render.FormatJSON:
		var b bytes.Buffer
		err := json.Indent(&b, slices.Concat([]byte("["), bytes.Join(parts, []byte(",")), []byte("]")), "", "  ")
		b.WriteByte('\n')
		return b.Bytes(), err
	case render.FormatYAML:
		return bytes.Join(parts, []byte("---\n")), nil
	}
	var b bytes.Buffer
	for i, part := range parts {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(heading(f, called(files[i])))
		b.Write(part)
	}
	return b.Bytes(), nil
}

// heading names the file of an answer among several.
func heading(f render.Format, file string) string {
	if f == render.FormatMarkdown {
		return "`" + strings.ReplaceAll(file, "`", "'") + "`\n\n"
	}
	return "==> " + file + " <==\n\n"
}
