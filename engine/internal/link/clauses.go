package link

import (
	"fmt"
	"maps"
	"slices"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
)

// ClauseKey is a clause of one policy's register. Policies that do not build on one
// another may use the same ids.
type ClauseKey struct{ Policy, ID string }

// registers collects the clauses that may be cited.
func (k *linker) registers() {
	for _, part := range k.Parts {
		k.registersPartial = k.registersPartial || part.Partial
		for _, f := range part.Clauses {
			k.registersPartial = k.registersPartial || unreadClauses(f)
			for _, c := range f.Shape.Clauses {
				if _, ok := k.p.Clauses[c.ID.Value]; ok && c.ID.Value != "" {
					k.At(f.File, c.ID.Node, diagnostic.DuplicateID,
						fmt.Sprintf("the clause %s is registered twice", c.ID.Value), "keep one")
				}
				k.p.Clauses[c.ID.Value] = clause(part, f, c)
			}
		}
	}
}

// unreadClauses reports whether a register has clauses that the reader refused, and has said so.
func unreadClauses(f ruleroot.ClausesFile) bool {
	return len(f.Shape.Clauses) == 0 ||
		slices.ContainsFunc(f.Shape.Clauses, func(c rulefile.ClauseEntry) bool { return c.ID.Value == "" })
}

// clause is one clause of a register.
func clause(part *ruleroot.Draft, f ruleroot.ClausesFile, e rulefile.ClauseEntry) policy.Clause {
	c := policy.Clause{ID: e.ID.Value, Document: f.Shape.Document.Value, Section: e.Section.Value, Page: e.Page.Value, Says: e.Says.Value,
		Verified: e.Verified.Value, Status: e.Status.Value, Origin: part.ID, File: f.File.Name, Start: place(f.File, e.ID.Node)}
	if e.NoRule != nil {
		c.NoRule = &policy.NoRule{Kind: e.NoRule.Kind.Value, Why: e.NoRule.Why.Value}
	}
	return c
}

// citations checks a list of clause ids of something that takes effect, notes what
// cites them, and returns it.
func (k *linker) citations(by policy.Citation, f *source.File, cite []shape.Text) []string {
	k.commenced(f, cite)
	return k.cite(by, f, cite)
}

// cite does that for what takes no effect, and so may rest on law which is not in
// force.
func (k *linker) cite(by policy.Citation, f *source.File, cite []shape.Text) []string {
	for i, c := range cite {
		if k.Room.Full() {
			break
		}
		if clause, ok := k.p.Clauses[c.Value]; ok {
			key := ClauseKey{clause.Origin, c.Value}
			k.Cited[key] = append(k.Cited[key], by)
		} else if !k.registersPartial {
			k.At(f, c.Node, diagnostic.UnknownClause, fmt.Sprintf("no register holds the clause %s", c.Value),
				source.DidYouMean(c.Value, slices.Sorted(maps.Keys(k.p.Clauses))))
		}
		if slices.ContainsFunc(cite[:i], func(o shape.Text) bool { return o.Value == c.Value }) {
			k.At(f, c.Node, diagnostic.DuplicateID, fmt.Sprintf("%s is cited twice", c.Value), "cite it once")
		}
	}
	return shape.Strings(cite)
}

// refusedCite reports whether a rule has a cite that the reader refused, and has said so.
func refusedCite(h rulefile.Head) bool {
	value := source.Value(h.Here.Node, "cite")
	return value != nil && (value.Kind != yaml.SequenceNode || len(value.Content) > 0)
}

// place is where a text stands.
func place(f *source.File, n *yaml.Node) diagnostic.Position {
	if n == nil {
		return diagnostic.Position{}
	}
	start, _ := f.Span(n)
	return start
}
