package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
	"windscreen/engine/recommendation"
)

// question is under which rules and policy to answer, and by which evaluator; that
// is the default where it is empty.
type question struct {
	rules, policy string
	evaluator     engine.Evaluator
}

// addFlags adds the flags that ask it.
func (q *question) addFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&q.policy, "policy", "", "`ID` for cases that name no policy")
	addRules(cmd, &q.rules)
}

// choices are the options to load rules with.
func (q *question) choices() []engine.Option {
	if q.evaluator == "" {
		return nil
	}
	return []engine.Option{engine.With(q.evaluator)}
}

// answer reads and evaluates cases, in order. Where any is wrong, the error holds
// all that is wrong with all of them, and there is no answer.
func (a *app) answer(q question, files []string) ([]*recommendation.Recommendation, error) {
	if i := slices.Index(files, "-"); i >= 0 && slices.Contains(files[i+1:], "-") {
		return nil, usage("standard input can be read once, but - is there twice")
	}
	e, err := load(q.rules, q.choices()...)
	if err != nil {
		return nil, err
	}
	if err := known(e, q.policy); err != nil {
		return nil, err
	}
	var answers []*recommendation.Recommendation
	var faults diagnostic.List
	for _, name := range files {
		r, err := a.answerOne(e, q.policy, name)
		if err := collect(&faults, err); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		answers = append(answers, r)
	}
	return answers, faults.Err()
}

// answerOne reads and evaluates one case.
func (a *app) answerOne(e *engine.Engine, policy, name string) (*recommendation.Recommendation, error) {
	in, err := a.read(name)
	if err != nil {
		return nil, err
	}
	c, err := e.ReadCase(in.name, in.data)
	if err != nil {
		return nil, err
	}
	d := diagnostic.Diagnostic{File: in.name, Severity: diagnostic.Error}
	switch {
	case c.Policy() == "" && policy == "":
		d.Code, d.Message = diagnostic.UnknownPolicy, "the case names no policy"
		d.Remedy = fmt.Sprintf("write policy: in the case, or give --policy; the policies are %s", strings.Join(ids(e), ", "))
		return nil, diagnostic.List{d}.Err()
	case c.Policy() != "" && policy != "" && c.Policy() != policy:
		d.Code, d.Message = diagnostic.Conflict, fmt.Sprintf("the case names the policy %s, and --policy names %s", c.Policy(), policy)
		d.Remedy = "leave out --policy, or take the policy out of the case"
		return nil, diagnostic.List{d}.Err()
	case policy == "":
		policy = c.Policy()
	}
	p, err := e.Policy(policy)
	if err != nil {
		return nil, err
	}
	return p.Recommend(c)
}

// known refuses a policy, named by a flag, that does not exist.
func known(e *engine.Engine, policy string) error {
	if policy == "" {
		return nil
	}
	_, err := e.Policy(policy)
	var failure *diagnostic.Failure
	if errors.As(err, &failure) {
		for i := range failure.Diagnostics {
			failure.Diagnostics[i].File = "--policy"
		}
	}
	return err
}

// ids lists the policies that cases can name.
func ids(e *engine.Engine) []string {
	var out []string
	for _, p := range e.Policies() {
		out = append(out, p.ID)
	}
	return out
}

// print writes an answer to standard output, all at once.
func (a *app) print(out []byte) error {
	if _, err := a.stdout.Write(out); err != nil {
		return errors.Join(errors.New("the answer could not be written"), err)
	}
	return nil
}
