package reference

import (
	"fmt"
	"reflect"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/common/types/traits"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

var (
	numberType = cel.OpaqueType("number")
	setType    = cel.OpaqueType("set_of_choices")
)

// unknown is the value of anything that is not known. Nobody asks which attribute is
// unknown, so one value serves for all and names none; that makes merging cheap.
var unknown ref.Val = &types.Unknown{}

// number is a whole number, or the index of a rung, of which bounds are known.
type number logic.Range

func (n number) within(lo, hi int64) ref.Val { return truth(logic.Range(n).Within(lo, hi)) }

// ConvertToNative, ConvertToType and Equal are never reached: the fragment
// converts nothing and compares numbers by our own functions.
func (n number) ConvertToNative(reflect.Type) (any, error) {
	return nil, fmt.Errorf("a number is not converted")
}
func (n number) ConvertToType(ref.Type) ref.Val { return unknown }
func (n number) Equal(ref.Val) ref.Val          { return unknown }
func (n number) Type() ref.Type                 { return numberType }
func (n number) Value() any                     { return logic.Range(n) }

// set is a set of choices: the words that apply and the words that may.
type set struct {
	fact  *vocabulary.Fact
	value vocabulary.Value
}

func (s set) ConvertToNative(reflect.Type) (any, error) {
	return nil, fmt.Errorf("a set is not converted")
}
func (s set) ConvertToType(ref.Type) ref.Val { return unknown }
func (s set) Equal(ref.Val) ref.Val          { return unknown }
func (s set) Type() ref.Type                 { return setType }
func (s set) Value() any                     { return s.value }

// truth turns one of three values into CEL's.
func truth(t logic.Truth) ref.Val {
	switch t {
	case logic.True:
		return types.True
	case logic.False:
		return types.False
	case logic.Unknown:
	}
	return unknown
}

// countCondition is 1 for true, 0 for false, and from 0 to 1 for unknown.
func countCondition(v ref.Val) ref.Val {
	switch v {
	case types.True:
		return number{1, 1}
	case types.False:
		return number{0, 0}
	default:
		return number{0, 1}
	}
}

// open asks whether something is not known.
func open(v ref.Val) ref.Val {
	switch v := v.(type) {
	case number:
		return types.Bool(v.Lo != v.Hi)
	case set:
		return types.Bool(!v.value.Known())
	default:
		return types.Bool(types.IsUnknown(v))
	}
}

// certain is whether a condition is certainly true.
func certain(v ref.Val) ref.Val {
	if types.IsError(v) {
		return v
	}
	return types.Bool(v == types.True)
}

// inList is whether a word is one of a list of literals.
func inList(word types.String, list traits.Lister) ref.Val {
	for it := list.Iterator(); it.HasNext() == types.True; {
		if it.Next() == word {
			return types.True
		}
	}
	return types.False
}

// inSet is whether a set of choices holds a word.
func inSet(word types.String, s set) ref.Val {
	bit := int64(1) << s.fact.Word(string(word))
	switch {
	case s.value.Lo&bit != 0:
		return types.True
	case s.value.Hi&bit == 0:
		return types.False
	default:
		return unknown
	}
}

// slot says where the value of a name is found.
type slot struct {
	kind slotKind
	n    int
}

type slotKind uint8

const (
	factSlot slotKind = iota
	groundSlot
	decisiveSlot
	tallySlot
	domainsSlot
	levelSlot
	asOfSlot
	judgedSlot
	judgedOtherwiseSlot
	judgedLevelSlot
	namedSlot
)

// slots lists every name that a condition can resolve.
func slots(p *policy.Policy) map[string]slot {
	names := map[string]slot{
		"as_of":              {kind: asOfSlot},
		"level":              {kind: levelSlot},
		"judgement.recorded": {kind: judgedSlot},
		"judgement.differs":  {kind: judgedOtherwiseSlot},
		"judgement.level":    {kind: judgedLevelSlot},
	}
	for i, f := range p.Vocabulary.Facts {
		names[f.Path] = slot{factSlot, i}
	}
	for i, s := range p.Statutes {
		names["ground."+s.Name] = slot{groundSlot, i}
	}
	for i, l := range p.Levels {
		names[counted("tally", int64(l.Number))] = slot{tallySlot, i}
		names[counted("domains", int64(l.Number))] = slot{domainsSlot, i}
		names[counted("decisive", int64(l.Number))] = slot{decisiveSlot, i}
	}
	for i, n := range p.Conditions {
		names[n.Name] = slot{namedSlot, i}
	}
	return names
}

// activation gives programs the values of names.
type activation struct {
	names map[string]slot
	facts []ref.Val
	env   *lang.Env
	// programs are those of named conditions. named holds their results, nil until they
	// are asked for. A named condition is only asked for once all that it reads is
	// settled, so it runs once.
	programs []cel.Program
	named    []ref.Val
}

// newActivation turns the facts into CEL values once for all rules of a run.
func newActivation(c *programs, env *lang.Env) *activation {
	a := &activation{names: c.names, env: env, facts: make([]ref.Val, len(env.Values)),
		programs: c.named, named: make([]ref.Val, len(c.named))}
	for i, f := range c.policy.Vocabulary.Facts {
		a.facts[i] = factValue(f, env.Values[i])
	}
	return a
}

// factValue is a fact's value in CEL.
func factValue(f *vocabulary.Fact, v vocabulary.Value) ref.Val {
	partly := f.Kind == vocabulary.Scale || f.Kind == vocabulary.Whole || f.Kind == vocabulary.Choices || f.Dated()
	if f.IsUnknown(v) && f.Dated() || !v.Known() && !partly {
		return unknown
	}
	switch f.Kind {
	case vocabulary.YesNo:
		return types.Bool(v.Lo == 1)
	case vocabulary.Scale, vocabulary.Whole:
		return number{v.Lo, v.Hi}
	case vocabulary.Choice:
		return types.String(f.Words[v.Lo].Name)
	case vocabulary.Choices:
		return set{f, v}
	case vocabulary.Date, vocabulary.Time:
		return moment{Range: v.Range()}
	}
	return unknown
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
		t, err := a.run(a.programs[n])
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
