package scenariofile

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/recommendation"
	"windscreen/engine/scenario"
)

// entry is an entry of a list that names a rule, and may say what the answer must say of
// it beyond its state.
type entry interface {
	name() shape.Text
	traits() []trait
}

// trait is one thing that an answer says of an escalation, a service or a step: the key
// under which a scenario expects it, and the value expected, which may be left out.
type trait struct {
	key  string
	want shape.Text
}

// The keys of traits.
const (
	traitAgreement = "agreement"
	traitImmediate = "immediate"
	traitFirst     = "first"
	traitForce     = "force"
	traitContact   = "contact"
)

func (x Escalation) name() shape.Text { return x.ID }
func (x Service) name() shape.Text    { return x.ID }
func (x Step) name() shape.Text       { return x.ID }

func (x Escalation) traits() []trait {
	return []trait{
		{traitAgreement, x.Agreement.Text()},
		{traitImmediate, yesOrNo(x.Immediate)},
		{traitFirst, yesOrNo(x.First)},
		{traitContact, x.Contact},
	}
}

func (x Service) traits() []trait {
	return []trait{{traitAgreement, x.Agreement.Text()}, {traitContact, x.Contact}}
}

func (x Step) traits() []trait {
	return []trait{{traitForce, x.Force.Text()}, {traitContact, x.Contact}}
}

// yesOrNo is true or false as a text, where it was given.
func yesOrNo(b shape.Bool) shape.Text {
	if !b.IsSet() {
		return shape.Text{}
	}
	return shape.Text{Value: strconv.FormatBool(b.Value), Node: b.Node}
}

// names are the names in a list; that one is missing is reported with the shape.
func names[T entry](list []T) []shape.Text {
	var out []shape.Text
	for _, x := range list {
		if x.name().IsSet() {
			out = append(out, x.name())
		}
	}
	return out
}

// says reads what a list expects of its entries beyond their state. Whether they are in
// that state is a check of its own; of what the answer does not show nothing is asked.
func says[T entry](e *expecting, list string, entries []T) {
	for _, x := range entries {
		r := e.named(x.name().Value)
		if r == nil {
			continue // reported with the states
		}
		for _, t := range x.traits() {
			if !t.want.IsSet() || t.key == traitContact && !e.contact(t.want) {
				continue
			}
			// Of several children, one that the answer shows it for is enough.
			most := func(a *answer) int64 {
				shown := a.shows(r)
				return boolean(shown != nil) + boolean(shown != nil && shown[t.key] == t.want.Value)
			}
			e.checkMost(list, t.want.Node, most, func(a *answer) *scenario.Failure {
				shown := a.shows(r)
				if shown == nil || shown[t.key] == t.want.Value {
					return nil
				}
				return a.failure(called(x.name(), r)+" has "+t.key+": "+t.want.Value, "it has "+saysTrait(t.key, shown[t.key]), r)
			})
			e.explained(readsRule, r.ID)
		}
	}
}

// saysTrait puts a trait of the answer in words.
func saysTrait(key, value string) string {
	if value == "" {
		return "no " + key + " of its own"
	}
	return key + ": " + value
}

// firstIsImmediate reports escalations that are to come first and yet wait, which no
// rule can have.
func (e *expecting) firstIsImmediate(list []Escalation) {
	for _, x := range list {
		if x.First.Value && x.Immediate.IsSet() && !x.Immediate.Value {
			e.fault(x.Immediate.Node, diagnostic.Conflict, source.Clip(x.ID.Value)+" cannot come first without being immediate",
				"keep one of the two")
		}
	}
}

// contact checks that the policy has a contact of this name.
func (e *expecting) contact(t shape.Text) bool {
	if e.policy.Contacts[t.Value] != nil {
		return true
	}
	known := slices.Sorted(maps.Keys(e.policy.Contacts))
	remedy := "remove it"
	if len(known) > 0 {
		remedy = cmp.Or(source.DidYouMean(t.Value, known), "its contacts are "+someOf(known))
	}
	e.lacks(t.Node, diagnostic.UnknownName, fmt.Sprintf("%s has no contact called %s", e.policy.ID, source.Clip(t.Value)), remedy)
	return false
}

// shows is what the answer says of an escalation, a service or a step, by the keys of
// traits; nil where it does not show the rule.
func (a *answer) shows(r *policy.Rule) map[string]string {
	for i := range a.explained.Escalations {
		if s := &a.explained.Escalations[i]; s.ID == r.ID {
			return map[string]string{traitAgreement: string(s.Agreement), traitImmediate: strconv.FormatBool(s.Immediate),
				traitFirst: strconv.FormatBool(a.first(r)), traitContact: contactID(s.Contact)}
		}
	}
	for i := range a.explained.Services {
		if s := &a.explained.Services[i]; s.ID == r.ID {
			return map[string]string{traitAgreement: string(s.Agreement), traitContact: contactID(s.Contact)}
		}
	}
	for i := range a.explained.Pathway {
		if s := &a.explained.Pathway[i]; s.ID == r.ID {
			return map[string]string{traitForce: string(s.Force), traitContact: contactID(s.Contact)}
		}
	}
	return nil
}

// first reports whether an escalation is done before anything else; an answer shows it
// by its order alone.
func (a *answer) first(r *policy.Rule) bool {
	return slices.ContainsFunc(a.policy.Escalations, func(x *policy.Escalation) bool { return x.ID == r.ID && x.First })
}

func contactID(c *recommendation.Contact) string {
	if c == nil {
		return ""
	}
	return c.ID
}
