package source

import (
	"fmt"
	"strings"

	"windscreen/engine/diagnostic"
)

// syntax turns what the YAML parser says into plain words. Most syntax errors in
// rule files come from an expression written straight after a key, where YAML
// gives its quotes, brackets, colons and marks a meaning of their own; those are
// looked for first, because the parser's own words say nothing of the kind.
func (f *File) syntax(t trouble) diagnostic.Diagnostic {
	for _, trap := range []func(trouble) (diagnostic.Diagnostic, bool){
		f.depthTrap, f.tabTrap, f.spaceTrap, f.openQuoteTrap, f.escapeTrap, f.tagTrap, f.surplusTrap, f.commentTrap,
		f.colonTrap, f.indicatorTrap, f.bracketTrap, f.indentTrap,
	} {
		if d, ok := trap(t); ok {
			return d
		}
	}
	message, remedy := "this is not YAML: "+t.problem, ""
	switch {
	case strings.Contains(t.context, "anchor"), strings.Contains(t.context, "alias"):
		message = "a value cannot start with & or *, which have a special meaning in YAML"
		remedy = f.blockRemedy(t.from)
		return f.between(diagnostic.Syntax, t.from, f.wordEnd(t.from), message, remedy)
	case strings.Contains(t.problem, "node content"):
		message = "a value is expected here"
		remedy = "delete this, or put it in single quotes"
	case strings.Contains(t.problem, "incompatible"), strings.Contains(t.problem, "%"),
		strings.Contains(t.context, "%"), strings.Contains(t.context, "directive"):
		message = "a line that starts with % is an instruction to YAML, and this one is not understood"
		remedy = "delete the line"
	case strings.Contains(t.problem, "document"):
		message = "there is more text after the end of the content"
		remedy = "a file holds one list or mapping; check the indentation of this line"
	}
	return f.between(diagnostic.Syntax, t.at, f.wordEnd(t.at), message, remedy)
}

// token returns where the token starts that the parser could not place. It
// stumbles within the || of "x" || y, which it takes for a block, and after the
// first & of &&, which it takes for an anchor.
func (t trouble) token() int {
	for _, c := range []string{"block scalar", "anchor", "alias"} {
		if strings.Contains(t.context, c) {
			return t.from
		}
	}
	return t.at
}

// depthTrap finds nesting beyond what the YAML parser itself takes on.
func (f *File) depthTrap(t trouble) (diagnostic.Diagnostic, bool) {
	if !strings.Contains(t.problem, "exceeded max depth") {
		return diagnostic.Diagnostic{}, false
	}
	return f.between(diagnostic.TooDeep, t.at, f.next(t.at),
		"this is nested far too deep", "use fewer levels of lists and mappings"), true
}

// tabTrap finds tabs in the indentation.
func (f *File) tabTrap(t trouble) (diagnostic.Diagnostic, bool) {
	at := t.at
	if f.rune(at) != '\t' {
		from, content := f.indentation(at)
		if at = from; at < content {
			for at < content && f.rune(at) != '\t' {
				at++
			}
		}
		if at >= content || strings.Contains(t.context, "quoted") {
			return diagnostic.Diagnostic{}, false
		}
	}
	return f.between(diagnostic.Syntax, at, at+1,
		"there is a tab in the indentation, and YAML allows only spaces there",
		"replace each tab with two spaces"), true
}

// spaceTrap finds no-break spaces in the indentation, as they come in by copying
// from a word processor.
func (f *File) spaceTrap(t trouble) (diagnostic.Diagnostic, bool) {
	here := f.lineOf(t.at)
	for _, line := range []int{here, max(here-1, 1), f.lineOf(t.from)} {
		from, content := f.indentation(f.starts[line-1])
		for i := from; i <= content; i++ {
			if f.rune(i) == '\u00A0' {
				return f.between(diagnostic.Syntax, i, i+1,
					"there is a no-break space in the indentation, and YAML does not read it as a space",
					"replace it with an ordinary space"), true
			}
		}
	}
	return diagnostic.Diagnostic{}, false
}

// openQuoteTrap finds a quote that is never closed.
func (f *File) openQuoteTrap(t trouble) (diagnostic.Diagnostic, bool) {
	if !strings.Contains(t.context, "quoted") || !strings.Contains(t.problem, "unexpected") {
		return diagnostic.Diagnostic{}, false
	}
	return f.between(diagnostic.Syntax, t.from, f.wordEnd(t.from),
		"the quote that opens here is never closed", "close it, or delete it"), true
}

// escapeTrap finds a backslash in double quotes that is not part of an escape.
func (f *File) escapeTrap(t trouble) (diagnostic.Diagnostic, bool) {
	if !strings.Contains(t.context, "quoted") {
		return diagnostic.Diagnostic{}, false
	}
	at := t.at
	if f.rune(at) != '\\' {
		at = max(at-2, t.from) // the parser is past the letter by then
	}
	return f.between(diagnostic.Syntax, at, min(at+2, len(f.text)),
		"this is not an escape that YAML knows",
		`write \\ for a backslash, or put the text in single quotes, where \ has no meaning`), true
}

// tagTrap finds an expression that starts with an exclamation mark, where the
// parser stumbles over what follows.
func (f *File) tagTrap(t trouble) (diagnostic.Diagnostic, bool) {
	for _, at := range []int{t.at, t.from} {
		if _, value := f.entry(at); f.rune(value) == '!' && value <= t.at {
			return f.tagged(value), true
		}
	}
	if strings.Contains(t.context, "tag") || strings.Contains(t.problem, "tag") {
		return f.tagged(t.from), true
	}
	return diagnostic.Diagnostic{}, false
}

// surplusTrap finds a value that starts with a quote or bracket and goes on after
// the closing one.
func (f *File) surplusTrap(t trouble) (diagnostic.Diagnostic, bool) {
	at := t.token()
	before := f.before(at)
	what := ""
	switch f.rune(before) {
	case '"', '\'':
		what = "a value that starts with a quote ends at the closing quote, but there is more text"
	case ']':
		what = "a value that starts with [ is a list and ends at the ], but there is more text"
	case '}':
		what = "a value that starts with { is a mapping and ends at the }, but there is more text"
	}
	opener := f.rune(f.valueOf(before))
	if what == "" || at >= len(f.text) || f.startsEntry(at) || !strings.ContainsRune(`"'[{`, opener) {
		return diagnostic.Diagnostic{}, false
	}
	if strings.ContainsRune("[{", opener) && strings.ContainsRune(`"'`, f.rune(before)) {
		// within the brackets, where a block cannot stand
		return f.between(diagnostic.Syntax, at, f.wordEnd(at), what,
			"put the whole value in the other kind of quotes"), true
	}
	return f.between(diagnostic.Syntax, at, f.wordEnd(at), what, f.blockRemedy(f.valueOf(before))), true
}

// commentTrap finds a comment in the middle of a value that takes several lines.
func (f *File) commentTrap(t trouble) (diagnostic.Diagnostic, bool) {
	from := t.token()
	start, content := f.indentation(from)
	if content != from || f.startsEntry(from) {
		return diagnostic.Diagnostic{}, false
	}
	line := f.lineOf(from) - 1
	for line > 1 && strings.TrimSpace(f.Line(line)) == "" {
		line--
	}
	if line < 1 {
		return diagnostic.Diagnostic{}, false
	}
	above, aboveContent := f.indentation(f.starts[line-1])
	at := f.commentOn(line)
	if at < 0 || aboveContent != at && content-start < aboveContent-above {
		return diagnostic.Diagnostic{}, false
	}
	return f.between(diagnostic.Syntax, at, f.lineEnd(at),
		"a comment ends a value of several lines, so YAML cannot read what follows",
		"move the comment above the key, or put the value in a block: | after the key, and the value from the next line on"), true
}

// colonTrap finds a colon in plain text, and lines that are indented further than
// the value above them allows.
func (f *File) colonTrap(t trouble) (diagnostic.Diagnostic, bool) {
	if !strings.Contains(t.problem, "mapping values are not allowed") {
		return diagnostic.Diagnostic{}, false
	}
	line := f.lineOf(t.at)
	conditional := func(text string) bool {
		return strings.Contains(text, " ? ") || strings.HasSuffix(strings.TrimSpace(text), "?")
	}
	_, value := f.entry(t.at)
	if value >= 0 && value < t.at {
		message := `there is a colon and a space in plain text, which YAML reads as the end of a key`
		if conditional(string(f.text[value:t.at])) {
			message = "YAML reads the : of a ? b : c as the end of a key"
		}
		return f.between(diagnostic.Syntax, t.at, f.next(t.at), message, f.blockRemedy(value)), true
	}
	above := line - 1
	for above >= 1 && strings.TrimSpace(f.Line(above)) == "" {
		above--
	}
	if above < 1 {
		return diagnostic.Diagnostic{}, false
	}
	from, content := f.indentation(f.starts[above-1])
	_, aboveValue := f.entry(from)
	hereFrom, hereContent := f.indentation(t.at)
	switch {
	case conditional(f.Line(above)):
		return f.between(diagnostic.Syntax, t.at, f.next(t.at), "YAML reads the : of a ? b : c as the end of a key",
			f.blockRemedy(max(aboveValue, content))), true
	case opensBlock(f.Line(above)):
		return f.unindented(t.at, above), true
	case aboveValue < 0:
		return f.between(diagnostic.Syntax, content, f.lineEnd(content),
			"this line has no key, or no space after its colon", `write "key: value", with a space after the colon`), true
	case hereContent-hereFrom > content-from:
		return f.between(diagnostic.Syntax, hereContent, t.at,
			fmt.Sprintf("this line is indented further than line %d, which already has a value", above),
			"give it the same indentation as the keys it belongs with"), true
	}
	return diagnostic.Diagnostic{}, false
}

// indicatorTrap finds values that start with a character that YAML keeps for
// itself, and lines without a colon.
func (f *File) indicatorTrap(t trouble) (diagnostic.Diagnostic, bool) {
	fault := func(at int, message, remedy string) (diagnostic.Diagnostic, bool) {
		return f.between(diagnostic.Syntax, at, f.wordEnd(at), message, remedy), true
	}
	switch {
	case strings.Contains(t.problem, "cannot start any token"):
		return fault(t.at, fmt.Sprintf("a plain value cannot start with %c", f.rune(t.at)), f.blockRemedy(t.at))
	case strings.Contains(t.problem, "expected comment or line break"):
		return fault(t.from,
			fmt.Sprintf("a value that starts with %c is a block of text to YAML, which starts on the next line", f.rune(t.from)),
			f.blockRemedy(t.from))
	case strings.Contains(t.problem, "block sequence entries are not allowed"):
		return fault(t.at, `a list entry "- " cannot start here`,
			"put each list entry on its own line under the key, or write them as [a, b]")
	case strings.Contains(t.problem, "could not find expected ':'") && f.rune(t.from) == '-' && !isWhite(f.rune(t.from+1)):
		return fault(t.from, "a list entry has a space after its dash", `write "- " before the entry`)
	case strings.Contains(t.problem, "could not find expected ':'") && f.lineOf(t.from) > 1 && opensBlock(f.Line(f.lineOf(t.from)-1)):
		return f.unindented(t.from, f.lineOf(t.from)-1), true
	case strings.Contains(t.problem, "could not find expected ':'"):
		return f.between(diagnostic.Syntax, t.from, f.lineEnd(t.from),
			"this line has no key, or no space after its colon", `write "key: value", with a space after the colon`), true
	}
	return diagnostic.Diagnostic{}, false
}

// bracketTrap finds lists and mappings in brackets that are not closed, or hold
// plain text with brackets of its own.
func (f *File) bracketTrap(t trouble) (diagnostic.Diagnostic, bool) {
	if !strings.Contains(t.context, "flow") || !strings.Contains(t.problem, "',' or") {
		return diagnostic.Diagnostic{}, false
	}
	open := f.rune(t.from)
	if strings.ContainsRune("[]{}?", f.rune(t.at)) && t.at < len(f.text) {
		return f.between(diagnostic.Syntax, t.at, f.next(t.at),
			fmt.Sprintf("plain text within %c…%c cannot hold [ ] { } or ?", open, closing(open)),
			"put the text in single quotes"), true
	}
	if f.lineOf(t.at) == f.lineOf(t.from) && t.at < len(f.text) {
		return f.between(diagnostic.Syntax, t.at, f.wordEnd(t.at),
			fmt.Sprintf("a comma or %c is expected here", closing(open)), "put a comma between the entries"), true
	}
	return f.between(diagnostic.Syntax, t.from, f.next(t.from),
		fmt.Sprintf("the %c that opens here is not closed", open), fmt.Sprintf("close it with %c", closing(open))), true
}

func closing(open rune) rune {
	if open == '[' {
		return ']'
	}
	return '}'
}

// indentTrap finds lines that do not line up with what they belong to.
func (f *File) indentTrap(t trouble) (diagnostic.Diagnostic, bool) {
	_, content := f.indentation(t.at)
	switch {
	case strings.Contains(t.problem, "expected '-' indicator"):
		return f.between(diagnostic.Syntax, content, f.lineEnd(content),
			"this line does not line up with its list",
			`start the entry with "- ", or line the key up with the first key of its entry`), true
	case strings.Contains(t.problem, "expected key") && content == t.at:
		return f.between(diagnostic.Syntax, content, f.lineEnd(content),
			"this line does not line up with the keys around it",
			"give it the same number of spaces as the key before it"), true
	}
	return diagnostic.Diagnostic{}, false
}

// opensBlock reports whether a line ends with the | or > of a block.
func opensBlock(line string) bool {
	text, _, _ := strings.Cut(line, " #")
	text = strings.TrimRight(text, " +-0123456789")
	return strings.HasSuffix(text, ": |") || strings.HasSuffix(text, ": >")
}

// unindented is the fault of a block whose text is not indented under its key.
func (f *File) unindented(at, above int) diagnostic.Diagnostic {
	_, content := f.indentation(at)
	return f.between(diagnostic.Syntax, content, f.lineEnd(content),
		fmt.Sprintf("this line belongs to the block that line %d opens, and is not indented under it", above),
		"indent it by two more spaces than the key on that line")
}
