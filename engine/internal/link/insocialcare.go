package link

import (
	"fmt"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/room"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// inSocialCare adds to rules what they say to a reader in children's social care. What the policy says of a rule
// comes in place of what a policy built on says of it.
func (k *linker) inSocialCare() {
	for _, part := range k.Parts {
		seen := map[string]bool{}
		for _, f := range part.Rules {
			for e := range room.While(&k.Room, f.Shape.Inside.Entries) {
				again := seen[e.Key.Value]
				seen[e.Key.Value] = true
				if r := k.toldRule(f.File, part.ID, e.Key, again, "in_social_care"); r != nil {
					r.Inside = k.inside(f.File, r, e)
				}
			}
		}
	}
}

// inside is what an entry says to them, if the rule says anything to them.
func (k *linker) inside(f *source.File, r *policy.Rule, e shape.Entry[rulefile.InsideEntry]) *policy.Inside {
	refuse := func(message string) *policy.Inside {
		k.At(f, e.Key.Node, diagnostic.Misplaced, message, "take it out")
		return nil
	}
	out := &policy.Inside{Says: e.Value.Says.Value, Short: k.short(f, r.Kind, e.Value.Short), Does: k.does(f, r, e.Value.Does),
		SameCall: k.sameCall(f, r, e.Value.SameCall)}
	switch x := k.whole(r).(type) {
	case *policy.Line:
		if !x.Answer.Single() && r.Short != "" && !e.Value.Short.IsSet() { // the first screen shows of a list only what is short
			k.At(f, e.Key.Node, diagnostic.MissingKey, fmt.Sprintf("%s has a short text, and this has none", r.ID), "add short:")
		}
		if e.Value.Contact.IsSet() {
			k.At(f, e.Value.Contact.Node, diagnostic.Misplaced,
				fmt.Sprintf("%s %s has no contact", article(r.Kind), r.Kind), "take out contact")
		}
		fitsLine(k.Report, f, x.Answer, e.Value.Says, e.Value.Short)
	case *policy.Escalation:
		if forOthers(x.By) {
			return refuse(fmt.Sprintf("%s is for nobody in children's social care", r.ID))
		}
		fits(k.Report, f, e.Value.Says, e.Value.Short, roomForStep)
		out.Contact = k.contact(f, e.Value.Contact)
	case *policy.Step:
		if forOthers(x.By) {
			return refuse(fmt.Sprintf("%s is for nobody in children's social care", r.ID))
		}
		fits(k.Report, f, e.Value.Says, e.Value.Short, roomForStep)
		out.Contact = k.contact(f, e.Value.Contact)
	default:
		return refuse(fmt.Sprintf("%s %s says the same to every reader", article(r.Kind), r.Kind))
	}
	return out
}

// forOthers reports whether those who do something are named, and none of them is in children's social care.
func forOthers(by []term.Doer) bool {
	return len(by) > 0 && !slices.Contains(by, term.DoerFrontDoor) && !slices.Contains(by, term.DoerSocialWorker)
}
