package benchmark

import (
	"io/fs"
	"math/rand/v2"
	"slices"
	"time"

	"windscreen/engine"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/cputime"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/expr"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/evaluate/reference"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/vocabulary"
)

// Cases is the number of different cases, so that no lucky one is measured.
const Cases = 64

// Side is one way to do a piece of work. Do does it for n cases, starting with case number
// from, and starts again after the last.
type Side struct {
	Name string
	Do   func(from, n int) error
	// took takes the place of Do where another process does the work, and says how much
	// processor time that took it.
	took func(from, n int) (time.Duration, error)
}

// time does work for n cases and gives the processor time that it took.
func (s *Side) time(from, n int) (time.Duration, error) {
	if s.took != nil {
		return s.took(from, n)
	}
	begun := cputime.Used()
	err := s.Do(from, n)
	return cputime.Used() - begun, err
}

// Pair is one piece of work done in two ways, with the same result. The second is measured
// against the first.
type Pair struct {
	Name string
	Goal float64 // 0 if none is held
	// Against and Fast are the two sides.
	Against, Fast Side
	// block is how many cases make a round.
	block int
	// times is how many times what the first side costs the second may cost, where they
	// are not of one size; 1 elsewhere.
	times float64
	// alone is whether what the second side allocates is a figure as well.
	alone bool
	// bytes is whether what the two sides allocate is a figure as well.
	bytes bool
}

// Bench is a policy under every evaluator, with cases made up for it.
type Bench struct {
	fsys            fs.FS
	policy          *engine.Policy
	cel, plan, expr *recommend.Maker
	// compiled is the evaluator of plan, and root the rules that it was made from.
	compiled *plan.Plan
	root     *catalogue.Whole
	// best and plain are cel-go as package reference sets it up and as most programs use it, for verdicts alone.
	best, plain *byCel
	known       []drawn
	quiet       drawn
	reader      casefile.Reader
	// policies is how many policies the rule root has.
	policies int
	// lastRead keeps what a loop reads, so that the compiler does not leave the loop out.
	lastRead int64
}

// drawn are cases of which so many facts in a hundred are known, in every form that is
// measured.
type drawn struct {
	name   string
	share  int
	goals  goals
	cases  []*casefile.Case
	inputs []evaluate.Input
	texts  [][]byte
	// wide are many more cases of the same kind.
	wide []evaluate.Input
}

// goals are how many times faster the plan should be.
type goals struct{ learn, json, explained float64 }

// load makes the evaluators.
func (b *Bench) load() error {
	root, list := catalogue.Link(b.fsys)
	if root == nil {
		return list.Err()
	}
	p := root.Policy(b.policy.ID())
	ref, err := reference.New(p)
	if err != nil {
		return err
	}
	b.root = root
	b.cel = recommend.New(p, ref, root.London, engine.Version())
	b.compiled, b.reader = plan.New(p), casefile.NewReader(p.Vocabulary)
	b.plan = b.cel.With(b.compiled)
	third, err := expr.New(p)
	if err != nil {
		return err
	}
	b.expr = b.cel.With(third)
	if b.best, err = newBestCel(p); err != nil {
		return err
	}
	b.plain, err = newPlainCel(p)
	return err
}

// draw draws the cases, always the same.
func (b *Bench) draw() error {
	b.known = []drawn{
		{name: "all facts known", share: 100, goals: goals{learn: 4, json: 12, explained: 4}},
		{name: "one in five facts known", share: 20, goals: goals{learn: 4, json: 12, explained: 8}},
	}
	for i := range b.known {
		d := &b.known[i]
		r := chance()
		for range Cases {
			c := draw.Case(r, b.cel.Policy, d.share, false, b.cel.London)
			text, err := draw.Text(r, b.cel.Policy, d.share, false, b.cel.London)
			if err != nil {
				return err
			}
			d.cases, d.inputs, d.texts = append(d.cases, c), append(d.inputs, recommend.Input(c)), append(d.texts, text)
		}
		d.wide = b.wideInputs(d.share)
	}
	cases, err := b.quietCases(Cases)
	b.quiet = drawn{name: "quiet cases", cases: cases, inputs: inputsOf(cases)}
	return err
}

// chance is the source of chance of the cases.
func chance() *rand.Rand { return rand.New(rand.NewPCG(1, 2)) }

// Pairs is all the work that is done in two ways, and all that one piece of work may cost beside
// another; printers write answers.
func (b *Bench) Pairs(printers ...Printer) ([]Pair, error) {
	var pairs []Pair
	for _, make := range []func(*drawn) Pair{b.byExpr, b.json, b.learn, b.explained, b.explainedByExpr} {
		for i := range b.known {
			pairs = append(pairs, make(&b.known[i]))
		}
	}
	pairs = slices.Concat(b.verdicts(), b.bulk(), pairs, b.trees(), b.wide(), b.ofQuiet())
	answers, err := b.answers(printers)
	return append(pairs, answers...), err
}

// byReference is the verdict by the reference, which is its whole outcome.
func (b *Bench) byReference(inputs []evaluate.Input) Side { return outcome(b.cel.Evaluator, inputs) }

// outcome is the whole outcome by an evaluator.
func outcome(e evaluate.Evaluator, inputs []evaluate.Input) Side {
	return Side{Name: e.Name(), Do: func(from, n int) error {
		for i := range n {
			if _, err := evaluate.Decide(e, inputs[(from+i)%Cases]); err != nil {
				return err
			}
		}
		return nil
	}}
}

// byPlan is the verdict by a plan.
func byPlan(p *plan.Plan, inputs []evaluate.Input) Side {
	s, v := p.NewState(), &plan.Verdict{}
	return Side{Name: "plan", Do: func(from, n int) error {
		for i := range n {
			s.Verdict(inputs[(from+i)%len(inputs)], v)
		}
		return nil
	}}
}

// byExpr is the verdict by expr, which checks the others, beside the reference. No goal is held.
func (b *Bench) byExpr(d *drawn) Pair {
	return Pair{Name: "verdict by expr, " + d.name, Against: b.byReference(d.inputs), Fast: outcome(b.expr.Evaluator, d.inputs),
		block: Cases, times: 1}
}

// learn is the verdict again after each fact of a case has become something else, and
// after it has become again what it was: from nothing, and from what was known.
func (b *Bench) learn(d *drawn) Pair {
	facts := b.cel.Policy.Vocabulary.Facts
	// Whatever a case says of a fact, one of two values is something else.
	r := rand.New(rand.NewPCG(3, 4))
	other := make([][2]vocabulary.Value, len(facts))
	for i, f := range facts {
		other[i] = [2]vocabulary.Value{draw.Value(r, f, false), draw.Value(r, f, false)}
		for other[i][0] == other[i][1] {
			other[i][1] = draw.Value(r, f, false)
		}
	}
	side := func(name string, begin func(evaluate.Input), learn func(*vocabulary.Fact, vocabulary.Value)) Side {
		return Side{Name: name, Do: func(from, n int) error {
			for i := range n {
				in, at := d.inputs[(from+i/len(facts)/2)%Cases], i%(2*len(facts))
				if at == 0 {
					begin(in)
				}
				f := facts[at/2]
				x := in.Values[f.Index]
				if at%2 == 0 {
					choices := other[f.Index]
					if choices[0] == x {
						choices[0] = choices[1]
					}
					x = choices[0]
				}
				learn(f, x)
			}
			return nil
		}}
	}
	afresh, s := b.compiled.NewState(), b.compiled.NewState()
	v, w := &plan.Verdict{}, &plan.Verdict{}
	var known evaluate.Input
	return Pair{Name: "one more fact, " + d.name, Goal: d.goals.learn, block: 8 * 2 * len(facts), times: 1,
		Against: side("afresh", func(in evaluate.Input) {
			known.Values, known.AsOf = append(known.Values[:0], in.Values...), in.AsOf
		}, func(f *vocabulary.Fact, x vocabulary.Value) {
			known.Values[f.Index] = x
			afresh.Verdict(known, v)
		}),
		Fast: side("plan", func(in evaluate.Input) { s.Load(in) }, func(f *vocabulary.Fact, x vocabulary.Value) {
			s.Know(f, x)
			s.Decided(w)
		})}
}

// explained is the whole recommendation, a case at a time: one can take the reference over a second.
func (b *Bench) explained(d *drawn) Pair {
	return Pair{Name: "explained recommendation, " + d.name, Goal: d.goals.explained,
		Against: d.explain(b.cel), Fast: d.explain(b.plan), block: 1, times: 1}
}

// explainedByExpr is the same by expr, against the plan, because the reference takes so long.
func (b *Bench) explainedByExpr(d *drawn) Pair {
	return Pair{Name: "explained by expr, " + d.name, Against: d.explain(b.plan), Fast: d.explain(b.expr), block: 1, times: 1}
}

func (d *drawn) explain(m *recommend.Maker) Side {
	return Side{Name: m.Evaluator.Name(), Do: func(from, n int) error {
		for i := range n {
			if _, err := m.Recommend(d.cases[(from+i)%Cases]); err != nil {
				return err
			}
		}
		return nil
	}}
}
