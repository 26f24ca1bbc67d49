package family

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"windscreen/engine/recommendation"
)

// merging puts together what is said of the children, who stand in order of need.
type merging struct{ children []Child }

// byNeed puts the child with the highest level first, then goes by label.
func byNeed(a, b Child) int {
	return cmp.Or(cmp.Compare(b.Level.Recommended, a.Level.Recommended), cmp.Compare(b.Level.AtMost, a.Level.AtMost),
		byLabel(a.Child, b.Child))
}

// byLabel puts labels that are numbers first, in order of number: 6 before 11.
func byLabel(a, b string) int {
	n, errA := strconv.Atoi(a)
	k, errB := strconv.Atoi(b)
	if errA == nil && errB == nil {
		return cmp.Or(cmp.Compare(n, k), strings.Compare(a, b))
	}
	return cmp.Or(order(errA == nil, errB == nil), strings.Compare(a, b))
}

// order puts what is so before what is not.
func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// of are some children, in order of need.
func (m merging) of(labels []string) Of {
	return Of{Children: labels, All: len(labels) == len(m.children)}
}

// keyed is by what entries of a list are told apart: by key and, unless that is nil, by more. A key is quickly had, and
// more is not: it made a third of what the page for one child cost, of which no two entries have the same key.
type keyed[K comparable, T any] struct {
	key  func(*T) K
	more func(*T) string
}

// each puts lists together: what has the same key is said once, for all of whom it is said, with
// what join makes of two of them. Without join, what has the same key is the same.
func each[K comparable, T, U any](m merging, list func(Child) []T, by keyed[K, T], join func(*T, T), with func(Of, T) U) []U {
	type both struct {
		key  K
		more string
	}
	if again := repeated(m, list, by.key); !again && len(m.children) == 1 {
		return alone(m, list(m.children[0]), with)
	} else if !again {
		by.more = nil
	}
	type said struct {
		what   T
		labels []string
	}
	n := 0
	for _, c := range m.children {
		n += len(list(c))
	}
	all, known := make([]said, 0, n), make(map[both]int, n)
	for _, c := range m.children {
		entries := list(c)
		for i := range entries {
			k := both{key: by.key(&entries[i])}
			if by.more != nil {
				k.more = by.more(&entries[i])
			}
			at, there := known[k]
			switch {
			case !there:
				at = len(all)
				all, known[k] = append(all, said{what: entries[i]}), at
			case join != nil:
				join(&all[at].what, entries[i])
			}
			if s := &all[at]; !slices.Contains(s.labels, c.Child) {
				s.labels = append(s.labels, c.Child)
			}
		}
	}
	out := make([]U, len(all))
	for i := range all {
		out[i] = with(m.of(all[i].labels), all[i].what)
	}
	return out
}

// alone is a list of one child, each of whose entries is said once. It is what each makes of it, without the copies that
// putting lists together takes: they were a seventh of the memory of a brief answer.
func alone[T, U any](m merging, entries []T, with func(Of, T) U) []U {
	labels := make([]string, len(entries))
	out := make([]U, len(entries))
	for i := range entries {
		labels[i] = m.children[0].Child
		out[i] = with(m.of(labels[i:i+1:i+1]), entries[i])
	}
	return out
}

// repeated reports whether two entries of the lists have the same key.
func repeated[K comparable, T any](m merging, list func(Child) []T, key func(*T) K) bool {
	var seen map[K]bool
	for _, c := range m.children {
		entries := list(c)
		if seen == nil {
			seen = make(map[K]bool, len(entries))
		}
		for i := range entries {
			k := key(&entries[i])
			if seen[k] {
				return true
			}
			seen[k] = true
		}
	}
	return false
}

// placesOf are the first places at which things stand for any child, by their keys.
func placesOf[K comparable, T any](m merging, list func(Child) []T, key func(*T) K) map[K]int {
	places := map[K]int{}
	for _, c := range m.children {
		entries := list(c)
		for i := range entries {
			k := key(&entries[i])
			if at, there := places[k]; !there || i < at {
				places[k] = i
			}
		}
	}
	return places
}

// keyOf is the same for what is the same. What the engine fills in can always be written as JSON;
// anything else would be taken for the same, and so said of too many children, never of too few.
func keyOf(x any) string {
	data, err := json.Marshal(x)
	if err != nil {
		return err.Error()
	}
	return string(data)
}

// whole tells entries apart that are the same only if all of them is; short is a part of them.
func whole[T any](short func(*T) string) keyed[string, T] {
	return keyed[string, T]{short, func(x *T) string { return keyOf(x) }}
}

// itself tells entries apart that can be compared.
func itself[T comparable]() keyed[T, T] { return keyed[T, T]{key: func(x *T) T { return *x }} }

// byKey tells entries apart by a key.
func byKey[K comparable, T any](key func(*T) K) keyed[K, T] { return keyed[K, T]{key: key} }

// withRule is the key of what is said by a rule.
type withRule struct {
	rule ruleKey
	says string
}

// ruleKey is the key of a rule. A rule says the same for two children, unless an exception is
// open for only one of them, or its texts name facts that they answer otherwise.
type ruleKey struct {
	id, short, told string
	open            bool
}

func sameRule(r *recommendation.Rule) ruleKey {
	told := ""
	if r.ForFamily != nil {
		told = r.ForFamily.Says
	}
	return ruleKey{r.ID, r.Short, told, r.Unless != nil && r.Unless.Open}
}

// common keeps only what a rule rests on for another child as well.
func common(r *recommendation.Rule, other recommendation.Rule) {
	r.Because = both(r.Because, other.Because)
	r.RestsOnLevel = r.RestsOnLevel && other.RestsOnLevel
	if r.Conditions != nil {
		r.Conditions = both(r.Conditions, other.Conditions)
	}
	if u := r.Unless; u != nil && other.Unless != nil {
		joined := *u
		joined.WaitsOn = either(u.WaitsOn, other.Unless.WaitsOn)
		r.Unless = &joined
	}
}

// both are the entries of one list that the other has too.
func both[T any](list, other []T) []T {
	there := keys(other)
	out := []T{}
	for _, x := range list {
		if there[keyOf(x)] {
			out = append(out, x)
		}
	}
	return out
}

// either are the entries of one list, and then those that only the other has.
func either[T any](list, other []T) []T {
	there := keys(list)
	out := slices.Clone(list)
	for _, x := range other {
		if !there[keyOf(x)] {
			out = append(out, x)
		}
	}
	return out
}

func keys[T any](list []T) map[string]bool {
	out := map[string]bool{}
	for _, x := range list {
		out[keyOf(x)] = true
	}
	return out
}
