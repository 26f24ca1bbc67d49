package render

import (
	"io"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/recommendation"
)

// Recommendation writes r in a format of KindRecommendation: in Text and Markdown the
// level first, then what cannot wait, then why, the law, consent, what to do by when, how
// help is reached, what to find out, and what the answer rests on; in JSON and YAML all
// of the data. Of the options, Rules is for Text and Markdown, Width and Colour for Text.
// It fails if r is nil, if the format is not one of the kind's, or if w fails.
func Recommendation(w io.Writer, f Format, r *recommendation.Recommendation, o Options) error {
	return recommendations.write(w, KindRecommendation, f, r, o)
}

// recommendationText draws what there is to say, more of it where rules are shown.
func recommendationText(w io.Writer, r *recommendation.Recommendation, o Options) error {
	return writeText(w, outlineOf(r, detail{rules: o.Rules, clauses: o.Rules, open: o.Rules}), o)
}

// recommendationMarkdown draws all that there is to say.
func recommendationMarkdown(w io.Writer, r *recommendation.Recommendation, o Options) error {
	return writeMarkdown(w, outlineOf(r, detail{rules: o.Rules, clauses: true, open: true}))
}

// Named is a recommendation and the name of the file that its case came from.
type Named struct {
	File           string
	Recommendation *recommendation.Recommendation
}

// Recommendations writes several recommendations, one after another, in a format of
// KindRecommendation: in Text and Markdown each under the name of its file, in YAML as
// documents, in JSON as a list. Where there is just one, it is written as Recommendation
// does, without a name or list around it. The options and the errors are as there.
func Recommendations(w io.Writer, f Format, answers []Named, o Options) error {
	if len(answers) == 1 {
		return Recommendation(w, f, answers[0].Recommendation, o)
	}
	for _, a := range answers {
		if a.Recommendation == nil {
			return none(KindRecommendation)
		}
	}
	return severalRecommendations.write(w, KindRecommendation, f, answers, o)
}

// inTurn writes each recommendation in a format after what stands before it.
func inTurn(f Format, before func(n int, file string) string) func(io.Writer, []Named, Options) error {
	return func(w io.Writer, answers []Named, o Options) error {
		for i, a := range answers {
			if _, err := io.WriteString(w, before(i, diagnostic.OneLine(a.File))); err != nil {
				return err
			}
			if err := Recommendation(w, f, a.Recommendation, o); err != nil {
				return err
			}
		}
		return nil
	}
}

func headingInText(n int, file string) string {
	return blankLine(n) + "==> " + file + " <==\n\n"
}

func headingInMarkdown(n int, file string) string {
	return blankLine(n) + "`" + strings.ReplaceAll(file, "`", "'") + "`\n\n"
}

// blankLine is what stands between an answer and the heading of the next.
func blankLine(n int) string {
	if n == 0 {
		return ""
	}
	return "\n"
}

// documentStart parts one YAML document from the next.
func documentStart(n int, _ string) string {
	if n == 0 {
		return ""
	}
	return "---\n"
}

func recommendationsJSON(w io.Writer, answers []Named, o Options) error {
	list := make([]*recommendation.Recommendation, len(answers))
	for i, a := range answers {
		list[i] = a.Recommendation
	}
	return inJSON(w, list, o)
}
