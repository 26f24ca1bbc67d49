package source

import (
	"bytes"
	"sort"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
)

// File is the text of one file and the name it was read under. It never changes
// after it is made and may be shared between goroutines.
type File struct {
	// Name is what diagnostics call the file.
	Name string

	text   []rune
	starts []int // where in text each line starts; never empty

	// root is the content, where Parse read it, and json whether it was read as JSON.
	root *yaml.Node
	json bool
}

// JSON reports whether the text was read as JSON.
func (f *File) JSON() bool { return f.json }

// NewFile returns the file with this name and content, without reading what is in
// it. Parse does this itself; NewFile is for diagnostics about a file that cannot
// be parsed or need not be.
func NewFile(name string, data []byte) *File {
	f := &File{Name: name, text: []rune(string(data)), starts: make([]int, 1, bytes.Count(data, []byte{'\n'})+2)}
	for i := 0; i < len(f.text); i++ {
		if f.text[i] != '\n' && f.text[i] != '\r' {
			continue
		}
		next := f.afterBreak(i)
		f.starts = append(f.starts, next)
		i = next - 1
	}
	return f
}

// Line returns the text of line n, counted from 1, without its line end. It is
// empty where there is no such line.
func (f *File) Line(n int) string {
	if n < 1 || n > len(f.starts) {
		return ""
	}
	start := f.starts[n-1]
	return string(f.text[start:f.lineEnd(start)])
}

// longestSource is the longest line that is repeated in a diagnostic. A hostile
// file may hold a megabyte on one line, and each of its faults would carry it.
const longestSource = 16 << 10

// Diagnostic returns an error in this file from start up to end, which is one past
// the last character. The source line is left out where it is too long to be of
// use to a reader (over 16,384 characters).
func (f *File) Diagnostic(code diagnostic.Code, start, end diagnostic.Position, message, remedy string) diagnostic.Diagnostic {
	d := diagnostic.Diagnostic{
		File:     f.Name,
		Start:    start,
		End:      end,
		Severity: diagnostic.Error,
		Code:     code,
		Message:  message,
		Remedy:   remedy,
	}
	if n := start.Line; n >= 1 && n <= len(f.starts) {
		if from := f.starts[n-1]; f.lineEnd(from)-from <= longestSource {
			d.Source = f.Line(n)
		}
	}
	return d
}

// At returns an error that spans the node, with its pointer; see Span. Without a node it is an error of the
// file as a whole.
func (f *File) At(n *yaml.Node, code diagnostic.Code, message, remedy string) diagnostic.Diagnostic {
	if n == nil {
		return f.Diagnostic(code, diagnostic.Position{}, diagnostic.Position{}, message, remedy)
	}
	start, end := f.Span(n)
	d := f.Diagnostic(code, start, end, message, remedy)
	d.Pointer = f.pointer(n)
	return d
}

// between returns an error from one offset up to another.
func (f *File) between(code diagnostic.Code, start, end int, message, remedy string) diagnostic.Diagnostic {
	return f.Diagnostic(code, f.position(start), f.position(end), message, remedy)
}

// offset returns where in the text a line and column are, and the nearest place
// there is where the text has no such line or column.
func (f *File) offset(line, column int) int {
	if line < 1 {
		return 0
	}
	if line > len(f.starts) {
		return len(f.text)
	}
	start := f.starts[line-1]
	return min(max(start+column-1, start), f.lineEnd(start))
}

// position is the reverse of offset. Within a \r\n it is the end of the line.
func (f *File) position(offset int) diagnostic.Position {
	offset = min(max(offset, 0), len(f.text))
	offset = min(offset, f.lineEnd(offset))
	line := f.lineOf(offset)
	return diagnostic.Position{Line: line, Column: offset - f.starts[line-1] + 1}
}

// lineOf returns the number of the line that an offset is on.
func (f *File) lineOf(offset int) int {
	return sort.SearchInts(f.starts, offset+1)
}

// lineEnd returns the offset of the line break that ends the line that the offset
// is on, or of the end of the text.
func (f *File) lineEnd(offset int) int {
	line := f.lineOf(offset)
	if line == len(f.starts) {
		return len(f.text)
	}
	end := f.starts[line] - 1
	if end > f.starts[line-1] && f.text[end] == '\n' && f.text[end-1] == '\r' {
		end--
	}
	return end
}

// afterBreak returns the offset after the line break at i, or i itself where
// there is none. A line ends with \n, \r\n or \r, as YAML has it.
func (f *File) afterBreak(i int) int {
	switch f.rune(i) {
	case '\n':
		return i + 1
	case '\r':
		if f.rune(i+1) == '\n' {
			return i + 2
		}
		return i + 1
	}
	return i
}

// rune returns the character at an offset, or 0 outside the text.
func (f *File) rune(i int) rune {
	if i < 0 || i >= len(f.text) {
		return 0
	}
	return f.text[i]
}

// isBlank reports whether r is what YAML takes for space within a line. Other
// kinds of space are content.
func isBlank(r rune) bool { return r == ' ' || r == '\t' }

// isWhite reports whether r is a blank or part of a line break.
func isWhite(r rune) bool { return isBlank(r) || r == '\n' || r == '\r' }
