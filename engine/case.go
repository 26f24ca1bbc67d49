package engine

import (
	"fmt"
	"slices"
	"time"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
)

// Case is a case that was read and has no errors. It is about one child or several. It is
// immutable, and belongs to the Engine that read it.
type Case struct {
	// c is the case of one child; of several children, that of the first, which has all that is
	// the same for every child.
	c *casefile.Case
	// children are all children of a case about several; nil for one.
	children  []casefile.Child
	catalogue *catalogue.Catalogue
	warnings  diagnostic.List
}

// ReadCase reads a case from YAML or JSON, about one child or, with children, about several.
// Diagnostics use the name; if it ends in .json, the case is read as JSON. The error is a
// *diagnostic.Failure that holds every fault.
func (e *Engine) ReadCase(name string, data []byte) (*Case, error) {
	if err := e.usable(); err != nil {
		return nil, err
	}
	return e.readBy(e.reader, name, data)
}

// ReadNamedCase is ReadCase for a case that must name its policy, since nothing else does: that it names none is then a
// fault like any other, and comes with the others.
func (e *Engine) ReadNamedCase(name string, data []byte) (*Case, error) {
	if err := e.usable(); err != nil {
		return nil, err
	}
	r := e.reader
	r.NeedsPolicy = e.catalogue.Listed()
	return e.readBy(r, name, data)
}

// readBy reads a case by a reader.
func (e *Engine) readBy(r casefile.Reader, name string, data []byte) (*Case, error) {
	f, list := r.ReadFamily(name, data)
	if err := list.Err(); err != nil {
		return nil, err
	}
	c := &Case{c: f.Children[0].Case, catalogue: e.catalogue}
	if f.Children[0].Label != "" {
		c.children = f.Children
	}
	warnings, faults := settle(e.catalogue, c.c)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	for _, child := range c.children {
		child.Case.Policy, child.Case.Council = c.c.Policy, c.c.Council
	}
	c.warnings = append(list, warnings...)
	return c, nil
}

// settle finds the policy that a case names, and gives its warnings.
func settle(of *catalogue.Catalogue, c *casefile.Case) (warnings, faults diagnostic.List) {
	if c.Policy == "" {
		return nil, nil
	}
	choice, faults := of.Choose(c.Policy, c.AsOf, c.PolicyAt)
	if faults.HasErrors() {
		return nil, faults
	}
	c.Policy, c.Council = choice.ID, choice.Council
	if choice.InForce {
		return nil, nil
	}
	d := c.PolicyAt
	d.Severity, d.Code, d.Remedy = diagnostic.Warning, diagnostic.NotInForce, "check as_of"
	d.Message = fmt.Sprintf("%s was not in force on %s; it was in force %s", choice.ID, of.Day(c.AsOf), choice.Life)
	if council := of.Council(choice.ID); council != "" {
		if other, list := of.Choose(council, c.AsOf, d); !list.HasErrors() {
			d.Remedy = fmt.Sprintf("check as_of, or name %s as the policy, for the edition in force on that day, %s", council, other.ID)
		}
	}
	return diagnostic.List{d}, nil
}

// ID is the id that the case gives itself, or empty.
func (c *Case) ID() string {
	if c == nil || c.c == nil {
		return ""
	}
	return c.c.ID
}

// Children are the labels of the children of a case about several, in the order of the case;
// nil for a case about one child.
func (c *Case) Children() []string {
	if c == nil {
		return nil
	}
	var labels []string
	for _, child := range c.children {
		labels = append(labels, child.Label)
	}
	return labels
}

// CheckChild returns nil if a label is one of Children, and otherwise the error that Evaluate with
// Child would return. A case about one child has no labels.
func (c *Case) CheckChild(label string) error {
	if c == nil || c.c == nil {
		return errNoCase
	}
	_, err := c.child(&label)
	return err
}

// Policy is the policy that the case names, or empty. If the case names a council, it is the
// edition in force on the case's date.
func (c *Case) Policy() string {
	if c == nil || c.c == nil {
		return ""
	}
	return c.c.Policy
}

// Council is the council that the case names instead of a policy, or empty.
func (c *Case) Council() string {
	if c == nil || c.c == nil {
		return ""
	}
	return c.c.Council
}

// Warnings say what deserves a second look in a case without errors, in the order of their
// places. They stop nothing.
func (c *Case) Warnings() diagnostic.List {
	if c == nil {
		return nil
	}
	return slices.Clone(c.warnings)
}

// AsOf is the date and time of the case, in London time.
func (c *Case) AsOf() time.Time {
	if c == nil || c.c == nil {
		return time.Time{}
	}
	return c.c.AsOf
}
