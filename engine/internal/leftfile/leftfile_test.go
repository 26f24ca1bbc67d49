package leftfile_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/leftfile"
	"windscreen/engine/internal/mutate"
	"windscreen/engine/mutation"
	"windscreen/engine/term"
)

// change is a change of a rule: that it never holds, or one word instead of another.
func change(origin, id, from, into string) *mutate.Change {
	c := &mutate.Change{Origin: origin, ID: id, Rule: term.KindCaution, Kind: term.ChangeWord, From: from, Into: into}
	if from == "" {
		c.Kind = term.ChangeNever
	}
	return c
}

// unnoticed is a change as a report has it.
func unnoticed(c *mutate.Change) *mutation.Change {
	return &mutation.Change{Policy: c.Origin, ID: c.ID, Says: c.Says()}
}

// codes are the lines and codes of a list.
func codes(t *testing.T, list diagnostic.List) []string {
	t.Helper()
	out := []string{}
	for _, d := range list {
		if d.Remedy == "" {
			t.Errorf("no remedy: %s", d)
		}
		out = append(out, fmt.Sprintf("%d %s", d.Start.Line, d.Code))
	}
	return out
}

func TestAListIsReadStrictly(t *testing.T) {
	for text, want := range map[string][]string{
		"left: []\n": {},
		"left:\n  - why: W\n    changes: {a: [x, y], b: [x]}\n":                                                  {},
		"left:\n  - changes: {a: [x]}\n":                                                                         {"2 missing-key"},
		"left:\n  - why: ' '\n    changes: {a: [x]}\n":                                                           {"2 no-value"},
		"left:\n  - why: W\n":                                                                                    {"2 missing-key"},
		"left:\n  - why: W\n    changes: {a: x}\n":                                                               {"3 wrong-shape"},
		"left:\n  - why: W\n    changes: {a: []}\n":                                                              {"3 no-value"},
		"left:\n  - why: W\n    changes: {a: [x]}\n    until: 2030\n":                                            {"4 unknown-key"},
		"left:\n  - why: W\n    changes:\n      a: [x]\n      a: [y]\n":                                          {"5 duplicate-key"},
		"left:\n  - why: W\n    changes: {a: [x y]}\n  - why: V\n    changes:\n      a:\n      - x\n        y\n": {"7 duplicate-id"},
		"# nothing\n": {"0 empty"},
	} {
		l, list := leftfile.Read("left.yaml", []byte(text))
		if diff := cmp.Diff(want, codes(t, list)); diff != "" || (l == nil) != (len(want) > 0) {
			t.Errorf("%s(-want +got):\n%s", text, diff)
		}
	}
}

// list is a list that knows of some changes.
func list(t testing.TB, text string, changes ...*mutate.Change) *leftfile.List {
	t.Helper()
	l, faults := leftfile.Read("left.yaml", []byte(text))
	if l == nil {
		t.Fatal(faults)
	}
	for _, c := range changes {
		l.See(c)
	}
	return l
}

func TestAChangeIsLeftForItsReason(t *testing.T) {
	own, others, shared := change("one", "level", "1", "2"), change("two", "level", "1", "2"), change("all", "sign", "a", "b c")
	l := list(t, `left:
  - why: First
    changes: {level of one: [2 instead of 1]}
  - why: Second
    changes:
      sign:
        - b  c
          instead of a
`, own, others, shared)
	for _, tt := range []struct {
		change     *mutate.Change
		named, why string
	}{
		{own, "level of one", "First"}, {others, "level of two", ""}, {shared, "sign", "Second"},
		{change("all", "sign", "", ""), "sign", ""},
	} {
		c := unnoticed(tt.change)
		if l.Mark(c); c.Named != tt.named || c.Why != tt.why {
			t.Errorf("%s is named %q, and left because %q", tt.change.Key(), c.Named, c.Why)
		}
	}
	if l.Name() != "left.yaml" || l.Len() != 2 {
		t.Errorf("%s has %d", l.Name(), l.Len())
	}
}

// TestAnIDThatSeveralPoliciesHaveIsNoReason: what was written for one document would keep quiet about another.
func TestAnIDThatSeveralPoliciesHaveIsNoReason(t *testing.T) {
	one, two := change("one", "level", "1", "2"), change("two", "level", "1", "2")
	l := list(t, "left:\n  - why: W\n    changes: {level: [2 instead of 1]}\n", one, two)
	for _, c := range []*mutate.Change{one, two} {
		u := unnoticed(c)
		if l.Mark(u); u.Why != "" {
			t.Errorf("%s is left because %q", c.Key(), u.Why)
		}
	}
	faults := l.Faults(func(string) (mutation.Came, bool) { return mutation.Unnoticed, true })
	if diff := cmp.Diff([]string{"3 name-clash"}, codes(t, faults)); diff != "" || !strings.Contains(faults[0].Remedy, "level of one") {
		t.Errorf("%s\n%s", diff, faults)
	}
}

func TestWhatIsListedForNothingIsAFault(t *testing.T) {
	came := map[string]mutation.Came{}
	var changes []*mutate.Change
	for word, c := range map[string]mutation.Came{"noticed": mutation.Noticed, "alike": mutation.Alike, "unnoticed": mutation.Unnoticed} {
		x := change("one", "sign", "x", word)
		came[x.Key()] = c
		changes = append(changes, x)
	}
	l := list(t, `left:
  - why: W
    changes:
      sign:
        - noticed instead of x
        - alike instead of x
        - unnoticed instead of x
        - untried instead of x
        - unknown instead of x
      sigh: [x]
      sign of two: [noticed instead of x]
`, append(changes, change("one", "sign", "x", "untried"))...)
	faults := l.Faults(func(key string) (mutation.Came, bool) {
		c, tried := came[key]
		return c, tried
	})
	want := []string{"5 left-for-nothing", "6 left-for-nothing", "9 unknown-name", "10 unknown-name", "11 unknown-name"}
	if diff := cmp.Diff(want, codes(t, faults)); diff != "" {
		t.Errorf("(-want +got):\n%s\n%s", diff, faults)
	}
}

// TestTheGuideShowsAListThatIsSound reads the example of the guide.
func TestTheGuideShowsAListThatIsSound(t *testing.T) {
	guide, err := os.ReadFile("../../../fixtures/README.md")
	if err != nil {
		t.Fatal(err)
	}
	example := regexp.MustCompile("(?s)```yaml\n(left:\n.*?)```").FindSubmatch(guide)
	if example == nil {
		t.Fatal("the guide shows no list")
	}
	if l, faults := leftfile.Read("example.yaml", example[1]); l == nil || l.Len() == 0 {
		t.Errorf("%s", faults)
	}
}

// BenchmarkList reads a list of 1,000 entries, and holds it against 20,000 changes.
func BenchmarkList(b *testing.B) {
	var text strings.Builder
	text.WriteString("left:\n  - why: W\n    changes:\n")
	var changes []*mutate.Change
	for i := range 20_000 {
		c := change("one", fmt.Sprintf("rule.%d", i/20), fmt.Sprintf("home.noise.atLeast(%d)", i), "home.noise")
		changes = append(changes, c)
		if i%20 == 0 {
			fmt.Fprintf(&text, "      %s:\n        - %s\n", c.ID, c.Says())
		}
	}
	for b.Loop() {
		l := list(b, text.String(), changes...)
		faults := l.Faults(func(string) (mutation.Came, bool) { return mutation.Unnoticed, true })
		if l.Len() != 1000 || len(faults) > 0 {
			b.Fatalf("%d are listed, with the faults %s", l.Len(), faults)
		}
	}
}

func TestAChangeThatIsListedUnderTwoNamesIsAFault(t *testing.T) {
	l := list(t, "left:\n  - why: W\n    changes:\n      sign: [y instead of x]\n      sign of one: [y instead of x]\n",
		change("one", "sign", "x", "y"))
	faults := l.Faults(func(string) (mutation.Came, bool) { return mutation.Unnoticed, true })
	if diff := cmp.Diff([]string{"5 duplicate-id"}, codes(t, faults)); diff != "" {
		t.Error(diff)
	}
}
