package source

import (
	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
)

// Snippet is the text of a scalar, with the place in the file of each of its
// characters. It never changes and may be shared between goroutines.
type Snippet struct {
	// Text is the decoded value: quotes, escapes and indentation are gone, and
	// lines are joined as the style of the scalar has it.
	Text string

	file *File
	at   []int // the offset of each rune of Text, and of its end
}

// Snippet returns the text of a scalar node and where it stands. For any other
// node the text is empty.
func (f *File) Snippet(n *yaml.Node) *Snippet {
	if n.Kind != yaml.ScalarNode {
		return &Snippet{file: f, at: []int{f.offset(n.Line, n.Column)}}
	}
	return &Snippet{Text: n.Value, file: f, at: f.trace(n).at}
}

// Position returns where in the file a character of Text stands. The number of the
// character counts code points from 0; the length of Text stands for its end. A number
// outside the text is taken for the nearest one within it.
//
// An escape such as \n or ” has the place of its first character. White space
// that came about by joining lines has no character of its own in the file; its
// place is the end of the line before.
func (s *Snippet) Position(number int) diagnostic.Position {
	return s.file.position(s.at[min(max(number, 0), len(s.at)-1)])
}
