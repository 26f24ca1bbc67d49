package source

import (
	"fmt"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
)

// checker goes through a parsed tree for what is not allowed in any file.
type checker struct {
	file   *File
	limits Limits
	faults *Faults
	isJSON bool
	nodes  int
	// reported holds the offsets at which a tag or anchor was reported: a mapping
	// starts where its first key does, and one mark would count for both.
	reported map[int]bool
}

// visit checks a node that stands inside depth collections, and everything in it.
// It returns false where the tree is over a limit and no further use.
func (c *checker) visit(n *yaml.Node, depth int) bool {
	if c.nodes++; c.nodes > c.limits.Nodes {
		c.faults.Add(c.file.tooMany(n, c.limits))
		return false
	}
	if !c.isJSON {
		c.properties(n)
	}
	if n.Kind != yaml.MappingNode && n.Kind != yaml.SequenceNode {
		return true
	}
	if depth++; depth > c.limits.Depth {
		c.faults.Add(c.file.tooDeep(n, c.limits))
		return false
	}
	if n.Kind == yaml.MappingNode {
		c.keys(n)
	}
	for _, child := range n.Content {
		if !c.visit(child, depth) {
			return false
		}
	}
	return true
}

func (f *File) tooDeep(n *yaml.Node, lim Limits) diagnostic.Diagnostic {
	start := f.offset(n.Line, n.Column)
	d := f.between(diagnostic.TooDeep, start, f.next(start),
		fmt.Sprintf("this is nested more than %d deep", lim.Depth), "use fewer levels of lists and mappings")
	d.Pointer = f.pointer(n)
	return d
}

func (f *File) tooMany(n *yaml.Node, lim Limits) diagnostic.Diagnostic {
	start := f.offset(n.Line, n.Column)
	return f.between(diagnostic.TooLarge, start, f.next(start),
		fmt.Sprintf("the file holds more than %d keys and values", lim.Nodes),
		"split the file, or leave out what is not needed")
}

// properties reports the tag, anchor or alias of a node. The text is looked at as
// well as the node: yaml.v3 drops the tag "!", so that "! a" would read as "a".
func (c *checker) properties(n *yaml.Node) {
	if c.faults.Full() {
		return
	}
	start := c.file.offset(n.Line, n.Column)
	if c.reported[start] {
		return
	}
	mark := c.file.rune(start)
	add := func(d diagnostic.Diagnostic) {
		d.Pointer = c.file.pointer(n)
		c.faults.Add(d)
	}
	switch {
	case n.Kind == yaml.AliasNode:
		add(c.file.alias(start, "an alias"))
	case n.Anchor != "" || mark == '&':
		add(c.file.between(diagnostic.Alias, start, c.file.wordEnd(start),
			"a value that starts with & is an anchor to YAML, and anchors are not allowed",
			"write the value out in full wherever it is needed; put text that starts with & in single quotes"))
	case n.Kind == yaml.ScalarNode && n.Tag == "!!merge":
		add(c.file.between(diagnostic.Alias, start, c.file.wordEnd(start),
			"<< merges one mapping into another, and that is not allowed",
			"write the keys out in full"))
	case n.Style&yaml.TaggedStyle != 0 || mark == '!':
		add(c.file.tagged(start))
	default:
		return
	}
	c.reported[start] = true
}

// keys reports keys that are not single words or texts, and keys that are there
// twice. Keys are compared as they read: 1 and "1" are the same.
func (c *checker) keys(n *yaml.Node) {
	seen := make(map[string]*yaml.Node, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content) && !c.faults.Full(); i += 2 {
		key := n.Content[i]
		if key.Kind == yaml.MappingNode || key.Kind == yaml.SequenceNode {
			c.faults.Add(c.file.At(key, diagnostic.WrongShape,
				"a list or mapping cannot be a key", "write a single word before the colon"))
			continue
		}
		if key.Kind != yaml.ScalarNode || key.Tag == "!!merge" {
			continue
		}
		if first, ok := seen[key.Value]; ok {
			c.faults.Add(c.file.At(key, diagnostic.DuplicateKey,
				fmt.Sprintf("%q is here twice; the first is on line %d", Clip(key.Value), first.Line),
				"keep one of the two"))
			continue
		}
		seen[key.Value] = key
	}
}

// alias is the fault of a value that starts with an asterisk.
func (f *File) alias(start int, what string) diagnostic.Diagnostic {
	return f.between(diagnostic.Alias, start, f.wordEnd(start),
		fmt.Sprintf("a value that starts with * is %s to YAML, and aliases are not allowed", what),
		"write the value out in full; put text that starts with * in single quotes")
}

// tagged is the fault of a value that starts with an exclamation mark. To an
// author it is nearly always an expression that starts with "not".
func (f *File) tagged(start int) diagnostic.Diagnostic {
	return f.between(diagnostic.Tag, start, f.wordEnd(start),
		"a value that starts with ! is a tag to YAML, and what it says would be lost", f.blockRemedy(start))
}

// wordEnd returns the end of the run of visible characters at an offset, and at
// least one past the offset unless the line ends there.
func (f *File) wordEnd(start int) int {
	end := start
	for end < len(f.text) && !isWhite(f.text[end]) {
		end++
	}
	return max(end, f.next(start))
}

// next returns the offset after the character at an offset, or the offset itself
// where the line ends there.
func (f *File) next(offset int) int {
	return max(offset, min(offset+1, f.lineEnd(offset)))
}
