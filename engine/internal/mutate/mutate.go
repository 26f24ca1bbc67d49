// Package mutate makes small changes to the rules of a policy: each is what an author could
// write by a slip, such as a part left out, one rung up, or another strength. Whether anything
// notices them shows what scenarios are worth.
//
// Of lists the changes of a policy, each with the rule that it is made to, its kind, and words
// for people. Apply makes the changed policy. Its rules stand at the same places as before, so
// that results can be compared by Rule.Index. It shares with the policy whatever the change
// leaves alone, and like any policy it is immutable.
//
// A changed condition is a changed tree, of which the text is printed and bound anew, as an
// author would have written it. So evaluators that read the tree and those that compile the
// text evaluate the same.
//
// A change need not make a difference to any case. This package does not say which do.
package mutate

import (
	"fmt"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// Target is what a change is made to.
type Target uint8

// The targets.
const (
	Rule Target = iota
	Condition
	Parameter
)

// Change is one small change.
type Change struct {
	// Target is what it is made to, and ID the id of the rule, or the name of the condition or
	// parameter. Origin is the policy that this is from.
	Target     Target
	ID, Origin string
	// Rule is the kind of rule; empty for conditions and parameters.
	Rule term.Kind
	Kind term.Change
	// From is what stands there, and Into what stands in its place, as authors write it. Into
	// is empty where something is left out.
	From, Into string
	// Part is the part of a condition that is changed; nil where something else is. Unless is whether it is of what the rule has
	// under unless.
	Part   *lang.Node
	Unless bool
	// Nth counts changes of one target that read alike, from 1: of a part that stands there
	// several times. It is 0 where there is no other.
	Nth int
	// File and Start are where the rule, the condition or the parameter stands.
	File  string
	Start diagnostic.Position

	policy *policy.Policy
	parser *parser
	make   func(*edit) error
}

// Key tells apart the changes of a policy, and is the same for a shared rule under every
// policy that builds on it.
func (c *Change) Key() string {
	return fmt.Sprintf("%s\x00%s\x00%s\x00%s\x00%s\x00%d", c.Origin, c.ID, c.Kind, c.From, c.Into, c.Nth)
}

// Says is the change in words, within a sentence.
func (c *Change) Says() string {
	if c.Nth > 0 {
		return fmt.Sprintf("%s (place %d where it stands)", c.says(), c.Nth)
	}
	return c.says()
}

func (c *Change) says() string {
	switch c.Kind {
	case term.ChangeAlways, term.ChangeNever:
		if c.Unless {
			return "its unless " + term.Says(c.Kind)
		}
		return "it " + term.Says(c.Kind)
	case term.ChangeOrder:
		return "after " + c.Into
	case term.ChangeDropped, term.ChangeNegated, term.ChangeConnective, term.ChangeRung, term.ChangeNumber, term.ChangeWord:
		if c.Into == "" {
			return "without " + c.From
		}
		return c.Into + " instead of " + c.From
	case term.ChangeStrength, term.ChangeLevel, term.ChangeDomain, term.ChangeConcept, term.ChangeGround, term.ChangeValue,
		term.ChangeForce, term.ChangeDue, term.ChangeAgreement, term.ChangeContact, term.ChangeImmediate, term.ChangeFirst:
	}
	what := term.Says(c.Kind) + " "
	switch {
	case c.Into == "":
		return "without " + what + c.From
	case c.From == "":
		return "with " + what + c.Into
	}
	return what + c.Into + " instead of " + c.From
}

// Changed is a changed policy.
type Changed struct {
	Policy *policy.Policy
	// Rules are the indexes of the rules that the change is felt in first.
	Rules []int
	// Conditions is whether it is their conditions that were changed. If not, it is what
	// follows from them: how much a sign weighs, or what an answer says.
	Conditions bool
}

// Apply makes the changed policy. An error is a fault of the engine.
func (c *Change) Apply() (*Changed, error) {
	e := &edit{parser: c.parser, before: c.policy, out: Changed{Policy: clone(c.policy)}}
	if err := c.make(e); err != nil {
		return nil, fmt.Errorf("changing %s of %s, %s: %w", c.ID, c.policy.ID, c.Says(), err)
	}
	return &e.out, nil
}

// Of lists the small changes of a policy: those of the conditions of rules, in the order of the
// policy, those of what follows from rules, and those of named conditions and of parameters.
func Of(by *lang.Parser, p *policy.Policy) []*Change {
	l := newList(by, p)
	for _, r := range p.Rules {
		l.conditions(r)
	}
	l.attributes()
	for _, c := range p.Conditions {
		l.named(c)
	}
	l.parameters()
	number(l.changes)
	return l.changes
}

// Parts lists the changes that leave out a part of a condition, of a rule or a named condition from the policy origin.
// Changes that read alike are not told apart.
func Parts(by *lang.Parser, p *policy.Policy, origin string) []*Change {
	l := newList(by, p)
	for _, r := range p.Rules {
		if r.Origin == origin {
			l.conditions(r)
		}
	}
	for _, c := range p.Conditions {
		if p.Places[c.Name].Origin == origin {
			l.named(c)
		}
	}
	return slices.DeleteFunc(l.changes, func(c *Change) bool { return c.Kind != term.ChangeDropped || c.Part == nil })
}

// number tells apart the changes that read alike.
func number(changes []*Change) {
	alike := map[string][]*Change{}
	for _, c := range changes {
		alike[c.Key()] = append(alike[c.Key()], c)
	}
	for _, list := range alike {
		for i, c := range list {
			if len(list) > 1 {
				c.Nth = i + 1
			}
		}
	}
}

// list collects the changes of a policy.
type list struct {
	parser  *parser
	policy  *policy.Policy
	printer lang.Printer
	changes []*Change
}

// newList begins one.
func newList(by *lang.Parser, p *policy.Policy) *list {
	l := &list{parser: &parser{Parser: by}, policy: p, printer: p.Scope().Printer()}
	l.printer.AsWritten = true
	return l
}

// add adds a change of a rule.
func (l *list) add(r *policy.Rule, kind term.Change, from, into string, by func(*edit) error) {
	l.changes = append(l.changes, &Change{Target: Rule, ID: r.ID, Origin: r.Origin, Rule: r.Kind, Kind: kind, From: from, Into: into,
		File: r.File, Start: r.Start, policy: l.policy, parser: l.parser, make: by})
}

// part notes which part of a condition the change that was added last is about.
func (l *list) part(n *lang.Node) { l.changes[len(l.changes)-1].Part = n }
