package render

import (
	"io"

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
