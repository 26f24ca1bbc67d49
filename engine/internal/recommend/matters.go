package recommend

import (
	"slices"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// bearing is which rules could still change the answer: the level, a ground, an action or the consent position. It is by
// Rule.Index.
type bearing struct {
	b     *builder
	rules []bool
	// seen is what was followed already.
	seen map[finding]bool
}

// bearing works it out. Of the actions and the lines of the consent position, couldAct are those that may yet change.
func (b *builder) bearing(couldAct []*policy.Rule) []bool {
	x := bearing{b, make([]bool, len(b.policy.Rules)), map[finding]bool{}}
	for n, state := range b.outcome.Grounds {
		if state == logic.Unknown {
			x.follow(&lang.Node{Op: lang.Ground, N: n})
		}
	}
	x.level()
	for at, l := range b.policy.Consent {
		x.rules[l.Index] = !b.index.single[at]
	}
	for _, r := range couldAct {
		x.rules[r.Index] = true
		if b.index.asksFindings[r.Index] { // otherwise there is nothing behind its parts to follow
			b.unsettled(b.outlook(), r, x.follow)
		}
	}
	return x.rules
}

// level follows what the levels above the one recommended turn on.
func (x *bearing) level() {
	for _, l := range x.b.policy.Levels {
		if n := int64(l.Number); n > x.b.outcome.Level.Lo && n <= x.b.outcome.Level.Hi && !x.rules[l.Index] {
			x.rules[l.Index] = true
			x.b.unresolved(l.When.Root, x.follow)
		}
	}
}

// follow follows a part of a condition to the rules behind what it asks for.
func (x *bearing) follow(n *lang.Node) {
	key := finding{n.Op, n.Counter, n.N}
	if !asksFinding(n) || x.seen[key] {
		return
	}
	x.seen[key] = true
	switch {
	case n.Op == lang.Ground:
		for _, r := range x.b.index.groundRules[n.N] {
			x.rules[r.Index] = true
		}
	case n.Op == lang.CountIn && n.Counter == lang.Level:
		x.level()
	default:
		for _, i := range x.b.policy.Indicators {
			if i.Level >= n.N && (i.Strength == term.StrengthDecides || n.Op == lang.CountIn && i.Strength != term.StrengthContext) {
				x.rules[i.Index] = true
			}
		}
	}
}

// couldAct are the actions that may yet become due, or no longer be due, and the lines of the consent position that may
// yet give its single answers. passed are, by Rule.Index, the lines that never can: those after one that certainly holds.
func (b *builder) couldAct() (rules []*policy.Rule, passed []bool) {
	for _, e := range b.policy.Escalations {
		rules = append(rules, e.Rule)
	}
	passed = make([]bool, len(b.policy.Rules))
	answered := map[term.Answer]bool{}
	for at, l := range b.policy.Consent {
		switch {
		case !b.index.single[at]:
		case answered[l.Answer]:
			passed[l.Index] = true
		default:
			answered[l.Answer] = b.settles(l.Rule) == logic.True
			rules = append(rules, l.Rule)
		}
	}
	return rules, passed
}

// couldDecide is which rules a fact could decide.
type couldDecide struct {
	// readers are, by Fact.Index, the rules with an open condition, or an open unless, that reads the fact in an open part;
	// and the actions and the single answers of the consent position that the fact could change by becoming known. Signs
	// that never count are left out, and lines of the consent position that cannot answer any more: nothing depends on them.
	readers [][]*policy.Rule
	// needed are the facts that one of these rules asks for. The others are only taken into account once they are known.
	needed factSet
	// bearing are, by Rule.Index, the rules that could still change the answer.
	bearing []bool
}

// couldDecide works it out.
func (b *builder) couldDecide() couldDecide {
	couldAct, passed := b.couldAct()
	x := couldDecide{readers: b.readers, needed: b.newSet()}
	if b.ranks() {
		x.bearing = b.bearing(couldAct)
	} else {
		x.bearing = make([]bool, len(b.policy.Rules))
	}
	for _, r := range b.policy.Rules {
		if b.holds(r) == logic.False || b.index.context[r.Index] || passed[r.Index] || !b.wants(b.index.reads[r.Index]) {
			continue
		}
		read := func(n *lang.Node) { n.Facts(func(f *vocabulary.Fact) { x.read(f, r, true) }) }
		// Kleene's rules leave a rule open that holds only by looking both ways.
		if b.holds(r) == logic.Unknown || r.Index < b.policy.FindingsEnd && len(b.outcome.Split) > 0 {
			b.unresolved(r.When.Root, read)
		}
		if r.Unless != nil {
			b.unresolved(r.Unless.When.Root, read)
		}
	}
	for _, r := range couldAct {
		if !b.wants(b.index.reads[r.Index]) {
			continue
		}
		// A line of the consent position that asks whether something is certain takes it into account once it is known.
		action := r.Kind == term.KindEscalation
		b.mayChange(r, func(f *vocabulary.Fact, needed bool) { x.read(f, r, needed && action) })
	}
	for _, e := range b.policy.Escalations {
		for _, d := range e.Due {
			if d.From != nil && b.holds(e.Rule) == logic.True {
				x.needed.add(d.From)
			}
		}
	}
	b.reopen(&x)
	return x
}

// unneeded reports whether the rules only take a fact into account once it is known.
func (x *couldDecide) unneeded(f *vocabulary.Fact) bool {
	return len(x.readers[f.Index]) > 0 && !x.needed.has(f)
}

// read notes that a rule reads a fact.
func (x *couldDecide) read(f *vocabulary.Fact, r *policy.Rule, needed bool) {
	if needed {
		x.needed.add(f)
	}
	if list := x.readers[f.Index]; !slices.Contains(list, r) {
		x.readers[f.Index] = append(list, r)
	}
}
