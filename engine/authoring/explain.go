package authoring

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/source"
)

//go:embed messages.md
var messages string

// Explanation is what there is to say about one code of lint: what it means, why it matters, what to avoid and what to
// prefer, and when nothing is said.
type Explanation struct {
	Code diagnostic.Code `json:"code"`
	// Title says in a few words what the code means.
	Title string `json:"title"`
	// Text is the whole page, in Markdown.
	Text string `json:"text"`
	// Avoid and Prefer are files to lay over sound rules: Avoid produces the finding, and Prefer does not. Both are empty
	// for a code that no small file can show.
	Avoid  []Example `json:"avoid"`
	Prefer []Example `json:"prefer"`
}

// Example is a file of an explanation.
type Example struct {
	// File is its path below the folder of rules; a case is called case.yaml, a file of scenarios scenarios.yaml.
	File string `json:"file"`
	Text string `json:"text"`
}

// Explain explains a code. For one that does not exist, the error names the nearest.
func Explain(code diagnostic.Code) (*Explanation, error) {
	all := explanations()
	for i := range all {
		if all[i].Code == code {
			return &all[i], nil
		}
	}
	remedy := source.DidYouMean(string(code), codes())
	if remedy == "" {
		remedy = "the codes are " + strings.Join(codes(), ", ")
	}
	return nil, fmt.Errorf("there is no code %s; %s", source.Clip(string(code)), remedy)
}

// Explanations are those of all codes, in the order of the guide.
func Explanations() []Explanation { return explanations() }

// codes are the codes that have an explanation.
func codes() []string {
	var out []string
	for _, e := range explanations() {
		out = append(out, string(e.Code))
	}
	return out
}

// explanations reads them from the guide: a heading of the second rank for each, its code in backquotes; examples in blocks,
// under the words Avoid and Prefer, which begin with the name of their file in a comment.
func explanations() []Explanation {
	var out []Explanation
	for _, part := range strings.Split(messages, "\n## `")[1:] {
		code, rest, _ := strings.Cut(part, "`")
		title, body, _ := strings.Cut(rest, "\n")
		e := Explanation{Code: diagnostic.Code(code), Title: strings.TrimPrefix(title, ": "),
			Text: "# " + code + rest[:len(title)] + "\n" + strings.TrimRight(body, "\n") + "\n"}
		before, prefer, _ := strings.Cut(body, "\n**Prefer**")
		_, avoid, _ := strings.Cut(before, "\n**Avoid**")
		e.Avoid, e.Prefer = blocks(avoid), blocks(prefer)
		out = append(out, e)
	}
	return slices.Clip(out)
}

// blocks are the examples in a part of an explanation.
func blocks(text string) []Example {
	out := []Example{}
	for _, b := range strings.Split(text, "\n```yaml\n# ")[1:] {
		name, rest, _ := strings.Cut(b, "\n")
		content, _, _ := strings.Cut(rest+"\n", "\n```")
		out = append(out, Example{File: name, Text: content + "\n"})
	}
	return out
}
