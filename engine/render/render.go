// Package render shows a Recommendation: as text for people, as Markdown, and as
// JSON or YAML for programs. All four are made from the same data. Text and
// Markdown are drawn from one outline, so that they cannot say different things.
// It shows a Comparison of recommendations, and a Directory of services, alike.
//
// Text and Markdown leave nothing out that a reader must act on, but they are
// shorter than the data: JSON and YAML carry all of it.
//
// Every word of a Recommendation is taken for untrusted: nothing in a case can
// send an escape sequence to a terminal, or put HTML, a link or a table of its
// own into Markdown.
package render

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"windscreen/engine/recommendation"
)

// Format is the name of a rendering.
type Format string

// The four renderings.
const (
	FormatText     Format = "text"
	FormatMarkdown Format = "markdown"
	FormatJSON     Format = "json"
	FormatYAML     Format = "yaml"
)

// Formats returns the four formats in the order in which help texts name them.
func Formats() []Format {
	return []Format{FormatText, FormatMarkdown, FormatJSON, FormatYAML}
}

// ParseFormat returns the format of that name. The error of an unknown name lists
// the names that are allowed.
func ParseFormat(name string) (Format, error) {
	var allowed []string
	for _, f := range Formats() {
		if string(f) == name {
			return f, nil
		}
		allowed = append(allowed, string(f))
	}
	return "", fmt.Errorf("no format is called %q; the formats are %s", name, strings.Join(allowed, ", "))
}

// DefaultWidth is the width of text in columns where Options give none.
const DefaultWidth = 80

// Options say how Text looks. The zero value is 80 columns without colour.
type Options struct {
	// Width is the most columns a line may take, a single longer word excepted;
	// zero or less means DefaultWidth. Markdown is not wrapped.
	Width int
	// Colour adds terminal colours, whatever the terminal or the environment;
	// nothing is said by colour alone. It is for text only.
	Colour bool
	// Rules adds the id of each rule and its CEL text and, in Text, what each clause
	// cited says and what everything still possible depends on; Markdown always has
	// these two.
	Rules bool
}

var errNone = errors.New("there is nothing to render")

// Render writes r to w in the given format; o is for text, and its Rules for
// Markdown too. It fails where r is nil, where the format is none of the four,
// or where w fails.
func Render(w io.Writer, f Format, r *recommendation.Recommendation, o Options) error {
	switch f {
	case FormatText:
		return Text(w, r, o)
	case FormatMarkdown:
		return Markdown(w, r, o)
	case FormatJSON:
		return JSON(w, r)
	case FormatYAML:
		return YAML(w, r)
	}
	_, err := ParseFormat(string(f))
	return err
}
