package recommend

import (
	"slices"

	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
)

// room makes an empty list with capacity for one entry for each rule that holds; roomForOpen counts rules that may hold too. The
// entries of answers are large, so the capacity is exact.
func room[T any, R interface{ Base() *policy.Rule }](b *builder, rules []R) []T {
	return roomFrom[T](b, rules, logic.True)
}

func roomForOpen[T any, R interface{ Base() *policy.Rule }](b *builder, rules []R) []T {
	return roomFrom[T](b, rules, logic.Unknown)
}

// roomFrom counts the rules whose truth is least or greater.
func roomFrom[T any, R interface{ Base() *policy.Rule }](b *builder, rules []R, least logic.Truth) []T {
	n := 0
	for _, r := range rules {
		if b.holds(r.Base()) >= least {
			n++
		}
	}
	return make([]T, 0, n)
}

// sorted puts a list in order; equal entries keep their order. The entries of answers are large, so it sorts their places and
// then moves each entry once. Sorting a copy took a tenth of the memory of a brief answer.
func sorted[T any](list []T, compare func(a, b *T) int) []T {
	from := make([]int, len(list))
	for i := range from {
		from[i] = i
	}
	slices.SortStableFunc(from, func(i, j int) int { return compare(&list[i], &list[j]) })
	for i := range from {
		// Entries that change places form rings: each takes the place of the one before it.
		if from[i] == i {
			continue
		}
		first, to := list[i], i
		for from[to] != i {
			next := from[to]
			list[to], from[to] = list[next], to
			to = next
		}
		list[to], from[to] = first, to
	}
	return list
}
