package scenariofile

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// rule finds a rule by the name that an expectation gives it. Where a kind is
// given it must be of that kind. The name of a shared rule that the policy replaces
// means the rule that stands in for it. It reports a name that it cannot find.
func (e *expecting) rule(t shape.Text, kind *term.Kind) *policy.Rule {
	var known []string
	for _, r := range e.policy.Rules {
		fits := kind == nil || r.Kind == *kind
		switch {
		case isCalled(r, t.Value) && fits:
			return r
		case isCalled(r, t.Value):
			e.fault(t.Node, diagnostic.UnknownName, fmt.Sprintf("%s is a rule of the kind %s, not %s", r.ID, r.Kind, *kind),
				"expect it under "+groupOf(r.Kind))
			return nil
		case fits:
			known = append(known, r.ID)
		}
	}
	if e.full() {
		return nil
	}
	remedy := source.DidYouMean(t.Value, known)
	if name := bareGround(t.Value); kind == nil && e.statute(name) >= 0 {
		remedy = "a ground is not a rule: write grounds: and " + name
	}
	what := "rule"
	if kind != nil {
		what = string(*kind)
	}
	e.lacks(t.Node, diagnostic.UnknownName, fmt.Sprintf("%s has no %s called %s", e.policy.ID, what, source.Clip(t.Value)), remedy)
	return nil
}

// named is the rule of a name; nil where there is none.
func (e *expecting) named(name string) *policy.Rule {
	i := slices.IndexFunc(e.policy.Rules, func(r *policy.Rule) bool { return isCalled(r, name) })
	if i < 0 {
		return nil
	}
	return e.policy.Rules[i]
}

// isCalled reports whether a name is that of a rule, or of one that it replaces.
func isCalled(r *policy.Rule, name string) bool {
	return r.ID == name || name != "" && r.Replaces == name
}

// called is a rule by the name that an expectation gives it, and by its own where that
// is another.
func called(t shape.Text, r *policy.Rule) string {
	if t.Value == r.ID {
		return r.ID
	}
	return fmt.Sprintf("%s, which replaces %s,", r.ID, t.Value)
}

// lacks reports something that the policy does not have. What a scenario that is run
// under every policy names, every policy must have.
func (e *expecting) lacks(n *yaml.Node, code diagnostic.Code, message, remedy string) {
	if e.every {
		const list = "list the policies that have it: matrix: {policy: […]}"
		if remedy == "" {
			remedy = "name what every policy has, or " + list
		} else {
			remedy += " – or " + list
		}
	}
	e.fault(n, code, message, remedy)
}

// groupOf is the group under which a scenario expects rules of a kind.
func groupOf(k term.Kind) string {
	switch k {
	case term.KindEscalation, term.KindService, term.KindCaution:
		return string(k) + "s"
	case term.KindPathway:
		return string(k)
	case term.KindIndicator, term.KindGround, term.KindLevel, term.KindConsent:
	}
	return "rules"
}

// ground finds a statutory basis by name; -1, and a fault, where there is none.
func (e *expecting) ground(t shape.Text) int {
	if i := e.statute(t.Value); i >= 0 {
		return i
	}
	var known []string
	for _, s := range e.policy.Statutes {
		known = append(known, s.Name)
	}
	bare := bareGround(t.Value)
	remedy := source.DidYouMean(bare, known)
	switch {
	case slices.Contains(known, bare):
		remedy = "write " + bare
	case remedy == "" && len(known) > 0:
		remedy = "the grounds are " + strings.Join(known, ", ")
	}
	e.lacks(t.Node, diagnostic.UnknownName, fmt.Sprintf("%s has no ground called %s", e.policy.ID, source.Clip(t.Value)), remedy)
	return -1
}

func (e *expecting) statute(name string) int {
	return slices.IndexFunc(e.policy.Statutes, func(s policy.Statute) bool { return s.Name == name })
}

// bareGround is the name of a ground without the word that conditions put before
// it.
func bareGround(name string) string {
	return strings.TrimPrefix(name, "ground.")
}

// question checks that a name is that of a fact or a domain.
func (e *expecting) question(t shape.Text) bool {
	v := e.policy.Vocabulary
	if v.Fact(t.Value) != nil || v.Domain(t.Value) != nil {
		return true
	}
	if e.full() {
		return false
	}
	e.fault(t.Node, diagnostic.UnknownName, fmt.Sprintf("there is no fact or domain called %s", source.Clip(t.Value)),
		source.DidYouMean(t.Value, slices.Concat(v.Paths(), v.DomainNames())))
	return false
}

// from checks the clauses that an expectation was taken from.
func (e *expecting) from(list []shape.Text) {
	seen := map[string]bool{}
	for _, t := range list {
		e.registered(t)
		if seen[t.Value] {
			e.fault(t.Node, diagnostic.DuplicateKey, fmt.Sprintf("%s is named twice", source.Clip(t.Value)), "name it once")
		}
		seen[t.Value] = true
	}
}

// registered checks that a register holds a clause.
func (e *expecting) registered(t shape.Text) bool {
	_, ok := e.policy.Clauses[t.Value]
	if !ok && !e.full() {
		e.clause(t, fmt.Sprintf("no register of %s holds the clause %s", e.policy.ID, source.Clip(t.Value)),
			slices.Collect(maps.Keys(e.policy.Clauses)))
	}
	return ok
}

// clause reports a clause that is not among those known.
func (e *expecting) clause(t shape.Text, message string, known []string) {
	if e.full() {
		return
	}
	e.lacks(t.Node, diagnostic.UnknownClause, message, source.DidYouMean(t.Value, known))
}
