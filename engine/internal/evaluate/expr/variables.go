package expr

import (
	"errors"
	"fmt"
	"math"

	"github.com/expr-lang/expr/vm"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// variables are what programs read, and what runs them. They serve one goroutine.
type variables struct {
	*Evaluator
	vars map[string]any
	vm   vm.VM
	// set is, by part, whether the variables of its results are set by what is known now.
	set []bool
}

func (e *Evaluator) newVariables() variables {
	return variables{Evaluator: e, vars: e.names.declared(e.policy), set: make([]bool, len(e.parts))}
}

// changed says that what parts read may have changed.
func (v *variables) changed() { clear(v.set) }

// moment puts in the moment of the case and its judgement.
func (v *variables) moment(asOf int64, j lang.Judgement) {
	v.vars[v.names.asOf] = int(asOf)
	v.vars[v.names.recorded], v.vars[v.names.judgedAs] = j.Recorded, j.Level
	v.changed()
}

// know puts in what is known of a fact.
func (v *variables) know(f *vocabulary.Fact, x vocabulary.Value) {
	n := &v.names.facts[f.Index]
	known := x.Lo == x.Hi
	switch f.Kind {
	case vocabulary.YesNo:
		v.vars[n.value] = x.Lo > 0
	case vocabulary.Choice:
		v.vars[n.value] = f.Words[x.Lo].Name
	case vocabulary.Scale, vocabulary.Whole:
		v.vars[n.least], v.vars[n.most] = int(x.Lo), int(x.Hi)
	case vocabulary.Date, vocabulary.Time:
		begins, ends := x.Lo != math.MinInt64, x.Hi != math.MaxInt64
		v.vars[n.begins], v.vars[n.ends] = begins, ends
		v.vars[n.least], v.vars[n.most] = int(x.Lo), int(x.Hi)
		known = begins || ends
	case vocabulary.Choices:
		for w := range n.applies {
			v.vars[n.applies[w]], v.vars[n.may[w]] = x.Lo>>w&1 == 1, x.Hi>>w&1 == 1
		}
	}
	v.vars[n.known] = known
	v.changed()
}

// found puts in findings: grounds and counts, and the level, which no rule reads before it is
// worked out.
func (v *variables) found(f *evaluate.Findings) {
	for i, t := range f.Grounds {
		v.truth(v.names.grounds[i], t)
	}
	for i := range v.policy.Levels {
		v.truth(v.names.decisive[i], f.Decisive[i])
		v.bounds(v.names.tally[i], f.Tally[i])
		v.bounds(v.names.domains[i], f.Domains[i])
	}
	v.bounds(v.names.level, f.Level)
	v.changed()
}

func (v *variables) truth(n truthNames, t logic.Truth) {
	v.vars[n.is], v.vars[n.isNot] = t == logic.True, t == logic.False
}

func (v *variables) bounds(n rangeNames, r logic.Range) {
	v.vars[n.least], v.vars[n.most] = int(r.Lo), int(r.Hi)
}

// rule is the truth of a rule: false on a day on which it is not in force, and where its
// exception is certain.
func (v *variables) rule(i int, asOf int64) (logic.Truth, error) {
	r := v.policy.Rules[i]
	if asOf < r.From || asOf >= r.To {
		return logic.False, nil
	}
	t, err := v.run(v.rules[i])
	if err == nil && v.unless[i] != nil {
		var unless logic.Truth
		if unless, err = v.run(v.unless[i]); unless == logic.True {
			t = logic.False
		}
	}
	if err != nil {
		return logic.Unknown, fmt.Errorf("rule %s: %w", r.ID, err)
	}
	return t, nil
}

// errBoth is a fault of the engine.
var errBoth = errors.New("the condition is certainly true and certainly false")

// run runs the two programs of a condition.
func (v *variables) run(c *condition) (logic.Truth, error) {
	for _, p := range c.parts {
		if v.set[p.at] {
			continue
		}
		t, err := v.run(&p.condition)
		if err != nil {
			return logic.Unknown, err
		}
		v.truth(p.results, t)
		v.set[p.at] = true
	}
	is, err := v.program(c.is)
	isNot, errNot := v.program(c.isNot)
	switch {
	case err != nil || errNot != nil:
		return logic.Unknown, errors.Join(err, errNot)
	case is && isNot:
		return logic.Unknown, errBoth
	case is:
		return logic.True, nil
	case isNot:
		return logic.False, nil
	default:
		return logic.Unknown, nil
	}
}

// program runs one program.
func (v *variables) program(p *vm.Program) (bool, error) {
	out, err := v.vm.Run(p, v.vars)
	if err != nil {
		return false, err
	}
	b, ok := out.(bool)
	if !ok {
		return false, fmt.Errorf("it came to %v", out)
	}
	return b, nil
}
