package reference

import (
	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/interpreter"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
)

// activation gives programs the values of names.
type activation struct {
	names slotsByName
	// facts are the values of facts, nil until they are asked for.
	facts []ref.Val
	env   *lang.Env
	// input is what the programs of named conditions take: a frame for all programs of a run or, for Plain, a map.
	input any
	// programs are those of named conditions. named holds their results, nil until they
	// are asked for. A named condition is only asked for once all that it reads is
	// settled, so it runs once.
	programs *programs
	named    []ref.Val
}

// newActivation prepares for a run.
func newActivation(c *programs, names slotsByName, env *lang.Env) *activation {
	a := &activation{names: names, env: env, facts: make([]ref.Val, len(env.Values)),
		programs: c, named: make([]ref.Val, len(c.named))}
	a.input = interpreter.AsFrame(a)
	return a
}

// Parent is nil: there is no outer scope.
func (a *activation) Parent() cel.Activation { return nil }

// ResolveName gives the value of a name.
func (a *activation) ResolveName(name string) (any, bool) {
	s, ok := a.names[name]
	if !ok {
		return nil, false
	}
	return a.value(s), true
}

// condition gives the result of a named condition. One that fails gives the error, so
// that whatever uses it fails too. That is a fault of the engine.
func (a *activation) condition(n int) ref.Val {
	if a.named[n] == nil {
		t, err := run(a.programs.named[n], a.input)
		if a.named[n] = truth(t); err != nil {
			a.named[n] = types.WrapErr(err)
		}
	}
	return a.named[n]
}

// value gives what stands in a slot: a fact, a named condition, or what was worked out in
// an earlier stratum.
func (a *activation) value(s slot) ref.Val {
	switch s.kind {
	case factSlot:
		if a.facts[s.n] == nil {
			a.facts[s.n] = factValue(a.programs.policy.Vocabulary.Facts[s.n], a.env.Values[s.n])
		}
		return a.facts[s.n]
	case namedSlot:
		return a.condition(s.n)
	case groundSlot:
		return truth(a.env.Grounds[s.n])
	case decisiveSlot:
		return truth(a.env.Decisive[s.n])
	case tallySlot:
		return number(a.env.Tally[s.n])
	case domainsSlot:
		return number(a.env.Domains[s.n])
	case levelSlot:
		return number(a.env.Level)
	case asOfSlot:
		return moment{Range: logic.Exactly(a.env.AsOf)}
	case judgedSlot:
		return types.Bool(a.env.Judgement.Recorded)
	case judgedOtherwiseSlot:
		return types.Bool(a.env.Judgement.Recorded && int64(a.env.Judgement.Level) != a.env.Level.Lo)
	case judgedLevelSlot:
		if !a.env.Judgement.Recorded {
			return number(logic.Anything())
		}
		return number(logic.Exactly(int64(a.env.Judgement.Level)))
	}
	return unknown
}
