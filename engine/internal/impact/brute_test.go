package impact_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
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
	words "windscreen/engine/internal/vocabulary"
)

func TestMain(m *testing.M) {
	testroot.Checks("12")
	m.Run()
}

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
  status:
    title: Legal position
    ask: What is the legal position
    choice: {none: None in particular, looked_after: Looked after, police_protection: In police protection}
    silence: It is asked
  agencies: {title: Agencies, ask: Who is involved, choices: {school: School, police: Police}, silence: It is asked}
`

// more are changes of the vocabulary, and what conditions can then read.
var more = []struct{ old, now, atom string }{
	{"present: Happening", "often: Often, present: Happening", `home.abuse.atLeast("often")`},
	{"serious: Causing injury or fear", "serious: Causing injury or fear, worst: Worse than that", `home.abuse.atLeast("worst")`},
	{"looked_after: Looked after", "looked_after: Looked after, adopted: Adopted", `child.status in ["looked_after", "adopted"]`},
	{"school: School", "nurse: Nurse, school: School", `"nurse" in child.agencies`},
	{"  child_present:", "  noise: {title: Noise, ask: Is it noisy, type: yes_no, nothing: \"no\"}\n  child_present:", "home.noise"},
}

// drawn draws a vocabulary, and gives what conditions can read beside what there is in every one.
func drawn(t *rapid.T) (text string, atoms []string) {
	text = vocabulary
	for _, x := range more {
		if rapid.IntRange(0, 3).Draw(t, "more") == 0 {
			text, atoms = strings.Replace(text, x.old, x.now, 1), append(atoms, x.atom)
		}
	}
	return text, atoms
}

// condition draws a condition over facts.
func condition(t *rapid.T, name string, also []string) string {
	atoms := append([]string{`home.abuse.atLeast("present")`, `home.abuse.atLeast("serious")`, `home.abuse.atMost("past")`,
		"home.child_present", `child.status == "looked_after"`, `child.status in ["none", "police_protection"]`,
		`"school" in child.agencies`}, also...)
	a, b := rapid.SampledFrom(atoms).Draw(t, name), rapid.SampledFrom(atoms).Draw(t, name)
	return rapid.SampledFrom([]string{a, "!(" + a + ")", a + " && " + b, a + " || " + b, a + " && !(" + b + ")"}).Draw(t, name)
}

// later draws a condition that may read findings and what is open.
func later(t *rapid.T, name string, also []string) string {
	atoms := []string{"level >= 2", "level >= 3", "ground.s47", "tally(2) >= 1", "open(home.abuse)", "certain(ground.s47)", "true"}
	first := rapid.SampledFrom(atoms).Draw(t, name)
	return first + rapid.SampledFrom([]string{" && ", " || "}).Draw(t, name) + "(" + condition(t, name, also) + ")"
}

// ruleFile draws the rules of a policy. A rule that is dropped is missing.
func ruleFile(t *rapid.T, also []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "parameters:\n  quorum: {value: %d, why: The document does not say}\n", rapid.IntRange(1, 2).Draw(t, "quorum"))
	b.WriteString("indicators:\n")
	for _, id := range []string{"one", "two"} {
		fmt.Fprintf(&b, "  - {id: %s, title: Sign, cite: [MU-1], level: %d, domain: safety, concept: %s, strength: %s, when: '%s'}\n", id,
			rapid.IntRange(2, 3).Draw(t, "level"), id, rapid.SampledFrom([]string{"counts", "decides", "modifies"}).Draw(t, "strength"),
			condition(t, id, also))
	}
	fmt.Fprintf(&b, "grounds:\n  - {id: own, title: Own way, cite: [MU-2], ground: s47, when: '%s'}\n", condition(t, "ground", also))
	b.WriteString(`levels:
  - {id: level-1, level: 1, name: Some, cite: [MU-1]}
  - {id: level-2, level: 2, name: More, cite: [MU-1], when: tally(2) >= 1}
  - {id: level-3, level: 3, name: Most, cite: [MU-2], when: tally(2) > quorum || decisive(3) || ground.s47}
consent:
  agreement:
`)
	fmt.Fprintf(&b, "    - {id: first, value: %s, says: First, cite: [MU-1], when: '%s'}\n",
		rapid.SampledFrom([]string{"required", "not_applicable"}).Draw(t, "value"), later(t, "line", also))
	b.WriteString(`    - {id: agreement, value: required, says: Ask first, cite: [MU-1]}
  inform:
    - {id: inform, value: expected, says: Tell them, cite: [MU-1]}
  sharing:
    - {id: sharing, value: with_agreement, says: With agreement, cite: [MU-1]}
escalations:
`)
	fmt.Fprintf(&b, "  - {id: act, title: %s, action: Act, who: Whoever, cite: [MU-1], when: '%s'}\n",
		rapid.SampledFrom([]string{"Act", "Act now"}).Draw(t, "title"), later(t, "act", also))
	if rapid.Bool().Draw(t, "there") {
		fmt.Fprintf(&b, "cautions:\n  - {id: care, title: Care, says: Take care, cite: [MU-1], when: '%s'}\n", later(t, "care", also))
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

// everyCase is every case that a file can write in the words that two versions have in common, each as what it states.
func everyCase(pair [2]*policy.Policy) []facts.Stated {
	var list []facts.Stated
	for _, a := range everyBound(inCommon(pair, "home.abuse")) {
		for _, present := range []any{nil, true, false} {
			_, statuses, _ := inCommon(pair, "child.status")
			for _, status := range append([]string{""}, statuses...) {
				_, words, _ := inCommon(pair, "child.agencies")
				for _, agency := range everySet(words) {
					s := facts.Stated{}
					for _, x := range []struct {
						domain, name string
						value        any
					}{{"home", "abuse", a}, {"home", "child_present", present}, {"child", "status", status},
						{"child", "agencies", agency}} {
						if x.value != nil && x.value != "" {
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

// inCommon are the words of a fact that both versions have, between how many others of the newer one they lie: whether it has
// lower ones, and whether it has higher ones.
func inCommon(pair [2]*policy.Policy, path string) (lower bool, common []string, higher bool) {
	old, now := pair[0].Vocabulary.Fact(path), pair[1].Vocabulary.Fact(path)
	common = words.InCommon(now, old)
	return now.Word(common[0]) > 0, common, now.Word(common[len(common)-1]) < len(now.Words)-1
}

// everyBound is whatever can be said of a scale: nothing, a rung, or bounds.
func everyBound(lower bool, rungs []string, higher bool) []any {
	list := []any{nil}
	for _, rung := range rungs {
		list = append(list, rung)
	}
	for i := -1; i < len(rungs); i++ { // -1 is no bound
		for j := -1; j < len(rungs); j++ {
			bounds := map[string]any{}
			if i > 0 || i == 0 && lower {
				bounds["at_least"] = rungs[i]
			}
			if j >= 0 && (j < len(rungs)-1 || higher) {
				bounds["at_most"] = rungs[j]
			}
			if len(bounds) > 0 && (i < 0 || j < 0 || i <= j) {
				list = append(list, bounds)
			}
		}
	}
	return list
}

// everySet is whatever can be said of a set: of each word that it is in it, or not, or nothing.
func everySet(words []string) []any {
	list := []any{nil}
	ways := 1
	for range words {
		ways *= 3
	}
	for way := range ways {
		in, out := []string{}, []string{}
		for _, word := range words {
			switch way % 3 {
			case 1:
				in = append(in, word)
			case 2:
				out = append(out, word)
			}
			way /= 3
		}
		if len(in)+len(out) == len(words) {
			list = append(list, map[string]any{"only": in})
		}
		said := map[string]any{}
		if len(in) > 0 {
			said["includes"] = in
		}
		if len(out) > 0 {
			said["excludes"] = out
		}
		if len(said) > 0 {
			list = append(list, said)
		}
	}
	return list
}

// withNoise are cases, each without and with what may be said of noise.
func withNoise(all []facts.Stated) []facts.Stated {
	list := slices.Clone(all)
	for _, s := range all {
		for _, noisy := range []bool{true, false} {
			more := without(s)
			more.State("home", "noise", noisy)
			list = append(list, more)
		}
	}
	return list
}

// without is what is stated, without noise.
func without(s facts.Stated) facts.Stated {
	out := facts.Stated{}
	for domain, of := range s {
		for name, value := range of {
			if name != "noise" {
				out.State(domain, name, value)
			}
		}
	}
	return out
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
func TestWhatDiffersIsWhatTryingEveryCaseShows(t *testing.T) { tryingEveryCase(t, false) }

// TestVersionsWithOtherWordsAreComparedInWhatBothCanSay is the same for versions of which each may have facts, rungs and
// words of its own. The cases are those that both can read; a fact that only one has is left out for the other.
func TestVersionsWithOtherWordsAreComparedInWhatBothCanSay(t *testing.T) { tryingEveryCase(t, true) }

func tryingEveryCase(t *testing.T, other bool) {
	rapid.Check(t, func(t *rapid.T) {
		var pair [2]*policy.Policy
		var noise [2]bool
		for i := range pair {
			text, also := vocabulary, []string(nil)
			if other {
				text, also = drawn(t)
			}
			noise[i] = slices.Contains(also, "home.noise")
			own := txtar.File{Name: testroot.Policy + "rules.yaml", Data: []byte(ruleFile(t, also))}
			files := append(txtar.Parse([]byte(text)).Files, own)
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
		tried := everyCase(pair)
		if noise[0] || noise[1] {
			tried = withNoise(tried)
		}
		least := tryAll(t, pair, noise, r, tried)
		for _, o := range r.Outputs {
			n, differs := least[o.ID]
			switch {
			case o.Case == nil && o.State == shown.Differs: // it shows in every answer
			case o.State == shown.GaveUp && other: // what has no word in both was tried too often, and nothing is claimed
			case o.State == shown.GaveUp:
				t.Fatalf("%s was not decided: %s", o.ID, o.Undecided)
			case differs != (o.State == shown.Differs):
				t.Fatalf("%s: it differs is %v, and trying every case says %v: %v", o.ID, o.State, differs, whole(o))
			case differs && (stated(whole(o)) != n && o.Smallest || !o.Smallest && !other):
				t.Fatalf("%s: the case %v states %d facts, smallest is %v, and the smallest states %d", o.ID, whole(o), stated(whole(o)),
					o.Smallest, n)
			}
		}
	})
}

// whole is what the case of a difference states, what only the older version reads included.
func whole(o *impact.Output) facts.Stated {
	s := facts.Stated{}
	for _, c := range []*facts.Case{o.OldCase, o.Case} {
		if c == nil {
			continue
		}
		for domain, of := range c.Stated {
			for name, value := range of {
				s.State(domain, name, value)
			}
		}
	}
	return s
}

// tryAll gives, by the name of what differs in any case, how little such a case states.
func tryAll(t *rapid.T, pair [2]*policy.Policy, noise [2]bool, r *impact.Result, all []facts.Stated) map[string]int {
	least := map[string]int{}
	var by [2]evaluate.Evaluator
	for i, p := range pair {
		by[i] = plan.New(p)
	}
	refused := 0
eachCase:
	for _, s := range all {
		var saw [2]*impact.Seen
		for i, p := range pair {
			says := s
			if !noise[i] {
				says = without(s)
			}
			text, err := json.Marshal(&facts.Case{Policy: p.ID, AsOf: "2020-03-02T14:10", Stated: says})
			if err != nil {
				t.Fatalf("%v", err)
			}
			c, _ := casefile.NewReader(p.Vocabulary).Read("case", text)
			if c == nil { // a bound that says nothing to this one, as its scale ends there
				refused++
				continue eachCase
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
	if refused > len(all)/2 {
		t.Fatalf("%d of %d cases were refused", refused, len(all))
	}
	return least
}
