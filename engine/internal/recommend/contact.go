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
	if !b.explains() {
		return &recommendation.Contact{ID: c.ID}
	}
	name := c.Name
	if b.c != nil && c.EarlierName != "" && b.day(b.c.AsOf) <= c.EarlierTo { // a document on its own has no case
		name = c.EarlierName
	}
	return &recommendation.Contact{ID: c.ID, Name: name, Phone: c.Phone, OutOfHours: c.OutOfHours, Urgent: c.Urgent, Email: c.Email,
		Hours: c.Hours, Web: c.Web, Form: c.Form, AsPrinted: c.AsPrinted, SocialCare: c.SocialCare, Cite: b.cite(c.Cite),
		Now: b.answering(c)}
}

// forFamily is what the copy for the family says of a rule, or nil.
func (b *builder) forFamily(f *policy.ForFamily) *recommendation.ForFamily {
	if f == nil {
		return nil
	}
	return &recommendation.ForFamily{Says: b.filled(f.Says), Ring: b.contact(f.Ring), Answered: f.Answered, NoCopy: f.NoCopy}
}
