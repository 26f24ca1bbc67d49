package page

import (
	"windscreen/engine/family"
	"windscreen/engine/recommendation"
)

// Copy is the copy for the family as JSON and YAML hold it: the page that may be handed over, and nothing
// of the answer that it was made from.
type Copy struct {
	// Format is the version of this structure; it grows when a key changes meaning.
	Format int `json:"format"`
	// Page is the page to hand over.
	Page *Page `json:"page"`
}

// CopyOf is the copy for the family as data; for one child of it if a label is given. The error is that of
// ForFamily.
func CopyOf(a *family.Answer, label string) (*Copy, error) {
	var p *Page
	var err error
	if label == "" {
		p, err = ForFamily(a)
	} else {
		p, err = ForFamilyOf(a, label)
	}
	if err != nil {
		return nil, err
	}
	return &Copy{Format: recommendation.FormatVersion, Page: p}, nil
}
