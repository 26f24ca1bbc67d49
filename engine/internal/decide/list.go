package decide

import "slices"

// few is with how many of the best of another list a single answer is put together, and with how many
// of those about the same facts; a larger set is with fewer. Single answers about one fact are all put
// together.
const few = 4

// partners is with how many of the best of another list a set is put together.
func (s *Set) partners() int {
	return [Most + 1]int{few, few, few / 2, 0}[s.n]
}

// or are the sets that are in one list or another.
func (w *Work) or(lists ...[]Set) []Set {
	var only []Set
	n := 0
	for _, l := range lists {
		if decided(l) {
			return already
		}
		if len(l) > 0 {
			only = l
			n++
		}
	}
	if n < 2 {
		return only
	}
	out := w.room[:0]
	for _, l := range lists {
		out = append(out, l...)
	}
	w.room = out
	return w.least(out)
}

// and are the sets of one list together with those of another.
func (w *Work) and(a, b []Set) []Set {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) <= few && len(b) <= 2*few || len(a) == 0 || decided(a) || decided(b) {
		return w.product(a, b)
	}
	out := w.with(w.room[:0], a, b)
	for j := range b {
		for i := range a[:min(len(a), b[j].partners())] {
			if j >= a[i].partners() {
				out = w.join(out, &a[i], &b[j])
			}
		}
	}
	w.room = out
	return w.least(out)
}

// product are the sets of one list, each together with each of another.
func (w *Work) product(a, b []Set) []Set {
	switch {
	case len(a) == 0 || len(b) == 0:
		return nil
	case decided(a):
		return b
	case decided(b):
		return a
	}
	out := w.room[:0]
	for i := range a {
		for j := range b {
			out = w.join(out, &a[i], &b[j])
		}
	}
	w.room = out
	return w.least(out)
}

// join adds two sets together to a list, if they can be.
func (w *Work) join(list []Set, s, t *Set) []Set {
	if u, ok := w.merge(s, t); ok {
		return append(list, u)
	}
	return list
}

// with adds to a list the sets of one list, each together with some of another: the best, and some about
// the same facts.
func (w *Work) with(out, a, b []Set) []Set {
	at := func(j int) *Set { return &b[j] }
	w.about.list(w, len(b), at)
	for i := range a {
		for j := range b[:min(len(b), a[i].partners())] {
			out = w.join(out, &a[i], &b[j])
		}
		w.about.sharing(w, &a[i], at, func(j int) bool {
			n := len(out)
			out = w.join(out, &a[i], &b[j])
			return len(out) > n
		})
	}
	return out
}

// about finds the sets of a list by the facts that they are about.
type about struct {
	first []int32 // by Fact.Index, one more than the first entry
	epoch []uint32
	now   uint32
	next  []int32 // by entry
	set   []int32
}

// list begins with a list of n sets.
func (x *about) list(w *Work, n int, at func(int) *Set) {
	if x.first == nil {
		x.first, x.epoch = make([]int32, len(w.facts)), make([]uint32, len(w.facts))
	}
	x.now++
	x.next, x.set = x.next[:0], x.set[:0]
	for j := n - 1; j >= 0; j-- { // so that the best come first
		for _, id := range at(j).Answers() {
			f := w.answers[id].Fact
			if x.epoch[f] != x.now {
				x.epoch[f], x.first[f] = x.now, 0
			}
			x.next, x.set = append(x.next, x.first[f]), append(x.set, int32(j))
			x.first[f] = int32(len(x.next))
		}
	}
}

// sharing calls visit for sets of the list about a fact of another set: a few, and all single
// answers where that is one as well. Visit reports whether the set was of use.
func (x *about) sharing(w *Work, s *Set, at func(int) *Set, visit func(int) bool) {
	for _, id := range s.Answers() {
		f := w.answers[id].Fact
		if x.epoch[f] != x.now {
			continue
		}
		used, tried, enough := 0, 0, max(1, s.partners())
		for e := x.first[f]; e > 0 && used < enough && tried < 2*few; e = x.next[e-1] {
			if j := int(x.set[e-1]); s.n == 1 && at(j).n == 1 {
				visit(j)
			} else if tried++; visit(j) {
				used++
			}
		}
	}
}

// chosen is a set and which of several things it decides.
type chosen struct {
	Set
	of [Most]int32
}

// several are the sets that decide at least k of several things, each of which has its own list.
func (w *Work) several(k int, lists [][]Set) []Set {
	switch {
	case k <= 0:
		return already
	case k > len(lists) || k > Most:
		return nil
	case k == 1:
		return w.or(lists...)
	}
	var items []chosen
	for i, l := range lists {
		for j := range l {
			items = append(items, chosen{l[j], [Most]int32{int32(i), -1, -1}})
		}
	}
	slices.SortFunc(items, func(a, b chosen) int { return w.compare(&a.Set, &b.Set) })
	at := func(j int) *Set { return &items[j].Set }
	w.about.list(w, len(items), at)
	some := items
	for n := 1; n < k; n++ {
		var more []chosen
		for i := range some {
			p := &some[i]
			put := func(j int) bool {
				x := &items[j]
				if slices.Contains(p.of[:n], x.of[0]) {
					return false
				}
				s, ok := w.merge(&p.Set, &x.Set)
				if ok {
					of := p.of
					of[n] = x.of[0]
					more = append(more, chosen{s, of})
				}
				return ok
			}
			used := 0
			for j := 0; j < len(items) && used < p.partners() && p.n+items[j].n <= Most; j++ {
				if put(j) {
					used++
				}
			}
			w.about.sharing(w, &p.Set, at, put)
		}
		if some = more; n+1 < k {
			some = w.fewer(more)
		}
	}
	out := w.room[:0]
	for i := range some {
		out = append(out, some[i].Set)
	}
	w.room = out
	return w.least(out)
}

// fewer keeps all single answers, and of the larger sets the best.
func (w *Work) fewer(list []chosen) []chosen {
	for i := range list {
		w.rate(&list[i].Set)
	}
	slices.SortFunc(list, func(a, b chosen) int { return w.compare(&a.Set, &b.Set) })
	out := list[:0]
	var counts [Most + 1]int
	for i := range list {
		s := &list[i].Set
		if counts[s.n] >= most[s.n] || s.n > 1 && len(out) > 0 && out[len(out)-1].Same(s) {
			continue
		}
		counts[s.n]++
		out = append(out, list[i])
	}
	return out
}
