package recommend_test

import (
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// decidingOf is what answers could decide in a case.
func decidingOf(t *rapid.T, m *recommend.Maker, c *casefile.Case, only []*vocabulary.Fact) *recommend.Deciding {
	d, err := recommend.DecidingOf(m, c, only)
	if err != nil {
		t.Fatalf("%v", err)
	}
	t.Cleanup(d.End)
	return d
}

// with is a case in which some facts are otherwise.
func with(in evaluate.Input, answers map[*vocabulary.Fact]vocabulary.Value, but *vocabulary.Fact) evaluate.Input {
	in.Values = slices.Clone(in.Values)
	for f, v := range answers {
		if f != but {
			in.Values[f.Index] = v
		}
	}
	return in
}

// overDrawn runs a property over the shipped policies, and over made-up ones.
func overDrawn(t *testing.T, property func(t *rapid.T, m *recommend.Maker, c *casefile.Case)) {
	for _, p := range practices(t) {
		t.Run(p.policy.ID, rapid.MakeCheck(func(t *rapid.T) { property(t, p.maker, p.read(t, p.drawTold(t))) }))
	}
	t.Run("made up", rapid.MakeCheck(func(t *rapid.T) {
		root, list := catalogue.Link(evaluatetest.Policy(t))
		if root == nil {
			t.Fatalf("%s", list)
		}
		p := root.Policies[0]
		in := evaluatetest.Knowledge(t, p, rapid.SampledFrom([]int{0, 10, 40, 80}).Draw(t, "share"))
		property(t, recommend.New(p, evaluate.Tree(p), root.London, "test"), caseOf(root, p, in))
	}))
}

// caseOf is a case with values as they are.
func caseOf(root *catalogue.Whole, p *policy.Policy, in evaluate.Input) *casefile.Case {
	return &casefile.Case{Policy: p.ID, AsOf: evaluatetest.AsOf.In(root.London), Values: in.Values,
		Origins: make([]casefile.Origin, len(in.Values))}
}

// someFacts are facts picked at random, or none, which stands for all.
func someFacts(t *rapid.T, p *policy.Policy) []*vocabulary.Fact {
	if rapid.Bool().Draw(t, "of all facts") {
		return nil
	}
	out := []*vocabulary.Fact{}
	for _, f := range p.Vocabulary.Facts {
		if rapid.IntRange(0, 7).Draw(t, f.Path+" asked") == 0 {
			out = append(out, f)
		}
	}
	return out
}

func TestEverySetOfAnswersThatIsShownDecidesAndNoneOfThemIsSpare(t *testing.T) {
	overDrawn(t, func(t *rapid.T, m *recommend.Maker, c *casefile.Case) {
		in, only := recommend.Input(c), someFacts(t, m.Policy)
		d := decidingOf(t, m, c, only)
		d.Proved(func(says string, answers map[*vocabulary.Fact]vocabulary.Value, gates []*vocabulary.Fact,
			comes func(evaluate.Evaluator, evaluate.Input) bool) {
			for f, v := range answers {
				if only != nil && !slices.Contains(only, f) {
					t.Fatalf("%s: nobody asked about %s", says, f.Path)
				}
				if now := in.Values[f.Index]; !f.Covers(now, v) && !f.Danger {
					t.Fatalf("%s: %s is known otherwise", says, f.Path)
				}
			}
			if len(answers) > 3 || rapid.IntRange(0, 9).Draw(t, "tried") > 0 {
				return
			}
			if !comes(m.Evaluator, with(in, answers, nil)) {
				t.Fatalf("%s does not decide it", says)
			}
			for f := range answers {
				if len(answers) > 1 && !slices.Contains(gates, f) && comes(m.Evaluator, with(in, answers, f)) {
					t.Fatalf("%s: it takes no answer about %s", says, f.Path)
				}
			}
		})
	})
}

// What silence or presumption supplied may give way to an answer; such answers are left out.
func TestACaseThatStatesTheAnswersOfASetComesOutSo(t *testing.T) {
	for _, p := range practices(t) {
		t.Run(p.policy.ID, rapid.MakeCheck(func(t *rapid.T) {
			c := p.drawTold(t)
			before := p.read(t, c)
			d := decidingOf(t, p.maker, before, someFacts(t, p.policy))
			d.Proved(func(says string, answers map[*vocabulary.Fact]vocabulary.Value, _ []*vocabulary.Fact,
				comes func(evaluate.Evaluator, evaluate.Input) bool) {
				if rapid.IntRange(0, 19).Draw(t, "tried") > 0 {
					return
				}
				more := c
				for f, v := range answers {
					more = more.with(f, v)
				}
				after := p.read(t, more)
				if !p.replaced(before, after) && !comes(p.maker.Evaluator, recommend.Input(after)) {
					t.Fatalf("a case that states it: %s", says)
				}
			})
		}))
	}
}

func TestEverySingleAnswerThatDecidesSomethingIsFound(t *testing.T) {
	for _, p := range practices(t) {
		tried := 0
		t.Run(p.policy.ID, rapid.MakeCheck(func(t *rapid.T) {
			facts := len(p.policy.Vocabulary.Facts)
			d := decidingOf(t, p.maker, p.read(t, p.drawTold(t)), nil)
			missed, n := d.Missed(func() bool { return rapid.IntRange(0, facts).Draw(t, "tried") < 6 })
			tried += n
			for _, s := range missed {
				t.Errorf("missed: %s", s)
			}
		}))
		if tried < 1000 {
			t.Errorf("%s: only %d answers were tried", p.policy.ID, tried)
		}
	}
}

func TestNearlyAllSetsAreRightBeforeTheRulesAreRun(t *testing.T) {
	wrong, sets := 0, 0
	for _, p := range practices(t) {
		t.Run(p.policy.ID, rapid.MakeCheck(func(t *rapid.T) {
			if sets > 20_000 {
				return
			}
			rough, n := decidingOf(t, p.maker, p.read(t, p.drawTold(t)), nil).Rough()
			wrong, sets = wrong+len(rough), sets+n
		}))
	}
	if !testing.Short() && sets < 1000 || 50*wrong > sets {
		t.Errorf("%d of %d sets are wrong", wrong, sets)
	}
	t.Logf("%d of %d sets are wrong", wrong, sets)
}

// A young person under 16 who has sex calls for advice before anything is shared. Of a child under 13 it is significant harm,
// of which what is needed is shared.
func TestAnAnswerThatEndsALineDecidesTheNextOne(t *testing.T) {
	p := practices(t)[0]
	c, list := p.reader.Read("case.json", []byte(`{"as_of": "2020-03-02T14:10", "behaviour": {"sexual_activity": "age_appropriate"}}`))
	if c == nil {
		t.Fatal(list)
	}
	says := map[string]string{}
	for _, x := range p.explain(t, c).ChangesIf {
		for _, s := range x.Sets {
			if x.Answer == term.AnswerSharing && len(s) == 1 && s[0].Fact == "child.age" {
				says[x.Value] = s[0].Says
			}
		}
	}
	want := map[string]string{string(term.SharingAdviceFirst): "15 years, or less", string(term.SharingInProportion): "12 years, or less"}
	if !maps.Equal(says, want) {
		t.Errorf("%s: the age changes sharing to %v, want %v", p.policy.ID, says, want)
	}
}
