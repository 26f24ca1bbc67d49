package benchmark

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"math"
	"runtime"
	"slices"
	"sync"
	"time"

	"windscreen/engine"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/generate"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/page"
)

// DefaultQuestionCases is how many cases are asked about under each policy; with four policies that takes
// about five minutes on two cores. DefaultConcerns is the share of a hundred to which the chance of
// anything found is cut: with all of it, nearly every case is at the highest level.
const (
	DefaultQuestionCases = 300
	DefaultConcerns      = 30
)

const (
	// fewer is how many times fewer questions the ranking should need than vocabulary order.
	fewer = 4
	// soonEnough is how many milliseconds after an answer the next question should be there.
	soonEnough = 50
	// most is the share of cases, of a hundred, that are at or below the second figure.
	most = 95
	// many is how many children a large family has.
	many = 5
)

// QuestionOptions say what to ask about, and how often.
type QuestionOptions struct {
	// Policy is as in Options; if it is empty, all policies are measured. Root is as in Options.
	Policy, Root string
	// Cases is the number of complete cases under each policy. They are drawn by Seed, the same for every
	// policy. Concerns is the share, of a hundred, to which the chance of anything found is cut.
	Cases    int
	Seed     uint64
	Concerns int
	// Progress, if there is one, is called after each case with how many are done. It is called by one
	// goroutine at a time.
	Progress func(policy string, done, of int)
}

// QuestionFigure is one thing measured of questions. Value is how many questions the ranking takes,
// or a time. Ratio is how many times more vocabulary order takes; null if the ranking takes none.
type QuestionFigure struct {
	Figure
	Policy string `json:"policy"`
	// Level is the final level of the cases, and Cases is how many they are; 0 for a time.
	Level int `json:"level"`
	Cases int `json:"cases"`
	// Vocabulary and Random are how many questions it takes in vocabulary order and in an order by chance. Least is
	// how many any order takes at the least: each of so many facts alone keeps something open. Random and
	// Least are 0 for a time.
	Vocabulary float64 `json:"vocabulary"`
	Random     float64 `json:"random"`
	Least      float64 `json:"least"`
}

// OutOfReach reports whether no order of questions could meet the goal.
func (f *QuestionFigure) OutOfReach() bool {
	return f.Unit == Asked && f.Goal != nil && f.Least**f.Goal > f.Vocabulary
}

// Asked is the unit of figures that count questions.
const Asked = "questions"

// QuestionPolicy is what was measured under a policy.
type QuestionPolicy struct {
	ID string
	// Levels are all levels, with how many cases came to each in the end.
	Levels []LevelCases
	// RanOut is in how many cases the ranking had no more questions before every answer was settled. The rest was then
	// asked in vocabulary order, and is counted.
	RanOut  int
	Figures []QuestionFigure
}

// LevelCases is how many cases came to a level.
type LevelCases struct{ Level, Cases int }

// QuestionReport is the result of Questions.
type QuestionReport struct {
	// Go, System and CPUs are as in Report.
	Go, System string
	CPUs       int
	Cases      int
	Seed       uint64
	Concerns   int
	Policies   []QuestionPolicy
}

// Met reports whether every goal is met. A level without cases meets none.
func (r *QuestionReport) Met() bool {
	return !slices.ContainsFunc(r.Policies, func(p QuestionPolicy) bool {
		return slices.ContainsFunc(p.Figures, func(f QuestionFigure) bool { return !f.Met }) ||
			slices.ContainsFunc(p.Levels, func(l LevelCases) bool { return l.Cases == 0 })
	})
}

// Questions measures how many questions settle complete cases of which nothing is known at first, by the
// ranking, in vocabulary order and in an order by chance, and how soon after an answer the next question is
// there. Counts are the same for the same rules and options. The error is as for Run.
func Questions(fsys fs.FS, o QuestionOptions) (*QuestionReport, error) {
	e, err := engine.Open(fsys, engine.Named(o.Root))
	if err != nil {
		return nil, err
	}
	only := ""
	if o.Policy != "" {
		p, err := e.PolicyOn(o.Policy, draw.AsOf)
		if err != nil {
			return nil, err
		}
		only = p.ID()
	}
	root, list := catalogue.Link(fsys)
	if root == nil {
		return nil, list.Err()
	}
	r := &QuestionReport{Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH, CPUs: runtime.GOMAXPROCS(0),
		Cases: o.Cases, Seed: o.Seed, Concerns: o.Concerns}
	for _, p := range root.Policies {
		if only != "" && only != p.ID {
			continue
		}
		w := &questioning{asking: asking{recommend.New(p, plan.New(p), root.London, engine.Version()), casefile.NewReader(root.Vocabulary)},
			policy: p, engine: e, root: root, options: o}
		measured, err := w.measure()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.ID, err)
		}
		r.Policies = append(r.Policies, *measured)
	}
	return r, nil
}

// questioning is the work under one policy.
type questioning struct {
	asking
	policy  *policy.Policy
	engine  *engine.Engine
	root    *catalogue.Whole
	options QuestionOptions
}

// counts are the questions about one case, and the level it comes to in the end.
type counts struct {
	final              int64
	ranked             ranked
	vocabulary, random count
	least              count
}

// measure asks about all cases, and then times families.
func (w *questioning) measure() (*QuestionPolicy, error) {
	all, err := w.all()
	if err != nil {
		return nil, err
	}
	out := &QuestionPolicy{ID: w.policy.ID}
	var one []time.Duration
	for i := range all {
		one = append(one, all[i].ranked.took...)
		if all[i].ranked.ranOut {
			out.RanOut++
		}
	}
	for _, l := range w.policy.Levels {
		var at []*counts
		for i := range all {
			if all[i].final == int64(l.Number) {
				at = append(at, &all[i])
			}
		}
		out.Levels = append(out.Levels, LevelCases{l.Number, len(at)})
		if len(at) > 0 {
			out.Figures = append(out.Figures, w.figures(l.Number, at)...)
		}
	}
	families, err := w.families()
	if err != nil {
		return nil, err
	}
	out.Figures = append(out.Figures, w.times("next question, one child", one)...)
	out.Figures = append(out.Figures, w.times(fmt.Sprintf("next question, family of %d", many), families)...)
	return out, nil
}

// all asks about every case, on all cores.
func (w *questioning) all() ([]counts, error) {
	o := generate.Complete(w.options.Seed, draw.AsOf)
	o.Concerns = w.options.Concerns
	g := generate.New(w.root.Vocabulary, w.root.Frequencies, o)
	var full []*casefile.Case
	for range w.options.Cases {
		c, err := g.Read(g.Next(), w.policy)
		if err != nil {
			return nil, err
		}
		full = append(full, c[0])
	}
	out := make([]counts, len(full))
	var group sync.WaitGroup
	var lock sync.Mutex
	var failed error
	next, done := 0, 0
	take := func() int {
		lock.Lock()
		defer lock.Unlock()
		if failed != nil {
			return len(full)
		}
		next++
		return next - 1
	}
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := take(); i < len(full); i = take() {
				n, err := w.count(full[i], uint64(i))
				lock.Lock()
				if done++; err != nil && failed == nil {
					failed = fmt.Errorf("case %d: %w", i+1, err)
				}
				if out[i] = n; w.options.Progress != nil && failed == nil {
					w.options.Progress(w.policy.ID, done, len(full))
				}
				lock.Unlock()
			}
		})
	}
	group.Wait()
	return out, failed
}

// count asks about one case in each order.
func (w *questioning) count(full *casefile.Case, number uint64) (n counts, err error) {
	final, err := w.maker.Ending(full)
	if err != nil {
		return n, err
	}
	n.final = final.Level.Lo
	if n.ranked, err = w.byRanking(full, final); err != nil {
		return n, err
	}
	facts := w.root.Vocabulary.Facts
	if n.vocabulary, err = w.ordered(full, final, facts); err != nil {
		return n, err
	}
	if n.random, err = w.ordered(full, final, shuffled(facts, w.options.Seed, number)); err != nil {
		return n, err
	}
	n.least, err = w.least(full, final)
	return n, err
}

// figures are the mean and the 95th percentile of the questions for cases of one final level.
func (w *questioning) figures(level int, at []*counts) []QuestionFigure {
	var out []QuestionFigure
	for _, until := range []struct {
		name string
		of   func(count) int
	}{
		{"until the level is settled", func(n count) int { return n.level }},
		{"until every answer is", func(n count) int { return n.all }},
	} {
		all := func(pick func(*counts) count) []float64 {
			var list []float64
			for _, n := range at {
				list = append(list, float64(until.of(pick(n))))
			}
			return list
		}
		ranking, least := all(func(n *counts) count { return n.ranked.count }), all(func(n *counts) count { return n.least })
		vocabulary, random := all(func(n *counts) count { return n.vocabulary }), all(func(n *counts) count { return n.random })
		for _, s := range []struct {
			name string
			of   func([]float64) float64
		}{{"mean", mean}, {"95th percentile", percentile}} {
			f := QuestionFigure{Policy: w.policy.ID, Level: level, Cases: len(at), Vocabulary: s.of(vocabulary), Random: s.of(random),
				Least: s.of(least)}
			goal := float64(fewer)
			f.Figure = Figure{Name: until.name + ", " + s.name, Value: s.of(ranking), Unit: Asked, Goal: &goal, Other: f.Vocabulary,
				Of: "vocabulary"}
			f.Met = f.Value*goal <= f.Vocabulary
			if f.Value > 0 {
				ratio := f.Vocabulary / f.Value
				f.Ratio = &ratio
			}
			out = append(out, f)
		}
	}
	return out
}

// times are the 95th percentile and the worst of some times.
func (w *questioning) times(name string, took []time.Duration) []QuestionFigure {
	var list []float64
	for _, t := range took {
		list = append(list, float64(t)/float64(time.Millisecond))
	}
	if len(list) == 0 {
		return nil
	}
	var out []QuestionFigure
	goal := float64(soonEnough)
	for i, value := range []float64{percentile(list), slices.Max(list)} {
		out = append(out, QuestionFigure{Policy: w.policy.ID, Figure: Figure{Name: name + []string{", 95th percentile", ", worst"}[i],
			Value: value, Unit: Milliseconds, Goal: &goal, Met: value <= goal}})
	}
	return out
}

// families times the first screen of large families, of which more and more is known, from their text.
func (w *questioning) families() ([]time.Duration, error) {
	var took []time.Duration
	for known := 0; known < 100; known += 10 {
		o := generate.Complete(w.options.Seed, draw.AsOf)
		o.Concerns, o.Known, o.Children = w.options.Concerns, known, many
		g := generate.New(w.root.Vocabulary, w.root.Frequencies, o)
		for range cmp.Or(w.options.Cases/100, 1) {
			written := g.Write(g.Next())
			written.Policy = w.policy.ID
			text, err := json.Marshal(written)
			if err != nil {
				return nil, err
			}
			lasted, err := shortest(func() error {
				c, err := w.engine.ReadCase("case.json", text)
				if err != nil {
					return err
				}
				a, err := w.engine.EvaluateFamily(c, engine.Brief())
				if err != nil {
					return err
				}
				page.Of(a)
				return nil
			})
			if err != nil {
				return nil, err
			}
			took = append(took, lasted)
		}
	}
	return took, nil
}

func mean(list []float64) float64 {
	sum := 0.0
	for _, x := range list {
		sum += x
	}
	return sum / float64(len(list))
}

// percentile is the lowest value that most of a list does not exceed.
func percentile(list []float64) float64 {
	list = slices.Sorted(slices.Values(list))
	return list[int(math.Ceil(float64(len(list))*most/100))-1]
}
