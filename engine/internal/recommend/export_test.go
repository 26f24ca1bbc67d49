package recommend

import (
	"fmt"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
)

// RecommendPlainly is RecommendWith, but it evaluates everything where a proof would do, and
// explains each rule by itself.
func (m *Maker) RecommendPlainly(c *casefile.Case, o Options) (*recommendation.Recommendation, error) {
	b, err := m.builder(c, o)
	if err != nil {
		return nil, err
	}
	defer b.end()
	b.plain = true
	return b.recommendation(m.version)
}

// ProofsAgainstSessions tries every finding, each level, each indicator, and findings joined, on what is
// known of a case: by a proof, and by evaluating everything. It lists those that the two do not agree on.
// Known is asked anew for each trial, and only some are made. Tried is how many there were.
func ProofsAgainstSessions(m *Maker, c *casefile.Case, some func() bool,
	known func(*vocabulary.Fact) bool) (disagree []string, tried int, err error) {
	b, err := m.builder(c, Options{})
	if err != nil {
		return nil, 0, err
	}
	defer b.end()
	var all []conclusion
	for _, n := range b.findings() {
		all = append(all, conclusion{node: n, want: logic.True})
	}
	for _, i := range b.policy.Indicators {
		if b.outcome.Rules[i.Index] == logic.True {
			all = append(all, conclusion{rule: i.Rule, want: logic.True})
		}
	}
	for i, x := range all {
		p := b.proof(x)
		if p == nil || !some() {
			continue
		}
		tried++
		var facts []*vocabulary.Fact
		for _, f := range b.policy.Vocabulary.Facts {
			if known(f) {
				facts = append(facts, f)
			}
		}
		b.learn(p, facts)
		proved := p.stands()
		b.forget(p, facts)
		w := b.whole(x)
		b.learn(w, facts)
		stands := w.stands()
		b.forget(w, facts)
		// What does not hold in the case is never tried.
		if x.node != nil && x.node.Truth(b.env) != logic.True {
			stands = false
		}
		if proved != stands {
			disagree = append(disagree, fmt.Sprintf("conclusion %d: proved %t, stands %t", i, proved, stands))
		}
	}
	return disagree, tried, b.err
}

// findings are those of a policy, and some of them joined.
func (b *builder) findings() []*lang.Node {
	var out []*lang.Node
	for n := range b.policy.Statutes {
		out = append(out, &lang.Node{Op: lang.Ground, N: n})
	}
	for n, l := range b.policy.Levels {
		out = append(out, &lang.Node{Op: lang.Decisive, N: n}, noLower(int64(l.Number)))
		for k := int64(1); k <= 3; k++ {
			for _, counter := range []lang.Counter{lang.Tally, lang.Domains} {
				count := noLower(k)
				count.Counter, count.N = counter, n
				out = append(out, count)
			}
		}
	}
	for i := range len(out) - 1 {
		out = append(out, &lang.Node{Op: []lang.Op{lang.And, lang.Or}[i%2], Args: []*lang.Node{out[i], out[i+1]}})
	}
	return out
}
