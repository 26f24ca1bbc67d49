package decide

import (
	"slices"
	"sync"

	"windscreen/engine/internal/arena"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// Rules is what is worked out once for a policy. It is immutable and safe for concurrent use.
type Rules struct {
	policy *policy.Policy
	// grounds are the rules of each ground; signs are, by level index, the indicators that count or
	// decide at that level or above.
	grounds [][]*policy.Rule
	signs   [][]*policy.Indicator
	gates   []*lang.Node
	// idle are works that no case is using.
	idle sync.Pool
}

// New works it out.
func New(p *policy.Policy) *Rules {
	r := &Rules{policy: p, grounds: p.GroundRules(), signs: p.Signs(), gates: make([]*lang.Node, len(p.Vocabulary.Facts))}
	for _, f := range p.Vocabulary.Facts {
		if c, ok := f.Applies.(lang.OfFacts); ok {
			r.gates[f.Index] = c.Root()
		}
	}
	return r
}

// Known is what is known of a case. Slices are by Fact.Index.
type Known struct {
	// Input is the case, and Outcome what the rules come to on it.
	Input   evaluate.Input
	Outcome *evaluate.Outcome
	// Asked is whether there is a question about a fact.
	Asked []bool
	// Gated is whether it has to be asked first whether a fact applies.
	Gated []bool
	// Weights put facts in order: the lower, the better. They are at most 80.
	Weights []uint8
}

// Work finds sets for one case. It serves one goroutine.
type Work struct {
	*Rules
	known Known
	env   *lang.Env
	facts []*vocabulary.Fact
	// What was found already. Rules are by Rule.Index, first what makes them hold, then what makes them no longer hold.
	rules [2][]foundSets
	named map[wanted[*lang.NamedCondition]][]Set
	found map[wanted[finding]][]Set
	gated map[int][]Set
	// answers are all answers met, ofFact their places by Fact.Index.
	answers []Answer
	ofFact  [][]ID
	// What putting lists together uses.
	kept  kept
	about about
	room  []Set
	// lists is room for the lists that were found.
	lists arena.Arena[Set]
	// ofLists is room for lists of them.
	ofLists arena.Arena[[]Set]
	// values are what test has found of one fact.
	values []vocabulary.Value
}

// wanted is something that is to come out true, or false.
type wanted[T comparable] struct {
	of   T
	want bool
}

// finding names a ground, a sign that decides, or a count of so many.
type finding struct {
	op      lang.Op
	counter lang.Counter
	n       int
	k       int64
}

// foundSets are the sets that were found, if they were looked for.
type foundSets struct {
	list []Set
	done bool
}

// Begin begins with a case. It uses the room of a work that has ended: made anew for each case, it was a tenth of the memory
// of an answer with questions.
func (r *Rules) Begin(k Known) *Work {
	w, ok := r.idle.Get().(*Work)
	if !ok {
		w = r.newWork()
	}
	w.known, w.env = k, k.Outcome.Environment(k.Input)
	return w
}

// newWork makes room for one.
func (r *Rules) newWork() *Work {
	facts, rules := len(r.policy.Vocabulary.Facts), len(r.policy.Rules)
	return &Work{
		Rules: r, facts: r.policy.Vocabulary.Facts, rules: [2][]foundSets{make([]foundSets, rules), make([]foundSets, rules)},
		named: map[wanted[*lang.NamedCondition]][]Set{}, found: map[wanted[finding]][]Set{},
		gated: map[int][]Set{}, ofFact: make([][]ID, facts), kept: kept{met: make([]uint32, facts)},
	}
}

// End gives the room back. The sets that the work found are not to be used any more.
func (w *Work) End() {
	w.known, w.env = Known{}, nil
	for _, list := range w.rules {
		clear(list)
	}
	clear(w.named)
	clear(w.found)
	clear(w.gated)
	clear(w.answers)
	w.answers = w.answers[:0]
	for i, ids := range w.ofFact {
		w.ofFact[i] = ids[:0]
	}
	w.lists.Reset()
	w.ofLists.Reset()
	w.idle.Put(w)
}

// remembered is what was found already, or what is found now.
func remembered[K comparable](in map[K][]Set, key K, find func() []Set) []Set {
	if list, ok := in[key]; ok {
		return list
	}
	list := find()
	in[key] = list
	return list
}

// Rule are the sets that make a rule hold, or no longer hold.
func (w *Work) Rule(r *policy.Rule, want bool) []Set {
	if inForce := r.InForce(w.known.Input.AsOf); r.Always || !inForce {
		if want == inForce {
			return already
		}
		return nil
	}
	if r.Index < w.policy.FindingsEnd && w.known.Outcome.Rules[r.Index] == logic.Of(want) {
		return already
	}
	at := &w.rules[0][r.Index]
	if !want {
		at = &w.rules[1][r.Index]
	}
	if !at.done {
		at.list, at.done = w.Condition(r.When.Root, want), true
	}
	return at.list
}

// Ground are the sets that make out a ground, or rule it out.
func (w *Work) Ground(statute int, want bool) []Set {
	if w.env.Grounds[statute] == logic.Of(want) {
		return already
	}
	return remembered(w.found, wanted[finding]{finding{op: lang.Ground, n: statute}, want}, func() []Set {
		return w.anyOf(w.Rules.grounds[statute], want)
	})
}

// anyOf are the sets that make one of several rules hold, or none.
func (w *Work) anyOf(rules []*policy.Rule, want bool) []Set {
	if want {
		lists := w.newLists(len(rules))
		for i, r := range rules {
			lists[i] = w.Rule(r, true)
		}
		return w.or(lists...)
	}
	out := already
	for _, r := range rules {
		if out = w.and(out, w.Rule(r, false)); len(out) == 0 {
			return nil
		}
	}
	return out
}

// Line are the sets by which a rule holds and none of several others does.
func (w *Work) Line(r *policy.Rule, before []*policy.Rule) []Set {
	out := w.Rule(r, true)
	for _, o := range before {
		if holds := w.Rule(o, true); decided(holds) {
			out = w.and(out, w.Rule(o, false))
		} else {
			out = w.beforeLine(out, o, holds)
		}
	}
	return out
}

// beforeLine are the sets of a list by which another rule does not hold. What makes it hold may not, if more is answered: a
// young person under 16 is one thing, and a child under 13 another.
func (w *Work) beforeLine(list []Set, o *policy.Rule, holds []Set) []Set {
	rest := w.not(list, holds)
	if len(rest) == len(list) {
		return list
	}
	falls := w.Rule(o, false)
	if len(falls) == 0 || decided(falls) {
		return rest
	}
	still := w.not(list, falls)
	return slices.DeleteFunc(slices.Clone(list), func(s Set) bool {
		same := func(t Set) bool { return t.Same(&s) }
		return !slices.ContainsFunc(rest, same) && slices.ContainsFunc(still, same)
	})
}

// Or are the sets that are in one list or another.
func (w *Work) Or(lists ...[]Set) []Set { return w.or(lists...) }
