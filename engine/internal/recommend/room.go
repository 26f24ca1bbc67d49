package recommend

import (
	"slices"

	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
)

// room is an empty list that has room for each of the rules that hold or may hold.
func room[T any, R interface{ Base() *policy.Rule }](b *builder, rules []R) []T {
	n := 0
	for _, r := range rules {
		if b.holds(r.Base()) != logic.False {
			n++
		}
	}
	return make([]T, 0, n)
}

// sorted puts a list in order; what is equal keeps its order. It moves pointers, because the entries of
// answers are large.
func sorted[T any](list []T, compare func(a, b *T) int) []T {
	at := make([]*T, len(list))
	for i := range list {
		at[i] = &list[i]
	}
	slices.SortStableFunc(at, compare)
	out := make([]T, len(list))
	for i, x := range at {
		out[i] = *x
	}
	return out
}
