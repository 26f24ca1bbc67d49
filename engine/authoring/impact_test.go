package authoring_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"windscreen/engine/authoring"
	"windscreen/engine/diagnostic"
	"windscreen/engine/impact"
	"windscreen/engine/internal/testroot"
	"windscreen/engine/render"
)

// extra gives the small policy a rule of every kind.
const extra = `escalations:
  - id: ring
    title: Ring the hub
    action: Ring the hub and say what was seen
    who: Whoever saw it
    contact: hub
    cite: [MU-1]
    due: [{clause: MU-1, within: 3 working days, from: child.seen_at, basis: Three working days}]
    when: level >= 3
pathway:
  - {id: door, part: front_door, force: expected, title: The way in, says: Go to the hub, cite: [MU-1], contact: hub, when: level >= 2}
services:
  - {id: club, title: A club, says: A club for everyone, organisation: The club, cite: [MU-1], when: child.age >= 5}
cautions:
  - {id: care, title: Take care, says: Levels are a guide, cite: [MU-2], when: level >= 2}
conditions:
  fled:
    title: They fled
    when: home.abuse.atLeast("serious") && home.child_present
grounds:
  - {id: fled-together, title: Fled together, ground: s47, cite: [MU-2], when: fled}
`

// edit is a change of a file: one text takes the place of another.
type edit struct{ file, old, now string }

const (
	rulesFile, extraFile = testroot.Policy + "rules.yaml", testroot.Policy + "extra.yaml"
	headFile             = testroot.Policy + "policy.yaml"
	homeFile             = "vocabulary/home.yaml"
)

// planted are changes of every kind, by the name of the golden file of what they do.
var planted = map[string][]edit{
	"nothing":         nil,
	"comment":         {{rulesFile, "parameters:", "# A remark.\nparameters:"}},
	"level-criterion": {{rulesFile, "tally(2) >= quorum || ground.s47", "tally(2) >= quorum"}},
	"sign-condition":  {{rulesFile, `home.abuse.atLeast("present")`, `home.abuse.atLeast("serious")`}},
	"sign-strength":   {{rulesFile, "strength: counts", "strength: context"}},
	"parameter":       {{rulesFile, "value: 2", "value: 1"}},
	"quorum-of-300":   {{rulesFile, "value: 2", "value: 300"}},
	"named-condition": {{extraFile, " && home.child_present", ""}},
	"same-in-other-text": {{extraFile, `home.abuse.atLeast("serious") && home.child_present`,
		`home.child_present && home.abuse.atLeast("serious")`}},
	"consent-value": {{rulesFile, "id: sharing, value: with_agreement", "id: sharing, value: in_proportion"}},
	"consent-line": {{rulesFile, "    - {id: inform, value",
		"    - {id: wait, value: advice_first, says: Wait, cite: [MU-1], when: level >= 3}\n" +
			"    - {id: inform, value"}},
	"rule-removed": {{extraFile,
		"cautions:\n  - {id: care, title: Take care, says: Levels are a guide, cite: [MU-2], when: level >= 2}\n", ""}},
	"action":   {{extraFile, "when: level >= 3", "when: level >= 2"}},
	"deadline": {{extraFile, "within: 3 working days", "within: 2 working days"}},
	"contact":  {{headFile, "phone: 0000 000000", "phone: 0000 111111"}},
	"contact-hours": {{headFile, "phone: 0000 000000", "phone: 0000 000000, hours: Office hours, answered: " +
		"[{days: working_days, from: \"09:00\", to: \"17:00\"}]"}},
	"wording":  {{extraFile, "Ring the hub and say", "Ring the hub first and say"}},
	"service":  {{extraFile, "child.age >= 5", "child.age >= 4"}},
	"clause":   {{testroot.Policy + "clauses.yaml", "Level 3 is more", "Level 3 is much more"}},
	"document": {{headFile, "edition: First", "edition: Second"}},
	"question": {{homeFile, "ask: Was the child there", "ask: Did the child see it"}},
	"fact-added": {{homeFile, "  child_present:",
		"  noise: {title: Noise, ask: Is it noisy, type: yes_no, nothing: \"no\"}\n  child_present:"},
		{extraFile, "when: fled", "when: fled || home.noise"}},
	"rung-added": {{homeFile, "present: Happening", "often: Often, present: Happening"},
		{rulesFile, `atLeast("present")`, `atLeast("often")`}},
	"fact-of-a-type": {{homeFile, "type: yes_no, nothing: \"no\"", "choice: {heard: Heard it, saw: Saw it}, silence: It is asked"},
		{extraFile, "home.child_present", `home.child_present == "saw"`}},
	"in-force":        {{extraFile, "{id: club, title", "{id: club, in_force: {from: 2021-06-01}, title"}},
	"policy-replaced": {{"authorities/made/up/", "", "authorities/made/down/"}},
}

// version is the small root with changes.
func version(t *testing.T, edits []edit) fstest.MapFS {
	t.Helper()
	root := testroot.With(txtar.File{Name: extraFile, Data: []byte(extra)})
	for _, e := range edits {
		if strings.HasSuffix(e.file, "/") { // a folder gets another name
			for name, f := range root {
				if rest, ok := strings.CutPrefix(name, e.file); ok {
					delete(root, name)
					root[e.now+rest] = f
				}
			}
			continue
		}
		text := string(root[e.file].Data)
		if !strings.Contains(text, e.old) {
			t.Fatalf("%s has no %q", e.file, e.old)
		}
		root[e.file] = &fstest.MapFile{Data: []byte(strings.Replace(text, e.old, e.now, 1))}
	}
	return root
}

func opened(t *testing.T, root fstest.MapFS, name string) *authoring.Root {
	t.Helper()
	r, err := authoring.Open(root, name)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func impactOf(t *testing.T, edits []edit) *impact.Report {
	t.Helper()
	scenarios := []authoring.ScenarioFile{{Name: "scenarios.yaml", Data: []byte(tried)}}
	r, err := authoring.Impact(t.Context(), opened(t, version(t, nil), "old"), opened(t, version(t, edits), "new"),
		authoring.ImpactOptions{OldName: "old", NewName: "new", Scenarios: scenarios})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// tried are two scenarios to count in.
const tried = `policy: made-up
scenarios:
  - name: Seen by the child
    from: [MU-1]
    case: {as_of: 2020-03-02T14:10, home: {abuse: serious, child_present: true}}
    expect: {level: 3, rules: {hold: [fled-together]}}
  - name: Over
    from: [MU-1]
    case: {as_of: 2020-03-02T14:10, home: {abuse: past}}
    expect: {level: 1, rules: {not: [abuse]}}
`

// TestWhatChangesDo shows what each planted change does, as the command prints it.
func TestWhatChangesDo(t *testing.T) {
	for name, edits := range planted {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var got bytes.Buffer
			if err := render.Impact(&got, render.Text, impactOf(t, edits), render.Options{Width: 120}); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", "impact", name+".txt")
			if *update {
				if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatalf("%v; run the test with -update to write it", err)
			}
			if d := cmp.Diff(string(want), got.String()); d != "" {
				t.Errorf("not as before (-before +now):\n%s", d)
			}
		})
	}
}

func TestADifferenceIsAcknowledgedByItsName(t *testing.T) {
	r := impactOf(t, planted["deadline"])
	if r.Count() != 1 || r.Open() != 1 {
		t.Fatalf("there are %d differences, %d of them open", r.Count(), r.Open())
	}
	entries, err := authoring.ReadAcknowledged("ack.yaml", []byte("acknowledged:\n  - {policy: made-up, difference: "+
		`"`+r.Policies[0].Differences[0].ID+`", why: Shorter}`+"\n  - {policy: made-up, difference: level/1/2, why: Long ago}\n"))
	if err != nil {
		t.Fatal(err)
	}
	r.Acknowledge("ack.yaml", entries)
	if r.Open() != 0 || len(r.Acknowledgement.Stale) != 1 || r.Acknowledgement.Stale[0].Line != 3 {
		t.Errorf("%d are open, and stale are %v", r.Open(), r.Acknowledgement.Stale)
	}
	for _, text := range []string{"acknowledged: 3\n", "acknowledged: [{policy: a, difference: b}]\n",
		"acknowledged: [{policy: a, difference: b, why: c}, {policy: a, difference: b, why: d}]\n"} {
		var failure *diagnostic.Failure
		if _, err := authoring.ReadAcknowledged("ack.yaml", []byte(text)); !errors.As(err, &failure) {
			t.Errorf("%q is read: %v", text, err)
		}
	}
}

// TestATextThatChangesAgainHasAnotherName: what was acknowledged of one text is not acknowledged of the next.
func TestATextThatChangesAgainHasAnotherName(t *testing.T) {
	id := func(now string) string {
		return impactOf(t, []edit{{extraFile, "Ring the hub and say", now}}).Policies[0].Differences[0].ID
	}
	if a, b := id("Ring them and say"), id("Write and say"); a == b {
		t.Errorf("both are %s", a)
	}
}

// TestScenariosAreCountedAsTheOlderRulesReadThem: the older rules read a case without a fact that they do not have. They
// cannot read a rung that they do not have, and that is said.
func TestScenariosAreCountedAsTheOlderRulesReadThem(t *testing.T) {
	const scenario = "policy: made-up\nscenarios:\n  - name: New words\n    from: [MU-1]\n" +
		"    case: {as_of: 2020-03-02T14:10, home: {%s, abuse: %s}, explored: [home]}\n    expect: {level: %d, rules: {hold: [%s]}}\n"
	for name, x := range map[string]struct {
		planted, text string
		want          impact.Count
	}{
		"a fact": {"fact-added", fmt.Sprintf(scenario, "noise: true", "past", 3, "fled-together"), impact.Count{Cases: 1, Touched: 1}},
		"a rung": {"rung-added", fmt.Sprintf(scenario, "child_present: true", "often", 2, "abuse"), impact.Count{Refused: 1}},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := authoring.Impact(t.Context(), opened(t, version(t, nil), "old"), opened(t, version(t, planted[x.planted]), "new"),
				authoring.ImpactOptions{Scenarios: []authoring.ScenarioFile{{Name: "scenarios.yaml", Data: []byte(x.text)}}})
			if err != nil {
				t.Fatal(err)
			}
			if len(r.PassedOver) > 0 || r.Policies[0].Scenarios != x.want {
				t.Errorf("%+v, and not %+v; passed over: %v", r.Policies[0].Scenarios, x.want, r.PassedOver)
			}
		})
	}
}

func TestWhatImpactRefuses(t *testing.T) {
	old := opened(t, version(t, nil), "old")
	other := opened(t, version(t, planted["policy-replaced"]), "new")
	for name, o := range map[string]authoring.ImpactOptions{
		"no such policy":        {Policy: "nowhere"},
		"only in the new rules": {Policy: "made-down"},
		"only in the old rules": {Policy: "made-up"},
		"no such old policy":    {OldPolicy: "made-down", NewPolicy: "made-down"},
	} {
		var failure *diagnostic.Failure
		o.OldName, o.NewName = "old", "new"
		if _, err := authoring.Impact(t.Context(), old, other, o); !errors.As(err, &failure) {
			t.Errorf("%s: %v", name, err)
		} else {
			t.Log(err)
		}
	}
	if _, err := authoring.Impact(t.Context(), old, other, authoring.ImpactOptions{OldPolicy: "made-up"}); err == nil {
		t.Error("half a pair of policies is taken")
	}
	r, err := authoring.Impact(t.Context(), old, other, authoring.ImpactOptions{OldPolicy: "made-up", NewPolicy: "made-down"})
	if err != nil || r.Count() != 0 {
		t.Errorf("the same rules under another name: %v, %+v", err, r)
	}
}
