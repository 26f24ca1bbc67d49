package engine

import (
	"context"
	"errors"
)

// What a caller can get wrong. Each says what was misused; none is about a case.
var (
	errNoRules     = errors.New("engine: there are no rules to open: the file system is nil")
	errNoOption    = errors.New("engine: an option has its zero value: make it with one of the functions of this package")
	errNoEngine    = errors.New("engine: this Engine was not opened: make it with Open or Load")
	errNoPolicy    = errors.New("engine: this Policy belongs to no Engine: get it from Engine.Policy")
	errNoCase      = errors.New("engine: there is no case: make it with Engine.ReadCase")
	errForeign     = errors.New("engine: the case was not read by this Engine")
	errNoVerdict   = errors.New("engine: there is no Verdict to fill in: it is nil")
	errNoCall      = errors.New("engine: a function to call is nil")
	errNoContext   = errors.New("engine: the context is nil: pass context.Background if nothing is to end the work")
	errOneOfFamily = errors.New("engine: Child asks for one child, and EvaluateFamily answers all: use Evaluate")
	errNoReader    = errors.New("engine: For names no reader: use one of the constants of term.Reader")
	errOnlyUnder   = errors.New("engine: a verdict in JSON takes no option but Under")
	errNoName      = errors.New("engine: Under names no policy: name one, or leave Under out for the policy that the case names")
)

// usable reports misuse of an engine.
func (e *Engine) usable() error {
	if e == nil || e.catalogue == nil {
		return errNoEngine
	}
	return nil
}

// within reports misuse of an engine for work that a context may end.
func (e *Engine) within(ctx context.Context) error {
	if err := e.usable(); err != nil {
		return err
	}
	if ctx == nil {
		return errNoContext
	}
	return nil
}

// takes reports misuse of an engine with a case.
func (e *Engine) takes(c *Case) error {
	if err := e.usable(); err != nil {
		return err
	}
	switch {
	case c == nil || c.c == nil:
		return errNoCase
	case c.catalogue != e.catalogue:
		return errForeign
	}
	return nil
}

// usable reports misuse of a policy.
func (p *Policy) usable() error {
	if p == nil || p.engine == nil || p.unit == nil {
		return errNoPolicy
	}
	return p.engine.usable()
}
