// Package layout gives files that authors write one layout: rules, vocabulary, clauses, scenarios and cases in YAML.
//
// It changes space and line breaks, and how a condition is set off, and nothing else. Comments and the order of keys stay.
// It leaves the author's line breaks within conditions, lists and texts where they are, because they group what belongs
// together, and adds breaks where a line is too long.
//
// It works on the text by the places of the nodes in it. The result is read again and compared before it is handed out,
// so that a file either keeps its meaning or stays as it is.
package layout

import (
	"errors"
	"fmt"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/source"
)

// Width is how long a line may be where it can be broken.
const Width = 140

// step is by how many spaces each level is indented.
const step = 2

// conditions are the keys under which a condition stands.
var conditions = map[string]bool{"when": true, "holds": true, "applies": true, "answers_first": true}

// Format lays out one YAML file. It returns faults, and no text, if the file cannot be read, or if it is written in a way
// that it cannot lay out. What it returns has the same meaning, and laid out again stays the same.
func Format(name string, data []byte) ([]byte, diagnostic.List) {
	doc, faults := source.Parse(name, data, source.RuleLimits())
	if doc == nil || faults.HasErrors() {
		return nil, faults
	}
	if doc.JSON {
		return nil, diagnostic.List{doc.File.Diagnostic(diagnostic.Syntax, diagnostic.Position{}, diagnostic.Position{},
			"the file is JSON, which has no layout here", "leave it out, or write it as YAML")}
	}
	if !block(doc.Root) {
		return nil, diagnostic.List{doc.File.At(doc.Root, diagnostic.WrongShape, "the file is neither keys with values nor a list in lines",
			"write each key on a line of its own")}
	}
	var problem error
	for _, wrap := range []bool{true, false} {
		var out []byte
		if out, problem = formatted(doc, data, wrap); problem == nil {
			return out, nil
		}
	}
	return nil, diagnostic.List{doc.File.Diagnostic(diagnostic.Syntax, diagnostic.Position{}, diagnostic.Position{},
		fmt.Sprintf("the file cannot be laid out: %s", problem), "write it as the other files are written, or leave it as it is")}
}

// errChanged is a layout that would not be the same file.
var errChanged = errors.New("its layout would change what it says")

// formatted is the text of a document in the one layout; wrap also breaks long texts.
func formatted(doc *source.Document, data []byte, wrap bool) ([]byte, error) {
	p := newPrinter(doc.File, data, wrap)
	p.node(doc.Root, 0)
	p.rest()
	if p.problem != nil {
		return nil, p.problem
	}
	out := []byte(strings.Join(p.out, "\n") + "\n")
	again, faults := source.Parse(doc.File.Name, out, source.RuleLimits())
	if again == nil || faults.HasErrors() || !same(doc.Root, again.Root, "") || p.comments != comments(out, again) {
		return nil, errChanged
	}
	return out, nil
}

// comments counts the comments of a text that was laid out.
func comments(data []byte, doc *source.Document) int {
	p := newPrinter(doc.File, data, false)
	p.node(doc.Root, 0)
	p.rest()
	return p.comments
}
