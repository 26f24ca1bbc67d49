package recommend

import (
	"cmp"
	"slices"
	"sync"

	"windscreen/engine/internal/decide"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// index is what explanations ask of a policy again and again, worked out once.
// Slices are by Rule.Index.
type index struct {
	// reads are the facts that a rule's condition reads by itself.
	reads []factSet
	// bothWays is whether a rule up to the level reads a fact both ways.
	bothWays []bool
	// could is the rule as something that an answer could decide, rank its place among all such
	// where the most important come first, and ranked the rules in that order.
	could  []recommendation.Could
	rank   []int
	ranked []recommendation.Could
	// context is whether a rule is a sign that never counts; immediate whether it
	// calls for an immediate action.
	context, immediate []bool
	// levelReads are the facts that rules up to the level read.
	levelReads factSet
	// groundRules are, by statute, the rules by which it can hold.
	groundRules [][]*policy.Rule
	// ways are the values of facts that rules tell apart.
	ways evaluate.Ways
	// unknown is nothing known, by Fact.Index.
	unknown []vocabulary.Value
	// asksKnown is whether a rule asks anywhere what is known, and named are the named
	// conditions that it uses, each once.
	asksKnown []bool
	named     [][]*lang.Node
	// asksFindings is whether a rule asks for a finding, the level or a judgement; asksLevel is whether it asks for the level, or
	// whether another level is judged.
	asksFindings, asksLevel []bool
	// asksWithin is whether a rule asks what is known within such a question.
	asksWithin []bool
	// alike is the first rule after the level with the same condition; a rule up to the
	// level is like itself alone.
	alike []int
	// signs are the places of indicators, the highest level first, then by domain.
	signs []int
	// census are the codes of the census.
	census *census
	// family and kinds are, by Fact.Index, which of those who could answer are of the family, and what kinds of source
	// they are; starts are the actions with a deadline that counts from the fact.
	family [][]string
	kinds  []map[string][]term.Whom
	starts [][]*policy.Escalation
	// feeds is what findings rest on, worked out when it is first asked for.
	feeds func() *feeds
	// deciding is what finding the answers that decide something reads of the policy, and conflicts what
	// cannot be true, by Fact.Index.
	deciding  func() *decide.Rules
	conflicts [][]vocabulary.Condition
	// clauses are the clauses as answers show them, clauseIDs their ids, and clauseAt their places.
	clauses   []recommendation.Clause
	clauseIDs []string
	clauseAt  map[string]int
	cites     [][]int // by Rule.Index
	// single is which lines of the consent position give an answer of which there is one, by their places.
	single []bool
	// desks are those that no answer is using.
	desks sync.Pool
}

// newIndex works it out. What the maker of another version of the policy knows is taken over; like may be nil.
func newIndex(p *policy.Policy, like *Maker) *index {
	x := &index{
		reads: make([]factSet, len(p.Rules)), bothWays: make([]bool, len(p.Rules)), could: make([]recommendation.Could, len(p.Rules)),
		context: make([]bool, len(p.Rules)), immediate: make([]bool, len(p.Rules)),
		levelReads: newFactSet(p.Vocabulary), groundRules: p.GroundRules(), ways: evaluate.NewWays(p),
		asksKnown: make([]bool, len(p.Rules)), named: make([][]*lang.Node, len(p.Rules)), alike: alike(p), signs: signs(p),
		asksWithin: make([]bool, len(p.Rules)), starts: make([][]*policy.Escalation, len(p.Vocabulary.Facts)),
		asksFindings: make([]bool, len(p.Rules)), asksLevel: make([]bool, len(p.Rules)),
		cites: make([][]int, len(p.Rules)),
	}
	for i, r := range p.Rules {
		x.could[i] = recommendation.Could{Kind: r.Kind, Rule: r.ID, Title: r.Title}
		if like != nil && like.Policy.Rules[i] == r {
			x.takeOver(i, like.index)
		} else {
			x.read(i, p)
		}
		if i < p.FindingsEnd {
			x.levelReads.addAll(x.reads[i])
		}
	}
	for _, g := range p.Grounds {
		s := p.Statutes[g.Statute]
		x.could[g.Index].Ground, x.could[g.Index].Title = s.Section, s.Title
	}
	for _, i := range p.Indicators {
		x.could[i.Index].Level = p.Levels[i.Level].Number
		x.context[i.Index] = i.Strength == term.StrengthContext
	}
	for _, l := range p.Levels {
		x.could[l.Index].Level = l.Number
	}
	for _, e := range p.Escalations {
		x.immediate[e.Index] = e.Immediate
		for _, d := range e.Due {
			if d.From == nil {
				continue
			}
			if list := x.starts[d.From.Index]; len(list) == 0 || list[len(list)-1] != e {
				x.starts[d.From.Index] = append(list, e)
			}
		}
	}
	for _, l := range p.Consent {
		x.single = append(x.single, l.Answer.Single())
	}
	x.rankCould()
	x.feeds = sync.OnceValue(func() *feeds { return newFeeds(p, x.groundRules) })
	x.deciding = sync.OnceValue(func() *decide.Rules { return decide.New(p) })
	if like != nil {
		x.takeOverVocabulary(like.index)
	} else {
		x.ofVocabulary(p)
	}
	for i, r := range p.Rules {
		for _, id := range r.Cite {
			if at, ok := x.clauseAt[id]; ok {
				x.cites[i] = append(x.cites[i], at)
			}
		}
	}
	return x
}

// rankCould puts what answers could decide in order.
func (x *index) rankCould() {
	order := make([]int, len(x.could))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return compareCould(x.could[i], x.could[j]) })
	x.rank, x.ranked = make([]int, len(order)), make([]recommendation.Could, len(order))
	for at, i := range order {
		x.rank[i], x.ranked[at] = at, x.could[i]
	}
}

// alike finds the rules after the level that have the same condition, which many do, such as
// one ground alone. What explains one explains the other.
func alike(p *policy.Policy) []int {
	out, byText := make([]int, len(p.Rules)), map[string][]int{}
	for i, r := range p.Rules {
		out[i] = i
		if i < p.FindingsEnd {
			continue
		}
		text := r.When.Text
		at := slices.IndexFunc(byText[text], func(j int) bool { return lang.Same(p.Rules[j].When.Root, r.When.Root) })
		if at >= 0 {
			out[i] = byText[text][at]
			continue
		}
		byText[text] = append(byText[text], i)
	}
	return out
}

// signs puts the indicators in the order in which answers list them.
func signs(p *policy.Policy) []int {
	out := make([]int, len(p.Indicators))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(i, j int) int {
		a, b := p.Indicators[i], p.Indicators[j]
		return cmp.Or(cmp.Compare(b.Level, a.Level), cmp.Compare(a.Domain, b.Domain))
	})
	return out
}
