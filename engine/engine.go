package engine

import (
	"context"
	"io/fs"
	"time"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
)

// Engine answers cases by the rules of one rule root. It is immutable, but for policies
// that it makes ready when they are first asked for, and safe for concurrent use: open it
// once and share it.
type Engine struct {
	catalogue *catalogue.Catalogue
	reader    casefile.Reader
	quick     *casefile.QuickIndex
}

// Open opens a rule root: the folders vocabulary, shared and authorities, laid out like the
// shipped rules, which are rules.FS. It reads the vocabulary and the names of policies. A
// policy is read, checked and compiled when it is first asked for, once; what is wrong with
// it is an error then, each time. On a folder that changes meanwhile use Load.
//
// Of a root from os.DirFS links are followed wherever they lead. If you take rules from
// somebody else, open their folder with os.OpenRoot and pass on its FS: a link that leads out
// of the folder is then an error.
//
// The error is a *diagnostic.Failure, which holds every fault found in one run; any other is
// misuse.
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
	e := &Engine{catalogue: c, reader: casefile.Reader{Vocabulary: c.Vocabulary(), London: c.London()}}
	e.quick = casefile.NewQuickIndex(e.reader)
	return e, nil
}

// Load opens a rule root and makes every policy ready at once, so that nothing is read
// afterwards. Whatever is wrong with any of them is an error, as for Open.
func Load(ctx context.Context, fsys fs.FS, options ...LoadOption) (*Engine, error) {
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

// Councils are the names under which a case can ask for the edition in force on its day, in
// order. It reads nothing.
func (e *Engine) Councils() []string {
	if e.usable() != nil {
		return nil
	}
	return e.catalogue.Councils()
}

// Editions are the ids of the policies of a council, in order; none where there is no such
// council. It reads nothing.
func (e *Engine) Editions(council string) []string {
	if e.usable() != nil {
		return nil
	}
	return e.catalogue.Editions(council)
}

// Policy returns the policy with this id. The error is a *diagnostic.Failure: it names the
// nearest where there is no such policy, and says all that is wrong with one that cannot be
// used.
func (e *Engine) Policy(id string) (*Policy, error) {
	if err := e.usable(); err != nil {
		return nil, err
	}
	unit, err := e.catalogue.Policy(id)
	if err != nil {
		return nil, err
	}
	return &Policy{engine: e, unit: unit}, nil
}

// PolicyOn returns the policy that a name asks for on a day: the policy with that
// id, whatever its days, or else the edition of the council with that name that was
// in force on the London day of the moment. The error is as for Policy.
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

// EachPolicy gives the policies with these ids to visit, or all where there are none, in
// order and one at a time: each is freed before the next unless it was in use before. It
// stops at the first error, which is that of visit, of the context, or as for Policy.
func (e *Engine) EachPolicy(ctx context.Context, ids []string, visit func(*Policy) error) error {
	if err := e.usable(); err != nil {
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
