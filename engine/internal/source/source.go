// Package source reads YAML or JSON text from outside into one kind of tree, and
// keeps track of where in the text everything stands.
//
// It decides only what a file may look like before its meaning is looked at: how
// large and how deep it may be, that it is text, that it is YAML or JSON, and
// that it uses none of the parts of YAML that surprise people (anchors, aliases,
// merge keys, tags, the same key twice). What the keys mean is for the packages
// that read the tree.
//
// Lines and columns count from 1 and columns count Unicode code points, as in
// package diagnostic. A byte order mark at the start of a file is passed over
// and has no column.
package source

import (
	"bytes"
	"encoding/json"
	"strings"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/readfile"
)

// Limits bound what Parse will take on. Every field has to be set: a zero allows
// nothing.
type Limits struct {
	// Bytes is the most bytes a file may have.
	Bytes int
	// Depth is how many lists and mappings may stand inside one another; a file
	// with one mapping of plain values has depth 1.
	Depth int
	// Nodes is how many keys, values, lists and mappings a file may hold.
	Nodes int
}

// RuleLimits returns the limits for what policy authors write. The largest rule
// files run to some tens of kilobytes and nest about eight deep, scenarios with a
// case inside them a little deeper; the limits leave ample room and still keep a
// hostile file to a fraction of a second.
func RuleLimits() Limits {
	return Limits{Bytes: 1 << 20, Depth: 32, Nodes: 100_000}
}

// CaseLimits returns the limits for cases, which come from outside and may arrive
// many at a time. A case nests about six deep; one that states five hundred facts
// with ten pieces of evidence each has under fifty thousand nodes.
func CaseLimits() Limits {
	return Limits{Bytes: 1 << 20, Depth: 16, Nodes: 50_000}
}

// Document is a file that was read.
type Document struct {
	// File is the text, for places and diagnostics.
	File *File
	// Root is the content of the file: usually a mapping, never a DocumentNode.
	Root *yaml.Node
	// JSON is whether the text was read as JSON.
	JSON bool
}

// Parse reads one YAML or JSON file. The name is used in diagnostics; a name that
// ends in .json, or valid JSON that starts with a brace, is read as JSON and
// anything else as YAML. The tree has the same shape either way: JSON text comes
// out as double-quoted scalars with the tag !!str, numbers as plain scalars with
// their source text.
//
// The document is nil where nothing useful can be said about the content. Where
// it is not nil but the list has errors, the tree may be looked at to find
// further faults, but must not be acted on: it may hold aliases, tags or the same
// key twice, all of which are in the list.
//
// Parse does not panic, and its cost is bounded by the limits, whatever the bytes.
func Parse(name string, data []byte, lim Limits) (*Document, diagnostic.List) {
	if len(data) > lim.Bytes {
		return nil, diagnostic.List{*readfile.TooLarge(name, lim.Bytes)}
	}
	data = bytes.TrimPrefix(data, []byte(byteOrderMark))
	f := NewFile(name, data)
	isJSON := looksLikeJSON(name, data)
	f.json = isJSON
	if fault, ok := f.checkText(data, isJSON); !ok {
		return nil, diagnostic.List{fault}
	}
	var faults Faults
	var root *yaml.Node
	if isJSON {
		root = f.parseJSON(data, lim, &faults)
	} else {
		root = f.parseYAML(data, &faults)
	}
	if root == nil {
		return nil, faults.List()
	}
	f.root = root
	c := checker{file: f, limits: lim, faults: &faults, isJSON: isJSON, reported: map[int]bool{}}
	if !c.visit(root, 0) {
		return nil, faults.List()
	}
	return &Document{File: f, Root: root, JSON: isJSON}, faults.List()
}

const byteOrderMark = "\uFEFF"

func looksLikeJSON(name string, data []byte) bool {
	if strings.HasSuffix(strings.ToLower(name), ".json") {
		return true
	}
	trimmed := bytes.TrimLeft(data, " \t\r\n")
	return len(trimmed) > 0 && trimmed[0] == '{' && json.Valid(data)
}

// empty is the fault of a file that holds nothing. It has no place.
func (f *File) empty() diagnostic.Diagnostic {
	return f.Diagnostic(diagnostic.Empty, diagnostic.Position{}, diagnostic.Position{},
		"the file holds nothing", "write its content, or delete the file")
}
