package recommend

import (
	"slices"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// proof tries a conclusion that more findings can only help. It works out by Kleene's rules which of the
// rules behind the conclusion hold. To evaluate everything costs far more, and tries unknown facts both ways.
// A proof does that only where it could find more.
//
// It could find more only if two things are so. First, the rules behind the conclusion, taken together, read
// both ways a fact of which not enough is known. Without such a fact, the worst case for the conclusion is
// that each fact turns out for the worse, and Kleene's rules already cover that case. Second, the conclusion
// holds however such facts turn out, and so also in the few ways that a proof picks and tries first.
type proof struct {
	b *builder
	conclusion
	both bothWays
}

// proof makes the trial of a conclusion; it is nil if a proof cannot try that conclusion.
func (b *builder) proof(c conclusion) *proof {
	x := b.index.feeds()
	if c.want != logic.True || c.rule == nil && !x.provable(c.node) {
		return nil
	}
	if b.worlds == nil {
		b.worlds = b.desk.takeWorlds(b)
	}
	t := &proof{b: b, conclusion: c, both: x.bothWays(c)}
	for _, w := range b.worlds.ways {
		w.behind.addAll(b.worlds.both)
		w.behind.addAll(t.both.set)
	}
	b.worlds.both = t.both.set
	return t
}

func (t *proof) know(f *vocabulary.Fact, v vocabulary.Value) {
	x := t.b.worlds
	x.here.know(f, v)
	x.behind.add(f)
	for _, w := range x.ways {
		w.behind.add(f)
	}
}

func (t *proof) stands() bool {
	x := t.b.worlds
	if t.provenIn(x.here) {
		return true
	}
	if !slices.ContainsFunc(t.both.list, func(f *vocabulary.Fact) bool { return !x.here.env.Values[f.Index].Known() }) {
		return false
	}
	for _, w := range x.ways {
		if w.follow(x.here, t.both.set); !t.provenIn(w) {
			return false
		}
	}
	t.b.catchUp()
	return (&whole{t.b, t.conclusion}).stands()
}

func (t *proof) provenIn(w *world) bool {
	if t.rule != nil {
		return w.holds(t.rule)
	}
	return w.proves(t.node)
}

// worlds are the worlds of all proofs of a builder, which use them one after another. Between two
// conclusions nothing is known in them.
type worlds struct {
	// here is what is known in the trial. ways are the same, but each gives every fact of both one value.
	here *world
	ways [3]*world
	// both are the facts of the last conclusion that are read both ways, and none are no facts.
	both, none factSet
	// behind are the facts that changed and that the session of trials was not told of yet.
	behind factSet
}

func newWorlds(b *builder) *worlds {
	x := &worlds{here: newWorld(b), none: newFactSet(b.policy.Vocabulary), behind: newFactSet(b.policy.Vocabulary)}
	for i, pick := range []func(w *world, f *vocabulary.Fact, v vocabulary.Value) int64{
		func(w *world, f *vocabulary.Fact, _ vocabulary.Value) int64 { return w.b.input.Values[f.Index].Lo },
		func(_ *world, _ *vocabulary.Fact, v vocabulary.Value) int64 { return v.Lo },
		func(_ *world, _ *vocabulary.Fact, v vocabulary.Value) int64 { return v.Hi },
	} {
		x.ways[i] = newWorld(b)
		x.ways[i].pick = pick
	}
	return x
}

// begin makes them worlds of a case in which nothing is known.
func (x *worlds) begin(b *builder) {
	x.here.begin(b)
	for _, w := range x.ways {
		w.begin(b)
	}
	x.both = x.none // what it was belongs to the policy, so it is not cleared
	clear(x.behind)
}

// catchUp tells the session of trials what proofs have learnt and forgotten, and begins it where there
// is none.
func (b *builder) catchUp() {
	if b.trial == nil {
		in := b.input
		in.Values = b.index.unknown
		b.trial = b.evaluator.Start(in)
	}
	if b.worlds == nil {
		return
	}
	for f := range b.worlds.behind.all(b.policy.Vocabulary) {
		b.trial.Know(f, b.worlds.here.env.Values[f.Index])
	}
	clear(b.worlds.behind)
}

// world says which rules up to the level hold, on what is known in a trial. It works out a rule only when
// asked, and again only after a fact that the rule reads was learnt or forgotten.
type world struct {
	b   *builder
	env lang.Env
	// held is what holds, by Rule.Index, and stale whether that is yet to be worked out.
	held, stale []bool
	// pick chooses one of the values that a fact read both ways may have; nil in a world that chooses none,
	// which looks only at rules that hold in the case. behind are the facts that changed and that the world
	// was not told of yet.
	pick   func(*world, *vocabulary.Fact, vocabulary.Value) int64
	behind factSet
	// seen is what atLeast has counted.
	seen []bool
}

// newWorld makes room for one.
func newWorld(b *builder) *world {
	n := b.policy.FindingsEnd
	return &world{held: make([]bool, n), stale: make([]bool, n), behind: newFactSet(b.policy.Vocabulary),
		env:  lang.Env{Values: make([]vocabulary.Value, len(b.policy.Vocabulary.Facts))},
		seen: make([]bool, max(len(b.policy.Concepts), len(b.policy.Domains)))}
}

// begin makes it a world of a case in which nothing is known.
func (w *world) begin(b *builder) {
	w.b, w.env.AsOf, w.env.Judgement = b, b.input.AsOf, b.input.Judgement
	copy(w.env.Values, b.index.unknown)
	copy(w.stale, b.index.feeds().unsettled)
	clear(w.held)
	clear(w.behind)
}

// follow takes over what is known in a trial, but picks a value of each fact of a set.
func (w *world) follow(here *world, both factSet) {
	for f := range w.behind.all(w.b.policy.Vocabulary) {
		v := here.env.Values[f.Index]
		if both.has(f) {
			v = vocabulary.Exactly(w.pick(w, f, v))
		}
		w.know(f, v)
	}
	clear(w.behind)
}

func (w *world) know(f *vocabulary.Fact, v vocabulary.Value) {
	if w.env.Values[f.Index] == v {
		return
	}
	w.env.Values[f.Index] = v
	for _, i := range w.b.index.feeds().readers[f.Index] {
		w.stale[i] = true
	}
}

// holds reports whether an indicator or ground holds.
func (w *world) holds(r *policy.Rule) bool {
	if w.pick == nil && w.b.outcome.Rules[r.Index] != logic.True {
		return false
	}
	if w.stale[r.Index] {
		w.stale[r.Index] = false
		w.held[r.Index] = r.InForce(w.env.AsOf) && (r.Always || r.When.Root.Truth(&w.env) == logic.True)
	}
	return w.held[r.Index]
}

// proves reports whether a provable condition holds.
func (w *world) proves(n *lang.Node) bool {
	x := w.b.index.feeds()
	switch n.Op {
	case lang.And:
		for _, a := range n.Args {
			if !w.proves(a) {
				return false
			}
		}
		return true
	case lang.Or:
		return slices.ContainsFunc(n.Args, w.proves)
	case lang.Named:
		return w.proves(n.Args[0])
	case lang.Ground:
		return slices.ContainsFunc(x.grounds[n.N], w.holds)
	case lang.Decisive:
		for _, i := range x.decides[n.N] {
			if w.holds(i.Rule) {
				return true
			}
		}
		return false
	case lang.CountIn:
		return w.counts(n)
	case lang.Const, lang.Not, lang.If, lang.AtLeastN, lang.FactIn, lang.OneOf, lang.Member, lang.TimeIn, lang.OpenFact, lang.Open,
		lang.Certain, lang.Judged, lang.JudgedOtherwise:
	}
	return n.Truth(&w.env) == logic.True
}

// counts reports whether a number is as high as a condition asks.
func (w *world) counts(n *lang.Node) bool {
	switch n.Counter {
	case lang.Tally:
		return w.atLeast(n, len(w.b.policy.Concepts), func(i *policy.Indicator) int { return i.Concept })
	case lang.Domains:
		return w.atLeast(n, len(w.b.policy.Domains), func(i *policy.Indicator) int { return i.Domain })
	case lang.Level:
		for i, l := range w.b.policy.Levels {
			if int64(l.Number) >= n.Lo && (i == 0 || l.InForce(w.env.AsOf) && (l.Always || w.proves(l.When.Root))) {
				return true
			}
		}
		return false
	case lang.JudgedLevel:
	}
	return n.Truth(&w.env) == logic.True
}

// atLeast reports whether signs of enough different kinds count at a level or above.
func (w *world) atLeast(n *lang.Node, kinds int, kind func(*policy.Indicator) int) bool {
	seen, count := w.seen[:kinds], int64(0)
	clear(seen)
	for _, i := range w.b.index.feeds().signs[n.N] {
		if at := kind(i); !seen[at] && w.holds(i.Rule) && (i.Strength != term.StrengthModifies || w.beside(i)) {
			seen[at] = true
			if count++; count >= n.Lo {
				return true
			}
		}
	}
	return false
}

// beside reports whether a firm sign of something else holds at the level of a sign, or above.
func (w *world) beside(i *policy.Indicator) bool {
	for _, o := range w.b.index.feeds().signs[i.Level] {
		if o.Concept != i.Concept && o.Strength.Counts() && w.holds(o.Rule) {
			return true
		}
	}
	return false
}
