package authoring

import (
	_ "embed"
	"fmt"
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
	for _, e := range Explanations() {
		if e.Code == code {
			return &e, nil
		}
	}
	remedy := source.DidYouMean(string(code), codes())
	if remedy == "" {
		remedy = "the codes are " + strings.Join(codes(), ", ")
	}
	return nil, fmt.Errorf("there is no code %s; %s", source.Clip(string(code)), remedy)
}

// Explanations are those of all codes, in the order of the guide. Each call returns a list of its own.
func Explanations() []Explanation {
	var out []Explanation
	// A heading of the second rank begins each page, with its code in backquotes.
	for _, page := range strings.Split(messages, "\n## `")[1:] {
		heading, body, _ := strings.Cut(page, "\n")
		code, title, _ := strings.Cut(heading, "`: ")
		before, prefer, _ := strings.Cut(body, "\n**Prefer**")
		_, avoid, _ := strings.Cut(before, "\n**Avoid**")
		out = append(out, Explanation{
			Code: diagnostic.Code(code), Title: title,
			Text:  "# " + code + ": " + title + "\n" + strings.TrimRight(body, "\n") + "\n",
			Avoid: blocks(avoid), Prefer: blocks(prefer),
		})
	}
	return out
}

// codes are the codes that have an explanation.
func codes() []string {
	var out []string
	for _, e := range Explanations() {
		out = append(out, string(e.Code))
	}
	return out
}

// blocks are the examples in a part of a page. The first line of each names its file, in a comment.
func blocks(text string) []Example {
	out := []Example{}
	for _, b := range strings.Split(text, "\n```yaml\n# ")[1:] {
		name, rest, _ := strings.Cut(b, "\n")
		content, _, _ := strings.Cut(rest+"\n", "\n```")
		out = append(out, Example{File: name, Text: content + "\n"})
	}
	return out
}
