// Package render writes reports: the first screens of answers, copies for families,
// recommendations, comparisons, directories of services,
// facts, questions, policies, results of scenarios, coverage, checklists, diagnostics, and
// benchmarks. Other packages make reports as data. Only this package puts them into words
// and formats. Each kind of report has one function here, which writes it in any of its
// formats; answers on several children have functions of their own, in the same formats. The
// table in reports.go lists them. Form writes a case to fill in, which is YAML and has no other
// format.
//
// The text and the Markdown of a recommendation, a comparison or a directory come from one
// outline, so they cannot say different things. They hold everything that a reader must act
// on, but less than the data. JSON and YAML hold all of it. The first screen comes from package
// page, which also measures it in lines; its text, Markdown and HTML say the same sentences.
//
// It trusts no word of a report: nothing in a case or a rule file can send an escape
// sequence to a terminal, start a command of a build, or put HTML, a link or a table into
// Markdown.
//
// # Where things stand
//
// Files are named after the kind of report, and then after the format or the part:
// coverage.go has the function, coverage_markdown.go the Markdown, and coverage_words.go
// what several formats share. The page for a family, in family_*.go, is made of the parts of a
// recommendation, in recommendation_*.go. Reports share outline.go with outline_text.go and
// outline_markdown.go, json.go, yaml.go, copy.go, clean.go, markdown_blocks.go, markdown_escape.go,
// terms.go, words.go and wrap.go.
//
// To give a report another format, write it in <report>_<format>.go and add it to the table
// in reports.go, with the format if it is new. The commands take the flag -o, its help and
// its error from the table. To add a report, add its kind and formats to reports.go, and its
// function in <report>.go.
package render

// DefaultWidth is the width of text in columns if Options give none.
const DefaultWidth = 80

// Options say how Text looks. The zero value is 80 columns without colour.
type Options struct {
	// Width is the largest number of columns in a line, except for a single longer word.
	// Zero or less means DefaultWidth. Markdown is not wrapped.
	Width int
	// Colour adds terminal colours, whatever the terminal or the environment. No meaning
	// depends on colour alone. It is for Text only.
	Colour bool
	// Rules adds to a full answer the id and CEL text of each rule and, in Text, what each cited clause
	// says and what everything still possible depends on. A full answer in Markdown always has the last
	// two.
	Rules bool
	// Full adds everything else after the first screen of an answer. In JSON and YAML it gives all of the
	// data and not a brief form of it.
	Full bool
	// Browser leaves out of a full answer in Text how the command would show more, for whoever has no command.
	Browser bool
	// More is added to the foot of a first screen in Text, such as how to see the rest.
	More string
	// All shows in Text what is otherwise left out: every question of a list, and in
	// coverage what carries each clause.
	All bool
	// Most is how many questions a list of questions on a case holds at most in JSON; all of them if it is 0.
	Most int
}

// width is the width asked for.
func (o Options) width() int {
	if o.Width <= 0 {
		return DefaultWidth
	}
	return o.Width
}
