package page

import (
	"regexp"
	"slices"
	"strings"

	"windscreen/engine/recommendation"
)

// abbreviated finds the short form that ends the name of a contact: "Multi-Agency Safeguarding Hub (MASH)".
var abbreviated = regexp.MustCompile(`^(.*) \(([A-Z]{3,})\)$`)

// spellOut writes behind the first mention of a contact's short form, in the steps, what it stands for, as the
// contact's name has it. It does so only if the page still fits the screen.
func spellOut(p *Page, contacts []*recommendation.Contact) {
	for _, c := range contacts {
		m := abbreviated.FindStringSubmatch(c.Name)
		if m == nil {
			continue
		}
		words := standsFor(m[1], m[2])
		if words == "" {
			continue
		}
		mention := regexp.MustCompile(`\b` + m[2] + `\b`)
		for i, e := range p.Steps.Entries {
			at := mention.FindStringIndex(e.Text)
			if at == nil {
				continue
			}
			p.Steps.Entries[i].Text = e.Text[:at[1]] + " (" + words + ")" + e.Text[at[1]:]
			if strings.HasPrefix(e.Text[at[1]:], "’") || strings.HasPrefix(e.Text[at[1]:], "'") || Lines(p) > Height {
				p.Steps.Entries[i].Text = e.Text
			}
			break
		}
	}
}

// standsFor are the last words of a name, in small letters, if their first letters are the short form.
func standsFor(name, short string) string {
	at := len(name)
	for _, letter := range slices.Backward([]rune(short)) {
		at = strings.LastIndexAny(name[:at], " -")
		if at+1 >= len(name) || rune(name[at+1]) != letter {
			return ""
		}
		at = max(at, 0)
	}
	return strings.ToLower(strings.TrimLeft(name[at:], " -"))
}

// contacts are those of the actions and steps of the answer, each once by its name.
func (m *making) contacts() []*recommendation.Contact {
	var out []*recommendation.Contact
	add := func(c *recommendation.Contact) {
		if c != nil && !slices.ContainsFunc(out, func(x *recommendation.Contact) bool { return x.Name == c.Name }) {
			out = append(out, c)
		}
	}
	for _, a := range m.f.Actions {
		add(a.Contact)
	}
	for _, s := range m.f.Pathway {
		add(s.Contact)
	}
	return out
}
