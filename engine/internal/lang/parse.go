// Package lang is the language of conditions: CEL cut to a closed fragment, so
// that a condition which loads cannot fail when it runs.
//
// It goes in two steps. Parse reads the text with cel-go's own parser, once however
// many policies share it. Bind turns the tree into Nodes, by what names mean in one
// policy. A construct that has no Node does not load; there is no list of forbidden
// things to keep up to date. Types are checked on the way, in the words of the people
// who write rules, and every fault of a condition is reported in one run.
//
// The tree of Nodes is what explanations walk and what fast evaluators are built
// from. The cel-go reference evaluator does not use it: it compiles the author's
// own text, so that the two can be held against each other.
package lang

import (
	"fmt"
	"iter"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/common/ast"

	"windscreen/engine/diagnostic"
)

// Limits on one condition. The longest in the shipped rules is far below.
const (
	maxRunes = 4096
	maxDepth = 64
)

// Parser parses conditions. It is immutable and safe for concurrent use.
type Parser struct{ env *cel.Env }

// NewParser returns a parser. It fails only if cel-go refuses its own options.
func NewParser() (*Parser, error) {
	env, err := cel.NewCustomEnv(
		cel.ClearMacros(),
		cel.ParserExpressionSizeLimit(maxRunes),
		cel.ParserRecursionLimit(maxDepth),
	)
	if err != nil {
		return nil, fmt.Errorf("setting up the CEL parser: %w", err)
	}
	return &Parser{env: env}, nil
}

// Parsed is the text of a condition that was read and not yet checked. It is immutable,
// and may be bound many times and from many goroutines.
type Parsed struct {
	text  string
	runes []rune
	tree  *ast.AST
	names []string
}

// Parse reads a condition. The result is nil where there are faults.
func (p *Parser) Parse(text string) (*Parsed, []Fault) {
	runes := []rune(text)
	if len(runes) > maxRunes {
		return nil, []Fault{{
			Start: 0, End: len(runes), Code: diagnostic.TooComplex,
			Message: fmt.Sprintf("the condition is %d characters long; the limit is %d", len(runes), maxRunes),
			Remedy:  "split it into several rules",
		}}
	}
	if f := nesting(runes); f != nil {
		return nil, []Fault{*f}
	}
	if f := comment(runes); f != nil {
		return nil, []Fault{*f}
	}
	parsed, issues := p.env.Parse(text)
	if issues.Err() != nil {
		return nil, syntaxFaults(runes, issues)
	}
	tree := parsed.NativeRep()
	return &Parsed{text: text, runes: runes, tree: tree, names: names(tree.Expr())}, nil
}

// Names lists the bare names that the condition uses, each once, in the order of the
// text: parameters, named conditions, level and as_of. What stands in quotation marks
// or after a dot is none of them.
func (p *Parsed) Names() []string { return slices.Clone(p.names) }

// Bind checks the condition against a scope. The condition is nil where there are
// faults.
func (p *Parsed) Bind(scope *Scope) (*Condition, []Fault) {
	b := &builder{scope: scope, parsed: p, text: p.runes, info: p.tree.SourceInfo()}
	root := b.condition(p.tree.Expr())
	b.bounded(root)
	if len(b.faults) > 0 {
		return nil, b.faults
	}
	return &Condition{Text: p.text, Root: root, asks: b.asks}, nil
}

// Condition parses a condition and binds it at once. It is nil where there are faults.
func (p *Parser) Condition(text string, scope *Scope) (*Condition, []Fault) {
	parsed, faults := p.Parse(text)
	if parsed == nil {
		return nil, faults
	}
	return parsed.Bind(scope)
}

// nesting refuses brackets nested too deep before the parser recurses into them.
func nesting(text []rune) *Fault {
	depth := 0
	for i, r := range text {
		switch r {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		}
		if depth > maxDepth {
			return &Fault{Start: i, End: i + 1, Code: diagnostic.TooComplex,
				Message: fmt.Sprintf("the condition has more than %d brackets inside one another", maxDepth),
				Remedy:  "split it into several rules"}
		}
	}
	return nil
}

// offset turns a line and column of the text into an offset in code points.
func offset(runes []rune, line, column int) int {
	at := 0
	for ; line > 1 && at < len(runes); at++ {
		if runes[at] == '\n' {
			line--
		}
	}
	return at + column
}

// spanOf returns where a node stands: from its first character to its last,
// brackets of a call included. Brackets around a node are not part of it.
func (b *builder) spanOf(e ast.Expr) (start, end int) {
	start, end = b.place(e)
	switch e.Kind() {
	case ast.CallKind:
		c := e.AsCall()
		if c.IsMemberFunction() || isName(c.FunctionName()) {
			// cel-go puts a call at its opening bracket.
			end = b.closing(start)
			start -= utf8.RuneCountInString(c.FunctionName())
		}
		if c.IsMemberFunction() {
			s, _ := b.spanOf(c.Target())
			start = min(start, s)
		}
		for _, a := range c.Args() {
			s, e := b.spanOf(a)
			start, end = min(start, s), max(end, e)
		}
	case ast.SelectKind:
		s, _ := b.spanOf(e.AsSelect().Operand())
		// cel-go puts a selection at its dot, after which there may be space.
		end = start + 1
		for end < len(b.text) && unicode.IsSpace(b.text[end]) {
			end++
		}
		end += utf8.RuneCountInString(e.AsSelect().FieldName())
		start = min(start, s)
	case ast.ListKind:
		end = b.closing(start)
	}
	start = min(max(0, start), len(b.text))
	return b.balanced(start, min(max(start+1, end), max(len(b.text), 1)))
}

// balanced widens a place to take in the brackets around its first or last part: of (a ||
// b) && c, cel-go gives only the stretch from a to c.
func (b *builder) balanced(start, end int) (int, int) {
	missing, depth := 0, 0
	for _, opens := range brackets(b.text, start, end) {
		if opens {
			depth++
		} else if depth--; depth < 0 {
			missing, depth = missing+1, 0
		}
	}
	for i := start - 1; i >= 0 && missing > 0; i-- {
		if b.text[i] == '(' {
			start, missing = i, missing-1
		}
	}
	for i := end; i < len(b.text) && depth > 0; i++ {
		if b.text[i] == ')' {
			end, depth = i+1, depth-1
		}
	}
	return start, end
}

// brackets gives the brackets in a stretch of text: the place of each, and whether it opens.
// It leaves out brackets within quotation marks.
func brackets(text []rune, start, end int) iter.Seq2[int, bool] {
	return func(yield func(at int, opens bool) bool) {
		for i := start; i < min(end, len(text)); i++ {
			switch text[i] {
			case '(', '[', '{':
				if !yield(i, true) {
					return
				}
			case ')', ']', '}':
				if !yield(i, false) {
					return
				}
			case '"', '\'':
				i = endOfQuotes(text, i)
			}
		}
	}
}

// place is where cel-go says a node is: the whole of a name or literal, the
// operator of an operation, the opening bracket of a call.
func (b *builder) place(e ast.Expr) (start, end int) {
	r, ok := b.info.GetOffsetRange(e.ID())
	if !ok {
		return 0, len(b.text)
	}
	return int(r.Start), int(r.Stop)
}

// closing returns one past the bracket that closes the one at a place.
func (b *builder) closing(at int) int {
	depth := 0
	for i, opens := range brackets(b.text, at, len(b.text)) {
		if opens {
			depth++
		} else if depth--; depth <= 0 {
			return i + 1
		}
	}
	return len(b.text)
}

// word returns the name that starts at a place, if one does.
func word(text []rune, at int) string {
	end := at
	for end < len(text) && (isLetter(text[end]) || end > at && '0' <= text[end] && text[end] <= '9') {
		end++
	}
	if at >= len(text) {
		return ""
	}
	return string(text[at:end])
}

// isLetter reports whether a name may start with a character.
func isLetter(r rune) bool {
	return r == '_' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
}

// isName reports whether a function is written as a name, not as an operator.
func isName(function string) bool {
	for i, r := range function {
		if !isLetter(r) && (i == 0 || r < '0' || r > '9') {
			return false
		}
	}
	return function != ""
}
