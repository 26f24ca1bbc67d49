package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
)

// parseJSON reads a JSON file into the tree that YAML would give, or reports why
// it cannot.
func (f *File) parseJSON(data []byte, lim Limits, faults *Faults) *yaml.Node {
	if len(bytes.TrimLeft(data, " \t\r\n")) == 0 {
		faults.Add(f.empty())
		return nil
	}
	// The whole text is checked first, so that the token stream below, whose errors
	// are less exact, meets none.
	var whole json.RawMessage
	if err := json.Unmarshal(data, &whole); err != nil {
		faults.Add(f.explainJSON(data, err, lim))
		return nil
	}
	b := builder{file: f, limits: lim, faults: faults, data: data, tokens: json.NewDecoder(bytes.NewReader(data)), line: 1, column: 1}
	b.tokens.UseNumber()
	root, err := b.value(0)
	if err != nil {
		if !errors.Is(err, errLimit) {
			faults.Add(f.explainJSON(data, err, lim))
		}
		return nil
	}
	return root
}

// errLimit stops a builder that has reported going over a limit.
var errLimit = errors.New("over a limit")

// builder makes a tree from JSON tokens.
type builder struct {
	file   *File
	limits Limits
	faults *Faults
	data   []byte
	tokens *json.Decoder
	nodes  int

	byte, line, column int // how far the text has been counted
}

// value reads the next value, which stands inside depth collections.
func (b *builder) value(depth int) (*yaml.Node, error) {
	token, n, err := b.next()
	if err != nil {
		return nil, err
	}
	switch v := token.(type) {
	case json.Delim:
		return n, b.collection(n, v, depth+1)
	case string:
		n.Tag, n.Style, n.Value = "!!str", yaml.DoubleQuotedStyle, v
	case json.Number:
		n.Tag, n.Value = numberTag(v.String()), v.String()
	case bool:
		n.Tag, n.Value = "!!bool", strconv.FormatBool(v)
	default:
		n.Tag, n.Value = "!!null", "null"
	}
	return n, nil
}

// collection reads the rest of an array or object up to its closing bracket.
func (b *builder) collection(n *yaml.Node, open json.Delim, depth int) error {
	n.Kind, n.Tag, n.Style = yaml.SequenceNode, "!!seq", yaml.FlowStyle
	if open == '{' {
		n.Kind, n.Tag = yaml.MappingNode, "!!map"
	}
	if depth > b.limits.Depth {
		b.faults.Add(b.file.tooDeep(n, b.limits))
		return errLimit
	}
	for b.tokens.More() {
		child, err := b.value(depth)
		if err != nil {
			return err
		}
		n.Content = append(n.Content, child)
	}
	_, err := b.tokens.Token()
	return err
}

// next returns the next token, and a scalar node without a value at its place.
func (b *builder) next() (json.Token, *yaml.Node, error) {
	start := int(b.tokens.InputOffset())
	for start < len(b.data) && strings.IndexByte(" \t\r\n,:", b.data[start]) >= 0 {
		start++
	}
	token, err := b.tokens.Token()
	if err != nil {
		return nil, nil, err
	}
	b.count(start)
	n := &yaml.Node{Kind: yaml.ScalarNode, Line: b.line, Column: b.column}
	if b.nodes++; b.nodes > b.limits.Nodes {
		b.faults.Add(b.file.tooMany(n, b.limits))
		return nil, nil, errLimit
	}
	return token, n, nil
}

// count brings line and column up to the byte at an offset.
func (b *builder) count(to int) {
	for b.byte < to {
		r, size := utf8.DecodeRune(b.data[b.byte:])
		b.byte += size
		switch {
		case r == '\r' && b.byte < len(b.data) && b.data[b.byte] == '\n':
			// counted with the \n
		case r == '\n' || r == '\r':
			b.line, b.column = b.line+1, 1
		default:
			b.column++
		}
	}
}

// numberTag returns the tag that the YAML parser gives to the same number: whole
// numbers too large for 64 bits are taken for decimals.
func numberTag(text string) string {
	if _, err := strconv.ParseInt(text, 10, 64); err == nil {
		return "!!int"
	}
	if _, err := strconv.ParseUint(text, 10, 64); err == nil {
		return "!!int"
	}
	return "!!float"
}

// explainJSON turns an error of the JSON parser into a diagnostic.
func (f *File) explainJSON(data []byte, err error, lim Limits) diagnostic.Diagnostic {
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) {
		return f.Diagnostic(diagnostic.SyntaxJSON, diagnostic.Position{}, diagnostic.Position{}, "this cannot be read as JSON", "")
	}
	text := syntax.Error()
	at := min(max(int(syntax.Offset)-1, 0), len(data))
	if strings.HasPrefix(text, "unexpected end") {
		at = len(bytes.TrimRight(data, " \t\r\n"))
	}
	offset := utf8.RuneCount(data[:at])
	var message, remedy string
	switch r := f.rune(offset); {
	case strings.Contains(text, "exceeded max depth"):
		return f.tooDeep(f.nodeAt(offset), lim)
	case strings.HasPrefix(text, "unexpected end"):
		message, remedy = "the file ends too soon", "close every quote and bracket that was opened"
	case strings.Contains(text, "after top-level value"):
		message, remedy = "there is more text after the end of the content", "delete it; a JSON file holds one value"
	case (r == '}' || r == ']') && f.lastVisible(offset) == ',':
		message, remedy = "there is a comma before a closing bracket", "delete the comma"
	case r == '\'':
		message, remedy = "JSON text needs double quotes, not single quotes", "write double quotes"
	case r == '/' || r == '#':
		message, remedy = "JSON has no comments", "delete the comment"
	case strings.Contains(text, "object key string"):
		message, remedy = "a key in double quotes is expected here", "put the key in double quotes"
	case strings.Contains(text, "after object key:value pair"), strings.Contains(text, "after array element"):
		message, remedy = "a comma or a closing bracket is expected here", "put a comma between the entries"
	case strings.Contains(text, "after object key"):
		message, remedy = "a colon is expected between key and value", "put a colon after the key"
	case strings.Contains(text, "in string literal"):
		message = "a text in quotes cannot contain a line end or a tab"
		remedy = `write \n for a line end and \t for a tab, or close the quotes`
	case strings.Contains(text, "escape"):
		message, remedy = "this is not an escape that JSON knows", `write \\ for a backslash`
	default:
		message, remedy = fmt.Sprintf("a value is expected here, and %q does not start one", r), "put text in double quotes"
	}
	return f.between(diagnostic.SyntaxJSON, offset, f.next(offset), message, remedy)
}

// nodeAt returns a node to stand for a place.
func (f *File) nodeAt(offset int) *yaml.Node {
	p := f.position(offset)
	return &yaml.Node{Kind: yaml.ScalarNode, Line: p.Line, Column: p.Column}
}

// lastVisible returns the last character before an offset that is not white
// space, or 0.
func (f *File) lastVisible(offset int) rune {
	return f.rune(f.before(offset))
}

// before returns the offset of the last visible character before an offset, or -1.
func (f *File) before(offset int) int {
	i := min(offset, len(f.text)) - 1
	for i >= 0 && isWhite(f.text[i]) {
		i--
	}
	return i
}
