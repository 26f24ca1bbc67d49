package recommend

import (
	"fmt"
	"math"
	"strings"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/readable"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// level explains the level recommended.
func (b *builder) level() recommendation.Level {
	at := b.recommended()
	r := b.outcome.Level
	level := recommendation.Level{
		Recommended: at.Number, AtMost: int(r.Hi), Settled: r.Known(), Name: at.Name,
		Criterion: recommendation.Criterion{Rule: at.ID, Parts: []recommendation.Part{}},
		Cite:      b.cite(at.Cite),
		EitherWay: b.paths(b.outcome.Split), NotEveryWay: b.paths(b.outcome.Left),
		Scale: scale(b.policy),
	}
	if !b.options.Brief {
		level.Criterion.When, level.Criterion.Conditions = at.Text(), b.conditions(at.Rule)
	}
	for _, n := range b.alternatives(at.Rule) {
		level.Criterion.Parts = append(level.Criterion.Parts, b.part(n))
	}
	level.Because = b.list(b.becauseLevel(r.Lo))
	return level
}

// recommended is the level rule of the level recommended.
func (b *builder) recommended() *policy.Level {
	at := b.policy.Levels[0]
	for _, l := range b.policy.Levels {
		if int64(l.Number) <= b.outcome.Level.Lo {
			at = l
		}
	}
	return at
}

// alternatives are the parts of a condition of which one is enough. Some parts read facts alone and say whom
// the level is for, such as an age. If one of these is not known to be true, the level turns on it, and such
// parts are the answer. Otherwise it is the rest of the condition.
func (b *builder) alternatives(r *policy.Rule) []*lang.Node {
	if r.Always {
		return nil
	}
	rest := r.When.Root
	if rest.Op == lang.And {
		var gates, others []*lang.Node
		for _, a := range rest.Args {
			switch {
			case readsFindings(a):
				others = append(others, a)
			case a.Truth(b.env) != logic.True:
				gates = append(gates, a)
			}
		}
		if len(gates) > 0 {
			return gates
		}
		if len(others) == 1 {
			rest = others[0]
		}
	}
	if rest.Op == lang.Or {
		return rest.Args
	}
	return []*lang.Node{rest}
}

// readsFindings reports whether a condition reads more than facts.
func readsFindings(n *lang.Node) bool {
	found := false
	n.Walk(1, func(n *lang.Node, _ int) { found = found || asksFinding(n) })
	return found
}

// part is one alternative and its value.
func (b *builder) part(n *lang.Node) recommendation.Part {
	part := recommendation.Part{Text: n.Text(), Value: truth(n.Truth(b.env)), Rules: b.counted(n)}
	if !b.options.Brief {
		part.Says = b.says(n)
	}
	if n.Op == lang.CountIn && n.Counter == lang.Tally && n.Hi == math.MaxInt64 {
		part.Found, part.Asked = int(b.env.Tally[n.N].Lo), int(n.Lo)
	}
	return part
}

// says puts a part of a condition in words, with the numbers it came to.
func (b *builder) says(n *lang.Node) string {
	switch n.Op {
	case lang.And:
		return strings.Join(b.saysEach(n.Args), ", and ")
	case lang.Or:
		return strings.Join(b.saysEach(n.Args), ", or ")
	case lang.Ground:
		return b.policy.Statutes[n.N].Title + " – " + map[logic.Truth]string{
			logic.True: "made out", logic.Unknown: "still open", logic.False: "not made out"}[b.env.Grounds[n.N]]
	case lang.Decisive:
		return fmt.Sprintf("a sign that by itself decides level %s: %s", readable.OrAbove(b.policy, n.N), map[logic.Truth]string{
			logic.True: "present", logic.Unknown: "still open", logic.False: "none"}[b.env.Decisive[n.N]])
	case lang.CountIn:
		return b.saysCount(n)
	case lang.Named:
		return n.Named.Title
	case lang.Not:
		if named := n.Args[0]; named.Op == lang.Named {
			return "not: " + named.Named.Title
		}
	case lang.FactIn, lang.OneOf, lang.Member:
		return fmt.Sprintf("%s: %s", n.Fact.Title, n.Fact.Says(b.input.Values[n.Fact.Index], b.london))
	case lang.Const, lang.If, lang.AtLeastN, lang.TimeIn, lang.OpenFact, lang.Open, lang.Certain, lang.Judged, lang.JudgedOtherwise:
		// Nothing says these better than the condition as it is written.
	}
	return n.Text()
}

// saysEach puts parts of a condition in words, one by one.
func (b *builder) saysEach(nodes []*lang.Node) []string {
	parts := make([]string, len(nodes))
	for i, n := range nodes {
		parts[i] = b.says(n)
	}
	return parts
}

// saysCount puts a count in words.
func (b *builder) saysCount(n *lang.Node) string {
	var what string
	var r logic.Range
	switch n.Counter {
	case lang.Tally:
		what, r = readable.Counted(b.policy, n), b.env.Tally[n.N]
	case lang.Domains:
		what, r = readable.Counted(b.policy, n), b.env.Domains[n.N]
	case lang.Level, lang.JudgedLevel:
		what, r = "level", b.env.Level
	}
	count := fmt.Sprintf("%d found", r.Lo)
	if n.Truth(b.env) == logic.Unknown {
		// How many more there could be at the very most tells nobody anything.
		count += ", others not ruled out"
	}
	return fmt.Sprintf("%s: %s (%s asked for)", what, count, readable.Asked(n))
}

// counted lists the rules that a part counted: signs that count, and the rules by
// which grounds hold.
func (b *builder) counted(n *lang.Node) []string {
	counted := b.scratch.counted[:0]
	clear(b.seen)
	add := func(r *policy.Rule) {
		if !b.seen[r.Index] && b.holds(r) == logic.True {
			b.seen[r.Index], counted = true, append(counted, r.ID)
		}
	}
	n.Walk(1, func(n *lang.Node, _ int) {
		switch {
		case n.Op == lang.Ground:
			for _, r := range b.index.groundRules[n.N] {
				add(r)
			}
		case n.Op == lang.Decisive:
			for _, i := range b.policy.Indicators {
				if i.Strength == term.StrengthDecides && i.Level >= n.N {
					add(i.Rule)
				}
			}
		case n.Op == lang.CountIn && n.Counter <= lang.Domains:
			for x, i := range b.policy.Indicators {
				if i.Level >= n.N && b.outcome.Counted[x] == logic.True {
					add(i.Rule)
				}
			}
		}
	})
	b.scratch.counted = counted
	if len(counted) == 0 {
		return nil
	}
	return b.scratch.own(counted)
}

// whyNot says what stands between the case and the next level up: first what is
// still open, then what is known not to be met.
func (b *builder) whyNot() []recommendation.Obstacle {
	out := []recommendation.Obstacle{}
	next := b.higher()
	if next == nil {
		return out
	}
	for _, want := range []logic.Truth{logic.Unknown, logic.False} {
		for _, n := range b.alternatives(next.Rule) {
			if n.Truth(b.env) != want {
				continue
			}
			if o := b.obstacle(next, n, want); !b.options.Brief || o.Takes != "" {
				out = append(out, o)
			}
		}
	}
	return out
}

// obstacle is a part of the criterion of a level that does not hold. In a brief answer it says only how many
// signs the part takes and how many are missing.
func (b *builder) obstacle(next *policy.Level, n *lang.Node, came logic.Truth) recommendation.Obstacle {
	o := recommendation.Obstacle{
		Level: next.Number, Name: next.Name, Rule: next.ID, Value: truth(came), Takes: b.takes(n), Missing: b.missing(n),
		InTheWay: []recommendation.Fact{}, Open: []string{}, Cite: b.cite(next.Cite),
	}
	if b.options.Brief {
		return o
	}
	o.Part, o.Conditions, o.Says, o.Open = n.Text(), b.conditionsIn(n), b.says(n), b.paths(b.openIn(n))
	if came == logic.False {
		o.InTheWay = b.list(b.becausePart(o.Part, n, logic.False, logic.False))
		return o
	}
	o.Sets = b.meeting(next, n)
	return o
}

// higher is the level of which to say why it is not recommended, or nil.
func (b *builder) higher() *policy.Level {
	if b.options.Higher == 0 {
		return b.next()
	}
	for _, l := range b.policy.Levels {
		if l.Number == b.options.Higher && int64(l.Number) > b.outcome.Level.Lo {
			return l
		}
	}
	return nil
}

// next is the level above the one recommended, or nil.
func (b *builder) next() *policy.Level {
	for _, l := range b.policy.Levels {
		if int64(l.Number) > b.outcome.Level.Lo {
			return l
		}
	}
	return nil
}

// judgement is the professional judgement beside the recommendation.
func (b *builder) judgement() *recommendation.Judgement {
	j := b.c.Judgement
	if j == nil {
		return nil
	}
	out := &recommendation.Judgement{Level: j.Level, By: j.By, Reason: j.Reason, Differs: int64(j.Level) != b.outcome.Level.Lo}
	for _, l := range b.policy.Levels {
		if l.Number == j.Level {
			out.Name = l.Name
		}
	}
	return out
}
