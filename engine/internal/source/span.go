package source

import (
	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
)

// Span returns where a node's own text starts, and one past where it ends.
//
// For a scalar that is all of its text: the quotes are part of it, the indicator
// of a block (| or >) is not unless the block is empty. For a list or mapping in
// brackets it is everything up to the closing bracket. For any other list or
// mapping it is what is left of its first line, which is enough to show a reader
// which one is meant.
func (f *File) Span(n *yaml.Node) (start, end diagnostic.Position) {
	from, to := f.span(n)
	return f.position(from), f.position(to)
}

func (f *File) span(n *yaml.Node) (start, end int) {
	start = f.offset(n.Line, n.Column)
	switch {
	case n.Kind == yaml.ScalarNode && n.Style&yaml.TaggedStyle == 0:
		if end, ok := f.asWritten(n, start); ok {
			return start, end
		}
		t := f.trace(n)
		return t.start, t.end
	case n.Kind == yaml.MappingNode || n.Kind == yaml.SequenceNode:
		if n.Style&yaml.FlowStyle != 0 {
			return start, f.bracketEnd(n)
		}
		end = f.lineEnd(start)
		for end > start && isBlank(f.rune(end-1)) {
			end--
		}
		return start, max(end, f.next(start))
	}
	return start, f.wordEnd(start)
}

// asWritten returns where a scalar without quotation marks ends, if the source has it as its value is: then nothing has to be traced.
func (f *File) asWritten(n *yaml.Node, start int) (end int, ok bool) {
	if n.Style != 0 || n.Value == "" {
		return 0, false
	}
	end = start
	for _, r := range n.Value {
		if f.rune(end) != r {
			return 0, false
		}
		end++
	}
	return end, !isWhite(f.rune(end - 1))
}

// bracketEnd returns the offset after the closing bracket of a collection, or
// after its last entry where that does not follow as expected.
func (f *File) bracketEnd(n *yaml.Node) int {
	end := f.offset(n.Line, n.Column) + 1
	if k := len(n.Content); k > 0 {
		_, last := f.span(n.Content[k-1])
		end = max(end, last)
	}
	for i := end; i < len(f.text); i++ {
		switch r := f.text[i]; {
		case r == ']' || r == '}':
			return i + 1
		case r == '#':
			i = f.lineEnd(i) - 1
		case r != ',' && r != ':' && !isWhite(r):
			return end
		}
	}
	return min(end, len(f.text))
}

// CommentCut reports whether a plain scalar is followed by a comment on its last
// line, as in
//
//	when: a # b
//
// which YAML reads as "a". In a title that is a comment; in an expression it is
// nearly always a mistake, and one that changes what the expression means.
func (f *File) CommentCut(n *yaml.Node) bool {
	if n.Kind != yaml.ScalarNode || n.Style != 0 {
		return false
	}
	start, end := f.span(n)
	i := end
	for isBlank(f.rune(i)) {
		i++
	}
	return end > start && i > end && f.rune(i) == '#'
}
