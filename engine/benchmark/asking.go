package benchmark

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// asking asks one question after another about complete cases. It is immutable and safe for concurrent
// use.
type asking struct {
	maker  *recommend.Maker
	reader casefile.Reader
}

// told is a complete case of which a part is known.
type told struct {
	*asking
	full *casefile.Case
	// values are what is known, and asked is what was asked about, by Fact.Index.
	values []vocabulary.Value
	asked  []bool
}

// nothing is a case of which nothing is known, except what nobody is asked: what comes from other children, and what differs
// from what is presumed, such as that the child is not born yet.
func (a *asking) nothing(full *casefile.Case) *told {
	t := &told{a, full, make([]vocabulary.Value, len(full.Values)), make([]bool, len(full.Values))}
	for _, f := range a.reader.Vocabulary.Facts {
		if t.values[f.Index] = f.Unknown(); f.FromOthers != nil || otherwise(f, full.Values[f.Index]) {
			t.learn(f)
		}
	}
	return t
}

// otherwise reports whether the value of a fact is not as presumed.
func otherwise(f *vocabulary.Fact, v vocabulary.Value) bool {
	return f.Presumed != nil && (v.Lo < f.Presumed.Lo || v.Hi > f.Presumed.Hi)
}

// learn asks about a fact. The answer may say nothing, such as of the date of what has not happened.
func (t *told) learn(f *vocabulary.Fact) {
	t.asked[f.Index] = true
	t.values[f.Index] = t.answer(f)
}

// answer is what the complete case says of a fact. If the fact does not apply, that is what the vocabulary takes
// it to be then.
func (t *told) answer(f *vocabulary.Fact) vocabulary.Value {
	switch t.full.Origins[f.Index] {
	case casefile.Stated, casefile.Derived, casefile.NotApplicable:
		return t.full.Values[f.Index]
	case casefile.NotStated, casefile.SaidUnknown, casefile.Explored, casefile.Presumed, casefile.Alleged:
	}
	return f.Unknown()
}

// known is the case as it is read now.
func (t *told) known() (*casefile.Case, error) {
	c, list := t.reader.Stating("", t.full.AsOf, t.values)
	if err := list.Err(); err != nil {
		return nil, fmt.Errorf("a part of a complete case is refused: %w", err)
	}
	c.Policy = t.full.Policy
	return c, nil
}

// standing is how far the answer is settled now.
func (t *told) standing(final *recommend.Ending) (recommend.Standing, error) {
	c, err := t.known()
	if err != nil {
		return recommend.Standing{}, err
	}
	return t.maker.Standing(c, final)
}

// open reports whether somebody could be asked about a fact: it is not known, it may apply, and nobody was asked yet.
func (t *told) open(c *casefile.Case, f *vocabulary.Fact) bool {
	return !t.asked[f.Index] && !c.Values[f.Index].Known() && c.Origins[f.Index] != casefile.NotApplicable
}

// count is how many questions were asked until the level was settled, and until every answer was: as settled as
// by the complete case.
type count struct{ level, all int }

// ranked is what came of asking as the ranking says.
type ranked struct {
	count
	asked []*vocabulary.Fact
	// ranOut is whether the ranking had no more questions before every answer was settled. The rest is then asked in
	// vocabulary order.
	ranOut bool
	// took is how long some of the next questions took, as a part of a brief answer.
	took []time.Duration
}

// timed is how often a next question is timed: one in so many.
const timed = 32

// byRanking asks what the ranking puts first, and asks the ranking again after each answer, until every answer is
// settled.
func (a *asking) byRanking(full *casefile.Case, final *recommend.Ending) (r ranked, err error) {
	t := a.nothing(full)
	r.level = -1
	for {
		c, err := t.known()
		if err != nil {
			return r, err
		}
		questions, s, err := a.maker.Asks(c, final)
		if err != nil {
			return r, err
		}
		if r.level < 0 && s.Level == final.Level {
			r.level = len(r.asked)
		}
		if s == final.Standing {
			r.all = len(r.asked)
			return r, nil
		}
		next := t.first(questions)
		if next == nil {
			r.ranOut = true
			at := slices.IndexFunc(a.reader.Vocabulary.Facts, func(f *vocabulary.Fact) bool { return t.open(c, f) })
			if at < 0 {
				return r, fmt.Errorf("everything is known, and %+v is not %+v", s, final.Standing)
			}
			next = a.reader.Vocabulary.Facts[at]
		}
		if len(r.asked)%timed == 0 {
			lasted, err := shortest(func() error { return t.brief() })
			if err != nil {
				return r, err
			}
			r.took = append(r.took, lasted)
		}
		t.learn(next)
		r.asked = append(r.asked, next)
	}
}

// brief reads the case as far as it is known and makes the brief answer, which has the next question.
func (t *told) brief() error {
	c, err := t.known()
	if err != nil {
		return err
	}
	_, err = t.maker.RecommendWith(c, recommend.Options{Brief: true})
	return err
}

// first is the fact of the first question about one fact that was not asked yet; nil if there is none. A question that
// is overtaken comes after all others, because the first screen leaves it out.
func (t *told) first(questions []recommendation.Question) *vocabulary.Fact {
	for _, overtaken := range []bool{false, true} {
		for i := range questions {
			q := &questions[i]
			if q.Kind != term.AskFact || q.Overtaken != overtaken {
				continue
			}
			if f := t.reader.Vocabulary.Fact(q.Fact); !t.asked[f.Index] {
				return f
			}
		}
	}
	return nil
}

// slow is how long work may take before it is timed again, and again is how often at most.
const (
	slow  = 10 * time.Millisecond
	again = 3
)

// shortest is how long work takes. Slow work is done a few more times and the shortest time counts, so that less
// of what else the machine does is measured.
func shortest(do func() error) (time.Duration, error) {
	var least time.Duration
	for i := range 1 + again {
		begun := time.Now()
		if err := do(); err != nil {
			return 0, err
		}
		if took := time.Since(begun); i == 0 || took < least {
			least = took
		}
		if least <= slow {
			break
		}
	}
	return least, nil
}

// inOrder asks about facts in an order, each that is open when its turn comes, and lists them.
func (a *asking) inOrder(full *casefile.Case, order []*vocabulary.Fact) ([]*vocabulary.Fact, error) {
	t := a.nothing(full)
	var asked []*vocabulary.Fact
	for _, f := range order {
		c, err := t.known()
		if err != nil {
			return nil, err
		}
		if t.open(c, f) {
			asked = append(asked, f)
			t.learn(f)
		}
	}
	return asked, nil
}

// until counts how many of some questions, in their order, it takes. More answers never settle less, so it looks
// each time in the middle of what is left.
func (a *asking) until(full *casefile.Case, final *recommend.Ending, asked []*vocabulary.Fact) (n count, err error) {
	search := func(settled func(recommend.Standing) bool) int {
		low, high := 0, len(asked)
		for low < high && err == nil {
			middle := (low + high) / 2
			t := a.nothing(full)
			for _, f := range asked[:middle] {
				t.learn(f)
			}
			var s recommend.Standing
			if s, err = t.standing(final); settled(s) {
				high = middle
			} else {
				low = middle + 1
			}
		}
		return low
	}
	n.level = search(func(s recommend.Standing) bool { return s.Level == final.Level })
	n.all = search(func(s recommend.Standing) bool { return s == final.Standing })
	return n, err
}

// least counts the facts that every order has to ask about: without such a fact something stays open, even if all the
// others are known, and knowing less never settles more.
func (a *asking) least(full *casefile.Case, final *recommend.Ending) (n count, err error) {
	t := a.nothing(full)
	given := slices.Clone(t.asked)
	for _, f := range a.reader.Vocabulary.Facts {
		t.learn(f)
	}
	for _, f := range a.reader.Vocabulary.Facts {
		v := t.values[f.Index]
		if given[f.Index] || f.IsUnknown(v) {
			continue
		}
		t.values[f.Index] = f.Unknown()
		s, err := t.standing(final)
		if err != nil {
			return n, err
		}
		if t.values[f.Index] = v; s.Level != final.Level {
			n.level++
		}
		if s != final.Standing {
			n.all++
		}
	}
	return n, nil
}

// ordered counts the questions in an order.
func (a *asking) ordered(full *casefile.Case, final *recommend.Ending, order []*vocabulary.Fact) (count, error) {
	asked, err := a.inOrder(full, order)
	if err != nil {
		return count{}, err
	}
	return a.until(full, final, asked)
}

// shuffled puts facts in a random order.
func shuffled(facts []*vocabulary.Fact, seed, of uint64) []*vocabulary.Fact {
	out := slices.Clone(facts)
	rand.New(rand.NewPCG(seed, of)).Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}
