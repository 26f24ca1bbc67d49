package render

import (
	"io"

	"windscreen/engine/recommendation"
)

// answer writes any answer to w in a format; in words it is drawn from its outline.
func answer[T any](w io.Writer, f Format, a *T, o Options, words func(a *T) outline) error {
	if a == nil {
		return errNone
	}
	switch f {
	case FormatText:
		return writeText(w, words(copied(a, clean)), o)
	case FormatMarkdown:
		return writeMarkdown(w, words(copied(a, clean)))
	case FormatJSON:
		data, err := encode(a)
		if err != nil {
			return err
		}
		_, err = w.Write(data)
		return err
	case FormatYAML:
		return writeYAML(w, a)
	}
	_, err := ParseFormat(string(f))
	return err
}

// about is a draft that is about part of an answer: it knows these names of facts and
// levels, and tells each fact and contact in full once.
func about(titles map[string]string, scale []recommendation.Rung) *draft {
	return &draft{
		r:        &recommendation.Recommendation{Titles: titles, Level: recommendation.Level{Scale: scale}},
		show:     detail{open: true},
		facts:    map[string]bool{},
		contacts: map[string]bool{},
	}
}
