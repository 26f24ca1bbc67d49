package decide

import (
	"math"
	"slices"
)

// most is, by size, how many sets a list keeps. Of sets of two it also keeps each that is the first with
// one of its facts.
var most = [Most + 1]int{1: math.MaxInt, 2: 32, 3: 16}

// already is the list of what is decided.
var already = []Set{{}}

// decided reports whether a list is that of what is decided.
func decided(list []Set) bool { return len(list) > 0 && list[0].n == 0 }

// kept is what least knows of the sets that it has kept so far.
type kept struct {
	// places are, by hash of their facts, one more than the last set kept about these facts; before
	// is the one before that, by set.
	places []place
	before []int32
	// over is whether a set is beyond the limits. It still covers those after it.
	over []bool
	// met is, by fact, the epoch of the last list in which a set about it was kept.
	met   []uint32
	epoch uint32
}

// place is one place of the table.
type place struct {
	facts uint64
	epoch uint32
	last  int32
}

// begin forgets what is kept, and makes room for so many sets.
func (k *kept) begin(n int) {
	size := max(64, len(k.places))
	for size < 2*n {
		size *= 2
	}
	if size > len(k.places) {
		k.places = make([]place, size)
	}
	k.epoch++
	k.before, k.over = k.before[:0], k.over[:0]
}

// at is the place of some facts.
func (k *kept) at(facts uint64) *place {
	mask := uint64(len(k.places) - 1)
	for i := facts * 0x9e3779b97f4a7c15 >> 20; ; i++ {
		p := &k.places[i&mask]
		if p.epoch != k.epoch {
			p.facts, p.last = facts, 0
			return p
		}
		if p.facts == facts {
			return p
		}
	}
}

// keep notes that a set is kept after those before it.
func (k *kept) keep(s *Set) {
	p := k.at(s.facts())
	k.before = append(k.before, p.last)
	p.epoch, p.last = k.epoch, int32(len(k.before))
}

// parts are the facts of each part of a set, the whole among them.
func parts(s *Set) (out [1<<Most - 1]uint64, n int) {
	f := s.facts()
	a, b, c := f>>32, f>>16&0xffff, f&0xffff
	switch s.n {
	case 1:
		return [1<<Most - 1]uint64{a << 32}, 1
	case 2:
		return [1<<Most - 1]uint64{a << 32, b << 32, a<<32 | b<<16}, 3
	}
	return [1<<Most - 1]uint64{a << 32, b << 32, c << 32, a<<32 | b<<16, a<<32 | c<<16, b<<32 | c<<16, f}, 7
}

// covered reports whether a set kept so far covers another.
func (w *Work) covered(s *Set, list []Set) bool {
	all, n := parts(s)
	for _, facts := range all[:n] {
		p := w.kept.at(facts)
		if p.epoch != w.kept.epoch {
			continue
		}
		for at := p.last; at > 0; at = w.kept.before[at-1] {
			if w.covers(&list[at-1], s) {
				return true
			}
		}
	}
	return false
}

// least puts a list in order, leaves out each set that another covers, and keeps no more than the
// limits allow. It changes the list that it is given, and returns another.
func (w *Work) least(list []Set) []Set {
	for i := range list {
		w.rate(&list[i])
	}
	slices.SortFunc(list, func(a, b Set) int { return w.compare(&a, &b) })
	if decided(list) {
		return already
	}
	k := &w.kept
	k.begin(len(list))
	short, n := list[:0], 0
	var counts [Most + 1]int
	for i := range list {
		s := list[i]
		if w.covered(&s, short) {
			continue
		}
		over := counts[s.n] >= most[s.n] && (s.n == Most || !w.fresh(&s))
		if !over {
			counts[s.n]++
			n++
		}
		short, k.over = append(short, s), append(k.over, over)
		k.keep(&s)
		w.meet(&s)
	}
	out := w.newList(n)
	for i := range short {
		if !k.over[i] {
			out = append(out, short[i])
		}
	}
	return out
}

// fresh reports whether a set holds a fact that is in none kept so far.
func (w *Work) fresh(s *Set) bool {
	for _, id := range s.Answers() {
		if w.kept.met[w.answers[id].Fact] != w.kept.epoch {
			return true
		}
	}
	return false
}

// meet notes the facts of a set that is kept.
func (w *Work) meet(s *Set) {
	for _, id := range s.Answers() {
		w.kept.met[w.answers[id].Fact] = w.kept.epoch
	}
}

// not are the sets of a list that no set of others covers.
func (w *Work) not(list []Set, others ...[]Set) []Set {
	all := w.room[:0]
	for _, l := range others {
		if decided(l) {
			return nil
		}
		all = append(all, l...)
	}
	w.room = all
	if len(all) == 0 || len(list) == 0 || decided(list) {
		return list
	}
	w.kept.begin(len(all))
	for i := range all {
		w.kept.keep(&all[i])
	}
	at := slices.IndexFunc(list, func(s Set) bool { return w.covered(&s, all) })
	if at < 0 {
		return list
	}
	out := append(w.newList(len(list)), list[:at]...)
	for i := at + 1; i < len(list); i++ {
		if !w.covered(&list[i], all) {
			out = append(out, list[i])
		}
	}
	return out
}
