package recommend_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/shippedroot"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// asGiven are the findings of less knowledge, with what explanations of rules after the
// level take as it came out put back: what was not found, and the level.
func asGiven(o, full *evaluate.Outcome, level logic.Range) evaluate.Findings {
	f := o.Findings
	f.Level = level
	f.Grounds, f.Decisive = slices.Clone(f.Grounds), slices.Clone(f.Decisive)
	f.Tally, f.Domains = slices.Clone(f.Tally), slices.Clone(f.Domains)
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
		full, err := evaluate.Decide(evaluate.Tree(p), in)
		if err != nil {
			t.Fatalf("%v", err)
		}
		// Many rules rest on the same few facts.
		outcomes := map[string]*evaluate.Outcome{}
		holds := func(x recommendation.Rule, known evaluate.Input, level logic.Range) bool {
			key := fmt.Sprint(known.Values)
			o := outcomes[key]
			if o == nil {
				if o, err = evaluate.Decide(evaluate.Tree(p), known); err != nil {
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
	single := slices.Collect(maps.Values(r.Consent.Why))
	for _, l := range slices.Concat(r.Consent.Answered, r.Consent.From, r.Consent.Record, r.Consent.Refused, single) {
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
	root := shippedroot.Rules(t)
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(root.Policies).Draw(t, "policy")
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
	})
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
