package page

import (
	"windscreen/engine/family"
	"windscreen/engine/recommendation"
)

// Copy is the copy for the family, or for one person, as JSON and YAML hold it: the page that may be handed over, and nothing
// else of the answer that it was made from.
type Copy struct {
	// Format is the version of this structure; it grows when a key changes meaning.
	Format int `json:"format"`
	// Kind is always "copy".
	Kind string `json:"kind"`
	// Page is the page to hand over.
	Page *Page `json:"page"`
	// HowToHand says to the practitioner how to hand over the copy; it is not for the family to read. Only the HTTP
	// API fills it in: the command writes it on standard error instead. It is absent where the rules say nothing of it.
	HowToHand []string `json:"how_to_hand,omitempty"`
}

// CopyOf is the copy for the family as data; for one child of it if a label is given. The error is that of
// ForFamily.
func CopyOf(a *family.Answer, label string) (*Copy, error) {
	if label == "" {
		return asCopy(ForFamily(a))
	}
	return asCopy(ForFamilyOf(a, label))
}

// CopyFor is the copy for one person as data, about one child of the family if a label is given; without a person it is
// CopyOf. The error is that of ForPerson.
func CopyFor(a *family.Answer, label, person string) (*Copy, error) {
	if person == "" {
		return CopyOf(a, label)
	}
	return asCopy(ForPerson(a, label, person))
}

// asCopy is a page that may be handed over, as data.
func asCopy(p *Page, err error) (*Copy, error) {
	if err != nil {
		return nil, err
	}
	return &Copy{Format: recommendation.FormatVersion, Kind: KindCopy, Page: p}, nil
}
