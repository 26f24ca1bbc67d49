// Package authoring is for authors of rules and for builds. It checks rules, runs scenarios,
// reports what they cover, compares documents with checklists, makes schemas, and follows rules
// while somebody edits them. If you have a case and want an answer, use package engine.
//
//	root, err := authoring.Open(os.DirFS("rules"), "rules")
//	…
//	report, err := root.Run(ctx, files)
//
// The results are data: packages scenario, coverage and diagnostic describe them, and
// package render writes them.
package authoring

import (
	"context"
	"errors"
	"io/fs"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/crosscheck"
	"windscreen/engine/internal/evaluate/expr"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/evaluate/reference"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/room"
)

// Root is a rule root for authors and builds. Like an Engine, it prepares policies on first
// use and is safe for concurrent use.
type Root struct {
	catalogue *catalogue.Catalogue
	reader    casefile.Reader
}

// What a caller can get wrong.
var (
	errNoRules   = errors.New("authoring: there are no rules to open: the file system is nil")
	errNoRoot    = errors.New("authoring: this Root was not opened: make it with Open")
	errNoOption  = errors.New("authoring: an option has its zero value: make it with one of the functions of this package")
	errNoContext = errors.New("authoring: the context is nil: pass context.Background if nothing is to end the work")
)

// Open opens a rule root, laid out like rules.FS. The error is a *diagnostic.Failure, which
// holds every fault of the vocabulary and of the folders. Any other error is misuse. The
// faults of a policy are found on first use. Name is what the root is called, such as the
// path of its folder, or empty. Reports show its files under that name.
func Open(fsys fs.FS, name string, options ...OpenOption) (*Root, error) {
	if fsys == nil {
		return nil, errNoRules
	}
	compile := byPlan
	for _, o := range options {
		if o.compile == nil {
			return nil, errNoOption
		}
		compile = o.compile
	}
	c, list := catalogue.Open(fsys, catalogue.Options{Version: engine.Version(), Name: name, Compile: compile})
	if err := list.Err(); err != nil {
		return nil, err
	}
	return &Root{catalogue: c, reader: casefile.NewReader(c.Vocabulary())}, nil
}

// OpenOption is a choice for opening rules. The zero OpenOption is misuse.
type OpenOption struct{ compile catalogue.Compile }

// CrossCheck has every answer to a scenario checked by a second evaluator, as
// engine.CrossCheck does. A scenario on which they differ fails.
func CrossCheck() OpenOption {
	return OpenOption{func(p *policy.Policy) (evaluate.Evaluator, error) { return crosscheck.New(p, byPlan, byExpr) }}
}

// byPlan and byExpr make evaluators of a policy.
func byPlan(p *policy.Policy) (evaluate.Evaluator, error) { return plan.New(p), nil }
func byExpr(p *policy.Policy) (evaluate.Evaluator, error) { return expr.New(p) }

// usable reports misuse of a root.
func (r *Root) usable() error {
	if r == nil || r.catalogue == nil {
		return errNoRoot
	}
	return nil
}

// within reports misuse of a root for work that a context may end.
func (r *Root) within(ctx context.Context) error {
	if err := r.usable(); err != nil {
		return err
	}
	if ctx == nil {
		return errNoContext
	}
	return nil
}

// Lint reads a whole rule root and reports every fault. If it finds nothing, engine.Load
// would succeed and there are no warnings. Name is as for Open. The error is misuse, or that
// of the context.
//
// It also decides, for all cases, whether each rule can hold and can fail, and whether each part of a policy's own
// conditions changes anything, which takes seconds.
//
// A comment such as "# lint: keep never-holds, REASON" keeps a warning at its place, and Lint leaves it out.
//
// It compiles the rules for every evaluator. Some have their own reader of conditions, so Lint
// notices if one refuses what another reads.
func Lint(ctx context.Context, fsys fs.FS, name string) (*diagnostic.Report, error) {
	if fsys == nil {
		return nil, errNoRules
	}
	if ctx == nil {
		return nil, errNoContext
	}
	c, list := catalogue.Open(fsys, catalogue.Options{Compile: compileAll, Version: engine.Version(), Name: name})
	report := &diagnostic.Report{Found: list}
	if c == nil {
		return report, nil
	}
	var err error
	if report.Found, err = c.All(ctx, list); err != nil {
		return nil, err
	}
	if !report.Found.HasErrors() {
		more, err := c.EveryCase(ctx)
		if err != nil {
			return nil, err
		}
		report.Found = together(report.Found, more)
	}
	report.Found = silenced(fsys, c.File, report.Found)
	files := map[string]bool{}
	for _, p := range c.Ready() {
		report.Policies = append(report.Policies, diagnostic.Policy{ID: p.Policy.ID, Rules: len(p.Policy.Rules)})
		for _, f := range p.Policy.Files {
			files[f.Name] = true
		}
	}
	report.Files = len(files)
	return report, nil
}

// together puts two lists in reading order.
func together(a, b diagnostic.List) diagnostic.List {
	var all room.Room
	all.AddAll(a)
	all.AddAll(b)
	return all.Sorted()
}

// newReference compiles a policy with the reference. A test has it read a condition that
// the plan does not read, because no rules are known which only one of the two refuses.
var newReference = reference.New

// compileAll makes the plan of a policy, and fails where another evaluator refuses it.
func compileAll(p *policy.Policy) (evaluate.Evaluator, error) {
	if _, err := newReference(p); err != nil {
		return nil, err
	}
	if _, err := expr.New(p); err != nil {
		return nil, err
	}
	return plan.New(p), nil
}
