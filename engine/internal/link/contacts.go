package link

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/room"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// contacts links whom to call, from each policy.yaml and from the files of rules.
func (k *linker) contacts() {
	for _, part := range k.Parts {
		k.contactsOf(part, part.File, part.Policy.Contacts)
		for _, f := range part.Rules {
			k.contactsOf(part, f.File, f.Shape.Contacts)
		}
	}
}

// contactsOf links the contacts of one file.
func (k *linker) contactsOf(part *ruleroot.Draft, f *source.File, contacts shape.Map[rulefile.ContactEntry]) {
	for e := range room.While(&k.Room, contacts.Entries) {
		if _, ok := k.p.Contacts[e.Key.Value]; ok {
			k.At(f, e.Key.Node, diagnostic.DuplicateID, fmt.Sprintf("two contacts are called %s", e.Key.Value), "give each its own name")
		}
		c := e.Value
		answered, outOfHours := k.hours(f, c)
		contact := &policy.Contact{
			ID:         e.Key.Value,
			Name:       c.Name.Value,
			Phone:      k.phone(f, "phone", c.Phone),
			OutOfHours: k.phone(f, "out_of_hours", c.OutOfHours),
			Urgent:     k.phone(f, "urgent", c.Urgent),
			Email:      c.Email.Value,
			Hours:      c.Hours.Value,
			Web:        k.address(f, "web", c.Web),
			Form:       k.address(f, "form", c.Form),
			Answered:   answered, OutOfHoursAnswered: outOfHours,
			SocialCare: c.SocialCare,
			AsPrinted:  c.AsPrinted.Value,
			Cite:       k.citations(policy.Citation{Policy: part.ID, Kind: term.CitingContact, ID: e.Key.Value}, f, c.Cite),
		}
		k.earlier(f, c.Earlier, contact)
		k.p.Contacts[e.Key.Value] = contact
	}
}

// earlier reads what a contact was called up to some day.
func (k *linker) earlier(f *source.File, e *rulefile.EarlierName, c *policy.Contact) {
	if e == nil {
		return
	}
	_, last, faults := ruleroot.Days(f, rulefile.InForce{To: e.To})
	for _, d := range faults {
		k.Report(d)
	}
	if last != nil {
		c.EarlierName, c.EarlierTo = e.Name.Value, last.Format(time.DateOnly)
	}
}

// contact finds a contact by name; empty means none.
func (k *linker) contact(f *source.File, t shape.Text) *policy.Contact {
	if t.Value == "" {
		return nil
	}
	c := k.p.Contacts[t.Value]
	if c == nil {
		k.At(f, t.Node, diagnostic.UnknownName, fmt.Sprintf("there is no contact called %s", t.Value),
			source.DidYouMean(t.Value, slices.Sorted(maps.Keys(k.p.Contacts))))
	}
	return c
}
