package engine

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/link"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/source"
	"windscreen/engine/recommendation"
	"windscreen/rules"
)

// Version is the version of the engine, as receipts record it.
const Version = "0.1.0"

// Engine is a rule root, loaded and compiled. It is immutable and safe for
// concurrent use: load it once and share it.
type Engine struct {
	root     *link.Root
	policies []*Policy
	reader   casefile.Reader
	quick    *casefile.QuickIndex
}

// LoadShipped loads the rules that come with Windscreen.
func LoadShipped(choices ...LoadOption) (*Engine, error) { return Load(rules.FS, choices...) }

// Load loads a rule root: a folder vocabulary, and a folder with a policy.yaml for
// each policy, laid out like the shipped rules.
//
// Of a root from os.DirFS links are followed wherever they lead. Who takes rules from
// somebody else opens their folder with os.OpenRoot and passes on its FS, under which a
// link that leads out of the folder is an error.
//
// The error is a *diagnostic.Failure, which holds every fault found in one run; any
// other is misuse.
func Load(fsys fs.FS, choices ...LoadOption) (*Engine, error) {
	o := loadOptions{evaluator: Plan}
	for _, choose := range choices {
		choose(&o)
	}
	if err := o.check(); err != nil {
		return nil, err
	}
	e, list := load(fsys, o)
	return e, list.Err()
}

// Lint reads a rule root and returns all that is wrong with it, and warnings. An
// empty list means that Load would succeed and that there is nothing to remark.
//
// It compiles the rules for the reference, which reads conditions by itself, so that
// a condition which the two read differently is noticed.
func Lint(fsys fs.FS) diagnostic.List {
	_, list := load(fsys, loadOptions{evaluator: CEL})
	return list
}

// load reads, links and compiles. The engine is nil where the list has errors.
func load(fsys fs.FS, o loadOptions) (*Engine, diagnostic.List) {
	root, list := link.Load(fsys)
	if root == nil {
		return nil, list
	}
	e := &Engine{root: root, reader: casefile.Reader{Vocabulary: root.Vocabulary, London: root.London}}
	e.quick = casefile.NewQuickIndex(e.reader)
	for _, p := range root.Policies {
		evaluator, err := o.make(p)
		if err != nil {
			list = append(list, diagnostic.Diagnostic{File: p.ID + "/policy.yaml", Severity: diagnostic.Error, Code: diagnostic.Engine,
				Message: err.Error(), Remedy: "the two readers of conditions disagree; please report it"})
			continue
		}
		e.policies = append(e.policies, &Policy{
			PolicyInfo: info(p), engine: e,
			maker: recommend.New(p, evaluator, root.London, Version),
		})
	}
	if list.HasErrors() {
		return nil, list
	}
	return e, list
}

// Policies are the policies that cases can name, in order of id.
func (e *Engine) Policies() []*Policy { return slices.Clone(e.policies) }

// Policy returns the policy with this id. The error is a *diagnostic.Failure that
// names the nearest.
func (e *Engine) Policy(id string) (*Policy, error) {
	if p := e.policy(id); p != nil {
		return p, nil
	}
	return nil, diagnostic.List{e.noPolicy(id, diagnostic.Diagnostic{})}.Err()
}

// policy returns the policy with this id, or nil.
func (e *Engine) policy(id string) *Policy {
	for _, p := range e.policies {
		if p.ID == id {
			return p
		}
	}
	return nil
}

// noPolicy says that a policy does not exist.
func (e *Engine) noPolicy(id string, at diagnostic.Diagnostic) diagnostic.Diagnostic {
	at.Severity, at.Code = diagnostic.Error, diagnostic.UnknownPolicy
	at.Message = fmt.Sprintf("there is no policy called %q", id)
	at.Remedy = cmp.Or(source.DidYouMean(id, e.names()), "the policies are "+strings.Join(e.names(), ", "))
	return at
}

// Case is a case that was read and found sound. It is immutable, and belongs to
// the Engine that read it.
type Case struct {
	c        *casefile.Case
	engine   *Engine
	warnings diagnostic.List
}

// ID is the id that the case gives itself, or empty.
func (c *Case) ID() string { return c.c.ID }

// Policy is the policy that the case names, or empty. Where the case names a family
// of editions, it is the edition in force on the day that the case speaks of.
func (c *Case) Policy() string { return c.c.Policy }

// Family is the family of editions that the case names in place of a policy, or
// empty.
func (c *Case) Family() string { return c.c.Family }

// Warnings are what is worth a second look in a case that was read and is sound, in
// the order of their places. They stop nothing.
func (c *Case) Warnings() diagnostic.List { return slices.Clone(c.warnings) }

// AsOf is the moment that the case speaks of, in London time.
func (c *Case) AsOf() time.Time { return c.c.AsOf }

// ReadCase reads a case from YAML or JSON. The name is used in diagnostics; one
// that ends in .json is read as JSON. The error is a *diagnostic.Failure that
// holds every fault found in one run.
func (e *Engine) ReadCase(name string, data []byte) (*Case, error) {
	c, list := e.reader.Read(name, data)
	if err := list.Err(); err != nil {
		return nil, err
	}
	warnings, faults := e.settle(c)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	return &Case{c: c, engine: e, warnings: append(list, warnings...)}, nil
}

// Evaluate gives the explained recommendation for a case under the policy that it
// names, or the edition chosen for it. The error is a *diagnostic.Failure where the
// case names no policy, or as for Policy.Recommend.
func (e *Engine) Evaluate(c *Case, options ...Option) (*recommendation.Recommendation, error) {
	if c == nil || c.engine != e {
		return nil, errForeign
	}
	if c.c.Policy == "" {
		return nil, diagnostic.List{{File: c.c.Name, Severity: diagnostic.Error, Code: diagnostic.UnknownPolicy,
			Message: "the case names no policy", Remedy: "write policy: and one of " + strings.Join(e.names(), ", ")}}.Err()
	}
	p, err := e.Policy(c.c.Policy)
	if err != nil {
		return nil, err
	}
	return p.Recommend(c, options...)
}
