package evaluate_test

import (
	"io/fs"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/evaluate/reference"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/shippedroot"
	"windscreen/engine/internal/vocabulary"
)

// load loads a rule root that must be sound.
func load(t interface{ Fatalf(string, ...any) }, fsys fs.FS) *catalogue.Whole {
	root, list := catalogue.Link(fsys)
	if root == nil {
		t.Fatalf("the rule root does not load:\n%s", list)
	}
	return root
}

// overPolicies runs a property over every shipped policy and over generated ones.
func overPolicies(t *testing.T, property func(t *rapid.T, p *policy.Policy)) {
	for _, p := range shippedroot.Policies(t) {
		t.Run(p.ID, rapid.MakeCheck(func(t *rapid.T) { property(t, p) }))
	}
	t.Run("generated", rapid.MakeCheck(func(t *rapid.T) {
		property(t, load(t, evaluatetest.Policy(t)).Policies[0])
	}))
}

func TestLearningAFactOnlyNarrows(t *testing.T) {
	overPolicies(t, func(t *rapid.T, p *policy.Policy) {
		before := evaluatetest.Knowledge(t, p, 30)
		after := evaluatetest.LearnMore(t, p, before, 30)
		covers(t, p, find(t, p, before), find(t, p, after))
	})
}

func TestThePartialAnswerCoversEveryCompletion(t *testing.T) {
	overPolicies(t, func(t *rapid.T, p *policy.Policy) {
		partial := evaluatetest.Knowledge(t, p, 40)
		whole := evaluatetest.Complete(t, p, partial)
		o := find(t, p, whole)
		if !o.Level.Known() {
			t.Fatalf("everything is known, but the level is %v", o.Level)
		}
		covers(t, p, find(t, p, partial), o)
	})
}

func TestAnUnknownNeverRulesOutTheLevelOfTheWholeCase(t *testing.T) {
	overPolicies(t, func(t *rapid.T, p *policy.Policy) {
		partial := evaluatetest.Knowledge(t, p, 70)
		whole := evaluatetest.Complete(t, p, partial)
		if known, less := find(t, p, whole), find(t, p, partial); less.Level.Hi < known.Level.Lo {
			t.Fatalf("with facts missing the level is at most %d; with them it is %d", less.Level.Hi, known.Level.Lo)
		}
	})
}

// TestWorseNeverLowersTheLevel is for shipped policies only: random ones are full of
// rules that are helped by what is less serious, which lint would warn of.
func TestWorseNeverLowersTheLevel(t *testing.T) {
	for _, p := range shippedroot.Policies(t) {
		declared := map[*vocabulary.Fact]bool{}
		for _, r := range p.Rules {
			for _, l := range r.Lowers {
				declared[l] = true
			}
		}
		var graded []*vocabulary.Fact
		for _, f := range p.Vocabulary.Facts {
			if f.Kind == vocabulary.Scale && !declared[f] {
				graded = append(graded, f)
			}
		}
		t.Run(p.ID, rapid.MakeCheck(func(t *rapid.T) {
			in := evaluatetest.Knowledge(t, p, 60)
			f := rapid.SampledFrom(graded).Draw(t, "fact")
			at := rapid.Int64Range(0, int64(len(f.Words)-2)).Draw(t, "rung")
			in.Values[f.Index] = vocabulary.Exactly(at)
			milder := find(t, p, in)
			worse := in
			worse.Values = slices.Clone(in.Values)
			worse.Values[f.Index] = vocabulary.Exactly(rapid.Int64Range(at+1, int64(len(f.Words)-1)).Draw(t, "worse"))
			if o := find(t, p, worse); o.Level.Lo < milder.Level.Lo || o.Level.Hi < milder.Level.Hi {
				t.Fatalf("with %s worse the level goes from %v to %v", f.Path, milder.Level, o.Level)
			}
		}))
	}
}

// covers fails unless whatever the wider outcome says still leaves room for the
// narrower.
func covers(t *rapid.T, p *policy.Policy, wide, narrow *evaluate.Outcome) {
	if !wide.Level.Covers(narrow.Level) {
		t.Fatalf("the level goes from %v to %v", wide.Level, narrow.Level)
	}
	for i, g := range wide.Grounds {
		if g != logic.Unknown && narrow.Grounds[i] != g {
			t.Fatalf("ground %s goes from %v to %v", p.Statutes[i].Name, g, narrow.Grounds[i])
		}
	}
	for _, r := range p.Rules[:p.FindingsEnd] {
		if was, is := wide.Rules[r.Index], narrow.Rules[r.Index]; was != logic.Unknown && was != is {
			t.Fatalf("rule %s (%s) goes from %v to %v", r.ID, r.Text(), was, is)
		}
	}
	for i := range wide.Tally {
		if !wide.Tally[i].Covers(narrow.Tally[i]) || !wide.Domains[i].Covers(narrow.Domains[i]) {
			t.Fatalf("at level index %d the tally goes from %v to %v, the domains from %v to %v",
				i, wide.Tally[i], narrow.Tally[i], wide.Domains[i], narrow.Domains[i])
		}
	}
}

// TestTheReferenceAndTheTreeAgreeOnEveryRule is for random rules. Under the shipped policies the
// tree is held against the plan, and the plan against the reference, in package plan.
func TestTheReferenceAndTheTreeAgreeOnEveryRule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := load(t, evaluatetest.Policy(t)).Policies[0]
		ref, err := reference.New(p)
		if err != nil {
			t.Fatalf("cel-go refuses what the language lets through: %v", err)
		}
		agree(t, p, ref)
	})
}

func agree(t *rapid.T, p *policy.Policy, ref evaluate.Evaluator) {
	in := evaluatetest.Knowledge(t, p, rapid.SampledFrom([]int{0, 20, 50, 100}).Draw(t, "share"))
	a, b := decide(t, ref, in), decide(t, evaluate.Tree(p), in)
	if a.Level != b.Level {
		t.Fatalf("level: reference %v, tree %v", a.Level, b.Level)
	}
	for _, r := range p.Rules {
		if a.Truths[r.Index] != b.Truths[r.Index] {
			t.Fatalf("rule %s: reference %v, tree %v\n%s", r.ID, a.Truths[r.Index], b.Truths[r.Index], r.Text())
		}
	}
}

func find(t *rapid.T, p *policy.Policy, in evaluate.Input) *evaluate.Outcome {
	return decide(t, evaluate.Tree(p), in)
}

func decide(t *rapid.T, e evaluate.Evaluator, in evaluate.Input) *evaluate.Outcome {
	o, err := evaluate.Decide(e, in)
	if err != nil {
		t.Fatalf("%s: %v", e.Name(), err)
	}
	return o
}
