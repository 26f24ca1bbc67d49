package link

import (
	"fmt"
	"maps"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/room"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// forFamily adds to rules what the copy for the family says of them. What the policy says of a rule
// comes in place of what a policy built on says of it.
func (k *linker) forFamily() {
	for _, part := range k.Parts {
		seen := map[string]bool{}
		for _, f := range part.Rules {
			for e := range room.While(&k.Room, f.Shape.ForFamily.Entries) {
				again := seen[e.Key.Value]
				seen[e.Key.Value] = true
				if r := k.toldRule(f.File, part.ID, e.Key, again, "for_family"); r != nil {
					r.Family = k.told(f.File, r, e)
				}
			}
		}
	}
}

// toldRule is the rule that an entry of a policy under some key is about, or nil.
func (k *linker) toldRule(f *source.File, id string, key shape.Text, again bool, under string) *policy.Rule {
	r := k.ids[key.Value]
	switch {
	case r == nil:
		k.At(f, key.Node, diagnostic.UnknownName, fmt.Sprintf("there is no rule called %s", key.Value),
			source.DidYouMean(key.Value, slices.Sorted(maps.Keys(k.ids))))
		return nil
	case k.replaced[r.ID] && id == k.Draft.ID:
		k.At(f, key.Node, diagnostic.Conflict, fmt.Sprintf("another rule replaces %s", r.ID), "name the rule that replaces it")
		return nil
	case again:
		k.At(f, key.Node, diagnostic.DuplicateID, fmt.Sprintf("%s stands twice under %s", r.ID, under), "keep one")
		return nil
	}
	return r
}

// told is what an entry says to the family, where the copy has a place for it.
func (k *linker) told(f *source.File, r *policy.Rule, e shape.Entry[rulefile.FamilyEntry]) *policy.ForFamily {
	out := &policy.ForFamily{Says: k.slots(f, "says", e.Value.Says), Answered: e.Value.Answered, NoCopy: e.Value.NoCopy,
		Ring: k.contact(f, e.Value.Ring)}
	if out.Answered && out.Says == "" {
		k.At(f, e.Key.Node, diagnostic.Conflict, fmt.Sprintf("of %s the copy for the family says nothing", r.ID),
			"write says:, or take answered: out")
	}
	has := out.Says != "" || out.Ring != nil
	switch r.Kind {
	case term.KindConsent, term.KindEscalation, term.KindPathway:
		if has == out.NoCopy && !e.Value.Ring.IsSet() {
			k.At(f, e.Key.Node, diagnostic.Conflict,
				fmt.Sprintf("of %s the copy for the family either says something, or there is no copy", r.ID),
				"write says: or no_copy: true")
		}
		return out
	case term.KindLevel:
		if out.Says != "" && out.Ring == nil && !out.NoCopy && !out.Answered {
			return out
		}
		k.At(f, e.Key.Node, diagnostic.Misplaced, "of a level the copy for the family says what help it is, and nothing else",
			"write says: alone")
	case term.KindIndicator, term.KindGround, term.KindService, term.KindCaution:
		k.At(f, e.Key.Node, diagnostic.Misplaced, fmt.Sprintf("%s %s is not in the copy for the family", article(r.Kind), r.Kind),
			"take it out")
	}
	return nil
}
