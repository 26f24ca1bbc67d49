package shape

import (
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/english"
	"windscreen/engine/internal/pattern"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

func (t *Text) read(d *decoder, n *yaml.Node, s slot) {
	if text, ok := d.text(n, s); ok {
		*t = Text{text, n}
	}
}

func (i *Int) read(d *decoder, n *yaml.Node, s slot) {
	if value, ok := d.whole(n, s); ok {
		*i = Int{value, n}
	}
}

func (b *Bool) read(d *decoder, n *yaml.Node, s slot) {
	if value, ok := d.truth(n, s); ok {
		*b = Bool{value, n}
	}
}

// read takes any value that is there. A null that is written out is a value: what
// it means is for the reader who knows the type.
func (a *Any) read(d *decoder, n *yaml.Node, s slot) {
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" && n.Value == "" {
		d.missing(n, s)
		return
	}
	a.Node = n
}

// read takes a list, or a word that stands for one.
func (v *Values[T]) read(d *decoder, n *yaml.Node, s slot) {
	if word, ok := term.TableOf[T]().Of(n.Value); ok && n.Kind == yaml.ScalarNode {
		v.Word = Word[T]{word, n}
		return
	}
	d.list(n, reflect.ValueOf(&v.List).Elem(), s)
}

// read takes a word of the list.
func (w *Word[T]) read(d *decoder, n *yaml.Node, s slot) {
	text, ok := d.text(n, s)
	if !ok {
		return
	}
	word, known := term.TableOf[T]().Of(text)
	if !known {
		words := term.TableOf[T]().Codes()
		remedy := "write " + english.Or(words)
		if near := source.DidYouMean(text, words); near != "" {
			remedy = near + " (" + remedy + ")"
		}
		d.fault(n, diagnostic.NotOneOf, fmt.Sprintf("%s cannot be %s", s.name, quote(text)), remedy)
		return
	}
	*w = Word[T]{word, n}
}

func (e *Expr) read(d *decoder, n *yaml.Node, s slot) {
	const remedy = "write an expression, or true or false"
	if d.missing(n, s) || d.blank(n, s) {
		return
	}
	value, isTruth := truth(n)
	switch {
	case n.Kind != yaml.ScalarNode:
		d.fault(n, diagnostic.WrongShape, fmt.Sprintf("%s must be an expression, but it is %s", s.name, describe(n)),
			"put the expression in single quotes, or in a block: "+
				"| after the key, and the expression on the next line, indented by two more spaces")
	case n.Tag == "!!bool" && !isTruth:
		d.fault(n, diagnostic.WrongType, fmt.Sprintf("%s is written %s", s.name, n.Value), "write "+strings.ToLower(n.Value))
	case n.Tag != "!!str" && !isTruth:
		d.fault(n, diagnostic.WrongType, fmt.Sprintf("%s must be an expression, but it is %s", s.name, describe(n)), remedy)
	case d.file.CommentCut(n):
		d.fault(n, diagnostic.CutShort, fmt.Sprintf("a comment starts here and cuts %s short", s.name),
			"move the comment to its own line above; if the # belongs to the expression, put the whole expression in single quotes")
	case isTruth:
		*e = Expr{Node: n, Bool: &value}
	default:
		*e = Expr{Node: n}
	}
}

// text reads a text, or a number as it is written.
func (d *decoder) text(n *yaml.Node, s slot) (string, bool) {
	if d.missing(n, s) || d.blank(n, s) {
		return "", false
	}
	switch {
	case n.Kind != yaml.ScalarNode:
		d.fault(n, diagnostic.WrongShape, fmt.Sprintf("%s must be a text, but it is %s", s.name, describe(n)),
			"write one word or sentence after the colon; put text that starts with [ or { in single quotes")
		return "", false
	case n.Tag == "!!bool":
		d.fault(n, diagnostic.WrongType, fmt.Sprintf("%s must be a text, but it is %s", s.name, describe(n)),
			fmt.Sprintf("put it in quotes if you mean it as text: '%s'", n.Value))
		return "", false
	}
	return n.Value, true
}

func (*Word[T]) words() []string { return term.TableOf[T]().Codes() }

// blank reports a text with nothing to see in it.
func (d *decoder) blank(n *yaml.Node, s slot) bool {
	if n.Kind != yaml.ScalarNode || strings.TrimSpace(n.Value) != "" {
		return false
	}
	d.fault(n, diagnostic.NoValue, s.name+" is empty", fill(s))
	return true
}

// wholePattern is how a whole number is written. What else YAML takes for one
// reads differently to a person: 012 is ten, 1_0 is ten, 0x1F is thirty-one.
var wholePattern = pattern.New(`^-?(0|[1-9][0-9]*)$`)

// whole reads a whole number.
func (d *decoder) whole(n *yaml.Node, s slot) (int, bool) {
	if d.missing(n, s) {
		return 0, false
	}
	message := fmt.Sprintf("%s must be a whole number, but it is %s", s.name, describe(n))
	code, remedy := diagnostic.WrongType, "write a whole number in digits, such as 3"
	i, err := strconv.Atoi(n.Value)
	switch {
	case n.Kind != yaml.ScalarNode:
		code = diagnostic.WrongShape
	case n.Tag == "!!str" && wholePattern().MatchString(n.Value):
		remedy = "write it without quotes: " + source.Clip(n.Value)
	case n.Tag == "!!int" && !wholePattern().MatchString(n.Value):
		message = fmt.Sprintf("%s is written %s, which is not a plain number", s.name, quote(n.Value))
		if plain := strings.TrimLeft(n.Value, "+0"); wholePattern().MatchString(plain) {
			remedy = "write " + plain
		}
	case wholePattern().MatchString(n.Value) && err != nil:
		message, remedy = s.name+" is too large a number", "write a smaller one"
	case n.Tag == "!!int" && outside(i, s.field):
		message, remedy = fmt.Sprintf("%s cannot be %d", s.name, i), span(s.field)
	case n.Tag == "!!int":
		return i, true
	}
	d.fault(n, code, message, remedy)
	return 0, false
}

func outside(i int, f field) bool {
	return f.lowest != nil && i < *f.lowest || f.most != nil && i > *f.most
}

// span says what numbers are allowed.
func span(f field) string {
	lowest, most := math.MinInt, math.MaxInt
	if f.lowest != nil {
		lowest = *f.lowest
	}
	if f.most != nil {
		most = *f.most
	}
	switch {
	case f.most == nil:
		return fmt.Sprintf("write %d or more", lowest)
	case f.lowest == nil:
		return fmt.Sprintf("write %d or less", most)
	}
	return fmt.Sprintf("write a number from %d to %d", lowest, most)
}

// truth reads true or false.
func (d *decoder) truth(n *yaml.Node, s slot) (bool, bool) {
	if d.missing(n, s) {
		return false, false
	}
	value, ok := truth(n)
	if ok {
		return value, true
	}
	code, message := diagnostic.WrongType, fmt.Sprintf("%s must be true or false, but it is %s", s.name, describe(n))
	if n.Kind != yaml.ScalarNode {
		code = diagnostic.WrongShape
	}
	remedy := "write true or false, without quotes"
	if n.Tag == "!!bool" {
		message, remedy = fmt.Sprintf("%s is written %s", s.name, n.Value), "write "+strings.ToLower(n.Value)
	}
	d.fault(n, code, message, remedy)
	return false, false
}

// truth returns the value of a node that is true or false, written just so.
func truth(n *yaml.Node) (value, ok bool) {
	if n.Kind != yaml.ScalarNode || n.Tag != "!!bool" {
		return false, false
	}
	return n.Value == "true", n.Value == "true" || n.Value == "false"
}

// describe says what a node is, for a message.
func describe(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.SequenceNode:
		return "a list"
	case n.Kind == yaml.MappingNode:
		return "a mapping"
	}
	switch n.Tag {
	case "!!bool":
		return source.Clip(n.Value)
	case "!!int", "!!float":
		return "the number " + source.Clip(n.Value)
	case "!!timestamp":
		return "the date " + source.Clip(n.Value)
	}
	return "the text " + quote(n.Value)
}

func quote(s string) string { return strconv.Quote(source.Clip(s)) }
