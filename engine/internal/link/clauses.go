package link

import (
	"cmp"
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
)

// clauseKey is a clause of one policy's register. Policies that do not build on one
// another may use the same ids.
type clauseKey struct{ policy, id string }

// registers collects the clauses that may be cited.
func (k *linker) registers() {
	for _, part := range k.parts {
		for _, f := range part.clauses {
			for c := range whileRoom(k.loader, f.shape.Clauses) {
				if _, ok := k.p.Clauses[c.ID.Value]; ok && c.ID.Value != "" {
					k.at(f.file, c.ID.Node, diagnostic.DuplicateID, fmt.Sprintf("the clause %s is registered twice", c.ID.Value), "keep one")
				}
				k.p.Clauses[c.ID.Value] = clause(part, f, c)
			}
		}
	}
	k.numbered()
}

// clause is one clause of a register; what cites it is known only when everything
// is linked.
func clause(part *draft, f clausesFile, e rulefile.ClauseEntry) policy.Clause {
	c := policy.Clause{ID: e.ID.Value, Document: f.shape.Document.Value, Section: e.Section.Value, Page: e.Page.Value, Says: e.Says.Value,
		Verified: e.Verified.Value, Status: e.Status.Value, Origin: part.folder, File: f.file.Name, Start: place(f.file, e.ID.Node)}
	if e.NoRule != nil {
		c.NoRule = &policy.NoRule{Kind: e.NoRule.Kind.Value, Why: e.NoRule.Why.Value}
	}
	return c
}

// numbered holds the number of clauses against the one that policy.yaml gives.
func (k *linker) numbered() {
	want := k.draft.policy.Clauses
	if !want.IsSet() || k.draft.partial {
		return
	}
	got := 0
	for _, f := range k.draft.clauses {
		got += len(f.shape.Clauses)
	}
	if got != want.Value {
		k.at(k.draft.file, want.Node, diagnostic.Conflict, fmt.Sprintf("the document was numbered into %d statements, and the registers hold %d", want.Value, got),
			"put back the clause that dropped out, or put the number right")
	}
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
		if k.room.full() {
			break
		}
		if clause, ok := k.p.Clauses[c.Value]; ok {
			key := clauseKey{clause.Origin, c.Value}
			k.cited[key] = append(k.cited[key], by)
		} else {
			k.at(f, c.Node, diagnostic.UnknownClause, fmt.Sprintf("no register holds the clause %s", c.Value), source.DidYouMean(c.Value, sortedKeys(k.p.Clauses)))
		}
		if slices.ContainsFunc(cite[:i], func(o shape.Text) bool { return o.Value == c.Value }) {
			k.at(f, c.Node, diagnostic.DuplicateID, fmt.Sprintf("%s is cited twice", c.Value), "cite it once")
		}
	}
	return values(cite)
}

// citedBy tells each clause of a policy what cites it.
func (l *loader) citedBy(p *policy.Policy) {
	for id, c := range p.Clauses {
		c.CitedBy = l.cited[clauseKey{c.Origin, id}]
		p.Clauses[id] = c
	}
}

// sortCitations puts what cites each clause in order, once: what a shared policy
// cites is found again in every policy that builds on it.
func (l *loader) sortCitations() {
	for key, list := range l.cited {
		slices.SortFunc(list, func(a, b policy.Citation) int {
			return cmp.Or(cmp.Compare(a.Policy, b.Policy), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID))
		})
		l.cited[key] = slices.Compact(list)
	}
}

// accounted checks that each clause is either cited or marked as one that no rule
// can carry, when every policy is linked: a shared clause may be cited by any that
// builds on it.
func (l *loader) accounted() {
	partial := false
	for _, d := range l.drafts {
		partial = partial || d.partial
	}
	for _, id := range sortedKeys(l.drafts) {
		for _, f := range l.drafts[id].clauses {
			for _, c := range f.shape.Clauses {
				by := l.cited[clauseKey{id, c.ID.Value}]
				switch {
				case c.ID.Value == "":
				case c.NoRule != nil && len(by) > 0:
					l.at(f.file, c.NoRule.Here.Node, diagnostic.Conflict, fmt.Sprintf("%s is marked as a clause that no rule can carry, and %s", c.ID.Value, cites(by)),
						"take out no_rule:, or the citation")
				case c.NoRule == nil && len(by) == 0 && !partial:
					// In a file that could not be read it may be cited after all.
					d := f.file.At(c.ID.Node, diagnostic.UncitedClause, fmt.Sprintf("nothing cites the clause %s", c.ID.Value),
						"write the rule that puts it into practice, or mark the clause with no_rule: and the reason")
					d.Severity = diagnostic.Warning
					l.report(d)
				}
			}
		}
	}
}

// cites says what cites a clause.
func cites(by []policy.Citation) string {
	first := fmt.Sprintf("the %s %s cites it", by[0].Kind, by[0].ID)
	if len(by) > 1 {
		first = fmt.Sprintf("the %s %s and %d more cite it", by[0].Kind, by[0].ID, len(by)-1)
	}
	return first
}

// refusedCite reports whether a rule has a cite that the reader refused, and has said so.
func refusedCite(h rulefile.Head) bool {
	for i := 0; i+1 < len(h.Here.Node.Content); i += 2 {
		if h.Here.Node.Content[i].Value == "cite" {
			value := h.Here.Node.Content[i+1]
			return value.Kind != yaml.SequenceNode || len(value.Content) > 0
		}
	}
	return false
}
