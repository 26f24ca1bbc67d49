package render_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/benchmark"
	"windscreen/engine/render"
)

// questioned is a made-up report with a goal that is met, one that is not, one that no order could meet, and a level
// without cases.
func questioned() *benchmark.QuestionReport {
	four, fifty, met, not := 4.0, 50.0, 5.0, 2.0
	figure := func(level int, name string, value, vocabulary, least float64, ratio *float64, met bool) benchmark.QuestionFigure {
		return benchmark.QuestionFigure{Policy: "p", Level: level, Cases: 2, Vocabulary: vocabulary, Random: 61.5, Least: least,
			Figure: benchmark.Figure{Name: name, Value: value, Unit: benchmark.Asked, Ratio: ratio, Goal: &four, Met: met}}
	}
	return &benchmark.QuestionReport{Go: "go1", System: "made/up", CPUs: 2, Cases: 3, Seed: 1, Concerns: 30,
		Policies: []benchmark.QuestionPolicy{{
			ID: "p", Levels: []benchmark.LevelCases{{Level: 1, Cases: 2}, {Level: 2}, {Level: 3, Cases: 1}}, RanOut: 1,
			Figures: []benchmark.QuestionFigure{
				figure(1, "until the level is settled, mean", 40, 80, 30, &not, false),
				figure(1, "until every answer is, mean", 40, 80, 20, &not, false),
				figure(3, "until the level is settled, mean", 15.5, 77.5, 2, &met, true),
				figure(3, "until every answer is, mean", 0, 0, 0, nil, true),
				{Policy: "p", Figure: benchmark.Figure{Name: "next question, one child, worst", Value: 51, Unit: benchmark.Milliseconds,
					Goal: &fifty}},
			},
		}}}
}

func TestTheTableOfQuestions(t *testing.T) {
	want := `Questions about one fact at a time, starting with nothing known. 3 complete
cases under each policy, seed 1, what is found cut to 30 of 100; go1, made/up, 2
CPUs.

p                                                ranking  vocabulary  random  least  ratio       goal
final level 1: 2 cases
  until the level is settled, mean                    40          80    61.5     30   2.00        ≥ 4  not met, out of reach
  until every answer is, mean                         40          80    61.5     20   2.00        ≥ 4  not met
final level 2: no cases, so nothing is measured
final level 3: 1 case
  until the level is settled, mean                  15.5        77.5    61.5      2   5.00        ≥ 4  met
  until every answer is, mean                          0           0    61.5      0               ≥ 4  met
next question, one child, worst                  51.0 ms                                    ≤ 50.0 ms  not met
In 1 case the ranking had no more questions while an answer was open. The rest
was then asked in vocabulary order, and is counted.

Out of reach: no order of questions meets the goal, because more facts than that
must be known. Each of them alone keeps something open.
`
	if diff := cmp.Diff(want, in(t, render.Text, of(render.QuestionBenchmark, questioned()), render.Options{})); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if r := questioned(); r.Met() {
		t.Error("goals that are not met are passed over")
	}
}
