package catalogue_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/diagnostic"
)

const (
	lawHead    = "shared/law/policy.yaml"
	lawClauses = "shared/law/clauses.yaml"
	lawGrounds = "shared/law/grounds.yaml"
	// wholeHead is all that the head of the shared policy says.
	wholeHead = "title: The law\npublisher: Parliament\nedition: As in force\nfiles: [clauses.yaml, grounds.yaml]"
)

// sharedFaults are edits of a shared policy, each of which puts something wrong into it.
var sharedFaults = map[string][3]string{
	"the number of clauses":         {lawHead, "title:", "clauses: 999\ntitle:"},
	"it builds on another":          {lawHead, "title:", "builds_on: [law]\ntitle:"},
	"a date":                        {lawHead, "title:", "in_force: {from: 2020-13-77}\ntitle:"},
	"dates out of order":            {lawHead, "title:", "in_force: {from: 2020-02-01, to: 2020-01-31}\ntitle:"},
	"it answers a checklist":        {lawHead, "title:", "checklist: {early-help: {gap: none}}\ntitle:"},
	"an unknown key":                {lawHead, "title:", "titel: The law\ntitle:"},
	"no title":                      {lawHead, "title: The law\n", ""},
	"a head that is no YAML":        {lawHead, "title: The law", "title: ["},
	"a head that is a list":         {lawHead, wholeHead, "- law"},
	"a file that is missing":        {lawHead, "grounds.yaml]", "grounds.yaml, more.yaml]"},
	"a file that is not listed":     {lawHead, ", grounds.yaml]", "]"},
	"a clause registered twice":     {lawClauses, "clauses:\n", "clauses:\n  - {id: LAW-47, section: section 47, says: Twice}\n"},
	"a clause that no rule carries": {lawClauses, "says: Enquiries are made", "says: Enquiries, no_rule: {kind: background, why: None}"},
	"a register that is no YAML":    {lawClauses, "clauses:", "clauses: ["},
	"local":                         {lawGrounds, "grounds:", "local:\n  law.protection: {says: Nothing}\ngrounds:"},
	"a level":                       {lawGrounds, "grounds:", "levels: [{id: nine, level: 9, name: Nine, cite: [LAW-47]}]\ngrounds:"},
	"a fact that does not exist":    {lawGrounds, "child.status", "child.stats"},
	"a condition that is no text":   {lawGrounds, "when: child.status ==", "when: child.status == =="},
	"an unknown clause":             {lawGrounds, "[LAW-47]", "[LAW-74]"},
	"no clause":                     {lawGrounds, "    cite: [LAW-47]\n", ""},
	"the id of a rule":              {lawGrounds, "id: law.protection", "id: Law Protection"},
	"an unknown ground":             {lawGrounds, "ground: s47", "ground: s74"},
	"a rule that replaces nothing":  {lawGrounds, "ground: s47", "replaces: {rule: law.other, why: None}\n    ground: s47"},
	"days of a rule out of order":   {lawGrounds, "ground: s47", "in_force: {from: 2020-02-01, to: 2020-01-31}\n    ground: s47"},
	"a contact":                     {lawGrounds, "grounds:", "contacts: {desk: {name: Desk, as_printed: then, cite: [LAW-7]}}\ngrounds:"},
	"the name of a parameter":       {lawGrounds, "grounds:", "parameters:\n  Young: {value: 3, why: None}\ngrounds:"},
	"conditions in a circle":        {lawGrounds, "when: child.status", "when: one && child.status"},
}

// inShared are the errors of a list that stand in shared policies.
func inShared(list diagnostic.List) []string {
	var out diagnostic.List
	for _, d := range list {
		if strings.HasPrefix(d.File, "shared/") && d.Severity == diagnostic.Error {
			out = append(out, d)
		}
	}
	return in(out)
}

// TestNoPolicyAnswersByASharedPolicyThatHasErrors uses each policy by itself, and all
// together: both must refuse the root, and give the same errors of the shared policy.
func TestNoPolicyAnswersByASharedPolicyThatHasErrors(t *testing.T) {
	for name, edit := range sharedFaults {
		t.Run(name, func(t *testing.T) {
			w := edited(t, edit)
			if name == "conditions in a circle" {
				w = edited(t, edit, [3]string{lawGrounds, "grounds:", "conditions:\n" +
					"  one: {title: One, when: two, cite: [LAW-47]}\n  two: {title: Two, when: one, cite: [LAW-47]}\ngrounds:"})
			}
			want := inShared(lint(t, w))
			if len(want) == 0 {
				t.Fatal("lint finds no error in the shared policy")
			}
			for _, id := range []string{"made-second", "made-up", "nowhere-2020"} {
				c, _ := open(t, w)
				_, err := c.Policy(id)
				var failure *diagnostic.Failure
				if !errors.As(err, &failure) {
					t.Errorf("%s is ready to answer: %v", id, err)
					continue
				}
				if diff := cmp.Diff(want, inShared(failure.Diagnostics)); diff != "" {
					t.Errorf("%s by itself (-all +one):\n%s", id, diff)
				}
			}
		})
	}
}

// TestAPolicyThatBuildsOnNothingAnswersWhateverIsWrongElsewhere has an error in a shared
// policy that the document does not build on.
func TestAPolicyThatBuildsOnNothingAnswersWhateverIsWrongElsewhere(t *testing.T) {
	w := edited(t, [3]string{lawHead, "title:", "clauses: 999\ntitle:"}, [3]string{secondHead, "builds_on: [law]\n", ""},
		[3]string{"authorities/made/second/rules.yaml", " || ground.s47", ""})
	c, _ := open(t, w)
	if _, err := c.Policy("made-second"); err != nil {
		t.Error(err)
	}
}

// TestAHeadThatCannotBeReadIsTheOnlyFault has a document that builds on a shared policy: what
// follows from not knowing that must not bury the cause.
func TestAHeadThatCannotBeReadIsTheOnlyFault(t *testing.T) {
	for name, head := range map[string]string{secondHead: "title: [\n", lawHead: "- law\n", firstHead: ""} {
		// One document alone reads a parameter of the shared policy: it may not seem unused.
		w := edited(t, [3]string{lawGrounds, "grounds:", "parameters:\n  young: {value: 3, why: The law does not say}\ngrounds:"},
			[3]string{"authorities/made/second/rules.yaml", "tally(2) >= quorum", "tally(2) >= quorum || tally(2) >= young"})
		w.MapFS[name] = &fstest.MapFile{Data: []byte(head)}
		for _, d := range lint(t, w) {
			if d.File != name {
				t.Errorf("%s at fault: %s", name, d)
			}
		}
		c, _ := open(t, w)
		id := map[string]string{secondHead: "made-second", lawHead: "made-up", firstHead: "made-up"}[name]
		_, err := c.Policy(id)
		var failure *diagnostic.Failure
		other := func(d diagnostic.Diagnostic) bool { return d.File != name }
		if !errors.As(err, &failure) || slices.ContainsFunc(failure.Diagnostics, other) {
			t.Errorf("%s at fault: %v", name, err)
		}
	}
}
