// Package evaluate runs a policy's rules over what is known of a case, stratum by
// stratum: indicators, grounds, counts and the level, then what follows from them.
//
// An Evaluator gives the truth of conditions. Everything around that (counting,
// the level's range, looking at both sides of what is unknown) has one
// implementation here, whichever evaluator is used.
package evaluate

import (
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// Input is what is known of a case.
type Input struct {
	// Values are by Fact.Index.
	Values []vocabulary.Value
	// AsOf is the case's moment in Unix seconds.
	AsOf      int64
	Judgement lang.Judgement
}

// Evaluator gives the truth of a policy's conditions. It is immutable and safe
// for concurrent use.
type Evaluator interface {
	// Name is what --evaluator calls it.
	Name() string
	// Begin returns a run over a case; a run serves one goroutine.
	Begin(env *lang.Env) Run
}

// Run evaluates rules in one environment. The environment may change between
// calls: a rule sees it as it is when Truth is called.
type Run interface {
	Truth(r *policy.Rule) logic.Truth
}

// Findings are the results up to the level.
type Findings struct {
	// Rules are the truths of the rules up to the level, by Rule.Index.
	Rules []logic.Truth
	// Counted is, by indicator, whether it counts towards a quorum.
	Counted []logic.Truth
	// Grounds are by statute.
	Grounds []logic.Truth
	// Decisive, Tally and Domains are by level index.
	Decisive       []logic.Truth
	Tally, Domains []logic.Range
	// Level runs from the level recommended to the highest not ruled out.
	Level logic.Range
}

// Outcome is the whole result.
type Outcome struct {
	Findings
	// After are the truths of all rules, by Rule.Index; those up to the level are
	// the same as in Findings.
	After []logic.Truth
	// Split are the facts that were looked at both ways.
	Split []*vocabulary.Fact
}

// Decide evaluates every rule of the policy.
func Decide(p *policy.Policy, e Evaluator, in Input) *Outcome {
	o := Find(p, e, in)
	env := environment(in, &o.Findings)
	run := e.Begin(env)
	o.After = make([]logic.Truth, len(p.Rules))
	copy(o.After, o.Rules)
	for _, r := range p.Rules[p.FindingsEnd:] {
		o.After[r.Index] = run.Truth(r)
	}
	return o
}

// Find evaluates the rules up to the level, and looks at both sides of unknown
// facts where that can tell more.
func Find(p *policy.Policy, e Evaluator, in Input) *Outcome {
	o := &Outcome{Findings: *Kleene(p, e, in)}
	o.Split = o.split(p, e, in)
	return o
}

// environment is what conditions after the level read.
func environment(in Input, f *Findings) *lang.Env {
	return &lang.Env{
		Values: in.Values, AsOf: in.AsOf, Judgement: in.Judgement,
		Grounds: f.Grounds, Decisive: f.Decisive, Tally: f.Tally, Domains: f.Domains, Level: f.Level,
	}
}

// Environment is what conditions after the level read in this outcome; the
// explanation asks it for the value of parts of conditions.
func (o *Outcome) Environment(in Input) *lang.Env { return environment(in, &o.Findings) }

// Kleene evaluates the rules up to the level once, by Kleene's rules alone.
func Kleene(p *policy.Policy, e Evaluator, in Input) *Findings {
	f := &Findings{
		Rules:    make([]logic.Truth, p.FindingsEnd),
		Counted:  make([]logic.Truth, len(p.Indicators)),
		Grounds:  make([]logic.Truth, len(p.Statutes)),
		Decisive: make([]logic.Truth, len(p.Levels)),
		Tally:    make([]logic.Range, len(p.Levels)),
		Domains:  make([]logic.Range, len(p.Levels)),
	}
	run := e.Begin(environment(in, f))
	for _, i := range p.Indicators {
		f.Rules[i.Index] = run.Truth(i.Rule)
		if i.Ground >= 0 {
			f.Grounds[i.Ground] = logic.Or(f.Grounds[i.Ground], f.Rules[i.Index])
		}
	}
	for _, g := range p.Grounds {
		f.Rules[g.Index] = run.Truth(g.Rule)
		f.Grounds[g.Statute] = logic.Or(f.Grounds[g.Statute], f.Rules[g.Index])
	}
	f.count(p)
	// The environment shares the slices but not the level, which no criterion reads.
	f.Level = logic.Exactly(int64(p.Levels[0].Number))
	for _, l := range p.Levels {
		t := run.Truth(l.Rule)
		f.Rules[l.Index] = t
		if t == logic.True {
			f.Level = logic.Exactly(int64(l.Number))
		} else if t == logic.Unknown {
			f.Level.Hi = int64(l.Number)
		}
	}
	return f
}
