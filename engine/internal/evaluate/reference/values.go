package reference

import (
	"fmt"
	"reflect"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/common/types/traits"

	"windscreen/engine/internal/logic"
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
