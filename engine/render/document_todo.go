package render

import (
	"fmt"

	"windscreen/engine/document"
	"windscreen/engine/internal/english"
	"windscreen/engine/term"
)

// actions are what must be done at once, then what has a time, then the rest.
func (in *documentInHTML) actions() []documentGroup {
	out := []documentGroup{{Heading: "At once"}, {Heading: "By a time"}, {Heading: "With no time given"}}
	for _, a := range in.Actions {
		rule := in.rule(a.Rule, a.Says)
		if a.Who != "" {
			rule.Notes = append(rule.Notes, english.Stopped("Who: "+a.Who))
		}
		for _, due := range a.Due {
			rule.Notes = append(rule.Notes, english.Stopped("Limit: "+due.Says)+" ["+due.Cite+"]")
		}
		rule.Contact = in.contact(a.Contact)
		at := 2
		switch {
		case a.Immediate:
			at = 0
		case len(a.Due) > 0:
			at = 1
		}
		out[at].Rules = append(out[at].Rules, rule)
	}
	return out
}

// contact is a link to whom to call.
func (in *documentInHTML) contact(id string) documentLink {
	if id == "" {
		return documentLink{}
	}
	return documentLink{Anchor: "contact-" + id, Text: in.contacts[id]}
}

// pathway are the parts of the way to help.
func (in *documentInHTML) pathway() []documentGroup {
	var out []documentGroup
	for _, part := range term.TableOf[term.Part]().Values() {
		group := documentGroup{Heading: english.UpperFirst(inWords(part))}
		for _, s := range in.Pathway {
			if s.Part != part {
				continue
			}
			rule := in.rule(s.Rule, s.Says)
			rule.Notes = append([]string{english.Stopped(english.UpperFirst(inWords(s.Force)))}, rule.Notes...)
			rule.Contact = in.contact(s.Contact)
			group.Rules = append(group.Rules, rule)
		}
		if len(group.Rules) > 0 {
			out = append(out, group)
		}
	}
	return out
}

// services are those of the directory by the level at which it lists them.
func (in *documentInHTML) services() []documentGroup {
	var out []documentGroup
	for _, l := range append(in.Levels[:len(in.Levels):len(in.Levels)], document.Level{Name: "Listed at no level"}) {
		group := documentGroup{Heading: l.Name}
		if l.Level != 0 {
			group.Heading = fmt.Sprintf("Listed at level %d, %s", l.Level, l.Name)
		}
		for _, s := range in.Document.Services {
			if s.ListedAt == l.Level {
				rule := in.rule(s.Rule, s.Says)
				rule.Contact = in.contact(s.Contact)
				group.Rules = append(group.Rules, rule)
			}
		}
		if len(group.Rules) > 0 {
			out = append(out, group)
		}
	}
	return out
}
