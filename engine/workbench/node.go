package workbench

import (
	"bytes"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// scalar is a word, a number or a date in the text of a case. It stands there as it is.
func scalar(s string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Value: s} }

// words is a text in the text of a case. It stands in quotation marks where it could be taken for anything else.
func words(s string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s} }

// list is a list of words in one line.
func list(values []string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
	for _, v := range values {
		n.Content = append(n.Content, scalar(v))
	}
	return n
}

// mapping is a mapping in one line: key and value, in turn, or empty.
func mapping(pair ...any) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle}
	for _, p := range pair {
		switch p := p.(type) {
		case string:
			n.Content = append(n.Content, scalar(p))
		case *yaml.Node:
			n.Content = append(n.Content, p)
		}
	}
	return n
}

// at is the value of a key; nil if the node has none.
func at(n *yaml.Node, key string) *yaml.Node {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// tail are the keys that stand behind the facts of a case, in order.
var tail = []string{"explored", "evidence", "done", "judgement", "each", "children"}

// put gives a key a value; nil takes the key away. A new key stands last, but before what belongs behind it.
func put(n *yaml.Node, key string, value *yaml.Node) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value != key {
			continue
		}
		if value == nil {
			n.Content = slices.Delete(n.Content, i, i+2)
		} else {
			n.Content[i+1] = value
		}
		return
	}
	if value == nil {
		return
	}
	to := len(n.Content)
	for i := 0; i+1 < len(n.Content); i += 2 {
		if slices.Index(tail, n.Content[i].Value) > slices.Index(tail, key) {
			to = i
			break
		}
	}
	n.Content = slices.Insert(n.Content, to, words(key), value)
}

// within is the mapping at a key, which is made if it is not there.
func within(n *yaml.Node, key string) *yaml.Node {
	if v := at(n, key); v != nil && v.Kind == yaml.MappingNode {
		if len(v.Content) == 0 {
			v.Style = 0 // it was written as {}
		}
		return v
	}
	v := &yaml.Node{Kind: yaml.MappingNode}
	put(n, key, v)
	return v
}

// written is a node in one line of YAML.
func written(n *yaml.Node) string {
	flow := *n
	flow.Style = yaml.FlowStyle
	b, err := yaml.Marshal(&flow)
	if err != nil {
		return ""
	}
	return strings.Join(strings.Fields(string(b)), " ")
}

// inBlocks takes away how a file in JSON was written, so that it can be read as YAML.
func inBlocks(n *yaml.Node) {
	n.Style = 0
	for _, c := range n.Content {
		inBlocks(c)
	}
}

// text is a document as the text of a case file.
func text(n *yaml.Node) (string, error) {
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(n); err != nil {
		return "", err
	}
	return b.String(), e.Close()
}
