package link

import (
	"fmt"
	"maps"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/room"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
)

// invariants links what no case may break, of the policy and of those that it builds on. It comes after all rules,
// because invariants name them.
func (k *linker) invariants() {
	scope := k.scope
	scope.Stratum, scope.NeverASign = lang.WithJudgement, true
	scope.Conditions = maps.Clone(k.scope.Conditions)
	for _, w := range k.p.Words() {
		scope.Conditions[w.Name] = lang.Broken(w.Name) // before a named condition of the same name
	}
	seen := map[string]bool{}
	for _, part := range k.Parts {
		k.part = part
		for _, f := range part.Rules {
			for e := range room.While(&k.Room, f.Shape.Invariants) {
				if id := e.ID.Value; seen[id] && id != "" {
					k.At(f.File, e.ID.Node, diagnostic.DuplicateID, fmt.Sprintf("there is already an invariant %s", id),
						"give it another id")
				}
				seen[e.ID.Value] = true
				k.invariant(part, f.File, e, &scope)
			}
		}
	}
}

// invariant links one of them.
func (k *linker) invariant(part *ruleroot.Draft, f *source.File, e rulefile.InvariantEntry, scope *lang.Scope) {
	if e.ID.Value != "" && !idPattern().MatchString(e.ID.Value) {
		k.At(f, e.ID.Node, diagnostic.BadName, fmt.Sprintf("%q cannot be the id of an invariant", e.ID.Value),
			"use lower-case letters and digits, joined by dots and hyphens")
	}
	for _, c := range e.Cite {
		if _, ok := k.p.Clauses[c.Value]; !ok && !k.registersPartial {
			k.At(f, c.Node, diagnostic.UnknownClause, fmt.Sprintf("no register holds the clause %s", c.Value),
				"register the clause, or correct the id")
		}
	}
	if e.Holds.Node == nil {
		return
	}
	parsed, faults := k.parse(e.Holds.Node)
	var c *lang.Condition
	if parsed != nil {
		k.uses(parsed)
		c, faults = k.bind(part, "the invariant "+e.ID.Value, parsed, scope)
	}
	if c == nil {
		k.textFaults(f, e.Holds.Node, faults)
		return
	}
	k.p.Invariants = append(k.p.Invariants, &policy.Invariant{
		ID: e.ID.Value, Title: e.Title.Value, Why: e.Why.Value, Origin: part.ID, Cite: shape.Strings(e.Cite), Holds: c,
		File: f.Name, At: spanOf(f, e.Holds.Node),
	})
}
