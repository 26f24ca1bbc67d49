package crosscheck_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/crosscheck"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/evaluate/expr"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/evaluate/reference"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/vocabulary"
)

// evaluators are all that there are.
var evaluators = []struct {
	name string
	make crosscheck.Make
}{
	{"cel", reference.New},
	{"plan", func(p *policy.Policy) (evaluate.Evaluator, error) { return plan.New(p), nil }},
	{"expr", func(p *policy.Policy) (evaluate.Evaluator, error) { return expr.New(p) }},
}

// sound are rules in which everything that can go wrong matters.
const sound = `parameters:
  two: {value: 2, why: Because}
conditions:
  worn: {title: Worn, when: 'made_up.yes_a && !made_up.yes_b'}
statutes:
  - {name: one, section: s1, title: One}
  - {name: other, section: s2, title: Other}
indicators:
  - {id: graded, title: R, cite: [M-1], level: 2, domain: north, concept: c1, strength: counts, when: 'made_up.scale_a.atLeast("much")'}
  - {id: grave, title: R, cite: [M-1], level: 3, domain: north, concept: c2, strength: decides, ground: one, when: made_up.yes_c && worn}
  - {id: beside, title: R, cite: [M-1], level: 3, domain: east, concept: c3, strength: modifies,
     when: 'made_up.choice_a in ["green", "blue"]'}
  - {id: several, title: R, cite: [M-1], level: 3, domain: south, concept: c4, strength: counts,
     when: 'atLeastN(two, made_up.yes_a, made_up.yes_b, "sun" in made_up.set_a)'}
  - {id: late, title: R, cite: [M-1], level: 2, domain: south, concept: c5, strength: counts, when: as_of - made_up.time_a > hours(720)}
  - {id: young, title: R, cite: [M-1], level: 2, domain: east, concept: c6, strength: counts, when: made_up.number_a < 7}
  - {id: older, title: R, cite: [M-1], level: 2, domain: east, concept: c6, strength: counts, when: made_up.number_a >= 7 || made_up.yes_c}
  - {id: lapsed, title: R, cite: [M-1], level: 3, domain: east, concept: c7, strength: counts, when: made_up.yes_b,
     in_force: {to: 2020-03-01}}
grounds:
  - {id: aged, title: R, cite: [M-1], ground: other, when: 'made_up.number_a.between(5, 12) && made_up.choice_b == "left"'}
levels:
  - {id: level-1, title: L1, cite: [M-1], level: 1, name: L1}
  - {id: level-2, title: L2, cite: [M-1], level: 2, name: L2, when: tally(2) >= 3 || ground.other}
  - {id: level-3, title: L3, cite: [M-1], level: 3, name: L3, when: decisive(3) || domains(2) >= 3}
consent:
  agreement:
    - {id: agreement, title: Line, cite: [M-1], value: not_applicable, says: Says}
  inform:
    - {id: inform, title: Line, cite: [M-1], value: not_applicable, says: Says}
  sharing:
    - {id: sharing, title: Line, cite: [M-1], value: not_applicable, says: Says}
escalations:
  - {id: act, title: R, cite: [M-1], action: Act, who: Somebody, immediate: true, when: 'level >= 3 ? made_up.yes_a : ground.one',
     unless: {says: something is so, when: made_up.yes_b}}
cautions:
  - {id: ask, title: R, cite: [M-1], says: Says, when: 'open(made_up.scale_b) || judgement.differs'}
  - {id: sure, title: R, cite: [M-1], says: Says, when: 'certain(made_up.scale_b.atLeast("high"))'}
`

// misread are faults of an evaluator that reads rules otherwise than they stand: it is given
// other rules than the others are.
var misread = []struct{ what, old, new string }{
	{"it takes and for or", "made_up.yes_a && !made_up.yes_b", "made_up.yes_a || !made_up.yes_b"},
	{"it leaves out a not", "made_up.yes_a && !made_up.yes_b", "made_up.yes_a && made_up.yes_b"},
	{"a rung is one too low", `atLeast("much")`, `atLeast("some")`},
	{"a word is left out of a list", `in ["green", "blue"]`, `in ["green"]`},
	{"it counts one part too few", "atLeastN(two,", "atLeastN(1,"},
	{"it takes another word of a set", `"sun" in`, `"moon" in`},
	{"a length of time is a day too long", "hours(720)", "hours(744)"},
	{"the end of a range is left out", "between(5, 12)", "between(5, 11)"},
	{"it takes a choice the wrong way round", "level >= 3 ? made_up.yes_a : ground.one", "level >= 3 ? ground.one : made_up.yes_a"},
	{"it leaves out an exception", ",\n     unless: {says: something is so, when: made_up.yes_b}}", "}"},
	{"a sign counts at another level", "{id: several, title: R, cite: [M-1], level: 3", "{id: several, title: R, cite: [M-1], level: 2"},
	{"a sign counts without one beside it", "strength: modifies", "strength: counts"},
	{"a sign that decides only counts", "strength: decides, ground: one", "strength: counts"},
	{"two signs of one thing count twice", "concept: c6, strength: counts, when: made_up.number_a >=",
		"concept: c8, strength: counts, when: made_up.number_a >="},
	{"a rule is in force too long", "to: 2020-03-01", "to: 2020-03-31"},
	{"it asks for fewer of a count", "tally(2) >= 3", "tally(2) >= 2"},
	{"what is open is taken for not known to be so", "open(made_up.scale_b)", `!certain(made_up.scale_b.atLeast("high"))`},
	{"what may be so is certain", `certain(made_up.scale_b.atLeast("high"))`, `made_up.scale_b.atLeast("high")`},
}

// broken wraps an evaluator that goes wrong in how it works.
type broken struct {
	evaluate.Evaluator
	take  func(evaluate.Input) evaluate.Input
	spoil func(evaluate.Session, *evaluate.Outcome) error
}

func (b broken) Start(in evaluate.Input) evaluate.Session {
	if b.take != nil {
		in = b.take(in)
	}
	return spoilt{b.Evaluator.Start(in), b.spoil}
}

type spoilt struct {
	evaluate.Session
	spoil func(evaluate.Session, *evaluate.Outcome) error
}

func (s spoilt) Outcome() (*evaluate.Outcome, error) {
	o, err := s.Session.Outcome()
	if err == nil && s.spoil != nil {
		own := *o
		own.Rules, own.Truths = slices.Clone(o.Rules), slices.Clone(o.Truths)
		own.Tally = slices.Clone(o.Tally)
		o, err = &own, s.spoil(s.Session, &own)
	}
	return o, err
}

// goesWrong are faults of an evaluator in what it does beside reading rules.
var goesWrong = []struct {
	what   string
	broken broken
}{
	{"it does not look both ways", broken{spoil: func(s evaluate.Session, o *evaluate.Outcome) error {
		env, err := s.Found(evaluate.Kleene)
		if err == nil {
			o.Level, o.Split = env.Level, nil
		}
		return err
	}}},
	{"it drops what is not ruled out", broken{spoil: func(_ evaluate.Session, o *evaluate.Outcome) error {
		o.Level.Hi = o.Level.Lo
		return nil
	}}},
	{"it takes unknown for false", broken{spoil: func(_ evaluate.Session, o *evaluate.Outcome) error {
		for i, t := range o.Truths {
			if t == logic.Unknown {
				o.Truths[i] = logic.False
			}
		}
		return nil
	}}},
	{"it counts a concept too many", broken{spoil: func(_ evaluate.Session, o *evaluate.Outcome) error {
		o.Tally[1].Hi++
		return nil
	}}},
	{"it does not see the judgement", broken{take: func(in evaluate.Input) evaluate.Input {
		in.Judgement = lang.Judgement{}
		return in
	}}},
	{"it takes a partly known scale for its lower end", broken{take: func(in evaluate.Input) evaluate.Input {
		in.Values = slices.Clone(in.Values)
		for i, v := range in.Values {
			if v.Lo > 0 && v.Lo < v.Hi && v.Hi < 10 {
				in.Values[i] = vocabulary.Exactly(v.Lo)
			}
		}
		return in
	}}},
}

// TestAFaultInOneEvaluatorIsCaughtByTheOthers plants each fault in each evaluator in turn.
func TestAFaultInOneEvaluatorIsCaughtByTheOthers(t *testing.T) {
	p := link(t, sound)
	cases := someCases(p)
	for i, first := range evaluators {
		for _, second := range evaluators[i+1:] {
			for _, d := range disagreements(t, p, first.make, second.make, cases) {
				t.Fatalf("without a fault:\n%s", d.Report())
			}
		}
	}
	plant := func(what string, spoil func(*testing.T, crosscheck.Make) crosscheck.Make) {
		for _, at := range evaluators {
			t.Run(what+", "+at.name, func(t *testing.T) {
				spoilt := spoil(t, at.make)
				for _, by := range evaluators {
					if by.name != at.name && len(disagreements(t, p, spoilt, by.make, cases)) == 0 {
						t.Errorf("%s does not notice", by.name)
					}
				}
			})
		}
	}
	for _, m := range misread {
		plant(m.what, func(t *testing.T, build crosscheck.Make) crosscheck.Make {
			if strings.Count(sound, m.old) != 1 {
				t.Fatalf("%q does not stand in the rules once", m.old)
			}
			other := link(t, strings.Replace(sound, m.old, m.new, 1))
			return func(*policy.Policy) (evaluate.Evaluator, error) { return build(other) }
		})
	}
	for _, w := range goesWrong {
		plant(w.what, func(_ *testing.T, build crosscheck.Make) crosscheck.Make {
			return func(p *policy.Policy) (evaluate.Evaluator, error) {
				e, err := build(p)
				return broken{e, w.broken.take, w.broken.spoil}, err
			}
		})
	}
}

// link loads rules that must be sound.
func link(t *testing.T, rules string) *policy.Policy {
	t.Helper()
	root, list := catalogue.Link(evaluatetest.Root(rules))
	if root == nil {
		t.Fatalf("the rules do not load:\n%s", list)
	}
	return root.Policies[0]
}

// someCases are cases of every kind, from those of which nothing is known to those of which
// everything is.
func someCases(p *policy.Policy) []evaluate.Input {
	r := rand.New(rand.NewPCG(14, 14))
	var cases []evaluate.Input
	for i := range 400 {
		cases = append(cases, recommend.Input(draw.Case(r, p, []int{100, 90, 60, 30, 0}[i%5], i%2 == 0, p.Vocabulary.London)))
	}
	return cases
}

// disagreements are the first few between two evaluators.
func disagreements(t *testing.T, p *policy.Policy, first, second crosscheck.Make, cases []evaluate.Input) []*diagnostic.Disagreement {
	t.Helper()
	e, err := crosscheck.New(p, first, second)
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range cases {
		_, err := evaluate.Decide(e, in)
		var d *diagnostic.Disagreement
		if errors.As(err, &d) {
			return []*diagnostic.Disagreement{d}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return nil
}

// caseOf is a case of which nothing is known but this.
func caseOf(p *policy.Policy, known map[string]vocabulary.Value) evaluate.Input {
	in := evaluate.Input{AsOf: evaluatetest.AsOf.Unix(), Values: make([]vocabulary.Value, len(p.Vocabulary.Facts)),
		Judgement: lang.Judgement{Recorded: true, Level: 2}}
	for _, f := range p.Vocabulary.Facts {
		in.Values[f.Index] = f.Unknown()
		if v, ok := known[f.Path]; ok {
			in.Values[f.Index] = v
		}
	}
	return in
}

// TestADisagreementSaysAllThatThereIsToReport has the plan misread an exception.
func TestADisagreementSaysAllThatThereIsToReport(t *testing.T) {
	p := link(t, sound)
	other := link(t, strings.Replace(sound, "when: made_up.yes_b}}", "when: made_up.yes_c}}", 1))
	misreads := func(p *policy.Policy) (evaluate.Evaluator, error) {
		spoilt := *p
		spoilt.Rules = slices.Clone(p.Rules)
		for i, r := range p.Rules {
			if r.Unless != nil {
				spoilt.Rules[i] = other.Rules[i]
			}
		}
		return plan.New(&spoilt), nil
	}
	e, err := crosscheck.New(p, misreads, evaluators[2].make)
	if err != nil {
		t.Fatal(err)
	}
	_, err = evaluate.Decide(e, caseOf(p, map[string]vocabulary.Value{
		"made_up.yes_a": vocabulary.YesOrNo(true), "made_up.yes_b": vocabulary.YesOrNo(true), "made_up.yes_c": vocabulary.YesOrNo(false),
		"made_up.scale_a": {Lo: 1, Hi: 3},
	}))
	var d *diagnostic.Disagreement
	if !errors.As(err, &d) {
		t.Fatalf("the error is %v", err)
	}
	if strings.Contains(err.Error(), "made_up.") || !strings.Contains(err.Error(), "the rule act (authorities/made/up/rules.yaml:") {
		t.Errorf("the error for logs is %s", err)
	}
	for _, says := range []string{
		"the evaluators plan and expr disagree under made-up on the rule act (authorities/made/up/rules.yaml:",
		"plan says ", ", expr says ",
		"The condition:\n  level >= 3 ? made_up.yes_a : ground.one\n  unless\n  made_up.yes_b\n",
		"Its parts:\n", "  level >= 3: plan says ", "  made_up.yes_b: plan says ",
		"\"as_of\": \"2020-03-02T14:10:00Z\"", "\"yes_b\": true", "\"scale_a\": {\n      \"at_least\": \"some\"\n    }",
		"\"judgement\": {", "Do not use either answer.",
	} {
		if !strings.Contains(d.Report(), says) {
			t.Errorf("the report does not say %q", says)
		}
	}
}
