package benchmark

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"runtime"
	"slices"
	"sync"
	"time"

	"windscreen/engine"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/generate"
	"windscreen/engine/internal/policy"
	"windscreen/engine/page"
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

// cases are the complete cases to ask about.
func (w *questioning) cases() ([]*casefile.Case, error) {
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
	return full, nil
}

// all asks about every case, on all cores.
func (w *questioning) all() ([]counts, error) {
	full, err := w.cases()
	if err != nil {
		return nil, err
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
