package benchmark

import (
	"testing"

	"windscreen/engine/internal/recommend"
)

// mostAllocations are how many times an answer may take memory, without its questions and brief. They took 752 and 153 with
// all facts known when this was set, and 407 and 91 with one in five known.
var mostAllocations = []struct {
	name    string
	options recommend.Options
	most    float64
}{
	{"everything but the questions", recommend.Options{NoQuestions: true}, 800},
	{"what the first screen reads, without its questions", recommend.Options{NoQuestions: true, Brief: true}, 175},
}

func TestAnAnswerTakesMemorySeldom(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector, with which tests are short, takes memory of its own")
	}
	b := shipped(t)
	for _, d := range b.known {
		for _, x := range mostAllocations {
			t.Run(d.name+"/"+x.name, func(t *testing.T) {
				answer := b.answer(d.cases, x.options)
				at := 0
				got := testing.AllocsPerRun(len(d.cases), func() {
					if err := answer.Do(at, 1); err != nil {
						t.Fatal(err)
					}
					at++
				})
				if got > x.most {
					t.Errorf("it took memory %.0f times, and may %.0f times", got, x.most)
				}
			})
		}
	}
}
