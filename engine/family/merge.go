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

// each puts lists together: what has the same key is said once, for all of whom it is said, with
// what join makes of two of them. Without join, what has the same key is the same. A key is a value
// that can be compared.
func each[T, U any](m merging, list func(Child) []T, key func(T) any, join func(*T, T), with func(Of, T) U) []U {
	type said struct {
		what   T
		labels []string
	}
	var all []*said
	known := map[any]*said{}
	for _, c := range m.children {
		for _, x := range list(c) {
			k := key(x)
			s := known[k]
			switch {
			case s == nil:
				s = &said{what: x}
				all, known[k] = append(all, s), s
			case join != nil:
				join(&s.what, x)
			}
			if !slices.Contains(s.labels, c.Child) {
				s.labels = append(s.labels, c.Child)
			}
		}
	}
	out := []U{}
	for _, s := range all {
		out = append(out, with(m.of(s.labels), s.what))
	}
	return out
}

// placesOf are the first places at which things stand for any child, by their keys.
func placesOf[T any](m merging, list func(Child) []T, key func(T) string) map[string]int {
	places := map[string]int{}
	for _, c := range m.children {
		for i, x := range list(c) {
			if at, there := places[key(x)]; !there || i < at {
				places[key(x)] = i
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

// whole is the key of something that is the same only if all of it is.
func whole[T any](x T) any { return keyOf(x) }

// ruleKey is the key of a rule. A rule says the same for two children, unless an exception is
// open for only one of them.
type ruleKey struct {
	id   string
	open bool
}

func sameRule(r recommendation.Rule) ruleKey {
	return ruleKey{r.ID, r.Unless != nil && r.Unless.Open}
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
