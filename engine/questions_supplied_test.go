package engine_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"windscreen/engine"
	"windscreen/engine/internal/testroot"
	"windscreen/engine/recommendation"
	"windscreen/engine/render"
)

// The rules read facts that do not apply to everyone, and that hide.
const (
	suppliedFacts = `
domain: made
title: Made up
ask: Have you gone through what is made up?
of: child
facts:
  age: {title: Age in years, ask: How old, whole: {min: 0, max: 25, unit: years},
    presumed: {at_most: 17, why: It is about a child, says: "The case gives no age: taken as under 18."}, silence: It is asked}
  danger: {title: Danger now, ask: Danger, type: yes_no, nothing: "no", danger: true, hidden: true}
  belief: {title: Belief, ask: Belief, scale: {low: Low, high: High}, nothing: low, only_if_nothing_found: true}
  hides: {title: Hidden harm, ask: Hidden, type: yes_no, nothing: "no", hidden: true}
  shows: {title: What shows, ask: Shows, type: yes_no, nothing: "no"}
  works: {title: Works, ask: Works, type: yes_no, nothing: "no", applies: made.age >= 16}
  hurt: {title: Hurt at work, ask: Hurt, type: yes_no, nothing: "no", applies: made.works}
  noise: {title: Noise, ask: Noise, scale: {none: None, some: Some, much: Much}, nothing: none}
  answered: {title: Answered, ask: Answered, type: yes_no, silence: It is asked}
  urgent: {title: Urgent, ask: Urgent, type: yes_no, nothing: "no", answers_first: made.answered}
`
	suppliedRules = `
indicators:
  - {id: x1, title: X1, cite: [MU-1], level: 3, domain: care, concept: x1, strength: decides, when: made.hurt}
  - {id: x2, title: X2, cite: [MU-1], level: 2, domain: care, concept: x2, strength: counts, when: made.works}
  - {id: x3, title: X3, cite: [MU-1], level: 2, domain: care, concept: x3, strength: counts, when: made.hides}
  - {id: x4, title: X4, cite: [MU-1], level: 2, domain: care, concept: x4, strength: counts, when: made.noise.atLeast("much")}
  - {id: x5, title: X5, cite: [MU-1], level: 2, domain: care, concept: x5, strength: counts, when: made.shows}
grounds:
  - {id: x6, title: X6, cite: [MU-1], ground: s47, when: 'made.belief.atLeast("high") || made.danger'}
escalations:
  - {id: x7, title: X7, cite: [MU-1], when: made.urgent, immediate: true, action: A, who: W}
cautions:
  - {id: x8, title: X8, cite: [MU-1], when: made.shows && made.age < 18, says: S}
`
)

func suppliedEngine(t *testing.T) *engine.Engine {
	t.Helper()
	e, err := engine.Load(t.Context(), testroot.With(
		txtar.File{Name: "vocabulary/made.yaml", Data: []byte(suppliedFacts)},
		txtar.File{Name: "authorities/made/up/extra.yaml", Data: []byte(suppliedRules)},
	))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// answerOn is the answer on a case in which nothing outside the domain made is open.
func answerOn(t *testing.T, e *engine.Engine, known string) *recommendation.Recommendation {
	return evaluate(t, e, "case.yaml", []byte("policy: made-up\nas_of: 2020-03-02T14:10\n"+
		"home: {abuse: none}\nchild: {status: none}\n"+known))
}

func TestWhatIsAskedWhereMuchIsSupplied(t *testing.T) {
	e := suppliedEngine(t)
	for _, x := range []struct {
		name, known string
		want        []string
	}{
		{"the age stands for what hangs on it",
			"made: {belief: low, shows: false, hides: false, noise: none, urgent: false, answered: true}",
			[]string{"made.danger", "made", "made.age"}},
		{"of a child under 16 neither work nor what hangs on it is asked",
			"made: {age: 15, belief: low, shows: false, hides: false, noise: none, urgent: false, answered: true}",
			[]string{"made.danger"}},
		{"from 16 work stands for what hangs on it",
			"made: {age: 16, belief: low, shows: false, hides: false, noise: none, urgent: false, answered: true}",
			[]string{"made.danger", "made", "made.works"}},
		{"what is said to be unknown is asked, though it cannot apply",
			"made: {age: 15, works: unknown, belief: low, shows: false, hides: false, noise: none, urgent: false}",
			[]string{"made.danger", "made.works", "made"}},
		{"what is partly known comes after what is said to be unknown, and danger after both where nothing may be harm",
			"made: {age: 15, noise: {at_least: some}, shows: unknown, belief: low, urgent: false}",
			[]string{"made.shows", "made.noise", "made.danger", "made", "made.hides"}},
		{"an answer that makes another less urgent puts it last",
			"made: {age: 15, belief: low, shows: false, noise: none, answered: true}",
			[]string{"made.danger", "made", "made.hides", "made.urgent"}},
		{"without it the urgent one stands in its place",
			"made: {age: 15, belief: low, shows: false, noise: none, answered: false}",
			[]string{"made.danger", "made", "made.urgent", "made.hides"}},
		{"danger that all ruled out is still asked", "explored: all\nmade: {age: 15}", []string{"made.danger"}},
		{"danger that was asked by name is not", "explored: [made, made.danger]\nmade: {age: 15}", []string{}},
		{"danger that is denied is not", "explored: all\nmade: {age: 15, danger: false}", []string{}},
		{"after danger, the belief that silence does not settle", "explored: all\nmade: {age: 15, shows: true, noise: unknown}",
			[]string{"made.danger", "made.belief", "made.noise"}},
		{"and its domain is not asked again", "explored: [made]\nmade: {age: 15, shows: true}", []string{"made.belief", "made.danger"}},
		{"a domain is asked while silence about it would settle something",
			"made: {age: 15, hides: false, shows: true, noise: none, urgent: false}", []string{"made.danger", "made.belief"}},
	} {
		t.Run(x.name, func(t *testing.T) {
			if diff := cmp.Diff(x.want, append([]string{}, asked(answerOn(t, e, x.known))...)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestAGateCarriesWhatHangsOnIt(t *testing.T) {
	r := answerOn(t, suppliedEngine(t), "made: {belief: low, shows: false, hides: false, noise: none, urgent: false, answered: true}")
	i := slices.IndexFunc(r.Questions, func(q recommendation.Question) bool { return q.Fact == "made.age" })
	var rules []string
	for _, c := range r.Questions[i].Could {
		rules = append(rules, c.Rule)
	}
	if want := []string{"level-2", "x1", "x2"}; !cmp.Equal(want, rules) {
		t.Errorf("could be %v, not %v", rules, want)
	}
}

func TestWhatAnAnswerSaysOfWhatWasSupplied(t *testing.T) {
	e := suppliedEngine(t)
	const (
		age    = "The case gives no age: taken as under 18. It is about a child."
		absent = "Nobody spoke of these, so they are taken as absent: danger now; hidden harm. Ask about each by name."
	)
	for _, x := range []struct {
		name, known  string
		says, silent []string
		absent       []string
	}{
		{"no age, and a rule that hangs on it", "made: {shows: true}", []string{age}, []string{"Nobody spoke"}, nil},
		{"no age, and no rule that hangs on it", "made: {shows: false}", nil, []string{age}, nil},
		{"an age", "made: {age: 6}", nil, []string{age}, nil},
		{"an age that may be an adult's is said as stated and as taken", "made: {age: {at_least: 16, at_most: 21}, shows: true}",
			[]string{"Age in years: the case says from 16 to 21 years, and from 16 to 17 years is taken. It is about a child."},
			[]string{age}, nil},
		{"a range of a child's ages is taken as stated", "made: {age: {at_least: 3, at_most: 5}, shows: true}", nil,
			[]string{age, "is taken"}, nil},
		{"evidence within the stated range does not go against it",
			"made: {age: {at_least: 16, at_most: 21}, shows: true}\n" +
				"evidence: {made.age: [{value: 21, source: council, standing: disputed}]}",
			[]string{"the case says from 16 to 21 years"}, []string{"goes against"}, nil},
		{"everything gone through", "explored: all", []string{absent}, nil, []string{"made.danger", "made.hides"}},
		{"a domain gone through", "explored: [made]", []string{"taken as absent: hidden harm. Ask about"}, nil, []string{"made.hides"}},
		{"a harm asked by name", "explored: [made, made.hides]", nil, []string{"Nobody spoke"}, nil},
		{"a harm denied", "explored: [made]\nmade: {hides: false}", nil, []string{"Nobody spoke"}, nil},
	} {
		t.Run(x.name, func(t *testing.T) {
			r := answerOn(t, e, x.known)
			var out bytes.Buffer
			if err := render.Recommendation(&out, render.Text, r, render.Options{Width: 1000, Full: true}); err != nil {
				t.Fatal(err)
			}
			for _, s := range x.says {
				if !strings.Contains(out.String(), s) {
					t.Errorf("%q is not said:\n%s", s, out.String())
				}
			}
			for _, s := range x.silent {
				if strings.Contains(out.String(), s) {
					t.Errorf("%q is said:\n%s", s, out.String())
				}
			}
			if diff := cmp.Diff(append([]string{}, x.absent...), r.TakenAsAbsent); diff != "" {
				t.Errorf("absent (-want +got):\n%s", diff)
			}
		})
	}
}
