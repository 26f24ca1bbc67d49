package expr

import (
	"strconv"
	"sync"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// Name is what people call the evaluator.
const Name = "expr"

// Evaluator holds the programs of one policy. It is immutable and safe for concurrent use.
type Evaluator struct {
	policy *policy.Policy
	names  *names
	// rules and unless are by Rule.Index: the condition of each rule, without its exception,
	// and the exception; nil where there is none.
	rules, unless []*condition
	parts         []*part
	vocabulary    []vocabularyCondition
	// readers are, by Fact.Index, the rules that read the fact.
	readers [][]int
	// readings are, by Rule.Index up to the level, how the rule reads facts; fewer is, by
	// level, whether fewer findings may help its criterion.
	readings [][]reading
	fewer    []bool
	// telling are all facts, those first of which looking both ways can tell most.
	telling []*vocabulary.Fact
	rooms   sync.Pool
}

// New compiles every rule of a policy. An error is an *evaluate.Refused where it is of a rule.
func New(p *policy.Policy) (*Evaluator, error) { return newWith(p, strconv.IntSize) }

// newWith is New where integers have so many bits.
func newWith(p *policy.Policy, bits int) (*Evaluator, error) {
	e := &Evaluator{policy: p, names: newNames(p),
		rules: make([]*condition, len(p.Rules)), unless: make([]*condition, len(p.Rules)),
		readers: make([][]int, len(p.Vocabulary.Facts)), readings: make([][]reading, p.FindingsEnd)}
	c := newPrograms(e, bits)
	if err := c.ofVocabulary(); err != nil {
		return nil, err
	}
	for _, r := range p.Rules {
		if err := c.rule(r); err != nil {
			return nil, err
		}
	}
	for _, r := range p.Rules {
		seen := map[*vocabulary.Fact]bool{}
		r.When.Root.Facts(func(f *vocabulary.Fact) {
			if !seen[f] {
				seen[f] = true
				e.readers[f.Index] = append(e.readers[f.Index], r.Index)
			}
		})
	}
	for _, r := range p.Rules[:p.FindingsEnd] {
		e.readings[r.Index] = readingsOf(r.When.Root)
	}
	e.telling = mostTelling(p, e.readings)
	for _, l := range p.Levels {
		e.fewer = append(e.fewer, fewerHelp(l.When.Root, helps))
	}
	return e, nil
}

// Name is what people call the evaluator.
func (*Evaluator) Name() string { return Name }

// Start begins to evaluate a case.
func (e *Evaluator) Start(in evaluate.Input) evaluate.Session {
	s, ok := e.rooms.Get().(*session)
	if !ok {
		s = e.newSession()
	}
	s.load(in)
	return s
}

var _ evaluate.Evaluator = (*Evaluator)(nil)

// vocabularyCondition is a condition of the vocabulary: whom a fact applies to, where other
// questions come before it, or what cannot be true.
type vocabularyCondition struct {
	condition
	// what says what it is.
	what string
	of   vocabulary.Condition
}

// rooted is a condition of the vocabulary with its checked tree.
type rooted interface{ Root() *lang.Node }
