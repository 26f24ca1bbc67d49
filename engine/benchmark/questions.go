package benchmark

import (
	"fmt"
	"io/fs"
	"runtime"
	"slices"

	"windscreen/engine"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/recommend"
)

// DefaultQuestionCases is how many cases are asked about under each policy; with four policies that takes
// about five minutes on two cores. DefaultConcerns is the share of a hundred to which the chance of
// anything found is cut: with all of it, nearly every case is at the highest level.
const (
	DefaultQuestionCases = 300
	DefaultConcerns      = 30
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
	// Vocabulary and Random are how many questions it takes in vocabulary order and in a random order. Least is
	// how many facts every order has to ask about: each of them alone keeps something open. Random and
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
// ranking, in vocabulary order and in a random order, and how soon after an answer the next question is
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
