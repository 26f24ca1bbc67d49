package decide

import "slices"

// few is with how many of the best of another list a set is put together, and with how many of those
// about the same facts. Single answers about one fact are all put together.
const few = 4

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
	switch {
	case len(a) == 0 || len(b) == 0:
		return nil
	case decided(a):
		return b
	case decided(b):
		return a
	}
	out := w.room[:0]
	put := func(x, y *Set) {
		if s, ok := w.merge(x, y); ok {
			out = append(out, s)
		}
	}
	if len(a) <= few || len(b) <= few {
		for i := range a {
			for j := range b {
				put(&a[i], &b[j])
			}
		}
	} else {
		for i := range a {
			for j := range b[:few] {
				put(&a[i], &b[j])
			}
		}
		w.about.list(w, len(b), func(j int) *Set { return &b[j] })
		for i := range a {
			if i < few {
				for j := few; j < len(b); j++ {
					put(&a[i], &b[j])
				}
				continue
			}
			w.about.sharing(w, &a[i], func(j int) *Set { return &b[j] }, func(j int) bool {
				put(&a[i], &b[j])
				return true
			})
		}
	}
	w.room = out
	return w.least(out)
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
		used := 0
		for e := x.first[f]; e > 0; e = x.next[e-1] {
			j := int(x.set[e-1])
			if s.n == 1 && at(j).n == 1 {
				visit(j)
			} else if used < few && visit(j) {
				used++
			}
			if used == few && s.n > 1 {
				break
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
			for j := 0; j < len(items) && used < few; j++ {
				if put(j) {
					used++
				}
			}
			w.about.sharing(w, &p.Set, at, put)
		}
		some = more
	}
	out := w.room[:0]
	for i := range some {
		out = append(out, some[i].Set)
	}
	w.room = out
	return w.least(out)
}
