package impact

import (
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/impact"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// matched is a rule of the older policy and the one with the same id of the newer; one of them may be nil.
type matched struct {
	old, now *policy.Rule
	// alone is whether it is a line of a consent answer that takes one line.
	alone bool
	// listed is whether it is only listed as being without counterpart: of two different policies, most rules are.
	listed bool
	// how says what was done to the rule that formulas can tell; empty if nothing was. From and into are its conditions
	// where these differ.
	how, from, into string
}

// any is the rule of the newer policy, or that of the older one if there is no other.
func (m *matched) any() *policy.Rule {
	if m.now != nil {
		return m.now
	}
	return m.old
}

// both are the rules that there are.
func (m *matched) both() []*policy.Rule {
	return slices.DeleteFunc([]*policy.Rule{m.old, m.now}, func(r *policy.Rule) bool { return r == nil })
}

// match matches the rules of both policies by id and kind, in the order of the newer policy. Those that only the older
// one has come last.
func (w *work) match() {
	by := map[string]*matched{}
	key := func(r *policy.Rule) string { return string(r.Kind) + " " + r.ID }
	for _, r := range w.now.Rules {
		m := &matched{now: r}
		by[key(r)], w.matched = m, append(w.matched, m)
	}
	for _, r := range w.old.Rules {
		m := by[key(r)]
		if m == nil {
			m = &matched{}
			w.matched = append(w.matched, m)
		}
		m.old = r
	}
	for _, m := range w.matched {
		m.alone = single(w.old, m.old) || single(w.now, m.now)
		m.listed = w.old.ID != w.now.ID && (m.old == nil || m.now == nil)
		w.changed(m)
	}
}

// single is whether a rule is a line of a consent answer that takes one line.
func single(p *policy.Policy, r *policy.Rule) bool {
	return r != nil && r.Kind == term.KindConsent && slices.ContainsFunc(p.Consent, func(l *policy.Line) bool {
		return l.Rule == r && l.Answer.Single()
	})
}

// changed notes what was done to a rule.
func (w *work) changed(m *matched) {
	switch {
	case m.old == nil:
		m.how, m.into = "added", m.now.Text()
		return
	case m.now == nil:
		m.how, m.from = "removed", m.old.Text()
		return
	}
	var how []string
	if a, b := spelt(w.old, m.old), spelt(w.now, m.now); a != b {
		how, m.from, m.into = append(how, "condition"), m.old.Text(), m.now.Text()
		if m.from == m.into {
			m.from, m.into = a, b
		}
	}
	if m.old.From != m.now.From || m.old.To != m.now.To {
		how = append(how, "days in force")
	}
	a, b := w.weights(w.old, m.old), w.weights(w.now, m.now)
	for i, x := range a {
		if x.value != b[i].value {
			how = append(how, fmt.Sprintf("%s %s instead of %s", x.what, orNone(b[i].value), orNone(x.value)))
		}
	}
	if m.alone && w.moved(m) {
		how = append(how, "place among the lines")
	}
	m.how = strings.Join(how, ", ")
}

// orNone is a value, or none.
func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

// spelt is the condition of a rule with the values of parameters, and the named conditions that it uses.
func spelt(p *policy.Policy, r *policy.Rule) string {
	scope := p.Scope()
	printer := scope.Printer()
	parts := []string{printer.Print(r.When.Root)}
	r.When.Root.Walk(1, func(n *lang.Node, _ int) {
		if n.Op != lang.Named {
			return
		}
		if part := n.Named.Name + ": " + printer.Print(n.Args[0]); !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
	})
	return strings.Join(parts, "; ")
}

// weights are what findings and answers take from a rule beside its condition.
func (w *work) weights(p *policy.Policy, r *policy.Rule) []attribute {
	var list []attribute
	for _, x := range w.attributes(p, r) {
		if x.weighs {
			list = append(list, x)
		}
	}
	return list
}

// moved is whether the lines before a line of a consent answer are others than before, those that were added or removed
// left out.
func (w *work) moved(m *matched) bool {
	before := func(p, other *policy.Policy, r *policy.Rule) []string {
		var list []string
		for _, l := range p.Consent {
			if l.Rule == r {
				return list
			}
			if slices.ContainsFunc(other.Rules, func(o *policy.Rule) bool { return o.ID == l.ID }) {
				list = append(list, l.ID)
			}
		}
		return list
	}
	return !slices.Equal(before(w.old, w.now, m.old), before(w.now, w.old, m.now))
}

// unmatched lists the rules that only one of two policies has, where nothing is asked of them.
func (w *work) unmatched() []impact.Unmatched {
	var list []impact.Unmatched
	for _, m := range w.matched {
		if m.listed {
			in := "new"
			if m.now == nil {
				in = "old"
			}
			list = append(list, impact.Unmatched{Of: string(m.any().Kind), ID: m.any().ID, In: in})
		}
	}
	return list
}
