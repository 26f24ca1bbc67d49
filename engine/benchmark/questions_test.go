package benchmark

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/shippedroot"
	"windscreen/engine/internal/testroot"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
	"windscreen/rules"
)

// askedCases is how many cases the tests ask about, as many under each policy.
const askedCases = 8

// eachQuestioning does something with the work under each shipped policy, and with its share of the cases.
func eachQuestioning(t *testing.T, do func(t *testing.T, w *questioning, full []*casefile.Case)) {
	root := shippedroot.Rules(t)
	each := askedCases / len(root.Policies)
	if testing.Short() {
		each = 1
	}
	for n, p := range root.Policies {
		t.Run(p.ID, func(t *testing.T) {
			t.Parallel()
			o := QuestionOptions{Seed: testroot.Seed(t), Cases: askedCases, Concerns: DefaultConcerns}
			w := &questioning{policy: p, root: root, options: o,
				asking: asking{recommend.New(p, plan.New(p), root.London, engine.Version()), casefile.NewReader(root.Vocabulary)}}
			full, err := w.cases()
			if err != nil {
				t.Fatal(err)
			}
			do(t, w, full[n*each:(n+1)*each])
		})
	}
}

// decided is what an answer comes to, as far as the complete case decides it.
type decided struct {
	Level                      recommendation.Level
	Grounds, Actions, Possible []string
	Agreement                  term.Agreement
	Inform                     term.Inform
	Sharing                    term.Sharing
}

func (w *questioning) decided(t *testing.T, c *casefile.Case) decided {
	t.Helper()
	r, err := w.maker.RecommendWith(c, recommend.Options{NoQuestions: true})
	if err != nil {
		t.Fatal(err)
	}
	d := decided{Agreement: r.Consent.Agreement, Inform: r.Consent.Inform, Sharing: r.Consent.Sharing,
		Level: recommendation.Level{Recommended: r.Level.Recommended, AtMost: r.Level.AtMost, Settled: r.Level.Settled}}
	for _, g := range r.Grounds {
		if g.State == term.Holds {
			d.Grounds = append(d.Grounds, g.Name)
		}
	}
	for _, e := range r.Escalations {
		if e.State == term.NowDue {
			d.Actions = append(d.Actions, e.ID)
		} else {
			d.Possible = append(d.Possible, e.ID)
		}
	}
	return d
}

func TestAskingInAnyOrderEndsWithTheSameAnswer(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	eachQuestioning(t, func(t *testing.T, w *questioning, full []*casefile.Case) {
		for i, c := range full {
			final, err := w.maker.Ending(c)
			if err != nil {
				t.Fatal(err)
			}
			want := w.decided(t, c)
			ranked, err := w.byRanking(c, final)
			if err != nil {
				t.Fatalf("case %d: %v", i, err)
			}
			if ranked.ranOut {
				t.Errorf("case %d: the ranking has no more questions, and an answer is open", i)
			}
			facts := w.root.Vocabulary.Facts
			orders := [][]*vocabulary.Fact{ranked.asked}
			for _, order := range [][]*vocabulary.Fact{facts, shuffled(facts, 1, uint64(i))} {
				asked, err := w.inOrder(c, order)
				if err != nil {
					t.Fatal(err)
				}
				n, err := w.until(c, final, asked)
				if err != nil {
					t.Fatal(err)
				}
				orders = append(orders, asked[:n.all])
			}
			for n, asked := range orders {
				told := w.nothing(c)
				for _, f := range asked {
					if told.asked[f.Index] {
						t.Errorf("case %d, order %d: %s is asked twice", i, n, f.Path)
					}
					told.learn(f)
				}
				known, err := told.known()
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(want, w.decided(t, known)); diff != "" {
					t.Errorf("case %d, order %d: by the complete case (-) and by %d answers (+):\n%s", i, n, len(asked), diff)
				}
			}
		}
	})
}

// No order takes fewer questions than least says, and looking in the middle finds the first answer that settles.
func TestCountsOfQuestions(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	eachQuestioning(t, func(t *testing.T, w *questioning, full []*casefile.Case) {
		for i, c := range full[:min(2, len(full))] {
			final, err := w.maker.Ending(c)
			if err != nil {
				t.Fatal(err)
			}
			n, err := w.count(c, uint64(i))
			if err != nil {
				t.Fatal(err)
			}
			for _, order := range []count{n.ranked.count, n.vocabulary, n.random} {
				if order.level < n.least.level || order.all < n.least.all || order.all < order.level {
					t.Errorf("case %d: %+v, at the least %+v", i, order, n.least)
				}
			}
			asked, err := w.inOrder(c, w.root.Vocabulary.Facts)
			if err != nil {
				t.Fatal(err)
			}
			told, first := w.nothing(c), count{-1, -1}
			for at := 0; at <= len(asked); at++ {
				s, err := told.standing(final)
				if err != nil {
					t.Fatal(err)
				}
				if level := s.Level == final.Level; level && first.level < 0 {
					first.level = at
				} else if !level && first.level >= 0 {
					t.Errorf("case %d: after %d answers the level is open again", i, at)
				}
				if s == final.Standing && first.all < 0 {
					first.all = at
				} else if s != final.Standing && first.all >= 0 {
					t.Errorf("case %d: after %d answers something is open again", i, at)
				}
				if at < len(asked) {
					told.learn(asked[at])
				}
			}
			if first != n.vocabulary {
				t.Errorf("case %d: %+v by looking in the middle, %+v one by one", i, n.vocabulary, first)
			}
		}
	})
}

// The questions that the simulation asks are those that a brief answer lists.
func TestTheRankingIsThatOfAnswers(t *testing.T) {
	eachQuestioning(t, func(t *testing.T, w *questioning, full []*casefile.Case) {
		told := w.nothing(full[0])
		final, err := w.maker.Ending(full[0])
		if err != nil {
			t.Fatal(err)
		}
		for range 10 {
			c, err := told.known()
			if err != nil {
				t.Fatal(err)
			}
			got, _, err := w.maker.Asks(c, final)
			if err != nil {
				t.Fatal(err)
			}
			r, err := w.maker.RecommendWith(c, recommend.Options{Brief: true})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(r.Questions, got); diff != "" {
				t.Fatalf("in an answer (-) and alone (+):\n%s", diff)
			}
			told.learn(told.first(got))
		}
	})
}

func TestQuestionsAreTheSameForASeed(t *testing.T) {
	measure := func() []QuestionFigure {
		done := 0
		r, err := Questions(rules.FS, QuestionOptions{Policy: "bexley-2017", Cases: 2, Seed: 3, Concerns: DefaultConcerns,
			Progress: func(_ string, n, of int) {
				if done++; n != done || of != 2 {
					t.Errorf("%d of %d are done", n, of)
				}
			}})
		if err != nil {
			t.Fatal(err)
		}
		var out []QuestionFigure
		for _, f := range r.Policies[0].Figures {
			if f.Unit == Asked {
				out = append(out, f)
			}
		}
		return out
	}
	first := measure()
	if len(first) == 0 {
		t.Fatal("nothing is measured")
	}
	if diff := cmp.Diff(first, measure()); diff != "" {
		t.Errorf("two runs differ:\n%s", diff)
	}
}

func TestSlowWorkIsTimedAgain(t *testing.T) {
	times := 0
	took, err := shortest(func() error {
		if times++; times < 3 {
			time.Sleep(2 * slow)
		}
		return nil
	})
	if err != nil || times != 3 || took > slow {
		t.Errorf("done %d times, %v, %v", times, took, err)
	}
}

func TestThePercentileIsTheLowestThatMostDoNotExceed(t *testing.T) {
	var list []float64
	for n := range 100 {
		list = append(list, float64(100-n))
	}
	if got := percentile(list); got != 95 {
		t.Errorf("%v", got)
	}
	if got := percentile([]float64{7}); got != 7 {
		t.Errorf("%v", got)
	}
}
