package reference

import (
	"fmt"
	"math"
	"reflect"
	"time"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/common/operators"
	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"

	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

var (
	momentType = cel.OpaqueType("moment")
	spanType   = cel.OpaqueType("time_between")
	lengthType = cel.OpaqueType("length_of_time")
)

// opaque is what our own types of times have in common: the fragment converts nothing and
// compares them by our own functions, so none of this is ever reached.
type opaque struct{}

func (opaque) ConvertToNative(reflect.Type) (any, error) {
	return nil, fmt.Errorf("times are not converted")
}
func (opaque) ConvertToType(ref.Type) ref.Val { return unknown }
func (opaque) Equal(ref.Val) ref.Val          { return unknown }

// moment is a date or time, in Unix seconds, of which bounds are known.
type moment struct {
	opaque
	logic.Range
}

func (moment) Type() ref.Type { return momentType }
func (m moment) Value() any   { return m.Range }

// span is the time from one moment to another.
type span struct {
	opaque
	from, to logic.Range
}

func (span) Type() ref.Type { return spanType }
func (s span) Value() any   { return s }

// length is a length of time: so long by the calendar, and so many seconds.
type length struct {
	opaque
	calendar vocabulary.Length
	seconds  int64
}

func (length) Type() ref.Type { return lengthType }
func (l length) Value() any   { return l }

// timeFunctions declares the operators on times and lengths of time.
func timeFunctions(london *time.Location) []cel.EnvOption {
	minus := function(operators.Subtract, cel.Overload("time_minus_time", []*cel.Type{momentType, momentType}, spanType,
		binary(func(a, b moment) ref.Val { return span{from: b.Range, to: a.Range} })))
	lengths := func(name string, of func(n int64) length) cel.EnvOption {
		return function(name, cel.Overload(name+"_int", []*cel.Type{cel.IntType}, lengthType,
			unary(func(n types.Int) ref.Val { return of(int64(n)) })))
	}
	compare := func(name, suffix string, lo, hi func(k int64) int64) cel.EnvOption {
		return function(name,
			cel.Overload(suffix+"_times", []*cel.Type{momentType, momentType}, cel.BoolType,
				binary(func(a, b moment) ref.Val { return truth(a.Minus(b.Range).Within(lo(0), hi(0))) })),
			cel.Overload(suffix+"_lengths", []*cel.Type{spanType, lengthType}, cel.BoolType,
				binary(func(s span, l length) ref.Val {
					return truth(s.to.Minus(l.calendar.After(s.from, london)).Within(lo(l.seconds), hi(l.seconds)))
				})))
	}
	return []cel.EnvOption{
		minus,
		lengths("hours", func(n int64) length { return length{seconds: n * 3600} }),
		lengths("days", func(n int64) length { return length{calendar: vocabulary.Length{Days: int(n)}} }),
		lengths("weeks", func(n int64) length { return length{calendar: vocabulary.Length{Days: int(7 * n)}} }),
		lengths("years", func(n int64) length { return length{calendar: vocabulary.Length{Years: int(n)}} }),
		compare(operators.Less, "less", least, func(k int64) int64 { return k - 1 }),
		compare(operators.LessEquals, "at_most", least, same),
		compare(operators.Greater, "greater", func(k int64) int64 { return k + 1 }, most),
		compare(operators.GreaterEquals, "at_least", same, most),
	}
}

// The ends of what a comparison asks about.
func same(k int64) int64 { return k }
func least(int64) int64  { return math.MinInt64 }
func most(int64) int64   { return math.MaxInt64 }
