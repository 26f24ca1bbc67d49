package allcases_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"windscreen/engine/internal/allcases"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/testroot"
)

// small is the policy of the small root with some texts of its files replaced.
func small(t *testing.T, edits map[string][2]string) *policy.Policy {
	t.Helper()
	root := testroot.With()
	for file, e := range edits {
		text := string(root[file].Data)
		if !strings.Contains(text, e[0]) {
			t.Fatalf("%s has no %q", file, e[0])
		}
		root[file] = &fstest.MapFile{Data: []byte(strings.Replace(text, e[0], e[1], 1))}
	}
	linked, list := catalogue.Link(root)
	if linked == nil {
		t.Fatalf("the rules do not load:\n%s", list)
	}
	return linked.Policies[0]
}

// TestTwoVocabulariesInWhichSilenceSettlesASet: what silence means of a set of choices, and of what a case is refused for, is a
// list and not a word.
func TestTwoVocabulariesInWhichSilenceSettlesASet(t *testing.T) {
	const file = "vocabulary/child.yaml"
	refused := func(title string) map[string][2]string {
		return map[string][2]string{file: {"choices: {school: School, police: Police}, silence: It is asked, background: true}\n",
			"choices: {school: " + title + ", police: Police}, nothing: none, background: true}\nconflicts:\n" +
				"  - {when: '\"police\" in child.agencies && child.status == \"police_protection\"', says: Not both, severity: error}\n"}}
	}
	if _, err := allcases.NewPair(small(t, refused("School")), small(t, refused("A school")),
		allcases.Options{AsOf: draw.AsOf}); err != nil {
		t.Fatal(err)
	}
}

// TestMomentsAreThoseOfBothPolicies: the rules of two policies can begin and end on days that differ, and each stretch between
// two of them is looked at once.
func TestMomentsAreThoseOfBothPolicies(t *testing.T) {
	const file = testroot.Policy + "rules.yaml"
	in := func(days string) *policy.Policy {
		return small(t, map[string][2]string{file: {"  - id: abuse\n", "  - id: abuse\n    in_force: {" + days + "}\n"}})
	}
	old, now := in("from: 2021-06-01"), in("to: 2022-03-01")
	both := allcases.Moments(now, old)
	if len(both) != 3 || !slices.IsSortedFunc(both, time.Time.Compare) {
		t.Fatalf("the moments are %v", both)
	}
	seen := map[[2]bool]bool{}
	for _, at := range both {
		force := func(p *policy.Policy) bool {
			i := slices.IndexFunc(p.Rules, func(r *policy.Rule) bool { return r.ID == "abuse" })
			return p.Rules[i].InForce(at.Unix())
		}
		seen[[2]bool{force(old), force(now)}] = true
	}
	if len(seen) != 3 {
		t.Errorf("of the rule that begins and the one that ends, not every state is looked at: %v at %v", seen, both)
	}
}
