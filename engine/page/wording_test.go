package page_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gopkg.in/yaml.v3"

	"windscreen/engine"
	"windscreen/engine/page"
	"windscreen/rules"
)

// worded are the keys of rules and of the vocabulary whose texts answers print, and no rule reads.
var worded = []string{"short", "same_call", "joined", "unnamed", "behind", "safe", "waiting", "ask", "basis", "says", "action",
	"title", "why"}

// TestTheWordsOfTextsChooseNothing holds the page to choosing the same entries, in the same order, whatever the texts of rules
// and questions say: all their letters are put in place of others, so that only their lengths and stops stay. Every case is
// for every reader under one policy or another.
func TestTheWordsOfTextsChooseNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads all rules twice")
	}
	other, changed := otherWords(t)
	if changed < 2000 {
		t.Fatalf("only %d texts were changed", changed)
	}
	own, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	reworded, err := engine.Open(other)
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	cases, readers := wordedCases(t), []string{"referrer", "front_door", "social_worker"}
	for i, id := range own.IDs() {
		for j, name := range slices.Sorted(maps.Keys(cases)) {
			reader := readers[(i+j)%len(readers)]
			text := fmt.Sprintf("policy: %s\nreader: %s\n%s", id, reader, cases[name])
			want, got := chosen(t, own, text), chosen(t, reworded, text)
			if !slices.Equal(want, got) {
				t.Errorf("%s under %s for %s: with other words the page chooses\n%s\nand not\n%s", name, id, reader,
					strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
			compared += len(want)
		}
	}
	if compared < 500 {
		t.Errorf("only %d entries were compared", compared)
	}
}

// chosen are the entries of the page of a case, in order, without their words.
func chosen(t *testing.T, e *engine.Engine, text string) []string {
	t.Helper()
	c, err := e.ReadCase("case.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	a, err := e.EvaluateFamily(c)
	if err != nil {
		t.Fatal(err)
	}
	p := page.Of(a)
	var out []string
	for _, s := range p.Sections() {
		out = append(out, fmt.Sprintf("%s %d", s.Kind, len(s.Left)))
		for _, e := range s.Entries {
			contact := ""
			if e.Contact != nil {
				contact = e.Contact.ID
			}
			out = append(out, fmt.Sprint("  ", e.Label, " ", e.Rule, e.Fact, " ", e.Children, e.Now, e.Due, e.Overdue, e.When, contact,
				e.Cite, e.Who))
		}
	}
	return out
}

// otherWords are the shipped rules with other letters in every text, and how many texts they are.
func otherWords(t *testing.T) (fs.FS, int) {
	t.Helper()
	out, n := fstest.MapFS{}, 0
	err := fs.WalkDir(rules.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(rules.FS, path)
		if err != nil || !strings.HasSuffix(path, ".yaml") {
			return err
		}
		var root yaml.Node
		if err := yaml.Unmarshal(data, &root); err != nil {
			return err
		}
		n += reword(&root)
		if data, err = yaml.Marshal(&root); err != nil {
			return err
		}
		out[path] = &fstest.MapFile{Data: data}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out, n
}

// reword puts other words in place of the texts of a node, and says how many there were.
func reword(n *yaml.Node) int {
	count := 0
	for i, child := range n.Content {
		key := i > 0 && n.Kind == yaml.MappingNode && i%2 == 1 && slices.Contains(worded, n.Content[i-1].Value)
		if key && child.Kind == yaml.ScalarNode && child.Tag == "!!str" {
			child.Value, child.Style = otherLetters(child.Value), yaml.DoubleQuotedStyle
			count++
			continue
		}
		count += reword(child)
	}
	return count
}

// otherLetters is a text with each letter in place of another, outside slots. Spaces, stops and the case of letters stay, and
// texts that differ go on differing.
func otherLetters(text string) string {
	inSlot := false
	return strings.Map(func(r rune) rune {
		inSlot = r == '{' || inSlot && r != '}'
		switch {
		case inSlot:
		case r >= 'a' && r <= 'z':
			return 'a' + (r-'a'+13)%26
		case r >= 'A' && r <= 'Z':
			return 'A' + (r-'A'+13)%26
		case r >= '0' && r <= '9':
			return '0' + (r-'0'+5)%10
		}
		return r
	}, text)
}

// ofPolicyOrReader finds what a case says of its policy and its reader.
var ofPolicyOrReader = regexp.MustCompile(`(?m)^(?:policy|reader):.*\n`)

// wordedCases are the sample cases, and others in which the page does what rules declare: without policy and reader.
func wordedCases(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{
		"several reasons to ring at once": `
as_of: 2020-03-02T14:10
child: {age: 12, sex: female}
harm: {sexual_abuse: suspected, forced_marriage: feared, child_discloses: true}
behaviour: {missing_now: true, sexual_activity: unsafe}
referral: {made_at: 2020-03-02T13:30}
`,
		"one of several children spoke": `
as_of: 2020-03-01T21:10
home: {domestic_abuse: serious}
each: {home: {child_present: true}}
children:
  "6": {child: {age: 6}, harm: {child_discloses: true, physical_abuse: suspected}}
  "9": {child: {age: 9}}
`,
		"agreement in parts": `
as_of: 2020-03-04T10:00
child: {age: 15}
care: {neglect: evident}
explored: [harm]
consent: {given: partly, by: [mother], young_person: agreed, accepts: [advice], seeking_raises_risk: false, sharing: agreed}
`,
	}
	paths, err := filepath.Glob("../../fixtures/cases/*.yaml")
	if err != nil || len(paths) < 10 {
		t.Fatalf("%d sample cases: %v", len(paths), err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(path)] = string(data)
	}
	for name, text := range out {
		out[name] = ofPolicyOrReader.ReplaceAllString(text, "")
	}
	return out
}

func TestOtherLettersKeepLengthsStopsAndSlots(t *testing.T) {
	const text = "Given, by {consent.by}. Call 999 first."
	if got, want := otherLetters(text), "Tvira, ol {consent.by}. Pnyy 444 svefg."; got != want {
		t.Errorf("got %q, not %q", got, want)
	}
}
