// Package authoring is what authors of rules and builds use: it checks rules, runs
// scenarios, says what they cover, holds documents against checklists, and prints schemas.
// Who has a case and wants an answer uses package engine.
//
//	root, err := authoring.Open(os.DirFS("rules"), "rules")
//	…
//	report, err := root.Run(ctx, files)
//
// What comes out is data: packages scenario, coverage and diagnostic describe it, and
// package render prints it.
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
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/evaluate/reference"
	"windscreen/engine/internal/policy"
)

// Root is a rule root to try and to measure. Like an Engine, it makes policies ready when
// they are first asked for, and it is safe for concurrent use.
type Root struct {
	catalogue *catalogue.Catalogue
	reader    casefile.Reader
}

// What a caller can get wrong.
var (
	errNoRules = errors.New("authoring: there are no rules to open: the file system is nil")
	errNoRoot  = errors.New("authoring: this Root was not opened: make it with Open")
)

// Open opens a rule root, laid out like rules.FS. The error is a *diagnostic.Failure, which
// holds every fault of the vocabulary and of where policies stand; any other is misuse. What
// is wrong with a policy is found when it is first used. Name is what the root is called, such
// as the path of its folder, or empty: reports show the names of its files below that.
func Open(fsys fs.FS, name string) (*Root, error) {
	if fsys == nil {
		return nil, errNoRules
	}
	c, list := catalogue.Open(fsys, catalogue.Options{Version: engine.Version(), Name: name,
		Compile: func(p *policy.Policy) (evaluate.Evaluator, error) { return plan.New(p), nil }})
	if err := list.Err(); err != nil {
		return nil, err
	}
	return &Root{catalogue: c, reader: casefile.Reader{Vocabulary: c.Vocabulary(), London: c.London()}}, nil
}

// usable reports misuse of a root.
func (r *Root) usable() error {
	if r == nil || r.catalogue == nil {
		return errNoRoot
	}
	return nil
}

// Lint reads a whole rule root and says all that is wrong with it. That nothing is found means that
// engine.Load would succeed and that there is nothing to remark. Name is as for Open. The
// error is misuse, or that of the context.
//
// It compiles the rules for both evaluators. The reference reads conditions by itself, so
// that a condition which the two read differently is noticed.
func Lint(ctx context.Context, fsys fs.FS, name string) (*diagnostic.Report, error) {
	if fsys == nil {
		return nil, errNoRules
	}
	c, list := catalogue.Open(fsys, catalogue.Options{Compile: compileBoth, Version: engine.Version(), Name: name})
	report := &diagnostic.Report{Found: list}
	if c == nil {
		return report, nil
	}
	var err error
	if report.Found, err = c.All(ctx, list); err != nil {
		return nil, err
	}
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

// newReference compiles a policy with the reference. A test has it read a condition that
// the plan does not read, because no rules are known which only one of the two refuses.
var newReference = reference.New

// compileBoth makes the plan of a policy, and fails where the reference refuses it.
func compileBoth(p *policy.Policy) (evaluate.Evaluator, error) {
	if _, err := newReference(p); err != nil {
		return nil, err
	}
	return plan.New(p), nil
}
