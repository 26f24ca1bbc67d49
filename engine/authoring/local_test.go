package authoring_test

import (
	"slices"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"windscreen/engine/authoring"
	"windscreen/engine/coverage"
	"windscreen/engine/internal/testroot"
)

// A clause that a document adds to a shared rule is carried by that rule.
func TestAClauseUnderLocalIsCited(t *testing.T) {
	root := testroot.With(txtar.File{Name: testroot.Policy + "local.yaml", Data: []byte("local:\n  law.protection: {cite: [MU-3]}\n")})
	root[testroot.Policy+"clauses.yaml"].Data = []byte(`
document: A made-up document
clauses:
  - {id: MU-1, section: "1", says: Level 2 is some need}
  - {id: MU-2, section: "2", says: Level 3 is more}
  - {id: MU-3, section: "3", says: A child in police protection is referred}
`)
	if list := lint(t, root); len(list) > 0 {
		t.Fatal(list)
	}
	opened, err := authoring.Open(root, "")
	if err != nil {
		t.Fatal(err)
	}
	run, report, err := opened.Cover(t.Context(), []authoring.ScenarioFile{{Name: "x.yaml", Data: []byte(`
scenarios:
  - name: In police protection
    from: [MU-3]
    case: {policy: made-up, as_of: 2020-03-02T14:10, child: {status: police_protection}}
    expect: {level: 3, at_most: 3, grounds: {hold: [s47]}}
`)}})
	if err != nil || report == nil {
		t.Fatal(run, err)
	}
	clauses := report.Policies[0].Clauses
	i := slices.IndexFunc(clauses, func(c coverage.Clause) bool { return c.ID == "MU-3" })
	want := []coverage.Citation{{Policy: "made-up", Kind: "rule", ID: "law.protection"}}
	if !slices.Equal(clauses[i].CitedBy, want) {
		t.Errorf("MU-3 is cited by %v, not %v", clauses[i].CitedBy, want)
	}
}
