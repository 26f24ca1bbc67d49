package lang

import (
	"fmt"

	"github.com/google/cel-go/common/ast"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/logic"
)

// NamedCondition is a condition with a name, which other conditions can use. They hold
// one node for it, not a copy of its text.
type NamedCondition struct {
	// Name is what conditions write; Title is a few plain words for it.
	Name, Title string
	*Condition
	// size is how many nodes it has, with those of the named conditions that it uses.
	size int
}

// Name gives a condition a name. Bind the condition with the last stratum, so that it may
// read everything: where it may be used follows from what it reads.
func Name(name, title string, c *Condition) *NamedCondition {
	return &NamedCondition{Name: name, Title: title, Condition: c, size: size(c.Root)}
}

// Broken is a named condition that did not load. Nothing more is said where it is used.
func Broken(name string) *NamedCondition {
	return Name(name, "", &Condition{Root: &Node{Op: Const, Value: logic.Unknown}})
}

// Stratum is the first stratum in which it may be used.
func (c *NamedCondition) Stratum() Stratum { return c.asks.from }

// named checks the use of a named condition.
func (b *builder) named(e ast.Expr, c *NamedCondition) term {
	if via := c.asks; via.from > FactsOnly {
		via.via = append([]string{c.Name}, via.via...)
		if b.asksFor(e, via) {
			return term{at: e}
		}
	}
	return b.done(e, Node{Op: Named, Named: c, Args: []*Node{c.Root}})
}

// maxParts is how many nodes a condition may have, with those of the named conditions
// that it uses. The limit on its length keeps a condition that uses none far below this.
// But a short row of named conditions, each of which uses the one before it twice, would
// come to billions.
const maxParts = 4096

// bounded refuses a condition with too many parts.
func (b *builder) bounded(root *Node) {
	if n := size(root); n > maxParts {
		b.faults = append(b.faults, Fault{Start: 0, End: len(b.text), Code: diagnostic.TooComplex,
			Message: fmt.Sprintf("with the named conditions that it uses, the condition has %d parts; the limit is %d", n, maxParts),
			Remedy:  "split it into several rules"})
	}
}

// size counts nodes, without going through a named condition again.
func size(n *Node) int {
	if n.Op == Named {
		return 1 + n.Named.size
	}
	total := 1
	for _, a := range n.Args {
		total += size(a)
	}
	return total
}
