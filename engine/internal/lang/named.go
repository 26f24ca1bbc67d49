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
	extent
}

// Name gives a condition a name. Bind the condition with the last stratum, so that it may
// read everything: where it may be used follows from what it reads.
func Name(name, title string, c *Condition) *NamedCondition {
	return &NamedCondition{Name: name, Title: title, Condition: c, extent: extentOf(c.Root)}
}

// Broken stands for a named condition that did not load, so that its uses are not reported too.
func Broken(name string) *NamedCondition {
	return Name(name, "", &Condition{Root: &Node{Op: Const, Value: logic.Unknown}})
}

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

// maxParts is how many parts a condition may have, with those of the named conditions that
// it uses. The limit on its length keeps a condition that uses none far below this. But a
// short row of named conditions, each of which uses the one before it twice, would come to
// billions. maxDepth, which bounds brackets in one text, also bounds how many named
// conditions may be inside one another.
const maxParts = 4096

// extent is how far a condition goes.
type extent struct {
	// parts are its nodes, with those of the named conditions that it uses. What stands
	// before a "?" counts twice, because "by ? then : other" is explained as
	// "(by && then) || (!by && other)". Beyond maxParts there is no exact number.
	parts int
	// depth is how many named conditions are inside one another.
	depth int
}

// bounded refuses a condition with too many parts, or with too many named conditions inside
// one another.
func (b *builder) bounded(root *Node) {
	refuse := func(message, remedy string) {
		b.faults = append(b.faults, Fault{Start: 0, End: len(b.text), Code: diagnostic.TooComplex, Message: message, Remedy: remedy})
	}
	switch x := extentOf(root); {
	case x.parts > maxParts:
		refuse(fmt.Sprintf("with the named conditions that it uses, the condition has more than %d parts", maxParts),
			"split it into several rules, or use fewer named conditions before a ?, where their parts count twice")
	case x.depth > maxDepth:
		refuse(fmt.Sprintf("the condition has more than %d named conditions inside one another", maxDepth),
			"use fewer named conditions inside one another")
	}
}

// extentOf measures a condition, without going through a named condition again.
func extentOf(n *Node) extent {
	if n.Op == Named {
		return extent{parts: n.Named.parts + 1, depth: n.Named.depth + 1}
	}
	x := extent{parts: 1}
	for i, a := range n.Args {
		of := extentOf(a)
		x.depth = max(x.depth, of.depth)
		x.parts += of.parts
		if n.Op == If && i == 0 {
			x.parts += of.parts
		}
	}
	x.parts = min(x.parts, maxParts+1)
	return x
}
