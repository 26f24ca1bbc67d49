package engine

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"time"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
)

// Engine answers cases by the rules of one rule root. It is safe for concurrent use and,
// apart from preparing policies on first use, immutable. Open it once and share it.
type Engine struct {
	catalogue *catalogue.Catalogue
	reader    casefile.Reader
	quick     *casefile.QuickIndex
}

// Open opens a rule root: a folder with vocabulary, shared and authorities in it, laid out
// like the shipped rules, rules.FS. It reads the vocabulary and the names of policies. It
// reads, checks and compiles a policy once, on first use. If the policy has faults, or a
// shared policy that it builds on has, each use gives them as an error. A root without a
// council's policy is an error. If the folder may change meanwhile, use Load.
//
// With os.DirFS, links are followed wherever they lead. If you take rules from somebody
// else, open their folder with os.OpenRoot and pass on its FS: a link out of the folder is
// then an error.
//
// The error is a *diagnostic.Failure, which holds every fault. Any other error is misuse.
func Open(fsys fs.FS, options ...LoadOption) (*Engine, error) {
	o, err := loadOptionsOf(options)
	if err != nil {
		return nil, err
	}
	if fsys == nil {
		return nil, errNoRules
	}
	c, list := catalogue.Open(fsys, catalogue.Options{Compile: o.compile, Version: version, Name: o.name})
	if err := list.Err(); err != nil {
		return nil, err
	}
	e := &Engine{catalogue: c, reader: casefile.NewReader(c.Vocabulary())}
	e.quick = casefile.NewQuickIndex(e.reader)
	return e, nil
}

// Load opens a rule root and prepares every policy at once. It reads nothing afterwards. A
// fault in any policy is an error, as for Open.
func Load(ctx context.Context, fsys fs.FS, options ...LoadOption) (*Engine, error) {
	if ctx == nil {
		return nil, errNoContext
	}
	e, err := Open(fsys, options...)
	if err != nil {
		return nil, err
	}
	list, err := e.catalogue.All(ctx, nil)
	if err == nil {
		err = list.Err()
	}
	if err != nil {
		return nil, err
	}
	return e, nil
}

// IDs are the ids of the policies that cases can name, in order. It reads nothing.
func (e *Engine) IDs() []string {
	if e.usable() != nil {
		return nil
	}
	return e.catalogue.IDs()
}

// Councils are the councils that cases can name, for the edition in force on the case's
// date, in order. It reads nothing.
func (e *Engine) Councils() []string {
	if e.usable() != nil {
		return nil
	}
	return e.catalogue.Councils()
}

// London is the time zone of cases and answers, which needs no zone files on the machine. It is UTC for an Engine that was not
// opened.
func (e *Engine) London() *time.Location {
	if e.usable() != nil {
		return time.UTC
	}
	return e.catalogue.London()
}

// CopyFor are the names of the people whom a copy of their own can be for, in the order of the vocabulary; none if its copies are
// for nobody in particular. It reads nothing.
func (e *Engine) CopyFor() (names []string) {
	if e.usable() != nil || e.catalogue.Vocabulary().CopyFor == nil {
		return nil
	}
	for _, w := range e.catalogue.Vocabulary().CopyFor.Fact.Words {
		names = append(names, w.Name)
	}
	return names
}

// Editions are the ids of a council's policies, in order, or none if there is no such
// council. It reads nothing.
func (e *Engine) Editions(council string) []string {
	if e.usable() != nil {
		return nil
	}
	return e.catalogue.Editions(council)
}

// IDsOf are the ids of the policies that a name stands for: the policy with that id, or else the editions of that
// council, in order; none if there is no such name. It reads nothing.
func (e *Engine) IDsOf(name string) []string {
	if slices.Contains(e.IDs(), name) {
		return []string{name}
	}
	return e.Editions(name)
}

// Policy returns the policy with this id. The error is a *diagnostic.Failure. If there is no
// such policy, it names the nearest; if id is a council, it names the council's editions; if
// the policy has faults, it holds all of them. PolicyOn takes a council too.
func (e *Engine) Policy(id string) (*Policy, error) {
	if err := e.usable(); err != nil {
		return nil, err
	}
	unit, err := e.catalogue.Policy(id)
	if err != nil {
		return nil, e.orOn(id, err)
	}
	return &Policy{engine: e, unit: unit}, nil
}

// orOn adds, to the error of a council named where only an id will do, what takes a council.
func (e *Engine) orOn(id string, err error) error {
	var failure *diagnostic.Failure
	council := slices.Contains(e.catalogue.Councils(), id) && !slices.Contains(e.catalogue.IDs(), id)
	if !council || !errors.As(err, &failure) {
		return err
	}
	list := slices.Clone(failure.Diagnostics)
	list[0].Remedy += ", or use PolicyOn"
	return list.Err()
}

// PolicyOn returns the policy that a name means on a date: the policy with that id, whether
// or not it is in force, or else the edition of that council in force on the London date of
// at. The error is as for Policy.
func (e *Engine) PolicyOn(name string, at time.Time) (*Policy, error) {
	if err := e.usable(); err != nil {
		return nil, err
	}
	choice, list := e.catalogue.Choose(name, at, diagnostic.Diagnostic{})
	if err := list.Err(); err != nil {
		return nil, err
	}
	return e.Policy(choice.ID)
}

// EachPolicy calls visit with the policies with these ids, or with all policies if there are
// none, in order and one at a time. It frees each policy before the next, unless the policy
// was in use before. It stops at the first error: that of visit, that of the context, or one
// as for Policy. Without a date it cannot choose an edition, so a council is an error.
func (e *Engine) EachPolicy(ctx context.Context, ids []string, visit func(*Policy) error) error {
	if err := e.within(ctx); err != nil {
		return err
	}
	if visit == nil {
		return errNoCall
	}
	if len(ids) == 0 {
		ids = e.catalogue.IDs()
	}
	return e.catalogue.Each(ctx, ids, func(unit *catalogue.Policy) error { return visit(&Policy{engine: e, unit: unit}) })
}
