package decide

import (
	"math"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// decisive are the sets by which a sign that decides holds at a level or above, or none does.
func (w *Work) decisive(level int, want bool) []Set {
	return remembered(w.found, wanted[finding]{finding{op: lang.Decisive, n: level}, want}, func() []Set {
		var rules []*policy.Rule
		for _, i := range w.signs[level] {
			if i.Strength == term.StrengthDecides {
				rules = append(rules, i.Rule)
			}
		}
		return w.anyOf(rules, want)
	})
}

// within are the sets by which a number lies in a range, or outside it.
func (w *Work) within(n *lang.Node, want bool) []Set {
	if want {
		return w.and(w.count(n, n.Lo, true), w.count(n, n.Hi, false))
	}
	var more, less []Set
	if n.Hi < math.MaxInt64 {
		more = w.count(n, n.Hi+1, true)
	}
	if n.Lo > math.MinInt64 {
		less = w.count(n, n.Lo-1, false)
	}
	return w.or(more, less)
}

// count are the sets by which a number comes to at least k or, if not more, to at most k.
func (w *Work) count(n *lang.Node, k int64, more bool) []Set {
	return remembered(w.found, wanted[finding]{finding{n.Op, n.Counter, n.N, k}, more}, func() []Set {
		switch n.Counter {
		case lang.Tally:
			return w.signsOf(n.N, k, more, w.env.Tally[n.N], len(w.policy.Concepts), func(i *policy.Indicator) int { return i.Concept })
		case lang.Domains:
			return w.signsOf(n.N, k, more, w.env.Domains[n.N], len(w.policy.Domains), func(i *policy.Indicator) int { return i.Domain })
		case lang.Level:
			return w.level(k, more)
		case lang.JudgedLevel:
		}
		return nil
	})
}

// level are the sets by which the level is at least k, or at most k.
func (w *Work) level(k int64, more bool) []Set {
	if more && w.env.Level.Lo >= k || !more && w.env.Level.Hi <= k {
		return already
	}
	var rules []*policy.Rule
	for _, l := range w.policy.Levels {
		if more && int64(l.Number) >= k || !more && int64(l.Number) > k {
			rules = append(rules, l.Rule)
		}
	}
	return w.anyOf(rules, more)
}

// signsOf are the sets by which signs of at least k kinds count at a level or above, or of at most k.
func (w *Work) signsOf(level int, k int64, more bool, now logic.Range, kinds int, kind func(*policy.Indicator) int) []Set {
	if more && now.Lo >= k || !more && now.Hi <= k {
		return already
	}
	if !more && now.Hi-k > Most {
		return nil
	}
	// state is what is known of each kind.
	state := make([]logic.Truth, kinds)
	for x, i := range w.policy.Indicators {
		if i.Level >= level && i.Strength != term.StrengthContext {
			state[kind(i)] = logic.Or(state[kind(i)], w.known.Outcome.Counted[x])
		}
	}
	missing := k
	for _, t := range state {
		switch {
		case more && t == logic.True:
			missing--
		case !more && t != logic.False:
			missing-- // below 0: so many have to be ruled out
		}
	}
	if !more {
		missing = -missing
	}
	if missing > Most {
		return nil
	}
	lists := make([][][]Set, kinds)
	for x, i := range w.policy.Indicators {
		at := kind(i)
		if i.Level < level || i.Strength == term.StrengthContext || state[at] != logic.Unknown || w.known.Outcome.Counted[x] == logic.False {
			continue
		}
		lists[at] = append(lists[at], w.counts(i, more))
	}
	var open [][]Set
	for at, l := range lists {
		if state[at] != logic.Unknown {
			continue
		}
		list := w.or(l...)
		if !more {
			list = already
			for _, x := range l {
				if list = w.and(list, x); len(list) == 0 {
					break
				}
			}
		}
		if len(list) > 0 {
			open = append(open, list)
		}
	}
	return w.several(int(missing), open)
}

// counts are the sets by which a sign counts, or does not.
func (w *Work) counts(i *policy.Indicator, want bool) []Set {
	if i.Strength != term.StrengthModifies || !want {
		return w.Rule(i.Rule, want)
	}
	// One firm sign beside it is enough, so that the best will do.
	rule, beside := w.Rule(i.Rule, true), w.beside(i)
	if len(rule) == 0 || len(beside) == 0 || decided(rule) || decided(beside) {
		return w.product(rule, beside)
	}
	w.room = w.with(w.room[:0], rule, beside)
	return w.least(w.room)
}

// beside are the sets by which a firm sign of something else holds at the level of a sign, or above.
func (w *Work) beside(i *policy.Indicator) []Set {
	return remembered(w.found, wanted[finding]{finding{lang.Const, 0, i.Level, int64(i.Concept)}, true}, func() []Set {
		var lists [][]Set
		for _, o := range w.signs[i.Level] {
			if o.Concept != i.Concept && o.Strength.Counts() {
				lists = append(lists, w.Rule(o.Rule, true))
			}
		}
		return w.or(lists...)
	})
}
