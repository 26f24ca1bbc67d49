package authoring

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/leftfile"
	"windscreen/engine/internal/mutate"
	"windscreen/engine/internal/scenariofile"
	"windscreen/engine/internal/source"
	"windscreen/engine/mutation"
	"windscreen/engine/scenario"
)

// MutateOptions say which changes to try. Without any, all are tried.
type MutateOptions struct {
	// Policy is the policy, shared policy or council whose own rules, named conditions and
	// parameters are changed.
	Policy string
	// Rule is the id of a rule, or the name of a named condition or a parameter, that is changed.
	Rule string
	// Files are the files whose rules, named conditions and parameters are changed, by their names within the rule root.
	// They count if Some is true; then there may be nothing to change, and that is no fault.
	Some  bool
	Files []string
	// Sample is how many of these changes to try, drawn by Seed; 0 is all. They are drawn evenly over policies, kinds of rule and
	// kinds of change, and each has the same chance.
	Sample int
	Seed   uint64
	// Cases is whether to look for the smallest case that tells a change even where a scenario tells it.
	Cases bool
	// Left is a file of changes that are left although no scenario notices them; nil if there is none.
	Left *LeftFile
	// Progress is told now and then how many changes were tried under a policy, and how many
	// there are to try. It is called by one goroutine at a time.
	Progress func(policy string, tried, of int)
}

// Mutate makes small changes to the rules, one at a time, and runs the scenarios of the files under
// each. It says what share of the changes makes a scenario fail, and which do not. A change of a shared
// rule is tried under every policy that builds on it, until a scenario notices it.
//
// If a scenario fails under the rules as they are, or a file has a fault, the first result says so, and there is no
// second. Of a change that none notices it gives a scenario that tells and does not expect it, or else a case that tells, as
// small as could be found, or says that there is none, or that this was not decided. The error is a *diagnostic.Failure if a
// policy or the file of changes that are left has a fault, or if there is nothing to change. Any other error is misuse, that of
// the context, or a fault of the engine.
func (r *Root) Mutate(ctx context.Context, files []ScenarioFile, o MutateOptions) (*scenario.Report, *mutation.Report, error) {
	if err := r.within(ctx); err != nil {
		return nil, nil, err
	}
	parser, err := lang.NewParser()
	if err != nil {
		return nil, nil, err
	}
	m := &mutating{Root: r, options: o, parser: parser, states: map[string]*state{}}
	if o.Left != nil {
		list, faults := leftfile.Read(o.Left.Name, o.Left.Data)
		if list == nil {
			return nil, nil, faults.Err()
		}
		m.left = list
	}
	for _, f := range files {
		m.inputs = append(m.inputs, f.input())
	}
	if err := m.draw(ctx); err != nil {
		return nil, nil, err
	}
	failed := &scenario.Report{}
	err = r.catalogue.Each(ctx, r.catalogue.IDs(), func(p *catalogue.Policy) error {
		results, err := m.under(ctx, p)
		failed.Results = append(failed.Results, results...)
		return err
	})
	failed.Faults = m.faults
	switch {
	case err != nil:
		return nil, nil, err
	case len(failed.Results) > 0 || failed.Faults.HasErrors():
		return failed, nil, nil
	case len(m.order) == 0 && !m.options.Some:
		return nil, nil, m.nothing()
	}
	return nil, m.report(), nil
}

// mutating tries changes under one policy after another.
type mutating struct {
	*Root
	options MutateOptions
	parser  *lang.Parser
	inputs  []scenariofile.Input
	tried   []mutation.Tried
	// order are the keys of the changes as they were first met, and states what came of each.
	order  []string
	states map[string]*state
	// drawn are the keys of the changes that were drawn, of all; nil if there is no sample.
	drawn map[string]bool
	of    int
	// left are the changes that are left; nil if there is no such list.
	left *leftfile.List
	// faults are those of the scenario files.
	faults diagnostic.List
	// met are the names of what could have been changed.
	met []string
}

// state is what came of a change so far, under the policies that have the rule.
type state struct {
	change  mutation.Change
	noticed bool
	// alike is whether it was proved, under one policy at least, that no case tells, and differs whether that was not proved
	// under another.
	alike, differs bool
}

// wanted reports whether a change is to be tried.
func (m *mutating) wanted(c *mutate.Change) bool {
	of, rule := m.options.Policy, m.options.Rule
	if m.options.Some && !slices.Contains(m.options.Files, c.File) {
		return false
	}
	return (of == "" || c.Origin == of || slices.Contains(m.catalogue.Editions(of), c.Origin)) && (rule == "" || c.ID == rule) &&
		(m.drawn == nil || m.drawn[c.Key()])
}

// under tries the changes of one policy that no scenario noticed so far. It gives the scenarios that
// fail without any.
func (m *mutating) under(ctx context.Context, p *catalogue.Policy) ([]scenario.Result, error) {
	var changes []*mutate.Change
	for _, c := range mutate.Of(m.parser, p.Policy) {
		m.met = append(m.met, c.ID)
		if m.left != nil {
			m.left.See(c)
		}
		if !m.wanted(c) {
			continue
		}
		key := c.Key()
		if m.states[key] == nil {
			m.order = append(m.order, key)
			m.states[key] = &state{change: m.change(c)}
		}
		if !m.states[key].noticed {
			changes = append(changes, c)
		}
	}
	m.met = slices.Compact(m.met)
	if len(changes) == 0 {
		return nil, nil
	}
	runner := scenariofile.Runner{Reader: m.reader, Catalogue: m.catalogue}
	trials, failed, err := runner.Trials(ctx, m.inputs, p, byPlan)
	var failure *diagnostic.Failure
	if errors.As(err, &failure) {
		m.faults = append(m.faults, failure.Diagnostics...)
		m.faults.Sort()
		m.faults = slices.Compact(m.faults)
		return nil, nil
	}
	if err != nil || len(failed) > 0 {
		return failed, err
	}
	m.tried = append(m.tried, mutation.Tried{Policy: p.Policy.ID, Cases: trials.Len()})
	return nil, m.try(ctx, trials, changes)
}

// add adds what came of it under another policy.
func (s *state) add(c came) {
	s.noticed = s.noticed || c.noticed
	s.alike, s.differs = s.alike || c.alike, s.differs || !c.alike
	if was := s.change.Telling; was == nil || was.Case == nil && c.telling != nil && c.telling.Case != nil {
		s.change.Telling, s.change.Undecided = cmp.Or(c.telling, was), cmp.Or(s.change.Undecided, c.undecided)
	}
	if s.change.Telling != nil {
		s.change.Undecided = ""
	}
}

// came is what came of it under all policies.
func (s *state) came() mutation.Came {
	switch {
	case s.noticed:
		return mutation.Noticed
	case s.alike && !s.differs:
		return mutation.Alike
	}
	return mutation.Unnoticed
}

// change is a change as the report has it.
func (m *mutating) change(c *mutate.Change) mutation.Change {
	of := string(c.Rule)
	switch c.Target {
	case mutate.Condition:
		of = mutation.Conditions
	case mutate.Parameter:
		of = mutation.Parameters
	case mutate.Rule:
	}
	return mutation.Change{Policy: c.Origin, Of: of, ID: c.ID, Kind: c.Kind, From: c.From, Into: c.Into, Says: c.Says(),
		File: m.catalogue.File(c.File), Start: c.Start}
}

// report is the report on all changes.
func (m *mutating) report() *mutation.Report {
	var counting mutation.Counting
	if m.drawn != nil && len(m.drawn) < m.of {
		counting.Sample = &mutation.Sample{Tried: len(m.drawn), Of: m.of, Seed: m.options.Seed}
	}
	for _, key := range m.order {
		s := m.states[key]
		if m.left != nil {
			m.left.Mark(&s.change)
		}
		counting.Add(s.change, s.came())
	}
	if m.left != nil {
		counting.Left = &mutation.Left{File: m.left.Name(), Listed: m.left.Len(), Faults: m.left.Faults(m.cameOf)}
	}
	return counting.Report(m.tried)
}

// cameOf is what came of a change, if it was tried.
func (m *mutating) cameOf(key string) (came mutation.Came, tried bool) {
	s := m.states[key]
	if s == nil {
		return 0, false
	}
	return s.came(), true
}

// nothing is the failure that there is nothing to change.
func (m *mutating) nothing() error {
	message, remedy := "there is no rule to change", ""
	if rule := m.options.Rule; rule != "" {
		message = fmt.Sprintf("there is no rule, named condition or parameter called %s", source.Clip(rule))
		remedy = source.DidYouMean(rule, m.met)
	}
	if of := m.options.Policy; of != "" {
		message += " of " + source.Clip(of)
	}
	return &diagnostic.Failure{Diagnostics: diagnostic.List{{File: ".", Severity: diagnostic.Error, Code: diagnostic.UnknownName,
		Message: message, Remedy: remedy}}}
}
