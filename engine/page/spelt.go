package page

import (
	"slices"
	"strings"

	"windscreen/engine/recommendation"
)

// leastShort is how many letters a short form has at the least.
const leastShort = 3

// abbreviated cuts the short form off the end of the name of a contact: "Multi-Agency Safeguarding Hub (MASH)". It is
// empty if there is none.
func abbreviated(contact string) (name, short string) {
	rest, closed := strings.CutSuffix(contact, ")")
	at := strings.LastIndex(rest, " (")
	if !closed || at < 0 {
		return contact, ""
	}
	name, short = rest[:at], rest[at+len(" ("):]
	capital := func(r rune) bool { return r >= 'A' && r <= 'Z' }
	if len(short) < leastShort || strings.ContainsFunc(short, func(r rune) bool { return !capital(r) }) {
		return contact, ""
	}
	return name, short
}

// mentioned is where a short form stands in a text as a word by itself, or -1.
func mentioned(text, short string) int {
	letter := func(i int) bool {
		return i >= 0 && i < len(text) &&
			(text[i] == '_' || text[i] >= '0' && text[i] <= '9' || text[i]|0x20 >= 'a' && text[i]|0x20 <= 'z')
	}
	for from := 0; ; {
		at := strings.Index(text[from:], short)
		if at < 0 {
			return -1
		}
		if at += from; !letter(at-1) && !letter(at+len(short)) {
			return at
		}
		from = at + 1
	}
}

// spellOut writes behind the first mention of a contact's short form, in the steps, what it stands for, as the
// contact's name has it. It does so only if the page still fits the screen.
func spellOut(p *Page, contacts []*recommendation.Contact) {
	for _, c := range contacts {
		name, short := abbreviated(c.Name)
		if short == "" {
			continue
		}
		words := standsFor(name, short)
		if words == "" {
			continue
		}
		for i, e := range p.Steps.Entries {
			at := mentioned(e.Text, short)
			if at < 0 {
				continue
			}
			before, after := e.Text[:at+len(short)], e.Text[at+len(short):]
			p.Steps.Entries[i].Text = before + " (" + words + ")" + after
			if strings.HasPrefix(after, "’") || strings.HasPrefix(after, "'") || Lines(p) > Height {
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
