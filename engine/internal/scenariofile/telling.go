package scenariofile

import (
	"slices"
	"sync"
)

// mostTelling is how many scenarios are remembered for a rule.
const mostTelling = 8

// telling remembers which scenarios noticed a change of a rule, the latest first. They are likely to notice the next.
// It is safe for concurrent use.
type telling struct {
	lock sync.Mutex
	by   map[int][]int
}

// note remembers that a scenario noticed a change of some rules.
func (t *telling) note(rules []int, number int) {
	t.lock.Lock()
	defer t.lock.Unlock()
	if t.by == nil {
		t.by = map[int][]int{}
	}
	for _, r := range rules[:min(len(rules), 1)] {
		list := slices.DeleteFunc(slices.Clone(t.by[r]), func(n int) bool { return n == number })
		list = slices.Insert(list, 0, number)
		t.by[r] = list[:min(len(list), mostTelling)]
	}
}

// order are the numbers of all scenarios, with those first that noticed a change of the first of some rules.
func (t *telling) order(rules []int, of int) []int {
	var first []int
	if len(rules) > 0 {
		t.lock.Lock()
		first = t.by[rules[0]]
		t.lock.Unlock()
	}
	out := slices.Grow(slices.Clone(first), of)
	for i := range of {
		if !slices.Contains(first, i) {
			out = append(out, i)
		}
	}
	return out
}
