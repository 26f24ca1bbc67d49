package check

import (
	"fmt"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/link"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/source"
)

// Twice warns of what stands twice in the policies of a root without errors, the shared ones included: parts of a condition, and
// the conditions of signs. While there are errors, it may be what is corrected next.
func Twice(all []*link.Linked) diagnostic.List {
	var list diagnostic.List
	for _, l := range all {
		list = append(list, saidTwice(l)...)
		list = append(list, countsTwice(l)...)
	}
	return list
}

// saidTwice warns of conditions in which the same part stands twice beside itself: joined by and, by or, or in atLeastN. Another
// part was probably meant; and in atLeastN, fewer things reach the number than it says. It warns where the rule is written.
func saidTwice(l *link.Linked) diagnostic.List {
	var list diagnostic.List
	for _, r := range l.Policy.Rules {
		if r.Origin != l.Draft.ID || r.When == nil {
			continue
		}
		if part := twice(r.When.Root); part != nil {
			at, ok := l.Condition(r)
			if !ok {
				continue
			}
			list = append(list, warning(l.SourceFile(r.File).Diagnostic(diagnostic.SaidTwice, at[0], at[1],
				fmt.Sprintf("the same part stands twice: %s", source.Clip(part.Text())),
				"write the other part that was meant, or take one out")))
		}
	}
	return list
}

// twice is the first part of a condition that stands twice beside itself, or nil. It does not look into named conditions, which
// other rules use as well.
func twice(n *lang.Node) *lang.Node {
	if n.Op == lang.Named {
		return nil
	}
	if n.Op == lang.And || n.Op == lang.Or || n.Op == lang.AtLeastN {
		parts := operands(n, n.Op, nil)
		for i, part := range parts {
			for _, other := range parts[:i] {
				if part.Text() != "" && part.Op != lang.Const && lang.Same(part, other) {
					return part
				}
			}
		}
	}
	for _, a := range n.Args {
		if part := twice(a); part != nil {
			return part
		}
	}
	return nil
}

// operands are the parts of an operator, with those of the same operator within it, except for atLeastN.
func operands(n *lang.Node, op lang.Op, parts []*lang.Node) []*lang.Node {
	for _, a := range n.Args {
		if a.Op == op && op != lang.AtLeastN {
			parts = operands(a, op, parts)
			continue
		}
		parts = append(parts, a)
	}
	return parts
}

// countsTwice warns of two signs with one condition that both count, under two concepts: what is seen once then counts twice. It
// warns of the later one, where it is written.
func countsTwice(l *link.Linked) diagnostic.List {
	var list diagnostic.List
	seen := map[string][]*policy.Indicator{} // by what the condition asks
	for _, i := range l.Policy.Indicators {
		if i.When == nil || !i.Strength.Counts() || i.When.Root.Op == lang.Const {
			continue
		}
		key := string(i.When.Root.AppendKey(nil))
		for _, other := range seen[key] {
			if other.Concept != i.Concept && other.To > i.From && i.To > other.From && i.Origin == l.Draft.ID {
				at, ok := l.Condition(i.Rule)
				if !ok {
					break
				}
				list = append(list, warning(l.SourceFile(i.File).Diagnostic(diagnostic.CountsTwice, at[0], at[1],
					fmt.Sprintf("%s has the condition of %s and another concept, so what is seen once counts twice", i.ID, other.ID),
					"give both the same concept; or write the condition that was meant")))
				break
			}
		}
		seen[key] = append(seen[key], i)
	}
	return list
}
