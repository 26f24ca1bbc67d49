package recommend

import (
	"cmp"

	"windscreen/engine/internal/policy"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// inside is what a rule says to the reader in place of its own words; nil where it says the same to everybody. A list of
// services without a case has no reader.
func (b *builder) inside(r *policy.Rule) *policy.Inside {
	if b.c != nil && b.c.Reader.InSocialCare() {
		return r.Inside
	}
	return nil
}

// toReader is what a rule says to the reader; own is what it says to whoever has no words of their own.
func (b *builder) toReader(r *policy.Rule, own string) string {
	if in := b.inside(r); in != nil {
		return in.Says
	}
	return own
}

// shortToReader is what the first screen says in place of that; empty where that fits.
func (b *builder) shortToReader(r *policy.Rule) string {
	if in := b.inside(r); in != nil {
		return in.Short
	}
	return r.Short
}

// sameCallToReader is what the first screen says as part of a call that another rule makes; empty where it is a call of its own.
func (b *builder) sameCallToReader(r *policy.Rule) string {
	if in := b.inside(r); in != nil {
		return in.SameCall
	}
	return r.SameCall
}

// waitingToReader is what the first screen says in place of the reason while telling or sharing waits.
func (b *builder) waitingToReader(l *policy.Line) string {
	if b.c != nil && b.c.Reader.InSocialCare() {
		return cmp.Or(l.WaitingInside, l.Waiting)
	}
	return l.Waiting
}

// safeToReader is what the first screen says where telling the family is safe; empty where that is the same.
func (b *builder) safeToReader(r *policy.Rule) string {
	if b.inside(r) != nil {
		return ""
	}
	return r.Safe
}

// doesToReader is what the rule does on the reader's first screen.
func (b *builder) doesToReader(r *policy.Rule) []term.Deed {
	if in := b.inside(r); in != nil && in.Does != nil {
		return in.Does
	}
	return r.Does
}

// contactTo is whom the reader calls; own is whom anybody else does.
func (b *builder) contactTo(r *policy.Rule, own *policy.Contact) *recommendation.Contact {
	if in := b.inside(r); in != nil {
		own = in.Contact
	}
	return b.contact(own)
}
