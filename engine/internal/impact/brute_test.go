package impact_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"windscreen/engine/facts"
	shown "windscreen/engine/impact"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/impact"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/testroot"
)

// vocabulary is a tiny one, of which every case can be tried.
const vocabulary = `-- vocabulary/home.yaml --
domain: home
title: Home life
ask: Have you gone through home life?
of: home
facts:
  abuse:
    title: Abuse between adults
    ask: What is known about abuse between adults?
    who: [police]
    scale: {none: No sign of it, past: Ended, present: Happening, serious: Causing injury or fear}
    nothing: none
  child_present: {title: The child was there, ask: Was the child there, type: yes_no, nothing: "no"}
-- vocabulary/child.yaml --
domain: child
title: The child
ask: Have you gone through the child's own circumstances?
of: child
facts:
  status: {title: Legal position, ask: What is the legal position, choice: {none: None in particular, looked_after: Looked after, police_protection: In police protection}, silence: It is asked}
  agencies: {title: Agencies, ask: Who is involved, choices: {school: School, police: Police}, silence: It is asked}
`

// condition draws a condition over facts.
func condition(t *rapid.T, name string) string {
	atoms := []string{`home.abuse.atLeast("present")`, `home.abuse.atLeast("serious")`, `home.abuse.atMost("past")`, "home.child_present",
		`child.status == "looked_after"`, `child.status in ["none", "police_protection"]`, `"school" in child.agencies`}
	a, b := rapid.SampledFrom(atoms).Draw(t, name), rapid.SampledFrom(atoms).Draw(t, name)
	return rapid.SampledFrom([]string{a, "!(" + a + ")", a + " && " + b, a + " || " + b, a + " && !(" + b + ")"}).Draw(t, name)
}

// later draws a condition that may read findings and what is open.
func later(t *rapid.T, name string) string {
	atoms := []string{"level >= 2", "level >= 3", "ground.s47", "tally(2) >= 1", "open(home.abuse)", "certain(ground.s47)", "true"}
	return rapid.SampledFrom(atoms).Draw(t, name) + rapid.SampledFrom([]string{" && ", " || "}).Draw(t, name) + "(" + condition(t, name) + ")"
}

// ruleFile draws the rules of a policy. A rule that is dropped is missing.
func ruleFile(t *rapid.T) string {
	var b strings.Builder
	fmt.Fprintf(&b, "parameters:\n  quorum: {value: %d, why: The document does not say}\n", rapid.IntRange(1, 2).Draw(t, "quorum"))
	b.WriteString("indicators:\n")
	for _, id := range []string{"one", "two"} {
		fmt.Fprintf(&b, "  - {id: %s, title: Sign %s, cite: [MU-1], level: %d, domain: safety, concept: %s, strength: %s, when: '%s'}\n", id, id,
			rapid.IntRange(2, 3).Draw(t, "level"), id, rapid.SampledFrom([]string{"counts", "decides", "modifies"}).Draw(t, "strength"),
			condition(t, id))
	}
	fmt.Fprintf(&b, "grounds:\n  - {id: own, title: Own way, cite: [MU-2], ground: s47, when: '%s'}\n", condition(t, "ground"))
	b.WriteString(`levels:
  - {id: level-1, level: 1, name: Some, cite: [MU-1]}
  - {id: level-2, level: 2, name: More, cite: [MU-1], when: tally(2) >= 1}
  - {id: level-3, level: 3, name: Most, cite: [MU-2], when: tally(2) > quorum || decisive(3) || ground.s47}
consent:
  agreement:
`)
	fmt.Fprintf(&b, "    - {id: first, value: %s, says: First, cite: [MU-1], when: '%s'}\n",
		rapid.SampledFrom([]string{"required", "not_applicable"}).Draw(t, "value"), later(t, "line"))
	b.WriteString(`    - {id: agreement, value: required, says: Ask first, cite: [MU-1]}
  inform:
    - {id: inform, value: expected, says: Tell them, cite: [MU-1]}
  sharing:
    - {id: sharing, value: with_agreement, says: With agreement, cite: [MU-1]}
escalations:
`)
	fmt.Fprintf(&b, "  - {id: act, title: %s, action: Act, who: Whoever, cite: [MU-1], when: '%s'}\n",
		rapid.SampledFrom([]string{"Act", "Act now"}).Draw(t, "title"), later(t, "act"))
	if rapid.Bool().Draw(t, "there") {
		fmt.Fprintf(&b, "cautions:\n  - {id: care, title: Care, says: Take care, cite: [MU-1], when: '%s'}\n", later(t, "care"))
	}
	return b.String()
}

// policyOf is the policy of a rule root.
func policyOf(t interface {
	Helper()
	Fatalf(string, ...any)
}, root fs.FS) *policy.Policy {
	t.Helper()
	w, list := catalogue.Link(root)
	if w == nil {
		t.Fatalf("the rules do not load:\n%s", list)
	}
	return w.Policies[0]
}

// everyCase is every case of the tiny vocabulary that a file can write, each as what it states.
func everyCase() []facts.Stated {
	rungs := []string{"none", "past", "present", "serious"}
	abuse := []any{nil}
	for i := range rungs {
		abuse = append(abuse, rungs[i])
		for j := i + 1; j < len(rungs); j++ {
			partly := map[string]any{}
			if i > 0 {
				partly["at_least"] = rungs[i]
			}
			if j < len(rungs)-1 {
				partly["at_most"] = rungs[j]
			}
			if len(partly) > 0 {
				abuse = append(abuse, partly)
			}
		}
	}
	var agencies []any
	agencies = append(agencies, nil)
	for _, only := range [][]string{{}, {"school"}, {"police"}, {"school", "police"}} {
		agencies = append(agencies, map[string]any{"only": only})
	}
	for _, word := range []string{"school", "police"} {
		agencies = append(agencies, map[string]any{"includes": []string{word}}, map[string]any{"excludes": []string{word}})
	}
	var list []facts.Stated
	for _, a := range abuse {
		for _, present := range []any{nil, true, false} {
			for _, status := range []any{nil, "none", "looked_after", "police_protection"} {
				for _, agency := range agencies {
					s := facts.Stated{}
					for _, x := range []struct {
						domain, name string
						value        any
					}{{"home", "abuse", a}, {"home", "child_present", present}, {"child", "status", status}, {"child", "agencies", agency}} {
						if x.value != nil {
							s.State(x.domain, x.name, x.value)
						}
					}
					list = append(list, s)
				}
			}
		}
	}
	return list
}

// stated is how many facts are stated.
func stated(s facts.Stated) int {
	n := 0
	for _, domain := range s {
		n += len(domain)
	}
	return n
}

// TestWhatDiffersIsWhatTryingEveryCaseShows draws two versions of a small policy. What differs, and how little a case can
// state that shows it, has to be what comes of trying every case there is.
func TestWhatDiffersIsWhatTryingEveryCaseShows(t *testing.T) {
	all := everyCase()
	rapid.Check(t, func(t *rapid.T) {
		var pair [2]*policy.Policy
		for i := range pair {
			files := append(txtar.Parse([]byte(vocabulary)).Files, txtar.File{Name: testroot.Policy + "rules.yaml", Data: []byte(ruleFile(t))})
			root := testroot.With(files...)
			head := root[testroot.Policy+"policy.yaml"]
			head.Data = []byte(strings.Replace(string(head.Data), "rules.yaml, rules.yaml]", "rules.yaml]", 1))
			pair[i] = policyOf(t, root)
		}
		r, err := impact.Compare(t.Context(), pair[0], pair[1], impact.Budget)
		if err != nil {
			t.Fatalf("%v", err)
		}
		if r.Identical {
			return
		}
		least := tryAll(t, pair, r, all)
		for _, o := range r.Outputs {
			n, differs := least[o.ID]
			switch {
			case o.Case == nil && o.State == shown.Differs: // it shows in every answer
			case o.State == shown.GaveUp:
				t.Fatalf("%s was not decided: %s", o.ID, o.Undecided)
			case differs != (o.State == shown.Differs):
				t.Fatalf("%s: it differs is %v, and trying every case says %v", o.ID, o.State, differs)
			case differs && (stated(o.Case.Stated) != n || !o.Smallest):
				t.Fatalf("%s: the case states %d facts, smallest is %v, and the smallest states %d", o.ID, stated(o.Case.Stated), o.Smallest, n)
			}
		}
	})
}

// tryAll gives, by the name of what differs in any case, how little such a case states.
func tryAll(t *rapid.T, pair [2]*policy.Policy, r *impact.Result, all []facts.Stated) map[string]int {
	least := map[string]int{}
	var by [2]evaluate.Evaluator
	for i, p := range pair {
		by[i] = plan.New(p)
	}
	for _, s := range all {
		var saw [2]*impact.Seen
		for i, p := range pair {
			text, err := json.Marshal(&facts.Case{Policy: p.ID, AsOf: "2020-03-02T14:10", Stated: s})
			if err != nil {
				t.Fatalf("%v", err)
			}
			c, list := casefile.NewReader(p.Vocabulary).Read("case", text)
			if c == nil {
				t.Fatalf("%s is not read: %s", text, list)
			}
			o, err := evaluate.Decide(by[i], evaluate.Input{Values: c.Values, AsOf: c.AsOf.Unix()})
			if err != nil {
				t.Fatalf("%v", err)
			}
			saw[i] = impact.Look(p, o)
		}
		for _, o := range r.Outputs {
			if !o.Shows(saw[0], saw[1]) {
				continue
			}
			if n, ok := least[o.ID]; !ok || stated(s) < n {
				least[o.ID] = stated(s)
			}
		}
	}
	return least
}
