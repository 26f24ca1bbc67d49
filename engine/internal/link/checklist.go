package link

import (
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/room"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// checklist collects what the policies built on ask of a document, and what this one
// answers, when its rules are known.
func (k *linker) checklist() {
	for _, part := range k.Parts {
		for _, f := range part.Rules {
			for e := range room.While(&k.Room, f.Shape.Checklist) {
				k.item(part, f.File, e)
			}
		}
	}
	answers := k.Draft.Policy.Checklist
	if k.Draft.Shared() && len(answers.Entries) > 0 {
		k.At(k.Draft.File, answers.Entries[0].Key.Node, diagnostic.Misplaced, "a shared policy cannot answer a checklist",
			"write the items under checklist: in a file of rules")
		return
	}
	for e := range room.While(&k.Room, answers.Entries) {
		i := slices.IndexFunc(k.p.Checklist, func(o policy.Item) bool { return o.ID == e.Key.Value })
		if i < 0 {
			k.At(k.Draft.File, e.Key.Node, diagnostic.UnknownName, fmt.Sprintf("no checklist asks for %s", e.Key.Value),
				k.nearestItem(e.Key.Value))
			continue
		}
		k.answer(&k.p.Checklist[i], e.Key, e.Value)
	}
}

// item reads one thing that a document must set out.
func (k *linker) item(part *ruleroot.Draft, f *source.File, e rulefile.ItemEntry) {
	switch {
	case e.ID.Value == "":
		return
	case !part.Shared():
		k.At(f, e.ID.Node, diagnostic.Misplaced, "a council's policy cannot have its own checklist",
			"write the items in a shared policy, and answer them under checklist: in policy.yaml")
		return
	case !idPattern().MatchString(e.ID.Value):
		k.At(f, e.ID.Node, diagnostic.BadName, fmt.Sprintf("%q cannot be the id of an item", e.ID.Value),
			"use lower-case letters and digits, joined by dots and hyphens")
	case slices.ContainsFunc(k.p.Checklist, func(o policy.Item) bool { return o.ID == e.ID.Value }):
		k.At(f, e.ID.Node, diagnostic.DuplicateID, fmt.Sprintf("two items are called %s", e.ID.Value), "keep one")
		return
	}
	at := k.Draft.Anchor()
	if n := k.Draft.Policy.Checklist.Node; n != nil {
		at = n
	}
	// A checklist changes no answer, so that it may look ahead to law not in force.
	cite := k.cite(policy.Citation{Policy: part.ID, Kind: term.CitingChecklist, ID: e.ID.Value}, f, e.Cite)
	k.p.Checklist = append(k.p.Checklist, policy.Item{ID: e.ID.Value, Title: e.Title.Value, Origin: part.ID, Cite: cite,
		File: k.Draft.File.Name, Start: place(k.Draft.File, at)})
}

// answer reads how the document answers an item.
func (k *linker) answer(item *policy.Item, key shape.Text, e rulefile.ItemAnswer) {
	f := k.Draft.File
	item.Start = place(f, key.Node)
	item.Note, item.Gap = e.Note.Value, e.Gap.Value
	switch {
	case len(e.Rules) > 0 && e.Gap.IsSet():
		k.At(f, e.Gap.Node, diagnostic.Conflict, fmt.Sprintf("%s has both rules and a gap", item.ID),
			"keep one; write what the rules leave open in note:")
	case len(e.Rules) == 0 && !e.Gap.IsSet() && e.Here.Node != nil:
		k.At(f, key.Node, diagnostic.MissingKey, fmt.Sprintf("the answer to %s has neither rules nor a gap", item.ID),
			"write rules: with the ids of the rules that answer it, or gap: with the reason why there are none")
	case e.Note.IsSet() && e.Gap.IsSet():
		k.At(f, e.Note.Node, diagnostic.Misplaced, "a note needs rules that answer", "write it in gap:")
	}
	for i, t := range e.Rules {
		switch r := k.ruleOf(t.Value); {
		case strings.ContainsAny(t.Value, "*?"):
			k.At(f, t.Node, diagnostic.UnknownName, fmt.Sprintf("%s is not the id of a rule", t.Value),
				"name each rule by its id: a pattern would still match after the rules that answer are gone")
		case r == nil:
			k.At(f, t.Node, diagnostic.UnknownName, fmt.Sprintf("%s has no rule called %s", k.p.ID, t.Value),
				source.DidYouMean(t.Value, k.ruleIDs()))
		case slices.ContainsFunc(e.Rules[:i], func(o shape.Text) bool { return o.Value == t.Value }):
			k.At(f, t.Node, diagnostic.DuplicateID, fmt.Sprintf("%s is named twice", t.Value), "name it once")
		default:
			item.Rules = append(item.Rules, r)
		}
	}
}

// ruleOf finds a rule of the policy by id, those that were replaced left out.
func (k *linker) ruleOf(id string) *policy.Rule {
	i := slices.IndexFunc(k.p.Rules, func(r *policy.Rule) bool { return r.ID == id })
	if i < 0 {
		return nil
	}
	return k.p.Rules[i]
}

// ruleIDs are the ids of the policy's rules.
func (k *linker) ruleIDs() []string {
	out := make([]string, len(k.p.Rules))
	for i, r := range k.p.Rules {
		out[i] = r.ID
	}
	return out
}

// nearestItem says which items there are.
func (k *linker) nearestItem(id string) string {
	var ids []string
	for _, i := range k.p.Checklist {
		ids = append(ids, i.ID)
	}
	if near := source.DidYouMean(id, ids); near != "" || len(ids) == 0 {
		return near
	}
	return "the items are " + strings.Join(ids, ", ")
}
