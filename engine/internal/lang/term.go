package lang

import (
	"github.com/google/cel-go/common/ast"

	"windscreen/engine/internal/vocabulary"
)

// term is what a sub-expression is, before it becomes part of a condition.
type term struct {
	kind termKind
	node *Node            // condition
	fact *vocabulary.Fact // scale, choice, set, number
	// counter and n for a count
	counter Counter
	n       int
	moment  Moment            // moment
	to      Moment            // span: moment minus to
	number  int64             // literal number; seconds of a length of time
	length  vocabulary.Length // the rest of a length of time
	word    string            // literal word
	words   []term            // list of literals
	at      ast.Expr
}

type termKind uint8

const (
	bad termKind = iota // already reported
	condition
	scale
	choice
	set
	number  // a whole-number fact
	count   // tally, domains, level, judgement.level
	moment  // a date, a time or as_of
	span    // a time minus a time
	length  // hours(24), years(1)
	literal // a literal number
	wordLit // a literal word
	list    // a list of literals
)

// String names the kind of term for messages.
func (k termKind) String() string {
	return [...]string{"", "a condition", "a scale", "a choice", "a set of choices", "a number", "a count", "a time",
		"a length of time", "a length of time", "a number", "a word", "a list"}[k]
}

// isLevel reports whether the term is the level, recommended or judged.
func (t term) isLevel() bool {
	return t.kind == count && (t.counter == Level || t.counter == JudgedLevel)
}
