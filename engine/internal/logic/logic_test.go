package logic_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"windscreen/engine/internal/logic"
)

var truths = []logic.Truth{logic.False, logic.Unknown, logic.True}

// settlings lists what a truth value may turn out to be.
func settlings(t logic.Truth) []bool {
	switch t {
	case logic.True:
		return []bool{true}
	case logic.False:
		return []bool{false}
	case logic.Unknown:
	}
	return []bool{false, true}
}

// TestKleeneCoversEverySettling holds each operation against two-valued logic: it is
// true where every way that its parts can turn out makes it so, and so for false.
func TestKleeneCoversEverySettling(t *testing.T) {
	join := func(seen map[bool]bool) logic.Truth {
		switch {
		case seen[true] && seen[false]:
			return logic.Unknown
		default:
			return logic.Of(seen[true])
		}
	}
	for _, a := range truths {
		not := map[bool]bool{}
		for _, x := range settlings(a) {
			not[!x] = true
		}
		if got, want := a.Not(), join(not); got != want {
			t.Errorf("not %v is %v, want %v", a, got, want)
		}
		for _, b := range truths {
			and, or := map[bool]bool{}, map[bool]bool{}
			for _, x := range settlings(a) {
				for _, y := range settlings(b) {
					and[x && y], or[x || y] = true, true
				}
			}
			if got, want := logic.And(a, b), join(and); got != want {
				t.Errorf("%v and %v is %v, want %v", a, b, got, want)
			}
			if got, want := logic.Or(a, b), join(or); got != want {
				t.Errorf("%v or %v is %v, want %v", a, b, got, want)
			}
		}
	}
}

func TestARangeAnswersForEveryNumberInIt(t *testing.T) {
	number := rapid.Int64Range(-6, 6)
	draw := func(t *rapid.T, name string) logic.Range {
		a, b := number.Draw(t, name), number.Draw(t, name)
		return logic.Range{Lo: min(a, b), Hi: max(a, b)}
	}
	rapid.Check(t, func(t *rapid.T) {
		r, asked, other := draw(t, "range"), draw(t, "asked"), draw(t, "other")
		seen := map[bool]bool{}
		minus := r.Minus(other)
		for n := r.Lo; n <= r.Hi; n++ {
			seen[n >= asked.Lo && n <= asked.Hi] = true
			for m := other.Lo; m <= other.Hi; m++ {
				if d := n - m; d < minus.Lo || d > minus.Hi {
					t.Fatalf("%v minus %v is %v, without %d", r, other, minus, d)
				}
			}
		}
		want := logic.Unknown
		if len(seen) == 1 {
			want = logic.Of(seen[true])
		}
		if got := r.Within(asked.Lo, asked.Hi); got != want {
			t.Fatalf("%v within %v is %v, want %v", r, asked, got, want)
		}
		if j := r.Join(other); !j.Covers(r) || !j.Covers(other) {
			t.Fatalf("%v joined with %v is %v", r, other, j)
		}
	})
}

func TestADifferenceThatWouldOverflowStaysOpen(t *testing.T) {
	for _, r := range []logic.Range{
		logic.Anything().Minus(logic.Exactly(1)),
		logic.Exactly(1).Minus(logic.Anything()),
		logic.Range{Lo: math.MinInt64 + 1, Hi: math.MaxInt64 - 1}.Minus(logic.Range{Lo: math.MinInt64 + 1, Hi: math.MaxInt64 - 1}),
	} {
		if r != logic.Anything() {
			t.Errorf("got %v", r)
		}
	}
}

func TestACountIsFromWhatHoldsToWhatMayHold(t *testing.T) {
	got := logic.Count([]logic.Truth{logic.True, logic.Unknown, logic.False, logic.Unknown})
	if want := (logic.Range{Lo: 1, Hi: 3}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}
