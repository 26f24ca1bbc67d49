// Package catalogue holds the policies of a rule root. Opening it reads the vocabulary and
// the names of policies; a policy is read, linked, checked and compiled when it is first
// asked for, once, whichever goroutine asks. A first try that failed stays failed.
//
// A catalogue on a folder is not a snapshot: each policy is read as its files are when it is first
// asked for. All reads everything at once.
package catalogue

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"time"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/calendar"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/frequency"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/link"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/vocabulary"
)

// Compile makes the evaluator of a policy. It fails only where two readers of conditions
// disagree, which is a fault of the engine.
type Compile func(*policy.Policy) (evaluate.Evaluator, error)

// Options say how policies are made ready.
type Options struct {
	Compile Compile
	// Version is that of the engine, for receipts.
	Version string
	// Name is what the root is called: diagnostics show the names of its files below it.
	Name string
}

// Catalogue is a rule root whose policies are ready when they are asked for. It is safe for
// concurrent use.
type Catalogue struct {
	root    *ruleroot.Root
	tools   link.Tools
	files   []ruleroot.VocabularyFile
	options Options
	// complete is whether every file of the vocabulary could be read; without it every
	// rule would seem to name facts that do not exist.
	complete bool
	heads    map[string]*lazy[*ruleroot.Draft]
	shared   map[string]*shared
	policies map[string]*lazy[result]
	// frequencies are read when cases are made up, and by All.
	frequencies *lazy[figures]
}

// figures are how often facts take their values, and what is wrong with them.
type figures struct {
	*frequency.Frequencies
	list diagnostic.List
}

// Policy is a policy ready to run.
type Policy struct {
	*link.Linked
	Maker *recommend.Maker
}

// result is what came of loading a policy. There is no policy where the list has errors.
type result struct {
	policy *Policy
	linked *link.Linked
	list   diagnostic.List
}

// Open opens a rule root. Where the list has no errors, the catalogue can answer; where
// it has some, it can still be searched for more. It is nil only where a part of the
// engine itself is at fault.
func Open(fsys fs.FS, o Options) (*Catalogue, diagnostic.List) {
	parser, errParser := lang.NewParser()
	days, errDays := calendar.Load()
	if err := errors.Join(errParser, errDays); err != nil {
		return nil, diagnostic.List{{File: ".", Severity: diagnostic.Error, Code: diagnostic.Engine, Message: err.Error()}}
	}
	root, list := ruleroot.Open(fsys)
	c := &Catalogue{root: root, options: o,
		heads: map[string]*lazy[*ruleroot.Draft]{}, shared: map[string]*shared{}, policies: map[string]*lazy[result]{}}
	for _, p := range root.Policies() {
		c.heads[p.ID] = newLazy(func() *ruleroot.Draft { return root.Head(p) })
		c.policies[p.ID] = newLazy(func() result { return c.load(p) })
	}
	c.tools = link.Tools{Parser: parser, Days: days, Shared: c.sharedDraft, Texts: &link.Texts{}}
	for _, p := range root.SharedPolicies() {
		c.shared[p.ID] = c.share(p)
		c.tools.SharedIDs = append(c.tools.SharedIDs, p.ID)
	}
	files, hashes, complete, faults := root.Vocabulary()
	voc, more := link.Vocabulary(parser, files, days.London())
	c.files = files
	c.complete, c.tools.Vocabulary, c.tools.VocabularyFiles = complete, voc, hashes
	c.frequencies = newLazy(func() figures {
		files, list := root.Frequencies()
		made, more := link.Frequencies(files, voc)
		return figures{made, c.below(slices.Concat(list, more))}
	})
	return c, c.below(slices.Concat(list, c.none(), faults, more))
}

// none reports a root without a policy that a case can name: it must not pass for one in which
// nothing is wrong.
func (c *Catalogue) none() diagnostic.List {
	if len(c.root.Policies()) > 0 {
		return nil
	}
	return diagnostic.List{{File: ".", Severity: diagnostic.Error, Code: diagnostic.MissingFile,
		Message: "there is no policy here",
		Remedy:  "write one in " + ruleroot.AuthoritiesDir + "/COUNCIL/EDITION/policy.yaml",
	}}
}

// Vocabulary is the vocabulary of the root.
func (c *Catalogue) Vocabulary() *vocabulary.Vocabulary { return c.tools.Vocabulary }

// Frequencies are how often facts take their values, for cases that are made up. They decide no
// answer, so what is wrong with them spoils no policy.
func (c *Catalogue) Frequencies() (*frequency.Frequencies, error) {
	f := c.frequencies.get()
	return f.Frequencies, f.list.Err()
}

// London is the zone that dates and bare times are read in.
func (c *Catalogue) London() *time.Location { return c.tools.Days.London() }

// head is the policy.yaml of a policy.
func (c *Catalogue) head(p ruleroot.Place) *ruleroot.Draft {
	return c.heads[p.ID].get()
}

// Policy gives the policy with this id, ready to run. The error is a *diagnostic.Failure;
// where there is no such policy it names the nearest, or the editions of a council.
func (c *Catalogue) Policy(id string) (*Policy, error) {
	if _, ok := c.root.Policy(id); !ok {
		return nil, diagnostic.List{c.noID(id)}.Err()
	}
	r := c.policies[id].get()
	return r.policy, r.list.Err()
}

// Each gives the policies with these ids to visit, one at a time, and frees each before
// the next unless it was in use already. It stops at the first error, and when the context
// ends.
func (c *Catalogue) Each(ctx context.Context, ids []string, visit func(*Policy) error) error {
	for _, id := range ids {
		if err := ctx.Err(); err != nil {
			return err
		}
		p, err := c.Once(id)
		if err == nil {
			err = visit(p)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Once gives a policy for one use: it is not kept, unless it was in use already. The error is
// as for Policy.
func (c *Catalogue) Once(id string) (*Policy, error) {
	place, ok := c.root.Policy(id)
	if !ok || c.policies[id].made.Load() != nil {
		return c.Policy(id)
	}
	r := c.load(place)
	return r.policy, r.list.Err()
}

// load reads, links, checks and compiles a policy.
func (c *Catalogue) load(p ruleroot.Place) result {
	made := c.link(c.root.Draft(c.head(p)))
	l, list := made.Linked, c.below(made.list)
	if list.HasErrors() {
		return result{linked: l, list: list}
	}
	evaluator, err := c.options.Compile(l.Policy)
	if err != nil {
		return result{linked: l, list: append(list, c.refused(l, err))}
	}
	return result{policy: &Policy{l, recommend.New(l.Policy, evaluator, c.London(), c.options.Version)}, linked: l, list: list}
}

// refused is the fault that an evaluator does not compile a policy, at the condition of the
// rule where it is one rule.
func (c *Catalogue) refused(l *link.Linked, err error) diagnostic.Diagnostic {
	d := diagnostic.Diagnostic{File: c.File(l.Draft.File.Name), Severity: diagnostic.Error, Code: diagnostic.Engine,
		Message: err.Error(), Remedy: "the readers of conditions disagree; please report it"}
	var rule *evaluate.Refused
	if errors.As(err, &rule) {
		d.File, d.Start, d.End = c.File(rule.Rule.File), rule.Rule.Start, rule.Rule.Start
		if at, ok := l.Condition(rule.Rule); ok {
			d.Start, d.End = at[0], at[1]
		}
	}
	return d
}

// below names the files of diagnostics below the root's own name.
func (c *Catalogue) below(list diagnostic.List) diagnostic.List {
	out := slices.Clone(list)
	for i := range out {
		out[i].File = c.File(out[i].File)
	}
	return out
}

// File is the name of a file of the root as diagnostics show it.
func (c *Catalogue) File(name string) string {
	if c.options.Name == "" {
		return name
	}
	return path.Join(filepath.ToSlash(c.options.Name), name)
}

// Ready are the policies that are ready, in order of id.
func (c *Catalogue) Ready() []*Policy {
	var out []*Policy
	for _, p := range c.root.Policies() {
		if r := c.policies[p.ID].made.Load(); r != nil && r.policy != nil {
			out = append(out, r.policy)
		}
	}
	return out
}
