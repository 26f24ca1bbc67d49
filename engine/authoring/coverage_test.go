package authoring_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"windscreen/engine/authoring"
	"windscreen/engine/coverage"
	"windscreen/engine/internal/testroot"
	"windscreen/engine/render"
	"windscreen/engine/term"
)

// coveredRoot is the sound base root with what coverage has to tell apart: clauses
// with a mark and with neither, a rule that is proved never to be unknown, one that
// says it always holds, and one that is not in force before 2021.
func coveredRoot(t *testing.T) *authoring.Root {
	t.Helper()
	e, err := authoring.Open(testroot.With(txtar.File{Name: "shared/law/clauses.yaml", Data: []byte(`
document: The law
clauses:
  - {id: LAW-47, section: section 47, says: Enquiries are made}
  - {id: LAW-20, section: section 20, says: Accommodation is provided}
`)}, txtar.File{Name: "authorities/made/up/extra.yaml", Data: []byte(`
cautions:
  - {id: seen, cite: [LAW-20], says: Seen, when: '!open(home.child_present) && home.child_present'}
  - {id: every, cite: [MU-1], says: Always, when: true}
  - {id: later, cite: [MU-1], says: Later, when: home.child_present, in_force: {from: 2021-01-01}}
`)}, txtar.File{Name: "authorities/made/up/clauses.yaml", Data: []byte(`
document: A made-up document
clauses:
  - {id: MU-1, section: "1", says: Level 2 is some need}
  - {id: MU-2, section: "2", says: Level 3 is more}
  - {id: MU-3, section: "3", says: A foreword, no_rule: {kind: publication, why: It says whom it is for}}
  - {id: MU-4, section: "4", says: Forgotten}
`)}, txtar.File{Name: "authorities/made/up/policy.yaml", Data: []byte(`
title: A made-up document
publisher: Nobody
edition: First
builds_on: [law]
files: [clauses.yaml, rules.yaml, extra.yaml]
domains: {care: Care, safety: Safety}
contacts:
  hub: {name: The hub, phone: 0000 000000, as_printed: "2020", cite: [MU-1]}
parameters:
  two: {value: 2, why: Not said, cite: [MU-2]}
clock:
  count_start_day: {value: false, why: Not said, cite: [MU-2]}
  cut_off: {value: none, why: Not said}
  day_ends: {value: "17:00", why: Not said}
`)}), "")
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// threeCases are one scenario in which the abuse is known, one in which it is not,
// and one of a later year.
var threeCases = authoring.ScenarioFile{Name: "three.yaml", Data: []byte(`
policy: made-up
scenarios:
  - name: Known
    case: {as_of: 2020-03-02T14:10, home: {abuse: serious, child_present: yes}, child: {status: none}}
    expect: {rules: {hold: [abuse]}}
  - name: Not known
    case: {as_of: 2020-03-02T14:10}
    expect: {rules: {open: [abuse]}}
  - name: A later year
    case: {as_of: 2021-03-02T14:10, home: {abuse: none, child_present: yes}}
    expect: {rules: {not: [abuse]}}
`)}

func coverageOf(t *testing.T, e *authoring.Root, files ...authoring.ScenarioFile) coverage.Policy {
	t.Helper()
	ran, report, err := e.Cover(t.Context(), files)
	if err != nil {
		t.Fatal(err)
	}
	if !ran.OK() {
		var b bytes.Buffer
		_ = render.Scenarios(&b, render.Text, ran, render.Options{})
		t.Fatal(b.String())
	}
	if len(report.Policies) != 1 {
		t.Fatalf("%d policies", len(report.Policies))
	}
	return report.Policies[0]
}

func TestEachClauseIsCitedMarkedOrAGap(t *testing.T) {
	var got []string
	for _, c := range coverageOf(t, coveredRoot(t), threeCases).Clauses {
		says := []string{c.ID + " of " + c.Policy + ":"}
		for _, by := range c.CitedBy {
			says = append(says, by.Policy+"/"+string(by.Kind)+"/"+by.ID)
		}
		if c.NoRule != nil {
			says = append(says, "("+string(c.NoRule.Kind)+": "+c.NoRule.Why+")")
		}
		got = append(got, strings.Join(says, " "))
	}
	want := []string{
		"MU-1 of made-up: made-up/rule/abuse made-up/rule/agreement made-up/rule/every made-up/rule/inform made-up/rule/later" +
			" made-up/rule/level-1 made-up/rule/level-2 made-up/rule/sharing made-up/contact/hub",
		"MU-2 of made-up: made-up/rule/level-3 made-up/parameter/two made-up/clock/count_start_day",
		"MU-3 of made-up: (publication: It says whom it is for)",
		"MU-4 of made-up:",
		"LAW-47 of law: law/rule/law.protection",
		"LAW-20 of law: made-up/rule/seen",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestEachRuleIsCountedByWhatItCameOutAs(t *testing.T) {
	p := coverageOf(t, coveredRoot(t), threeCases)
	all, twoValued := term.TableOf[term.Truth]().Values(), []term.Truth{term.True, term.False}
	for id, want := range map[string]coverage.Rule{
		"abuse":   {Seen: coverage.Seen{True: 1, False: 1, Unknown: 1}, MustBeSeen: all},
		"level-2": {Seen: coverage.Seen{True: 1, False: 1, Unknown: 1}, MustBeSeen: all},
		// A shared rule has to be seen like any other.
		"law.protection": {Seen: coverage.Seen{False: 1, Unknown: 2}, MustBeSeen: all, NeverSeen: []term.Truth{term.True}},
		"seen":           {Seen: coverage.Seen{True: 2, False: 1}, MustBeSeen: twoValued},
		"every":          {Seen: coverage.Seen{True: 3}},
		"level-1":        {Seen: coverage.Seen{True: 3}},
		// Two of the cases are of a day before it.
		"later": {Seen: coverage.Seen{True: 1}, MustBeSeen: all, NeverSeen: []term.Truth{term.False, term.Unknown}},
	} {
		found := false
		for _, r := range p.Rules {
			if r.ID != id {
				continue
			}
			found = true
			if r.Seen != want.Seen || list(r.MustBeSeen) != list(want.MustBeSeen) || list(r.NeverSeen) != list(want.NeverSeen) {
				t.Errorf("%s: seen %+v, must be seen %v, never seen %v; want %+v", id, r.Seen, r.MustBeSeen, r.NeverSeen, want)
			}
		}
		if !found {
			t.Errorf("there is no rule %s", id)
		}
	}
}

// list makes no list and an empty one alike.
func list(truths []term.Truth) string {
	var words []string
	for _, t := range truths {
		words = append(words, string(t))
	}
	return strings.Join(words, " ")
}

func TestTotalsAreTheSumsOfWhatIsListed(t *testing.T) {
	got := coverageOf(t, coveredRoot(t), threeCases).Totals
	want := coverage.Totals{Clauses: 6, Cited: 4, Marked: 1, MarkedAs: map[term.NoRule]int{term.NoRulePublication: 1}, Neither: 1,
		Rules: 11, Seen: coverage.Seen{True: 9, False: 5, Unknown: 4}, SeenAll: 2, AlwaysHold: 5, NeverUnknown: 1,
		// MU-4; that the law's rule was never seen true, level 3 never true, and the later
		// rule never false nor unknown. The law's rule is shared.
		Gaps: 5, OwnGaps: 4}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestNothingIsSaidOfCoverageWhereAScenarioFailed(t *testing.T) {
	e := coveredRoot(t)
	failing := authoring.ScenarioFile{Name: "failing.yaml",
		Data: bytes.ReplaceAll(threeCases.Data, []byte("hold: [abuse]"), []byte("not: [abuse]"))}
	faulty := authoring.ScenarioFile{Name: "faulty.yaml", Data: []byte("policy: made-up\n")}
	for name, files := range map[string][]authoring.ScenarioFile{
		"nothing ran":        nil,
		"a scenario failed":  {threeCases, failing},
		"a file is at fault": {threeCases, faulty},
	} {
		if ran, report, err := e.Cover(t.Context(), files); err != nil || ran == nil || report != nil {
			t.Errorf("%s: %v, %v, %v", name, ran, report, err)
		}
	}
}

// TestCoverageOfTheShippedRulesAddsUp holds the counts of every rule against the
// cases that were run: a rule without days of its own says something in each.
func TestCoverageOfTheShippedRulesAddsUp(t *testing.T) {
	e := shippedRoot(t)
	file := authoring.ScenarioFile{Name: "one.yaml", Data: []byte(`
policy: bexley-2020
scenarios:
  - name: Each
    case: {as_of: 2020-03-02T14:10}
    matrix: {child.age: [1, 16, unknown], harm.immediate_danger: [yes, no, unknown]}
    expect: {grounds: {possible: [s20]}}
`)}
	ran, report, err := e.Cover(t.Context(), []authoring.ScenarioFile{file})
	if err != nil || report == nil {
		t.Fatalf("%v, %+v", err, ran)
	}
	for _, p := range report.Policies {
		everyday := 0
		for _, r := range p.Rules {
			if n := r.Seen.True + r.Seen.False + r.Seen.Unknown; n == p.Cases {
				everyday++
			} else if n != 0 {
				t.Errorf("%s of %s was seen in %d of %d cases of one day", r.ID, p.ID, n, p.Cases)
			}
		}
		if p.ID == "bexley-2020" && (p.Cases != 9 || everyday == 0) {
			t.Errorf("%d cases, %d rules seen in each", p.Cases, everyday)
		}
	}
}
