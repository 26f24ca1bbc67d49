package recommend

import (
	"windscreen/engine/internal/policy"
	"windscreen/engine/recommendation"
)

// contact is whom to call, or nil.
func (b *builder) contact(c *policy.Contact) *recommendation.Contact {
	if c == nil {
		return nil
	}
	own := &cut(&b.scratch.contacts, 1, roomForContacts)[0]
	if !b.explains() {
		own.ID = c.ID
		return own
	}
	name := c.Name
	if b.c != nil && c.EarlierName != "" && b.today() <= c.EarlierTo { // a document on its own has no case
		name = c.EarlierName
	}
	*own = recommendation.Contact{ID: c.ID, Name: name, Phone: c.Phone, OutOfHours: c.OutOfHours, Urgent: c.Urgent, Email: c.Email,
		Hours: c.Hours, Web: c.Web, Form: c.Form, AsPrinted: c.AsPrinted, SocialCare: c.SocialCare, Cite: b.cite(c.Cite),
		Now: b.answering(c)}
	return own
}

// forFamily is what the copy for the family says of a rule, or nil.
func (b *builder) forFamily(f *policy.ForFamily) *recommendation.ForFamily {
	if f == nil {
		return nil
	}
	return &recommendation.ForFamily{Says: b.filled(f.Says), Ring: b.contact(f.Ring), Answered: f.Answered, NoCopy: f.NoCopy}
}
