package impact

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"reflect"
	"slices"
	"strings"

	"windscreen/engine/impact"
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/policy"
)

// data are the outputs that are texts and settings: each shows in every case in which both policies show what it is of.
func (w *work) data() {
	for _, m := range w.matched {
		if m.old != nil && m.now != nil {
			w.compare(m.now.ID, m.now.Title, w.attributes(w.old, m.old), w.attributes(w.now, m.now), shown{
				differs: func(at *moment) formula.Ref {
					return at.Now.And(at.old.rule(m.old, m.alone, yes), at.now.rule(m.now, m.alone, yes))
				},
				shows: func(old, now *seen) bool { return old.rule(m.old, m.alone) == yes && now.rule(m.now, m.alone) == yes },
				about: m.both(),
			})
		}
	}
	w.contacts()
	w.clauses()
	w.statutes()
	w.document()
}

// shown is where an attribute shows.
type shown struct {
	differs func(*moment) formula.Ref
	shows   func(old, now *seen) bool
	about   []*policy.Rule
}

// compare adds an output for each attribute that differs.
func (w *work) compare(id, title string, old, now []attribute, where shown) {
	for i, x := range now {
		if x.value == old[i].value {
			continue
		}
		field := strings.ReplaceAll(spaced(x.field), " ", "_")
		w.add(&output{
			Difference: impact.Difference{ID: string(x.respect) + "/" + id + "/" + field + "#" + mark(x.value), Respect: x.respect, Of: id,
				Title: title, What: x.what, From: old[i].value, Into: x.value},
			differs: where.differs, shows: where.shows, about: where.about, data: true,
		})
	}
}

// mark tells a text from others, in a few letters.
func mark(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:4])
}

// structured are the fields of a structure as attributes of one respect, but for some.
func structured(v any, respect impact.Respect, but ...string) []attribute {
	var list []attribute
	walk(reflect.ValueOf(v), func(field string, x reflect.Value) {
		if !slices.Contains(but, field) {
			list = append(list, attribute{field: field, what: spaced(field), respect: respect, value: spell(x)})
		}
	})
	return list
}

// spaced is the name of a field in words: OutOfHours is "out of hours".
func spaced(field string) string {
	var b strings.Builder
	for i, r := range field {
		if i > 0 && r >= 'A' && r <= 'Z' && field[i-1] >= 'a' && field[i-1] <= 'z' {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return strings.ToLower(b.String())
}

// beside is where something shows that any of some rules of both policies shows.
func (w *work) beside(has func(p *policy.Policy, r *policy.Rule) bool) shown {
	var list []*matched
	var about []*policy.Rule
	for _, m := range w.matched {
		if m.old != nil && m.now != nil && has(w.old, m.old) && has(w.now, m.now) {
			list, about = append(list, m), append(about, m.now)
		}
	}
	return shown{
		differs: func(at *moment) formula.Ref {
			var ways []formula.Ref
			for _, m := range list {
				ways = append(ways, at.Now.And(at.old.rule(m.old, m.alone, yes), at.now.rule(m.now, m.alone, yes)))
			}
			return at.Now.Or(ways...)
		},
		shows: func(old, now *seen) bool {
			return slices.ContainsFunc(list, func(m *matched) bool {
				return old.rule(m.old, m.alone) == yes && now.rule(m.now, m.alone) == yes
			})
		},
		about: about,
	}
}

// contacts are the outputs about what is said of a contact.
func (w *work) contacts() {
	for _, id := range slices.Sorted(maps.Keys(w.now.Contacts)) {
		old, now := w.old.Contacts[id], w.now.Contacts[id]
		if old == nil {
			continue
		}
		a, b := structured(*old, impact.Contacts, "ID"), structured(*now, impact.Contacts, "ID")
		if slices.Equal(a, b) {
			continue
		}
		w.compare(id, now.Name, a, b, w.beside(func(p *policy.Policy, r *policy.Rule) bool { return w.calls(p, r, id) }))
	}
}

// calls is whether a rule names a contact.
func (w *work) calls(p *policy.Policy, r *policy.Rule, id string) bool {
	if slices.ContainsFunc(w.attributes(p, r), func(x attribute) bool { return x.field == "Contact" && x.value == id }) {
		return true
	}
	named := func(c *policy.Contact) bool { return c != nil && c.ID == id }
	return r.Inside != nil && named(r.Inside.Contact) || r.Family != nil && named(r.Family.Ring)
}

// clauses are the outputs about what a clause says.
func (w *work) clauses() {
	for _, id := range slices.Sorted(maps.Keys(w.now.Clauses)) {
		old, ok := w.old.Clauses[id]
		if !ok {
			continue
		}
		but := []string{"ID", "Origin", "File", "Start"}
		a, b := structured(old, impact.Clauses, but...), structured(w.now.Clauses[id], impact.Clauses, but...)
		if !slices.Equal(a, b) {
			w.compare(id, w.now.Clauses[id].Section, a, b,
				w.beside(func(_ *policy.Policy, r *policy.Rule) bool { return slices.Contains(r.Cite, id) }))
		}
	}
}

// statutes are the outputs about what a statutory basis is called.
func (w *work) statutes() {
	for is, now := range w.now.Statutes {
		was := slices.IndexFunc(w.old.Statutes, func(s policy.Statute) bool { return s.Name == now.Name })
		if was < 0 {
			continue
		}
		w.compare(now.Name, now.Title, structured(w.old.Statutes[was], impact.Wording), structured(now, impact.Wording), shown{
			differs: func(at *moment) formula.Ref { return at.Now.And(at.old.ground(was, yes), at.now.ground(is, yes)) },
			shows:   func(old, now *seen) bool { return old.ground(was) == yes && now.ground(is) == yes },
		})
	}
}

// document are the outputs that show in every answer, or in what is printed of the policy.
func (w *work) document() {
	about := func(p *policy.Policy) []attribute {
		list := []attribute{}
		add := func(field, value string) {
			list = append(list, attribute{field: field, what: spaced(field), respect: impact.Document, value: value})
		}
		add("Title", p.Title)
		add("Publisher", p.Publisher)
		add("Edition", p.Edition)
		add("InForce", p.From+" to "+p.To)
		add("Clock", spell(reflect.ValueOf(p.Clock)))
		add("Domains", strings.Join(p.Domains, "; "))
		var listed []string
		for _, s := range p.Listed {
			listed = append(listed, s.ID)
		}
		add("ServicesListedOnly", strings.Join(listed, "; "))
		return list
	}
	w.compare("document", w.now.Title, about(w.old), about(w.now), shown{})
	for _, name := range slices.Sorted(maps.Keys(w.now.Choices)) {
		if old, ok := w.old.Choices[name]; ok {
			w.compare(name, "parameter", structured(old, impact.Document), structured(w.now.Choices[name], impact.Document), shown{})
		}
	}
}
