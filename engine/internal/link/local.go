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

// local adds what the document says of rules of the policies that it builds on, once it is
// known which of them it replaces.
func (k *linker) local() {
	seen := map[string]bool{}
	for _, f := range k.Draft.Rules {
		for e := range room.While(&k.Room, f.Shape.Local.Entries) {
			if r := k.localRule(f.File, e.Key, seen); r != nil {
				k.localise(f.File, r, e.Value)
			}
		}
	}
}

// localRule is the shared rule that an entry is about, or nil.
func (k *linker) localRule(f *source.File, key shape.Text, seen map[string]bool) *policy.Rule {
	refuse := func(code diagnostic.Code, message, remedy string) *policy.Rule {
		k.At(f, key.Node, code, message, remedy)
		return nil
	}
	r, again := k.ids[key.Value], seen[key.Value]
	seen[key.Value] = true
	switch {
	case k.Draft.Shared():
		return refuse(diagnostic.Misplaced, "a shared policy builds on no other and has nothing to add",
			"write it in the policies that build on this one")
	case r == nil:
		return refuse(diagnostic.UnknownName, fmt.Sprintf("no policy built on has a rule called %s", key.Value),
			source.DidYouMean(key.Value, k.sharedRules()))
	case r.Origin == k.Draft.ID:
		return refuse(diagnostic.Misplaced, fmt.Sprintf("%s is a rule of this policy itself", r.ID), "write it in the rule")
	case k.replaced[r.ID]:
		return refuse(diagnostic.Conflict, fmt.Sprintf("another rule replaces %s", r.ID),
			"write it in the rule that replaces it, or take out replaces")
	case again:
		return refuse(diagnostic.DuplicateID, fmt.Sprintf("%s stands twice under local", r.ID), "keep one")
	}
	return r
}

// localise adds to a shared rule what the document says of it.
func (k *linker) localise(f *source.File, r *policy.Rule, e rulefile.LocalEntry) {
	own := k.citations(policy.Citation{Policy: k.Draft.ID, Kind: term.CitingRule, ID: r.ID}, f, e.Cite)
	for _, c := range e.Cite {
		if clause, ok := k.p.Clauses[c.Value]; ok && clause.Origin != k.Draft.ID {
			k.At(f, c.Node, diagnostic.Misplaced, fmt.Sprintf("%s is not a clause of this document", c.Value),
				"cite a clause of the document's own; without one, leave the rule as it is, which the answer marks as national")
		}
	}
	r.Cite = slices.Concat(own, r.Cite)
	k.fitsHere(f, r, e.Says, e.Short)
	put(&r.Short, k.short(f, r.Kind, e.Short))
	if sameCall := k.sameCall(f, r, e.SameCall); e.Short.IsSet() { // another text is another part of a call, or none
		r.SameCall = sameCall
	} else {
		put(&r.SameCall, sameCall)
	}
	if len(e.Does) > 0 {
		r.Does = k.does(f, r, e.Does)
	}
	if safe := k.safe(f, r.Kind, e.Short, e.Safe); e.Short.IsSet() {
		r.Safe = safe
	}
	contact := k.contact(f, e.Contact)
	says := e.Says.Value
	switch x := k.whole(r).(type) {
	case *policy.Line:
		put(&x.Says, says)
		if e.Short.IsSet() {
			x.Joined, x.Unnamed, x.Behind, x.Waiting = "", "", "", ""
		}
		k.waiting(f, x, e.Waiting)
		k.answeredTexts(f, x, e.Short, e.AnsweredTexts)
	case *policy.Caution:
		put(&x.Says, says)
	case *policy.Escalation:
		put(&x.Action, says)
		put(&x.Contact, contact)
		return
	case *policy.Step:
		put(&x.Says, says)
		put(&x.Contact, contact)
		return
	case *policy.Service:
		put(&x.Says, says)
		put(&x.Contact, contact)
		return
	default:
		if e.Says.IsSet() {
			k.At(f, e.Says.Node, diagnostic.Misplaced,
				fmt.Sprintf("%s %s says nothing that could be put otherwise", article(r.Kind), r.Kind), "take out says")
		}
	}
	if e.Contact.IsSet() {
		k.At(f, e.Contact.Node, diagnostic.Misplaced, fmt.Sprintf("%s %s has no contact", article(r.Kind), r.Kind), "take out contact")
	}
}

// put sets a value, if there is one to set.
func put[T comparable](at *T, value T) {
	var none T
	if value != none {
		*at = value
	}
}

// whole is a rule after the level with all that its kind adds; nil for a rule up to it.
func (k *linker) whole(r *policy.Rule) any {
	switch r.Kind {
	case term.KindConsent:
		return found(k.p.Consent, r)
	case term.KindEscalation:
		return found(k.p.Escalations, r)
	case term.KindPathway:
		return found(k.p.Pathway, r)
	case term.KindService:
		return found(k.p.Services, r)
	case term.KindCaution:
		return found(k.p.Cautions, r)
	case term.KindIndicator, term.KindGround, term.KindLevel:
	}
	return nil
}

// found finds a rule in a list of its kind.
func found[T interface{ Base() *policy.Rule }](list []T, r *policy.Rule) any {
	if i := slices.IndexFunc(list, func(x T) bool { return x.Base() == r }); i >= 0 {
		return list[i]
	}
	return nil
}

// sharedRules are the ids of the rules of the policies built on.
func (k *linker) sharedRules() []string {
	var ids []string
	for _, r := range k.all {
		if r.Origin != k.Draft.ID {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// national marks each rule that rests on law or national guidance and on no clause of the
// document.
func (k *linker) national() {
	national := map[string]bool{}
	for _, part := range k.Parts {
		national[part.ID] = part.Policy.National
		if part.Policy.National && !part.Shared() {
			k.At(part.File, part.Anchor(), diagnostic.Misplaced, "a document is not national: it speaks for one council",
				"take out national")
		}
	}
	from := func(r *policy.Rule, which func(origin string) bool) bool {
		return slices.ContainsFunc(r.Cite, func(id string) bool { return which(k.p.Clauses[id].Origin) })
	}
	for _, r := range k.p.Rules {
		r.National = from(r, func(origin string) bool { return national[origin] }) &&
			!from(r, func(origin string) bool { return origin == k.Draft.ID })
	}
}
