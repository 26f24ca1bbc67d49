package render

import (
	"io"

	"windscreen/engine/family"
	"windscreen/engine/recommendation"
)

// Recommendation writes r in a format of KindRecommendation. In Text, Markdown and HTML it writes the
// first screen, as Page does; with Full, Text and Markdown go on with everything: the level and why, the
// law, consent, what to do by when, how help is reached, what to find out, and what the answer rests on.
// JSON and YAML hold the page and the data behind it: all of it with Full, and otherwise in brief. Of the
// options, Rules is for Text and Markdown with Full; Width, Colour and More are for Text. It fails if r is nil, if the format is
// not one of the kind's, or if w fails.
func Recommendation(w io.Writer, f Format, r *recommendation.Recommendation, o Options) error {
	if r == nil {
		return none(KindRecommendation)
	}
	return answers.write(w, KindRecommendation, f, answerFor(&family.Child{Recommendation: r}), o)
}
