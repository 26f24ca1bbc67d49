package prove_test

import (
	"encoding/json"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/reference"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/prove"
	"windscreen/engine/internal/sat"
	"windscreen/engine/internal/shippedroot"
	"windscreen/rules"
)

func TestEveryPolicyKeepsTheInvariants(t *testing.T) {
	root := shippedroot.Rules(t)
	for _, p := range root.Policies {
		t.Run(p.ID, func(t *testing.T) {
			t.Parallel()
			for _, r := range proved(t, p) {
				if r.Answer != sat.Unsatisfiable {
					t.Errorf("%s is %v: %s %s", r.ID, r.Answer, r.Found.Why, text(t, r))
				}
			}
		})
	}
}

// edit is a change of a rule: in the rule with an id, a text takes the place of another.
type edit struct{ file, rule, old, now string }

const (
	grounds, consent = "shared/england/grounds.yaml", "shared/england/consent.yaml"
	levels           = "authorities/essex/2017/levels.yaml"
)

// nobodyAt17 takes the levels above the lowest from those of 17.
var nobodyAt17 = []edit{
	{levels, "level.specialist", "child.age < 18", "child.age < 17"},
	{levels, "level.intensive", "child.age < 18", "child.age < 17"},
	{levels, "level.additional", "child.age < 18", "child.age < 17"},
}

// planted are changes of rules, by the invariant that they refute.
var planted = map[string][]edit{
	"section-47-needs-no-agreement":             {{consent, "england.consent.section-47", "not_required", "required"}},
	"section-47-shares-without-agreement":       {{consent, "england.consent.share-section-47", "in_proportion", "with_agreement"}},
	"section-47-is-the-highest-level":           {{levels, "level.specialist", "ground.s47 || ", ""}},
	"impairment-is-not-the-lowest-level":        nobodyAt17,
	"accommodation-is-not-the-lowest-level":     nobodyAt17,
	"adults-are-not-children-in-need":           {{grounds, "england.s17-disability", "child.age < 18 && ", ""}},
	"danger-is-section-47":                      {{grounds, "england.s47-danger", "harm.immediate_danger || ", ""}},
	"nobody-is-asked-who-cannot-be":             {{consent, "england.consent.nobody-to-ask", "not_applicable", "required"}},
	"advice-comes-before-telling":               {{consent, "england.consent.tell-risk", "not_before_advice", "expected"}},
	"protection-plan-is-no-matter-of-agreement": {{consent, "england.consent.protection-plan", "not_applicable", "required"}},
	"suspected-harm-is-not-low":                 nobodyAt17,
	"danger-is-shared":                          {{consent, "england.consent.share-danger", "in_proportion", "with_agreement"}},
	"private-fostering-is-shared":               {{consent, "england.consent.notify-private-fostering", "in_proportion", "with_agreement"}},
	"forced-marriage-family-is-not-told":        {{consent, "england.consent.forced-marriage", "not_before_advice", "expected"}},
	"danger-is-acted-on-at-once": {{"shared/england/escalations.yaml", "england.emergency-services", "harm.immediate_danger",
		"harm.immediate_danger && child.age < 18"}},
}

// TestAChangedRuleRefutesEachInvariant changes one rule for each invariant of England, and expects a case that
// breaks it, as small as can be.
func TestAChangedRuleRefutesEachInvariant(t *testing.T) {
	for invariant, edits := range planted {
		t.Run(invariant, func(t *testing.T) {
			t.Parallel()
			p := essex(t, changed(t, edits))
			only(t, p, "england."+invariant)
			r := proved(t, p)[0]
			if r.Answer != sat.Satisfiable {
				t.Fatalf("it is %v, although the rule was changed: %s", r.Answer, r.Found.Why)
			}
			if !r.Smallest {
				t.Error("that the case is the smallest was not shown")
			}
			if prove.Holds(p, r.Invariant, r.Case, r.Outcome) != logic.False {
				t.Error("the case does not break it")
			}
			t.Logf("%s, by %v", text(t, r), ids(r.Rules))
		})
	}
}

func TestEveryInvariantOfEnglandHasAPlantedChange(t *testing.T) {
	p := essex(t, rules.FS)
	if len(p.Invariants) < 12 {
		t.Errorf("there are only %d invariants", len(p.Invariants))
	}
	for _, x := range p.Invariants {
		if id, ok := strings.CutPrefix(x.ID, "england."); ok && planted[id] == nil {
			t.Errorf("no change of a rule refutes %s", x.ID)
		}
	}
}

// changed are the rules with some edits.
func changed(t *testing.T, edits []edit) fs.FS {
	t.Helper()
	root := fstest.MapFS{}
	err := fs.WalkDir(rules.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(rules.FS, name)
		root[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range edits {
		id := "- id: " + e.rule + "\n"
		before, after, ok := strings.Cut(string(root[e.file].Data), id)
		if !ok || !strings.Contains(after, e.old) {
			t.Fatalf("%s has no %s in %s", e.rule, e.old, e.file)
		}
		root[e.file].Data = []byte(before + id + strings.Replace(after, e.old, e.now, 1))
	}
	return root
}

// essex is one policy of a root.
func essex(t *testing.T, root fs.FS) *policy.Policy {
	t.Helper()
	c, list := catalogue.Open(root, catalogue.Options{Compile: func(*policy.Policy) (evaluate.Evaluator, error) { return nil, nil }})
	if c == nil || list.HasErrors() {
		t.Fatalf("the rules do not open:\n%s", list)
	}
	p, err := c.Policy("essex-2017")
	if err != nil {
		t.Fatal(err)
	}
	return p.Policy
}

// only leaves a policy with one invariant.
func only(t *testing.T, p *policy.Policy, id string) {
	t.Helper()
	for _, x := range p.Invariants {
		if x.ID == id {
			p.Invariants = []*policy.Invariant{x}
			return
		}
	}
	t.Fatalf("there is no invariant %s", id)
}

func proved(t *testing.T, p *policy.Policy) []prove.Result {
	t.Helper()
	by, err := reference.New(p)
	if err != nil {
		t.Fatal(err)
	}
	results, err := prove.Policy(t.Context(), p, by)
	if err != nil {
		t.Fatal(err)
	}
	return results
}

// text is the case that breaks an invariant, if there is one.
func text(t *testing.T, r prove.Result) string {
	t.Helper()
	data, err := json.Marshal(r.Found.File)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func ids(list []*policy.Rule) []string {
	var out []string
	for _, r := range list {
		out = append(out, r.ID)
	}
	return out
}
