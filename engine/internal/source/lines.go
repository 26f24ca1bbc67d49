package source

import (
	"fmt"
	"strings"
)

// What follows looks at a line as text, for files that are not YAML and have no
// tree. It need only be right often enough to choose the words of a message.

// indentation returns where the line that an offset is on starts, and where its
// first character other than a blank is.
func (f *File) indentation(offset int) (start, content int) {
	start = f.starts[f.lineOf(min(offset, len(f.text)))-1]
	content = start
	for isBlank(f.rune(content)) {
		content++
	}
	return start, content
}

// entry returns the key on the line that an offset is on and where its value
// starts, or -1 where the line has no value. A list entry without a key has an
// empty key.
func (f *File) entry(offset int) (key string, value int) {
	_, i := f.indentation(offset)
	end := f.lineEnd(i)
	listed := false
	for f.rune(i) == '-' && isBlank(f.rune(i+1)) {
		listed = true
		for i++; isBlank(f.rune(i)); i++ {
		}
	}
	if from, to, ok := f.key(i, end); ok {
		for i = to + 1; i < end && isBlank(f.rune(i)); i++ {
		}
		if i == end {
			return "", -1
		}
		return string(f.text[from:to]), i
	}
	if listed && i < end {
		return "", i
	}
	return "", -1
}

// key returns where a key that starts at i ends, which is where its colon is.
func (f *File) key(i, end int) (from, to int, ok bool) {
	if quote := f.rune(i); quote == '"' || quote == '\'' {
		for j := i + 1; j < end; j++ {
			if f.text[j] == quote {
				return i, j + 1, f.rune(j+1) == ':'
			}
		}
		return 0, 0, false
	}
	for j := i; j < end; j++ {
		switch r := f.text[j]; {
		case r == ':' && (j+1 == end || isBlank(f.text[j+1])):
			return i, j, j > i
		case r == '#' && j > i && isBlank(f.text[j-1]), r == '"', r == '[', r == '{':
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// startsEntry reports whether a key or list entry starts at an offset.
func (f *File) startsEntry(offset int) bool {
	if _, content := f.indentation(offset); content != offset {
		return false
	}
	if f.rune(offset) == '-' && isWhite(f.rune(offset+1)) {
		return true
	}
	_, _, ok := f.key(offset, f.lineEnd(offset))
	return ok
}

// valueOf returns where the value starts that an offset is part of: on its own
// line or, for one that takes several lines, on the nearest line above that has a
// key or a dash. It is -1 where there is none.
func (f *File) valueOf(offset int) int {
	if offset < 0 {
		return -1
	}
	for line := f.lineOf(offset); line >= 1; line-- {
		if _, value := f.entry(f.starts[line-1]); value >= 0 && value <= offset {
			return value
		}
	}
	_, content := f.indentation(0)
	return content
}

// commentOn returns where the comment on a line starts, or -1. Quotes are not
// looked at.
func (f *File) commentOn(line int) int {
	start := f.starts[line-1]
	for i := start; i < f.lineEnd(start); i++ {
		if f.text[i] == '#' && (i == start || isBlank(f.text[i-1])) {
			return i
		}
	}
	return -1
}

// blockRemedy says how to write the value that starts at an offset so that YAML
// leaves it alone.
func (f *File) blockRemedy(value int) string {
	key, start := f.entry(value)
	if start != value || value < 0 {
		return "put the whole value in single quotes"
	}
	head := key + ": |"
	if key == "" {
		head = "- |"
	}
	remedy := fmt.Sprintf("write %q and put the value on the next line, indented by two more spaces", Clip(head))
	if rest := string(f.text[value:f.lineEnd(value)]); strings.Contains(rest, "'") {
		return remedy // quotes within quotes are more than a remedy should explain
	}
	return remedy + "; or put the whole value in single quotes"
}
