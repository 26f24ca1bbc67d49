package recommend_test

import (
	"testing"

	"pgregory.net/rapid"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// The laws of learning, for cases as people write them: with what silence, an age not given
// and what cannot apply supply. Stating what was supplied in place of knowledge replaces it;
// the laws do not compare across that.

// drawTold draws a case.
func (p practice) drawTold(t *rapid.T) told {
	c := told{values: map[*vocabulary.Fact]vocabulary.Value{}}
	share := rapid.SampledFrom([]int{2, 10, 40}).Draw(t, "share")
	for _, f := range p.reader.Vocabulary.Facts {
		if f.Kind != vocabulary.Date && rapid.IntRange(0, 99).Draw(t, f.Path+" stated") < share {
			if v := evaluatetest.Learn(t, f, f.Unknown()); !f.IsUnknown(v) {
				c.values[f] = v
			}
		}
	}
	switch rapid.IntRange(0, 3).Draw(t, "gone through") {
	case 0:
	case 1:
		c.explored = casefile.Everything
	default:
		var names []string
		for _, d := range p.reader.Vocabulary.DomainNames() {
			if rapid.Bool().Draw(t, d+" gone through") {
				names = append(names, d)
			}
		}
		for _, f := range p.reader.Vocabulary.Facts {
			if f.Nothing != nil && rapid.IntRange(0, 19).Draw(t, f.Path+" gone through") == 0 {
				names = append(names, f.Path)
			}
		}
		c.explored = names
	}
	for conflict := p.impossible(c); conflict != nil; conflict = p.impossible(c) {
		conflict.When.Facts(func(f *vocabulary.Fact) { delete(c.values, f) })
	}
	return c
}

// impossible is a conflict for which what a case states is refused, or nil.
func (p practice) impossible(c told) *vocabulary.Conflict {
	values := make([]vocabulary.Value, len(p.reader.Vocabulary.Facts))
	for i, f := range p.reader.Vocabulary.Facts {
		values[i] = f.Unknown()
	}
	for f, v := range c.values {
		values[f.Index] = v
	}
	for i := range p.reader.Vocabulary.Conflicts {
		conflict := &p.reader.Vocabulary.Conflicts[i]
		if conflict.Severity == term.ConflictError && conflict.When.Truth(values, evaluatetest.AsOf.Unix()) == logic.True {
			return conflict
		}
	}
	return nil
}

// learn states something that is open in a case, in keeping with what is known of it.
func (p practice) learn(t *rapid.T, c told, read *casefile.Case, f *vocabulary.Fact) told {
	v := read.Values[f.Index]
	if v.Known() || f.Kind == vocabulary.Date || f.Dated() && !f.IsUnknown(v) {
		return c // a moment of a day that is known may be after as_of
	}
	if learnt := evaluatetest.Learn(t, f, v); !f.IsUnknown(learnt) {
		more := c.with(f, learnt)
		if p.impossible(more) != nil {
			return c
		}
		return more
	}
	return c
}

// replaced reports whether what was supplied in one case is not supplied in the other: the
// belief about harm that silence gave while nothing was found, what silence said until
// something was suspected, and what hung on either.
func (p practice) replaced(before, after *casefile.Case) bool {
	for _, f := range p.reader.Vocabulary.Facts {
		silent := before.Origins[f.Index] == casefile.Explored && after.Origins[f.Index] != casefile.Explored
		if silent && (f.OnlyIfNothingFound || f.Suspicion != nil) {
			return true
		}
	}
	return false
}

// narrows holds that learning something narrowed every value, and the level.
func (p practice) narrows(t *rapid.T, before, after *casefile.Case) {
	if p.replaced(before, after) {
		return
	}
	for _, f := range p.reader.Vocabulary.Facts {
		if was, is := before.Values[f.Index], after.Values[f.Index]; !f.Covers(was, is) {
			t.Fatalf("%s goes from %v to %v", f.Path, f.Plain(was, p.reader.London), f.Plain(is, p.reader.London))
		}
	}
	if was, is := p.level(t, before), p.level(t, after); !was.Covers(is) {
		t.Fatalf("the level goes from %v to %v", was, is)
	}
}

func TestLearningWhatIsOpenInACaseOnlyNarrows(t *testing.T) {
	for _, p := range practices(t) {
		t.Run(p.policy.ID, rapid.MakeCheck(func(t *rapid.T) {
			c := p.drawTold(t)
			before := p.read(t, c)
			f := rapid.SampledFrom(p.reader.Vocabulary.Facts).Draw(t, "learnt")
			p.narrows(t, before, p.read(t, p.learn(t, c, before, f)))
		}))
	}
}

func TestTheAnswerOnACaseCoversEachOfItsCompletions(t *testing.T) {
	for _, p := range practices(t) {
		t.Run(p.policy.ID, rapid.MakeCheck(func(t *rapid.T) {
			c := p.drawTold(t)
			before := p.read(t, c)
			for _, f := range p.reader.Vocabulary.Facts {
				c = p.learn(t, c, before, f)
			}
			p.narrows(t, before, p.read(t, c))
		}))
	}
}

func TestWhatIsProvedNeverUnknownInACaseIsNot(t *testing.T) {
	for _, p := range practices(t) {
		t.Run(p.policy.ID, rapid.MakeCheck(func(t *rapid.T) {
			o, err := evaluate.Decide(p.maker.Evaluator, recommend.Input(p.read(t, p.drawTold(t))))
			if err != nil {
				t.Fatalf("%v", err)
			}
			for _, r := range p.policy.Rules {
				if r.When.Root.NeverUnknownInACase() && o.Truths[r.Index] == logic.Unknown {
					t.Fatalf("%s is unknown: %s", r.ID, r.Text())
				}
			}
		}))
	}
}
