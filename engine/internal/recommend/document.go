package recommend

import (
	"maps"
	"slices"
	"strings"

	"windscreen/engine/document"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/readable"
	"windscreen/engine/recommendation"
)

// Document is the policy as people read it.
func (m *Maker) Document() *document.Document {
	d := &documenting{b: &builder{policy: m.Policy, index: m.index, desk: m.index.newDesk()}, m: m}
	out := &document.Document{
		Format: document.FormatVersion, Policy: m.Policy.ID, Document: documentOf(m.Policy),
		Levels: d.levels(), Grounds: d.grounds(), Answers: []document.Line{}, Actions: []document.Action{},
		Pathway: []document.Step{}, Cautions: []document.Line{}, Services: []document.Service{},
		Contacts: d.contacts(), Choices: d.choices(),
	}
	for _, l := range m.Policy.Consent {
		out.Answers = append(out.Answers, document.Line{Rule: d.rule(l.Rule), About: l.Answer, Says: l.Says})
	}
	for _, e := range m.Policy.Escalations {
		out.Actions = append(out.Actions, d.action(e))
	}
	for _, s := range m.Policy.Pathway {
		out.Pathway = append(out.Pathway, document.Step{Rule: d.rule(s.Rule), Part: s.Part, Force: s.Force, Says: s.Says,
			Contact: idOf(s.Contact)})
	}
	for _, c := range m.Policy.Cautions {
		out.Cautions = append(out.Cautions, document.Line{Rule: d.rule(c.Rule), Says: c.Says})
	}
	for _, s := range byID(m.Policy.Services, m.Policy.Listed) {
		out.Services = append(out.Services, document.Service{Rule: d.rule(s.Rule), Says: s.Says, ListedAt: s.ListedAt,
			Contact: idOf(s.Contact)})
	}
	out.Conditions = d.conditions()
	out.Clauses = d.b.citedClauses()
	return out
}

// documenting makes one document.
type documenting struct {
	b *builder
	m *Maker
}

// rule is what rules of every kind have.
func (d *documenting) rule(r *policy.Rule) document.Rule {
	out := document.Rule{ID: r.ID, Title: r.Title, Code: r.Text(), Cite: d.b.citeRule(r), National: r.National}
	if r.Unless != nil {
		out.Unless = r.Unless.Says
	}
	if r.Always || r.When == nil {
		return out
	}
	root := r.When.Root
	if r.Unless != nil {
		root = r.Unless.Own.Root
	}
	when := readable.Condition(d.b.policy, d.m.London, root)
	out.When = &when
	return out
}

// levels are the levels with their signs, by domain.
func (d *documenting) levels() []document.Level {
	p := d.b.policy
	out := []document.Level{}
	for at, l := range p.Levels {
		level := document.Level{Level: l.Number, Name: l.Name, Criterion: d.rule(l.Rule), Domains: []document.Domain{}}
		for i, name := range p.Domains {
			domain := document.Domain{Name: name}
			for _, s := range p.Indicators {
				if s.Level != at || s.Domain != i {
					continue
				}
				sign := document.Sign{Rule: d.rule(s.Rule), Strength: s.Strength}
				if s.Ground >= 0 {
					sign.Ground = p.Statutes[s.Ground].Title
				}
				domain.Signs = append(domain.Signs, sign)
			}
			if len(domain.Signs) > 0 {
				level.Domains = append(level.Domains, domain)
			}
		}
		out = append(out, level)
	}
	return out
}

// grounds are the grounds in law. The signs that make one out by themselves stand with their level.
func (d *documenting) grounds() []document.Ground {
	out := []document.Ground{}
	for i, s := range d.b.policy.Statutes {
		g := document.Ground{Name: s.Name, Title: s.Title, Ways: []document.Rule{}}
		for _, way := range d.b.policy.Grounds {
			if way.Statute == i {
				g.Ways = append(g.Ways, d.rule(way.Rule))
			}
		}
		out = append(out, g)
	}
	return out
}

// action is what must be done at once or by a time.
func (d *documenting) action(e *policy.Escalation) document.Action {
	out := document.Action{Rule: d.rule(e.Rule), Says: e.Action, Immediate: e.Immediate, Who: e.Who, Contact: idOf(e.Contact)}
	for _, due := range e.Due {
		d.b.cite([]string{due.Clause})
		out.Due = append(out.Due, document.Due{Says: due.Basis, Cite: due.Clause})
	}
	return out
}

// conditions are the named conditions that rules use, in order of title.
func (d *documenting) conditions() []document.Named {
	used := map[string]bool{}
	note := func(r *policy.Rule) {
		if r.When == nil {
			return
		}
		for _, n := range namedIn(r.When.Root) {
			used[n.Named.Name] = true
		}
	}
	for _, r := range d.b.policy.Rules {
		note(r)
	}
	for _, s := range d.b.policy.Listed {
		note(s.Rule)
	}
	out := []document.Named{}
	for _, c := range d.b.policy.Conditions {
		if used[c.Name] {
			out = append(out, document.Named{Name: c.Name, Title: c.Title, Code: c.Text,
				When: readable.Condition(d.b.policy, d.m.London, c.Root)})
		}
	}
	slices.SortStableFunc(out, func(a, b document.Named) int { return strings.Compare(a.Title, b.Title) })
	return out
}

// contacts are all contacts, in order of id.
func (d *documenting) contacts() []recommendation.Contact {
	out := []recommendation.Contact{}
	for _, id := range slices.Sorted(maps.Keys(d.b.policy.Contacts)) {
		out = append(out, *d.b.contact(d.b.policy.Contacts[id]))
	}
	return out
}

// choices are what the document leaves open, in order of name.
func (d *documenting) choices() []document.Choice {
	out := []document.Choice{}
	for _, name := range slices.Sorted(maps.Keys(d.b.policy.Choices)) {
		c := d.b.policy.Choices[name]
		out = append(out, document.Choice{Name: name, Value: c.Value, Why: c.Why, Cite: d.b.cite(c.Cite)})
	}
	return out
}

// idOf is the id of a contact, or empty.
func idOf(c *policy.Contact) string {
	if c == nil {
		return ""
	}
	return c.ID
}
