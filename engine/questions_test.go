package engine_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"windscreen/engine"
	"windscreen/engine/internal/testroot"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// asked lists what is asked, facts by path and domains by name.
func asked(r *recommendation.Recommendation) []string {
	var out []string
	for _, q := range r.Questions {
		if q.Kind == term.AskDomain {
			out = append(out, q.Domain)
		} else {
			out = append(out, q.Fact)
		}
	}
	return out
}

func TestWhatIsAskedBeforeWholeDomains(t *testing.T) {
	e := shipped(t)
	for _, x := range []struct {
		name, known string
		want        []string
		among       int
	}{
		{"nothing but danger of a thin case", "", []string{"harm.immediate_danger"}, 1},
		{"after danger, what the case says is unknown", "harm: {sexual_abuse: unknown}\nhome: {domestic_abuse: unknown}\n",
			[]string{"harm.immediate_danger", "harm.sexual_abuse", "home.domestic_abuse"}, 3},
		{"what advice on telling the family waits on, as if it stood seventh with the gravest concern",
			"care: {physical_chastisement: with_mark}\n", []string{"harm.immediate_danger", "consent.seeking_raises_risk"}, 8},
		{"what is known in part, where worse would raise the level",
			"child: {age: 6}\ncare: {neglect: {at_least: low}}\nadults: {substance_use: affects}\n",
			[]string{"care.neglect"}, 9},
		{"said to be unknown, and advice waits on it: not before what else is said to be unknown",
			"care: {physical_chastisement: with_mark}\nharm: {sexual_abuse: unknown, fgm: unknown}\n" +
				"consent: {seeking_raises_risk: unknown}\n",
			[]string{"harm.immediate_danger", "consent.seeking_raises_risk"}, 10},
	} {
		t.Run(x.name, func(t *testing.T) {
			r := evaluate(t, e, "case.yaml", []byte("policy: bexley-2020\nas_of: 2020-03-02T14:10\n"+x.known))
			first := asked(r)
			domain := slices.IndexFunc(r.Questions, func(q recommendation.Question) bool { return q.Kind == term.AskDomain })
			for _, path := range x.want {
				if at := slices.Index(first, path); at < 0 || at >= x.among || at > domain {
					t.Errorf("%s is asked at %d, the first domain at %d: %v", path, at, domain, first[:6])
				}
			}
		})
	}
}

// TestWhatIsAskedOfAnyConcern comes after what the concern itself leads to, and not while nobody knows what the matter is.
func TestWhatIsAskedOfAnyConcern(t *testing.T) {
	e := shipped(t)
	ask := func(known string) []recommendation.Question {
		return evaluate(t, e, "case.yaml", []byte("policy: essex-2017\nas_of: 2018-01-17T14:10\nchild: {age: 9}\n"+known)).Questions
	}
	const general = "The child knows best what it is like, and what would help."
	at := func(list []recommendation.Question, is func(q recommendation.Question) bool) int {
		return slices.IndexFunc(list, is)
	}
	isGeneral := func(q recommendation.Question) bool { return q.Why == general }
	list := ask("learning: {attendance: irregular}\n")
	own := at(list, func(q recommendation.Question) bool { return q.Fact == "learning.attendance_cause" })
	domain := at(list, func(q recommendation.Question) bool { return q.Kind == term.AskDomain })
	if n := at(list, isGeneral); own < 0 || n < own || n > domain {
		t.Errorf("the child's wishes are asked at %d, what lies behind the absence at %d, the first domain at %d", n, own, domain)
	}
	for _, known := range []string{"", "referral: {source: police}\n", "home: {people: [mother]}\n"} {
		if n := at(ask(known), isGeneral); n >= 0 {
			t.Errorf("%q states no concern, and the child's wishes are asked at %d because of one", known, n)
		}
	}
}

// withAge adds an age to a case that says nothing of the child.
func withAge(known string) string {
	if strings.Contains(known, "child: {") {
		return known
	}
	return "child: {age: 9}\n" + known
}

// TestHowFarAConcernGoesIsAskedInWordsOfItsOwn where a case leaves that open, and not where it is settled.
func TestHowFarAConcernGoesIsAskedInWordsOfItsOwn(t *testing.T) {
	e := shipped(t)
	for _, x := range []struct{ known, fact, want string }{
		{"home: {domestic_abuse: {at_least: present}}\n", "home.domestic_abuse", "Abuse at home: how often, any injury or threat?"},
		{"home: {domestic_abuse: {alleged: serious}}\n", "home.domestic_abuse", "Abuse at home: how often, any injury or threat?"},
		{"child: {age: 9, caring_role: {at_least: some}}\n", "child.caring_role", "What does the child do for them? At what cost?"},
		{"home: {domestic_abuse: chronic}\nexplored: [home]\n", "home.domestic_abuse", ""},
		{"home: {people: [mother]}\n", "home.domestic_abuse",
			"What is known about domestic abuse – between adults of the family, also after they have parted, or by a young person's own " +
				"partner?"},
	} {
		r := evaluate(t, e, "case.yaml", []byte("policy: essex-2017\nas_of: 2018-01-17T14:10\n"+x.known))
		got := ""
		for _, q := range r.Questions {
			if q.Fact == x.fact {
				got = q.Ask
			}
		}
		if got != x.want {
			t.Errorf("%q asks %q, want %q", x.known, got, x.want)
		}
	}
}

// TestWhatIsNotAskedOfThisChild: a concern leads to a question only where the question fits the child.
func TestWhatIsNotAskedOfThisChild(t *testing.T) {
	const quiet, died = "wellbeing: {mental_health: changed}\n", "wellbeing: {mental_health: changed, concerns: [bereaved]}\n"
	e := shipped(t)
	for _, x := range []struct {
		name, known string
		early       bool
	}{
		{"a child of nine who went quiet is asked about wishing to be dead", "child: {age: 9}\n" + quiet, true},
		{"one who may be nine as well", "child: {age: {at_least: 6, at_most: 9}}\n" + quiet, true},
		{"one of six is not", "child: {age: 6}\n" + quiet, false},
		{"unless somebody died", "child: {age: 6}\n" + died, true},
	} {
		t.Run(x.name, func(t *testing.T) {
			first := asked(evaluate(t, e, "case.yaml", []byte("policy: essex-2017\nas_of: 2018-01-17T14:10\n"+x.known)))[:10]
			if early := slices.Contains(first, "wellbeing.suicide"); early != x.early {
				t.Errorf("among the first questions: %t, want %t: %v", early, x.early, first)
			}
		})
	}
}

// TestDangerIsAskedAboutFirst in general, or in the words of a concern.
func TestDangerIsAskedAboutFirst(t *testing.T) {
	const general = "harm.immediate_danger"
	e := shipped(t)
	for _, x := range []struct {
		name, known string
		first       string
		general     int
	}{
		{"of a case of which nothing is known", "", general, 0},
		{"of something that may be harm and leads to no question about safety",
			"harm: {emotional_abuse: suspected}\n", general, 0},
		{"in general where a neighbour rings", "referral: {source: acquaintance}\ncare: {left_alone: long}\n", general, 0},
		{"in general where the case says that it is not known",
			"harm: {immediate_danger: unknown, child_discloses: true}\n", general, 0},
		{"in the words of what the child said", "harm: {child_discloses: true}\n", "care.tonight", 5},
		{"in the words of what a carer cannot do", "care: {carer_prevented: true}\n", "care.now_with", 5},
		{"in the words of self-harm", "wellbeing: {self_harm: present}\n", "wellbeing.suicide", 5},
		{"right after the first five where nothing may be harm", "learning: {achievement: under}\n", "", 5},
		{"right after the first five where what may hide harm makes only a light sign", "child: {age: 9, caring_role: some}\n", "", 5},
		{"in general where what may hide harm makes a grave one", "child: {age: 9, caring_role: development_compromised}\n", general, 0},
		{"first where only silence about everything rules it out",
			"explored: all\nlearning: {achievement: under}\nharm: {significant_harm: unlikely}\n", general, 0},
	} {
		t.Run(x.name, func(t *testing.T) {
			r := evaluate(t, e, "case.yaml", []byte("policy: bexley-2020\nas_of: 2020-03-02T14:10\n"+withAge(x.known)))
			var facts []string
			for _, q := range r.Questions {
				if q.Kind == term.AskFact {
					facts = append(facts, q.Fact)
				}
			}
			if x.first != "" && facts[0] != x.first {
				t.Errorf("%s is asked first, not %s", facts[0], x.first)
			}
			if at := slices.Index(facts, general); at < 0 || at > x.general {
				t.Errorf("the general question comes at %d, not %d: %v", at, x.general, facts[:min(7, len(facts))])
			}
		})
	}
}

func TestNoTwoOfTheFirstQuestionsAskTheSame(t *testing.T) {
	e := shipped(t)
	r := evaluate(t, e, "case.yaml", []byte("policy: bexley-2020\nas_of: 2020-03-02T14:10\nchild: {age: 9}\n"+
		"harm: {child_hints: true, sexual_abuse: concern, injuries: [bruise], by: [parent]}\n"))
	first := asked(r)[:5]
	for _, same := range [][]string{
		{"care.now_with", "care.tonight", "care.safe_place", "behaviour.missing_now"},
		{"harm.child_discloses", "harm.own_words"},
		{"harm.physical_injury", "harm.account"},
	} {
		n := 0
		for _, f := range first {
			if slices.Contains(same, f) {
				n++
			}
		}
		if n > 1 {
			t.Errorf("several of %v are among the first: %v", same, first)
		}
	}
	if slices.Contains(first, "harm.child_discloses") {
		t.Errorf("it is asked whether the child spoke, and not what was said: %v", first)
	}
}

// The rules make two domains alike, so that only what is known tells them apart.
const (
	alikeA = `
domain: aa
title: A
ask: Have you gone through A?
of: child
facts:
  one: {title: One, ask: One, type: yes_no, silence: It is asked}
  two: {title: Two, ask: Two, type: yes_no, silence: It is asked}
  late: {title: Late, ask: Late, type: yes_no, silence: It is asked}
`
	alikeZ = `
domain: zz
title: Z
ask: Have you gone through Z?
of: child
facts:
  one: {title: One, ask: One, type: yes_no, silence: It is asked}
  two: {title: Two, ask: Two, type: yes_no, silence: It is asked}
`
	alikeRules = `
indicators:
  - {id: a1, title: A1, cite: [MU-1], level: 2, domain: care, concept: a1, strength: counts, when: aa.one}
  - {id: a2, title: A2, cite: [MU-1], level: 2, domain: care, concept: a2, strength: counts, when: aa.two}
  - {id: z1, title: Z1, cite: [MU-1], level: 2, domain: care, concept: z1, strength: counts, when: zz.one}
  - {id: z2, title: Z2, cite: [MU-1], level: 2, domain: care, concept: z2, strength: counts, when: zz.two}
escalations:
  - {id: e, title: E, cite: [MU-1], when: aa.late, immediate: true, action: A, who: W}
`
)

func TestSingleFactsThatAloneCanTellMostComeFirstAndThenThoseBesideAStatedConcern(t *testing.T) {
	e, err := engine.Load(t.Context(), testroot.With(
		txtar.File{Name: "vocabulary/aa.yaml", Data: []byte(alikeA)},
		txtar.File{Name: "vocabulary/zz.yaml", Data: []byte(alikeZ)},
		txtar.File{Name: "authorities/made/up/extra.yaml", Data: []byte(alikeRules)},
	))
	if err != nil {
		t.Fatal(err)
	}
	const head = "policy: made-up\nas_of: 2020-03-02T14:10\nhome: {abuse: none}\n"
	for _, x := range []struct {
		name, known string
		want        []string
	}{
		// One sign more is the highest level, and so is the ground behind child.status.
		{"beside a concern in Z", "zz: {one: true}\n", []string{"child.status", "zz.two", "aa.one", "aa.two", "aa.late"}},
		{"beside a concern in A", "aa: {one: true}\n", []string{"child.status", "aa.two", "zz.one", "zz.two", "aa.late"}},
		// One sign is not the highest level, so what calls for action comes before it.
		{"without any concern", "", []string{"child.status", "aa.late", "aa.one", "aa.two", "zz.one", "zz.two"}},
	} {
		t.Run(x.name, func(t *testing.T) {
			if diff := cmp.Diff(x.want, asked(evaluate(t, e, "case.yaml", []byte(head+x.known)))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
