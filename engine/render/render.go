// Package render writes reports: recommendations, comparisons, directories of services,
// questions, policies, what came of scenarios, coverage, checklists, diagnostics, and
// benchmarks.
// A report is data, which other packages make; this package alone puts it into words and
// into files. Each kind of report has one function here, which writes it in any of the
// formats that the kind has; reports.go holds the table of both.
//
// The text and the Markdown of a recommendation, a comparison or a directory are drawn
// from one outline, so that they cannot say different things. They leave nothing out
// that a reader must act on, but they are shorter than the data: JSON and YAML carry all
// of it.
//
// Every word of a report is taken for untrusted: nothing in a case or a rule file can
// send an escape sequence to a terminal, start a command of a build, or put HTML, a link
// or a table of its own into Markdown.
//
// # Where things stand
//
// Files are named after the kind of report, and then after the format or the part:
// coverage.go has the function, coverage_markdown.go the Markdown, coverage_words.go what
// the formats say alike. Shared are outline.go with outline_text.go and
// outline_markdown.go, json.go, yaml.go, markdown_blocks.go, words.go and wrap.go.
//
// To give a report another format, put what writes it into <report>_<format>.go and name
// it in the table in reports.go, and with it the format where it is new. The commands take
// their flag -o, its help and its error from the table. To add a report, add its kind and
// its formats to reports.go, and its function in <report>.go.
package render

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
	// All shows in Text what is cut short otherwise: every question of a list, and in
	// coverage what carries each clause.
	All bool
}

// width is the width asked for.
func (o Options) width() int {
	if o.Width <= 0 {
		return DefaultWidth
	}
	return o.Width
}
