package source

import (
	"strconv"

	"gopkg.in/yaml.v3"
)

// trace is where a scalar's text stands in the file.
type trace struct {
	start, end int   // the scalar's own text; see Span
	at         []int // the offset of each rune of the value, and of its end
}

// trace finds the places of a scalar's value by walking the value and the source
// text together. Whatever its style, every visible character of the value stands
// in the source in the same order, as itself or as an escape; only white space
// differs. So nothing here has to know how each style joins lines or treats
// indentation.
func (f *File) trace(n *yaml.Node) trace {
	start := f.offset(n.Line, n.Column)
	style := n.Style &^ yaml.TaggedStyle
	value := []rune(n.Value)
	t := trace{start: start, end: start, at: make([]int, len(value)+1)}

	last := f.body(start, style) // one past what was last matched
	first := -1                  // what was first matched
	next, ok := f.unit(last, style)
	gap := 0 // white space seen since last
	white := func() int {
		return min(last+gap, next.at, f.lineEnd(last))
	}
	for k, r := range value {
		for ok && next.escape && isWhite(next.r) && !isWhite(r) {
			last, gap = next.end, 0
			next, ok = f.unit(next.end, style)
		}
		// White space is taken from the source as it stands before an escape for
		// white space is used up.
		taken := isWhite(r) && !(next.escape && last+gap >= min(next.at, f.lineEnd(last)))
		if taken || !ok || next.r != r {
			t.at[k] = white()
			if isWhite(r) {
				gap++
			}
			continue
		}
		if first < 0 {
			first = next.at
		}
		t.at[k] = next.at
		last, gap = next.end, 0
		next, ok = f.unit(next.end, style)
	}
	t.at[len(value)] = white()

	switch style {
	case yaml.SingleQuotedStyle, yaml.DoubleQuotedStyle:
		for ok {
			next, ok = f.unit(next.end, style)
		}
		t.end = min(next.at+1, len(f.text))
	case yaml.LiteralStyle, yaml.FoldedStyle:
		if t.start, t.end = first, last; first < 0 {
			// All that there is to point at is the indicator.
			t.start, t.end = start, f.wordEnd(start)
			for k := range t.at {
				t.at[k] = start
			}
		}
	default:
		t.end = last
	}
	return t
}

// body returns where the content of a scalar starts: after the opening quote, or
// after the line that a block's indicator is on.
func (f *File) body(start int, style yaml.Style) int {
	switch style {
	case yaml.SingleQuotedStyle, yaml.DoubleQuotedStyle:
		return min(start+1, len(f.text))
	case yaml.LiteralStyle, yaml.FoldedStyle:
		return f.afterBreak(f.lineEnd(start))
	}
	return start
}

// unit is one visible character of a scalar as the source has it.
type unit struct {
	r       rune
	at, end int  // its place, which for an escape is all of the escape
	escape  bool // whether it was written as an escape
}

// unit returns the first visible character at or after an offset. At the closing
// quote or the end of the text ok is false, and unit.at says where that is.
func (f *File) unit(i int, style yaml.Style) (u unit, ok bool) {
	for ; i < len(f.text); i++ {
		r := f.text[i]
		switch {
		case isWhite(r):
			continue
		case r == '"' && style == yaml.DoubleQuotedStyle:
			return unit{at: i}, false
		case r == '\'' && style == yaml.SingleQuotedStyle:
			if f.rune(i+1) != '\'' {
				return unit{at: i}, false
			}
			return unit{r: r, at: i, end: i + 2}, true
		case r == '\\' && style == yaml.DoubleQuotedStyle:
			if next := f.afterBreak(i + 1); next > i+1 {
				i = next - 1 // the line goes on in the next one
				continue
			}
			decoded, end := f.escape(i)
			return unit{r: decoded, at: i, end: end, escape: true}, true
		}
		return unit{r: r, at: i, end: i + 1}, true
	}
	return unit{at: len(f.text)}, false
}

// escape decodes the escape that starts with the backslash at i, as YAML or JSON
// has it, and returns the offset after it.
func (f *File) escape(i int) (r rune, end int) {
	end = min(i+2, len(f.text))
	c := f.rune(i + 1)
	switch c {
	case 'x':
		return f.hex(end, 2)
	case 'u':
		return f.utf16(end)
	case 'U':
		return f.hex(end, 8)
	}
	if decoded, ok := simpleEscape(c); ok {
		return decoded, end
	}
	return c, end
}

// simpleEscape returns what a backslash and one letter stand for where that is
// not the letter itself.
func simpleEscape(c rune) (rune, bool) {
	switch c {
	case '0':
		return 0, true
	case 'a':
		return '\a', true
	case 'b':
		return '\b', true
	case 't':
		return '\t', true
	case 'n':
		return '\n', true
	case 'v':
		return '\v', true
	case 'f':
		return '\f', true
	case 'r':
		return '\r', true
	case 'e':
		return 0x1B, true
	case 'N':
		return 0x85, true
	case '_':
		return 0xA0, true
	case 'L':
		return 0x2028, true
	case 'P':
		return 0x2029, true
	}
	return 0, false
}

// hex reads so many hexadecimal digits.
func (f *File) hex(i, digits int) (r rune, end int) {
	end = min(i+digits, len(f.text))
	n, err := strconv.ParseInt(string(f.text[min(i, end):end]), 16, 32)
	if err != nil {
		return '\uFFFD', end
	}
	return rune(n), end
}

// utf16 reads the four digits after \u and, for the first half of a surrogate
// pair, the second half. JSON writes characters beyond U+FFFF in this way; a half
// on its own stands for no character.
func (f *File) utf16(i int) (r rune, end int) {
	high, end := f.hex(i, 4)
	if high < 0xD800 || high > 0xDFFF {
		return high, end
	}
	if high < 0xDC00 && f.rune(end) == '\\' && f.rune(end+1) == 'u' {
		if low, lowEnd := f.hex(end+2, 4); low >= 0xDC00 && low <= 0xDFFF {
			return (high-0xD800)<<10 + (low - 0xDC00) + 0x10000, lowEnd
		}
	}
	return '\uFFFD', end
}
