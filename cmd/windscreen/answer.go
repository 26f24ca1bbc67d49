package main

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"windscreen/engine"
	"windscreen/engine/authoring"
	"windscreen/engine/diagnostic"
	"windscreen/engine/family"
	"windscreen/engine/render"
	"windscreen/engine/term"
)

// question is under which rules and policy to answer, for which child of a family, by which
// evaluator (the default if that is empty), whether another checks it, and what to show beyond the plain answer.
type question struct {
	rules, policy string
	child         label
	evaluator     engine.Evaluator
	crossCheck    bool
	notCommenced  bool
	// brief is whether only the first screen is printed.
	brief  bool
	reader *choice[term.Reader]
}

// label is a flag that names one child of a family.
type label struct {
	value string
	given bool
}

// String returns the label.
func (l *label) String() string { return l.value }

// Type is what the help text calls the label.
func (l *label) Type() string { return "LABEL" }

// Set takes a label as it stands.
func (l *label) Set(value string) error {
	l.value, l.given = value, true
	return nil
}

// check refuses a label that no child of a case has.
func (l *label) check(c *engine.Case) error {
	if !l.given {
		return nil
	}
	return change(c.CheckChild(l.value), func(d *diagnostic.Diagnostic) {
		if len(c.Children()) == 0 {
			d.Remedy = "leave out --child"
		}
	})
}

// add adds the flag to a command.
func (l *label) add(cmd *cobra.Command) {
	cmd.Flags().Var(l, "child", "answer for this child only")
}

// addFlags adds the flags that ask it.
func (q *question) addFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&q.policy, "policy", "", "policy or council `NAME` to apply")
	q.child.add(cmd)
	addRules(cmd, &q.rules)
}

// loading is how to load the rules.
func (q *question) loading() []engine.LoadOption {
	var out []engine.LoadOption
	if q.evaluator != "" {
		out = append(out, engine.With(q.evaluator))
	}
	if q.crossCheck {
		out = append(out, engine.CrossCheck())
	}
	return out
}

// options are what to ask the engine for.
func (q *question) options() []engine.Option {
	var out []engine.Option
	if q.notCommenced {
		out = append(out, engine.NotCommenced())
	}
	if q.brief {
		out = append(out, engine.Brief())
	}
	if q.reader != nil && q.reader.value != "" {
		out = append(out, engine.For(q.reader.value))
	}
	return out
}

// collectRarely lets a command that ends soon take five times the memory of its data, and not twice as Go does by itself,
// before it looks for what it no longer needs. Loading rules leaves little behind, and looking for it took a quarter of the
// processor time of eval to save 10 MB of 80. Who has set GOGC has chosen for themselves.
func (a *app) collectRarely() {
	const percent = 400
	if a.env("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}

// answer reads and evaluates cases, in order. If any has a fault, the error holds
// every fault of all of them, and there is no answer.
func (a *app) answer(q question, files []string) ([]render.Named, error) {
	if i := slices.Index(files, "-"); i >= 0 && slices.Contains(files[i+1:], "-") {
		return nil, usage("- is named twice, but standard input can be read only once")
	}
	a.collectRarely()
	e, err := load(q.rules, q.loading()...)
	if err != nil {
		return nil, err
	}
	if err := known(e, q.policy); err != nil {
		return nil, err
	}
	var answers []render.Named
	var faults diagnostic.List
	for _, name := range files {
		r, warnings, err := a.answerOne(e, q, name)
		faults = append(faults, warnings...)
		if err := collect(&faults, err); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		answers = append(answers, render.Named{File: called(name), Answer: r, Child: q.child.value})
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	a.warn(faults)
	return answers, nil
}

// answerOne reads and evaluates one case.
func (a *app) answerOne(e *engine.Engine, q question, name string) (*family.Answer, diagnostic.List, error) {
	in, err := a.readCase(q.rules, name)
	if err != nil {
		return nil, nil, err
	}
	c, err := e.ReadCase(in.name, in.data)
	if err != nil {
		return nil, nil, err
	}
	if err := q.child.check(c); err != nil {
		return nil, c.Warnings(), err
	}
	r, err := a.recommend(e, q, in.name, c)
	return r, c.Warnings(), err
}

// readCase reads a case: a file, or one scenario of a file, as FILE#NAME.
func (a *app) readCase(rules, name string) (input, error) {
	file, scenario, found := strings.Cut(name, "#")
	if _, err := os.Stat(name); !found || err == nil {
		return a.read(name)
	}
	in, err := a.read(file)
	if err != nil {
		return input{}, err
	}
	root, err := loadToTry(rules)
	if err != nil {
		return input{}, err
	}
	data, err := root.Case(authoring.ScenarioFile{Name: in.name, Data: in.data}.At(file), scenario)
	return input{called(name), data}, err
}

// recommend evaluates a case under the policy that it or the flag names.
func (a *app) recommend(e *engine.Engine, q question, name string, c *engine.Case) (*family.Answer, error) {
	if q.policy == "" {
		r, err := e.EvaluateFamily(c, q.options()...)
		if c.Policy() == "" {
			err = change(err, func(d *diagnostic.Diagnostic) { d.Remedy = "use --policy, or " + d.Remedy })
		}
		return r, err
	}
	r, err := e.EvaluateFamily(c, append(q.options(), engine.Under(q.policy))...)
	if err == nil && c.Policy() != "" && r.Family.Policy != c.Policy() {
		return nil, diagnostic.List{{File: name, Severity: diagnostic.Error, Code: diagnostic.Conflict, Private: true,
			Message: fmt.Sprintf("the case names policy %s, but --policy names %s", c.Policy(), q.policy),
			Remedy:  "leave out --policy, or remove the policy from the case, or use compare --policy"}}.Err()
	}
	return r, err
}

// known refuses a name in a flag that is neither a policy nor a council.
func known(e *engine.Engine, policy string) error {
	if policy == "" || len(e.IDsOf(policy)) > 0 {
		return nil
	}
	_, err := e.Policy(policy)
	return change(err, func(d *diagnostic.Diagnostic) { d.File = "--policy" })
}

// change changes each diagnostic of an error.
func change(err error, by func(*diagnostic.Diagnostic)) error {
	var failure *diagnostic.Failure
	if errors.As(err, &failure) {
		for i := range failure.Diagnostics {
			by(&failure.Diagnostics[i])
		}
	}
	return err
}
