package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"
)

// inYAML writes a report as YAML: the same data as JSON, with keys in the same order.
// Text that some reader of YAML might take for something else, such as "no",
// "012" or a date, is quoted.
func inYAML[T any](w io.Writer, report T, _ Options) error {
	data, err := encode(report)
	if err != nil {
		return err
	}
	// The JSON is read token by token rather than as YAML, though JSON is nearly
	// YAML: only so does every text come through as it was.
	in := json.NewDecoder(bytes.NewReader(data))
	in.UseNumber()
	node, err := nodeOf(in)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	out := yaml.NewEncoder(&b)
	out.SetIndent(2)
	if err := out.Encode(node); err != nil {
		return fmt.Errorf("the report cannot be written as YAML: %w", err)
	}
	if err := out.Close(); err != nil {
		return err
	}
	_, err = w.Write(b.Bytes())
	return err
}

// nodeOf reads one JSON value as a YAML node.
func nodeOf(in *json.Decoder) (*yaml.Node, error) {
	token, err := in.Token()
	if err != nil {
		return nil, err
	}
	switch t := token.(type) {
	case json.Delim:
		node := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
		if t == '[' {
			node = &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
		}
		for in.More() { // the keys of an object come as values of their own
			child, err := nodeOf(in)
			if err != nil {
				return nil, err
			}
			node.Content = append(node.Content, child)
		}
		_, err = in.Token() // the closing bracket
		return node, err
	case string:
		return textNode(t), nil
	case json.Number:
		return &yaml.Node{Kind: yaml.ScalarNode, Value: t.String()}, nil
	case bool:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: fmt.Sprint(t)}, nil
	}
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Value: "null"}, nil
}

// textNode is a text, quoted where it is not plain words.
func textNode(s string) *yaml.Node {
	node := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s}
	if !plain(s) {
		node.Style = yaml.DoubleQuotedStyle
	}
	return node
}

// plain reports whether s is text to every reader of YAML, of whatever version:
// it starts with a letter, holds no control character, and is none of the words
// that one version or another reads as a truth value or as nothing.
func plain(s string) bool {
	switch strings.ToLower(s) {
	case "", "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf":
		return false
	}
	for i, c := range s {
		if i == 0 && !unicode.IsLetter(c) {
			return false
		}
		if !unicode.IsPrint(c) {
			return false
		}
	}
	return true
}
