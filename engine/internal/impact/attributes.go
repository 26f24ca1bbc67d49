package impact

import (
	"reflect"
	"slices"
	"strconv"

	"windscreen/engine/impact"
	"windscreen/engine/internal/policy"
)

// attribute is something that a rule, a statute, a contact, a clause or a fact says of itself.
type attribute struct {
	// field is its name in the structure, and what that in words.
	field, what string
	respect     impact.Respect
	value       string
	// weighs is whether findings or the answer depend on it.
	weighs bool
}

// described is what is known of a field: in words, and the respect in which it counts.
type described struct {
	what    string
	respect impact.Respect
	weighs  bool
}

// leftOut are the fields of rules that say nothing in an answer, or that formulas tell.
var leftOut = []string{"Index", "Kind", "ID", "When", "Always", "From", "To", "Lowers", "File", "Start"}

// fields describes the fields of rules of all kinds.
var fields = map[string]described{
	"Title":         {"title", impact.Wording, false},
	"Origin":        {"the policy that it is from", impact.Settings, false},
	"Short":         {"short text", impact.Wording, false},
	"Safe":          {"short text where telling is safe", impact.Wording, false},
	"Does":          {"what it does", impact.Settings, false},
	"SameCall":      {"text as part of another call", impact.Wording, false},
	"Family":        {"text of the copy for the family", impact.Wording, false},
	"Inside":        {"text in children's social care", impact.Wording, false},
	"Cite":          {"clauses cited", impact.Clauses, false},
	"Excludes":      {"rules that cannot stand beside it", impact.Settings, false},
	"After":         {"rules that stand before it", impact.Settings, false},
	"Unless":        {"text after unless", impact.Wording, false},
	"Replaces":      {"rule that it replaces", impact.Settings, false},
	"National":      {"rests on law or national guidance alone", impact.Settings, false},
	"NotCommenced":  {"rests on law that is not in force", impact.Settings, false},
	"Says":          {"text", impact.Wording, false},
	"Answer":        {"consent answer", impact.Settings, true},
	"Value":         {"value", impact.Settings, true},
	"Outcome":       {"outcome", impact.Settings, false},
	"Joined":        {"text that ends the sentence on agreement", impact.Wording, false},
	"Unnamed":       {"text that names nobody", impact.Wording, false},
	"Behind":        {"text behind another line", impact.Wording, false},
	"Waiting":       {"text while telling waits", impact.Wording, false},
	"WaitingInside": {"text in children's social care while telling waits", impact.Wording, false},
	"Settled":       {"text while telling is to be settled", impact.Wording, false},
	"CopyTo":        {"whom the copy is for", impact.Settings, false},
	"Immediate":     {"immediate", impact.Settings, false},
	"First":         {"before everything else", impact.Settings, false},
	"Action":        {"action", impact.Wording, false},
	"Who":           {"who must do it", impact.Wording, false},
	"Agreement":     {"agreement", impact.Settings, false},
	"Contact":       {"contact", impact.Contacts, false},
	"Due":           {"deadlines", impact.Deadlines, false},
	"By":            {"who does it", impact.Settings, false},
	"Needs":         {"what it waits for", impact.Settings, false},
	"DoneBy":        {"what shows that it was done", impact.Settings, false},
	"Statute":       {"statutory basis", impact.Settings, true},
	"Level":         {"level", impact.Settings, true},
	"Domain":        {"domain", impact.Settings, true},
	"Concept":       {"concept", impact.Settings, true},
	"Strength":      {"strength", impact.Settings, true},
	"Ground":        {"ground that it makes out", impact.Settings, true},
	"Number":        {"number of the level", impact.Settings, true},
	"Name":          {"name of the level", impact.Wording, false},
	"Part":          {"part of the pathway", impact.Settings, false},
	"Force":         {"force", impact.Settings, false},
	"Organisation":  {"organisation", impact.Wording, false},
	"ListedAt":      {"level at which it is listed", impact.Settings, false},
}

// attributes are what a rule says of itself, by field.
func (w *work) attributes(p *policy.Policy, r *policy.Rule) []attribute {
	if w.said == nil {
		w.said, w.whole = map[*policy.Rule][]attribute{}, map[*policy.Rule]reflect.Value{}
		wholes(w.old, w.whole)
		wholes(w.now, w.whole)
	}
	list, ok := w.said[r]
	if ok {
		return list
	}
	walk(w.whole[r].Elem(), func(field string, v reflect.Value) {
		if slices.Contains(leftOut, field) {
			return
		}
		value, named := index(p, field, v)
		if !named {
			value = spell(v)
		}
		if field == "Origin" && value == p.ID {
			value = "" // it is the policy's own, whatever that is called
		}
		d := fields[field]
		list = append(list, attribute{field, d.what, d.respect, value, d.weighs})
	})
	w.said[r] = list
	return list
}

// wholes collects the rules of a policy as what they are by kind.
func wholes(p *policy.Policy, by map[*policy.Rule]reflect.Value) {
	for _, rules := range []any{p.Indicators, p.Grounds, p.Levels, p.Consent, p.Escalations, p.Pathway, p.Services, p.Cautions} {
		list := reflect.ValueOf(rules)
		for i := range list.Len() {
			x := list.Index(i)
			if base, ok := x.Interface().(interface{ Base() *policy.Rule }); ok {
				by[base.Base()] = x
			}
		}
	}
}

// walk visits the fields of a structure and of those that it embeds.
func walk(v reflect.Value, visit func(field string, v reflect.Value)) {
	for i := range v.NumField() {
		f, x := v.Type().Field(i), v.Field(i)
		if f.Anonymous {
			if x.Kind() == reflect.Pointer {
				x = x.Elem()
			}
			walk(x, visit)
			continue
		}
		visit(f.Name, x)
	}
}

// index is the name of what a field gives as an index into a list of the policy.
func index(p *policy.Policy, field string, v reflect.Value) (name string, ok bool) {
	if v.Kind() != reflect.Int {
		return "", false
	}
	i := int(v.Int())
	switch field {
	case "Level":
		return strconv.Itoa(p.Levels[i].Number), true
	case "Domain":
		return p.Domains[i], true
	case "Concept":
		return p.Concepts[i], true
	case "Statute", "Ground":
		if i < 0 {
			return "", true
		}
		return p.Statutes[i].Name, true
	}
	return "", false
}
