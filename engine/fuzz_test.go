package engine_test

import (
	"errors"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"windscreen/engine"
	"windscreen/engine/authoring"
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/testroot"
)

// FuzzRuleFile holds that any bytes as a rule file are either rules or refused with
// reasons, and that rules which load can be run: cel-go and expr accept what our own reader
// of conditions lets through, none panics on a case, and plan and expr agree on it.
func FuzzRuleFile(f *testing.F) {
	for _, seed := range []string{
		"indicators:\n  - {id: x, title: T, cite: [MU-1], level: 2, domain: care, concept: c, strength: decides, ground: s47, " +
			"when: 'child.age < 3 && !home.child_present'}\n",
		"levels:\n  - {id: level-4, level: 4, name: Four, cite: [MU-1], when: 'tally(2) >= 2 || domains(3) >= 1 || decisive(2)'}\n",
		"services:\n  - {id: s, says: S, cite: [MU-1], when: 'open(home.abuse) ? level >= 2 : \"school\" in child.agencies'}\n",
		"cautions:\n  - {id: c, says: S, cite: [MU-1], when: 'judgement.differs || as_of - child.seen_at > weeks(2)'}\n",
		"escalations:\n  - {id: e, title: E, cite: [MU-1], action: A, who: W, " +
			"due: [{clause: MU-1, within: 3 working days, from: child.seen_at, basis: B}]}\n",
		"grounds:\n  - {id: g, title: G, cite: [MU-1], ground: s47, when: home.child_present, replaces: {rule: law.protection, why: W}}\n",
		"consent:\n  record:\n    - {id: r, says: S, cite: [MU-1], when: 'atLeastN(1, ground.s47, home.child_present)'}\n",
		"parameters:\n  n: {value: 2, why: W}\n", "indicators: [", "levels: {}", "a: &b c", "\x00", "when: !x",
	} {
		f.Add([]byte(seed))
	}
	cases := [][]byte{
		[]byte("policy: made-up\nas_of: 2020-03-06T16:10:00Z\n"),
		[]byte("policy: made-up\nas_of: 2020-03-06T16:10:00Z\nexplored: [home, child]\nhome: {abuse: {at_least: present}}\n" +
			"child: {age: 6, agencies: [school], seen_at: 2020-03-06T10:00}\njudgement: {level: 1, by: nobody, reason: made up}\n"),
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		root := testroot.With(txtar.File{Name: "authorities/made/up/extra.yaml", Data: data})
		report, err := authoring.Lint(t.Context(), root, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range report.Found {
			if d.Message == "" || d.File == "" || d.Code == diagnostic.Engine {
				t.Fatalf("a diagnostic that says too little, or a fault of the engine: %+v", d)
			}
			_ = d.String()
		}
		e, err := engine.Load(t.Context(), root, engine.CrossCheck())
		var failure *diagnostic.Failure
		if err != nil {
			if !errors.As(err, &failure) {
				t.Fatalf("not a list of diagnostics: %v", err)
			}
			return
		}
		for _, c := range cases {
			read, err := e.ReadCase("case.yaml", c)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := e.Evaluate(read); err != nil {
				t.Fatal(err)
			}
		}
	})
}
