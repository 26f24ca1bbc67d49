package engine

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/calendar"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/reference"
	"windscreen/engine/internal/policy"
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
	root   *policy.Root
	makers map[string]*recommend.Maker
	reader casefile.Reader
}

// LoadShipped loads the rules that come with Windscreen.
func LoadShipped() (*Engine, error) { return Load(rules.FS) }

// Load loads a rule root: a folder vocabulary, and a folder with a policy.yaml for
// each policy, laid out like the shipped rules.
//
// The error is a *diagnostic.Failure where rule files are at fault; it then holds
// every fault found in one run. Any other error is a fault of the engine.
func Load(fsys fs.FS) (*Engine, error) {
	root, list := policy.Load(fsys)
	if err := list.Err(); err != nil {
		return nil, err
	}
	days, err := calendar.Load()
	if err != nil {
		return nil, fmt.Errorf("loading the calendar: %w", err)
	}
	e := &Engine{root: root, makers: map[string]*recommend.Maker{}}
	e.reader = casefile.Reader{Vocabulary: root.Vocabulary, London: days.London()}
	for _, p := range root.Policies {
		evaluator, err := newEvaluator(p)
		if err != nil {
			return nil, fmt.Errorf("compiling %s: %w", p.ID, err)
		}
		clock, err := days.Clock(p.Clock)
		if err != nil {
			return nil, fmt.Errorf("the clock of %s: %w", p.ID, err)
		}
		e.makers[p.ID] = &recommend.Maker{Policy: p, Evaluator: evaluator, Clock: clock, London: days.London(), Version: Version}
	}
	return e, nil
}

// newEvaluator makes the evaluator of a policy.
func newEvaluator(p *policy.Policy) (evaluate.Evaluator, error) { return reference.New(p) }

// Lint reads a rule root and returns all that is wrong with it, and warnings. An
// empty list means that Load would succeed and that there is nothing to remark.
func Lint(fsys fs.FS) diagnostic.List {
	root, list := policy.Load(fsys)
	if root == nil {
		return list
	}
	for _, p := range root.Policies {
		if _, err := newEvaluator(p); err != nil {
			list = append(list, diagnostic.Diagnostic{File: p.ID + "/policy.yaml", Severity: diagnostic.Error, Code: diagnostic.Engine,
				Message: err.Error(), Remedy: "the two readers of conditions disagree; please report it"})
		}
	}
	return list
}

// Policy describes a policy that cases can name.
type Policy struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	Edition   string `json:"edition"`
	// InForceFrom and InForceTo are days as YYYY-MM-DD; InForceTo is empty while the
	// edition is in force.
	InForceFrom string `json:"in_force_from"`
	InForceTo   string `json:"in_force_to"`
	// Levels are the policy's levels, lowest first.
	Levels []recommendation.Rung `json:"levels"`
	// Rules is how many rules it has, those that it builds on included; Clauses is
	// how many clauses they can cite.
	Rules   int `json:"rules"`
	Clauses int `json:"clauses"`
}

// Policies describes the policies that cases can name, in order of id.
func (e *Engine) Policies() []Policy {
	var out []Policy
	for _, p := range e.root.Policies {
		d := Policy{ID: p.ID, Title: p.Title, Publisher: p.Publisher, Edition: p.Edition, InForceFrom: p.From, InForceTo: p.To,
			Rules: len(p.Rules), Clauses: len(p.Clauses)}
		for _, l := range p.Levels {
			d.Levels = append(d.Levels, recommendation.Rung{Level: l.Number, Name: l.Name})
		}
		out = append(out, d)
	}
	return out
}

// Case is a case that was read and found sound. It is immutable.
type Case struct{ c *casefile.Case }

// ID is the id that the case gives itself, or empty.
func (c *Case) ID() string { return c.c.ID }

// Policy is the policy that the case names, or empty.
func (c *Case) Policy() string { return c.c.Policy }

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
	if c.Policy != "" && e.makers[c.Policy] == nil {
		return nil, diagnostic.List{e.noPolicy(c.Policy, c.PolicyAt)}.Err()
	}
	return &Case{c}, nil
}

// noPolicy says that a policy does not exist.
func (e *Engine) noPolicy(id string, at diagnostic.Diagnostic) diagnostic.Diagnostic {
	at.Severity, at.Code = diagnostic.Error, diagnostic.UnknownPolicy
	at.Message = fmt.Sprintf("there is no policy called %q", id)
	at.Remedy = source.DidYouMean(id, e.root.IDs())
	if at.Remedy == "" {
		at.Remedy = "the policies are " + strings.Join(e.root.IDs(), ", ")
	}
	return at
}

// Evaluate gives the explained recommendation for a case under the policy that it
// names. The error is a *diagnostic.Failure where the case names no policy, or
// records a judgement of a level that the policy does not have.
func (e *Engine) Evaluate(c *Case) (*recommendation.Recommendation, error) {
	if c.c.Policy == "" {
		return nil, diagnostic.List{{File: c.c.ID, Severity: diagnostic.Error, Code: diagnostic.UnknownPolicy,
			Message: "the case names no policy", Remedy: "write policy: and one of " + strings.Join(e.root.IDs(), ", ")}}.Err()
	}
	return e.EvaluateUnder(c.c.Policy, c)
}

// EvaluateUnder gives the explained recommendation for a case under a policy,
// whichever the case names. Errors are as for Evaluate.
func (e *Engine) EvaluateUnder(id string, c *Case) (*recommendation.Recommendation, error) {
	m, err := e.maker(id, c.c)
	if err != nil {
		return nil, err
	}
	return m.Recommend(c.c)
}

// maker finds the policy and holds the recorded judgement against its levels.
func (e *Engine) maker(id string, c *casefile.Case) (*recommend.Maker, error) {
	m := e.makers[id]
	if m == nil {
		return nil, diagnostic.List{e.noPolicy(id, diagnostic.Diagnostic{File: c.ID})}.Err()
	}
	if j := c.Judgement; j != nil && !slices.ContainsFunc(m.Policy.Levels, func(l *policy.Level) bool { return l.Number == j.Level }) {
		d := c.JudgementAt
		d.Code, d.Severity = diagnostic.OffScale, diagnostic.Error
		d.Message = fmt.Sprintf("%s has no level %d", id, j.Level)
		d.Remedy = fmt.Sprintf("its levels run from %d to %d", m.Policy.Levels[0].Number, m.Policy.Levels[len(m.Policy.Levels)-1].Number)
		return nil, diagnostic.List{d}.Err()
	}
	return m, nil
}
