package recommend_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
	"windscreen/rules"
)

// overPolicies runs a property over every shipped policy and over generated ones.
func overPolicies(t *testing.T, property func(t *rapid.T, root *catalogue.Whole, p *policy.Policy)) {
	root, list := catalogue.Link(rules.FS)
	if root == nil {
		t.Fatalf("%s", list)
	}
	for _, p := range root.Policies {
		t.Run(p.ID, rapid.MakeCheck(func(t *rapid.T) { property(t, root, p) }))
	}
	t.Run("generated", rapid.MakeCheck(func(t *rapid.T) {
		root, list := catalogue.Link(evaluatetest.Policy(t))
		if root == nil {
			t.Fatalf("%s", list)
		}
		property(t, root, root.Policies[0])
	}))
}

// recommended draws a case and gives its recommendation.
func recommended(t *rapid.T, root *catalogue.Whole, p *policy.Policy) (evaluate.Input, *recommendation.Recommendation) {
	in := evaluatetest.Knowledge(t, p, rapid.SampledFrom([]int{10, 40, 80, 100}).Draw(t, "share"))
	c := &casefile.Case{Policy: p.ID, AsOf: evaluatetest.AsOf.In(root.London), Values: in.Values, Origins: make([]casefile.Origin, len(in.Values))}
	if in.Judgement.Recorded {
		c.Judgement = &casefile.Judgement{Level: in.Judgement.Level, By: "nobody", Reason: "made up"}
	}
	m := recommend.New(p, evaluatetest.Tree(p), root.London, "test")
	r, err := m.RecommendWith(c, recommend.Options{NotCommenced: true})
	if err != nil {
		t.Fatalf("%v", err)
	}
	return in, r
}

// only keeps what is known of these facts, but for one left out.
func only(p *policy.Policy, in evaluate.Input, facts []recommendation.Fact, out string) evaluate.Input {
	trial := in
	trial.Values = make([]vocabulary.Value, len(in.Values))
	for _, f := range p.Vocabulary.Facts {
		trial.Values[f.Index] = f.Unknown()
		if f.Path != out && slices.ContainsFunc(facts, func(r recommendation.Fact) bool { return r.Fact == f.Path }) {
			trial.Values[f.Index] = in.Values[f.Index]
		}
	}
	return trial
}

// enoughAndNoMore fails unless a conclusion stands on its facts and on no fewer.
func enoughAndNoMore(t *rapid.T, p *policy.Policy, in evaluate.Input, what string, because []recommendation.Fact, stands func(*evaluate.Outcome) bool) {
	find := func(in evaluate.Input) *evaluate.Outcome {
		o, err := evaluate.Decide(evaluatetest.Tree(p), in)
		if err != nil {
			t.Fatalf("%v", err)
		}
		return o
	}
	if !stands(find(only(p, in, because, ""))) {
		t.Fatalf("%s does not stand on what it is said to rest on: %v", what, because)
	}
	for _, f := range because {
		if stands(find(only(p, in, because, f.Fact))) {
			t.Fatalf("%s stands without %s", what, f.Fact)
		}
	}
}

func TestBecauseIsEnoughAndNoMore(t *testing.T) {
	overPolicies(t, func(t *rapid.T, root *catalogue.Whole, p *policy.Policy) {
		in, r := recommended(t, root, p)
		enoughAndNoMore(t, p, in, "the level", r.Level.Because, func(o *evaluate.Outcome) bool { return o.Level.Lo >= int64(r.Level.Recommended) })
		for _, g := range r.Grounds {
			if g.State == term.Holds {
				i := slices.IndexFunc(p.Statutes, func(s policy.Statute) bool { return s.Name == g.Name })
				enoughAndNoMore(t, p, in, "ground "+g.Name, g.Because, func(o *evaluate.Outcome) bool { return o.Grounds[i] == logic.True })
			}
		}
		for _, i := range r.Indicators {
			n := slices.IndexFunc(p.Rules, func(rule *policy.Rule) bool { return rule.ID == i.ID })
			enoughAndNoMore(t, p, in, "indicator "+i.ID, i.Because, func(o *evaluate.Outcome) bool { return o.Rules[n] == logic.True })
		}
	})
}

// asGiven are the findings of less knowledge, with what explanations of rules after the
// level take as it came out put back: what was not found, and the level.
func asGiven(o, full *evaluate.Outcome, level logic.Range) evaluate.Findings {
	f := o.Findings
	f.Level = level
	f.Grounds, f.Decisive, f.Tally, f.Domains = slices.Clone(f.Grounds), slices.Clone(f.Decisive), slices.Clone(f.Tally), slices.Clone(f.Domains)
	for _, pair := range [][2][]logic.Truth{{f.Grounds, full.Grounds}, {f.Decisive, full.Decisive}} {
		for i, t := range pair[1] {
			if t != logic.True {
				pair[0][i] = t
			}
		}
	}
	for _, pair := range [][2][]logic.Range{{f.Tally, full.Tally}, {f.Domains, full.Domains}} {
		for i, n := range pair[1] {
			pair[0][i].Hi = n.Hi
		}
	}
	return f
}

// asksOpen reports whether a condition asks what is open. Less knowledge may then make
// it hold, so it does not show which facts are needed.
func asksOpen(n *lang.Node) bool {
	found := false
	n.Walk(1, func(n *lang.Node, _ int) {
		found = found || n.Op == lang.Open || n.Op == lang.OpenFact || n.Op == lang.Certain
	})
	return found
}

// A rule after the level does not stand on its facts alone: it may ask for the level,
// and for what was not found. Those being as they came out, its facts are enough, and
// none of them is too many; and of the level it says whether it matters.
func TestBecauseAfterTheLevelIsEnoughAndNoMoreWhereTheLevelAndWhatWasNotFoundAreGiven(t *testing.T) {
	overPolicies(t, func(t *rapid.T, root *catalogue.Whole, p *policy.Policy) {
		in, r := recommended(t, root, p)
		full, err := evaluate.Decide(evaluatetest.Tree(p), in)
		if err != nil {
			t.Fatalf("%v", err)
		}
		// Many rules rest on the same few facts.
		outcomes := map[string]*evaluate.Outcome{}
		holds := func(x recommendation.Rule, known evaluate.Input, level logic.Range) bool {
			key := fmt.Sprint(known.Values)
			o := outcomes[key]
			if o == nil {
				if o, err = evaluate.Decide(evaluatetest.Tree(p), known); err != nil {
					t.Fatalf("%v", err)
				}
				outcomes[key] = o
			}
			n := slices.IndexFunc(p.Rules, func(rule *policy.Rule) bool { return rule.ID == x.ID })
			f := asGiven(o, full, level)
			return p.Rules[n].When.Root.Truth(f.Environment(known)) == logic.True
		}
		for _, x := range after(r) {
			n := slices.IndexFunc(p.Rules, func(rule *policy.Rule) bool { return rule.ID == x.ID })
			level := logic.Anything()
			if x.RestsOnLevel {
				level = full.Level
			}
			if !holds(x, only(p, in, x.Because, ""), level) {
				t.Fatalf("%s does not stand on what it is said to rest on: %v", x.ID, x.Because)
			}
			if asksOpen(p.Rules[n].When.Root) {
				continue
			}
			for _, f := range x.Because {
				if holds(x, only(p, in, x.Because, f.Fact), level) {
					t.Fatalf("%s stands without %s", x.ID, f.Fact)
				}
			}
			if x.RestsOnLevel && holds(x, in, logic.Anything()) {
				t.Fatalf("%s stands whatever the level is", x.ID)
			}
		}
	})
}

// after lists the rules after the level that hold, as they are told.
func after(r *recommendation.Recommendation) []recommendation.Rule {
	var out []recommendation.Rule
	for _, e := range r.Escalations {
		if e.State == term.NowDue {
			out = append(out, e.Rule)
		}
	}
	for _, s := range r.Pathway {
		out = append(out, s.Rule)
	}
	for _, s := range r.Services {
		if s.State == term.Fits {
			out = append(out, s.Rule)
		}
	}
	for _, l := range slices.Concat(r.Consent.From, r.Consent.Record, r.Consent.Refused, slices.Collect(maps.Values(r.Consent.Why))) {
		out = append(out, l.Rule)
	}
	for _, c := range r.Cautions {
		out = append(out, c.Rule)
	}
	return out
}

// Everything that was gone through speaks against what was not found, and against a
// higher level. None of it is told as a reason for what follows from that.
func TestWhatWasNotFoundIsNotTold(t *testing.T) {
	root, list := catalogue.Link(rules.FS)
	if root == nil {
		t.Fatalf("%s", list)
	}
	for _, p := range root.Policies {
		t.Run(p.ID, rapid.MakeCheck(func(t *rapid.T) {
			_, r := recommended(t, root, p)
			for _, x := range after(r) {
				n := slices.IndexFunc(p.Rules, func(rule *policy.Rule) bool { return rule.ID == x.ID })
				told := map[string]bool{}
				for _, f := range x.Because {
					told[f.Fact] = true
				}
				p.Rules[n].When.Root.Facts(func(f *vocabulary.Fact) { delete(told, f.Path) })
				for _, f := range holding(p, r) {
					delete(told, f)
				}
				if len(told) > 0 {
					t.Fatalf("%s rests on %v, which it does not read and nothing found rests on", x.ID, told)
				}
			}
		}))
	}
}

// holding are the facts that signs and grounds which hold read.
func holding(p *policy.Policy, r *recommendation.Recommendation) []string {
	ids := map[string]bool{}
	for _, i := range r.Indicators {
		ids[i.ID] = true
	}
	for _, g := range r.Grounds {
		for _, id := range g.Rules {
			ids[id] = true
		}
	}
	var out []string
	for _, rule := range p.Rules {
		if ids[rule.ID] {
			rule.When.Root.Facts(func(f *vocabulary.Fact) { out = append(out, f.Path) })
		}
	}
	return out
}

// What the recommendation says must be what the rules came to: nothing that holds
// is left out, and nothing that does not is put in.
func TestTheRecommendationSaysWhatTheRulesCameTo(t *testing.T) {
	overPolicies(t, func(t *rapid.T, root *catalogue.Whole, p *policy.Policy) {
		in, r := recommended(t, root, p)
		o, err := evaluate.Decide(evaluatetest.Tree(p), in)
		if err != nil {
			t.Fatalf("%v", err)
		}
		said := map[string]term.State{}
		for _, i := range r.Indicators {
			said[i.ID] = "true"
		}
		for _, e := range r.Escalations {
			said[e.ID] = map[term.State]term.State{term.NowDue: "true", term.Possible: "unknown"}[e.State]
		}
		for _, s := range r.Services {
			said[s.ID] = map[term.State]term.State{term.Fits: "true", term.Possible: "unknown"}[s.State]
		}
		for _, s := range r.Pathway {
			said[s.ID] = "true"
		}
		for _, c := range r.Cautions {
			said[c.ID] = "true"
		}
		for _, rule := range p.Rules {
			truth := o.Truths[rule.Index]
			switch rule.Kind {
			case term.KindIndicator, term.KindPathway, term.KindCaution:
				if (said[rule.ID] == "true") != (truth == logic.True) {
					t.Fatalf("%s is %v and said to be %q", rule.ID, truth, said[rule.ID])
				}
			case term.KindEscalation, term.KindService:
				if want := term.State(truth.String()); truth != logic.False && said[rule.ID] != want || truth == logic.False && said[rule.ID] != "" {
					t.Fatalf("%s is %v and said to be %q", rule.ID, truth, said[rule.ID])
				}
			}
		}
		if r.Consent.Agreement == "" || r.Consent.Inform == "" || r.Consent.Sharing == "" {
			t.Fatal("a consent answer is missing")
		}
		if int64(r.Level.Recommended) != o.Level.Lo || int64(r.Level.AtMost) != o.Level.Hi || r.Level.Settled != o.Level.Known() {
			t.Fatalf("the level came to %v and is said to be %+v", o.Level, r.Level)
		}
	})
}

// A question that could change nothing is not worth asking, and while anything is
// open there is something to ask.
func TestQuestionsAreAskedWhileAnythingIsOpen(t *testing.T) {
	overPolicies(t, func(t *rapid.T, root *catalogue.Whole, p *policy.Policy) {
		_, r := recommended(t, root, p)
		if !r.Level.Settled && len(r.Questions) == 0 {
			t.Fatal("the level is open and there is nothing to ask")
		}
		for _, q := range r.Questions {
			if len(q.Could) == 0 {
				t.Fatalf("nothing hangs on %+v", q)
			}
		}
	})
}
